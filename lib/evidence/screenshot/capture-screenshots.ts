import type { Clock } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { failureFrom } from '../../core/expected-error.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import type { CaptureJob, ScreenshotStatus } from '../capture.ts'
import type { EvidenceRepo } from '../evidence-repo.ts'
import { roomRefusal, type StorageRoom } from '../gather/storage-room.ts'
import { coverNotes, coverPlaces, type HeaderMaskSetting, placesToCover } from './cover-places.ts'
import type { Drawing } from './full-page-ports.ts'
import type { Box, PageCheck } from './page-check.ts'
import { type Screenshot, type ScreenshotPorts, takeScreenshot } from './take-screenshot.ts'

type Statuses = Map<string, ScreenshotStatus>

/** What is needed to cover what names a signed-in person. */
export interface Masking {
  setting: Pick<HeaderMaskSetting, 'read'>
  drawing: Drawing
}

/**
 * Takes one viewport screenshot for captures of one page document and stores it for each whose listing is
 * in the picture. "Saved" is answered only after a strict commit and a read-back whose hash agrees
 * (invariant 1). Where the storage is nearly full none is begun. Captures that already have theirs keep it.
 * Every outcome is stored with its reason.
 *
 * Fails with `unknown-capture` and `other-document`; then nothing is stored.
 */
export async function captureScreenshots(
  {
    repo,
    clock,
    room,
    portsFor,
    masking,
  }: {
    repo: EvidenceRepo
    clock: Clock
    room: StorageRoom
    portsFor: (comIds: string[]) => ScreenshotPorts
    masking: Masking
  },
  { documentKey, captureIds }: { documentKey: string; captureIds: string[] },
): Promise<Result<{ statuses: Record<string, ScreenshotStatus> }>> {
  const jobs = await repo.jobs(captureIds)
  if (jobs.length !== new Set(captureIds).size) {
    return fail(
      'unknown-capture',
      'This listing was not saved, so there is nothing to add a screenshot to. Flag it again.',
    )
  }
  if (jobs.some((job) => job.documentKey !== documentKey)) {
    return fail(
      'other-document',
      'The listing was flagged on another page; a screenshot of this one would be wrong. Flag it here again.',
    )
  }
  const open = jobs.filter((job) => job.screenshot.state !== 'saved')
  const statuses: Statuses = new Map(jobs.map((job) => [job.captureId, job.screenshot]))
  if (open.length > 0) {
    const refusal = await roomRefusal(room)
    const taken: Awaited<ReturnType<typeof takeScreenshot>> = refusal
      ? { ok: false, error: { ...refusal, tries: 0 } }
      : await takeScreenshot(portsFor(open.map((job) => job.comId)))
    const outcome = taken.ok
      ? await saveScreenshot(repo, clock, open, taken.value, masking)
      : await saveFailure(repo, clock, open, taken.error)
    for (const [captureId, status] of outcome) statuses.set(captureId, status)
  }
  return ok({ statuses: Object.fromEntries(statuses) })
}

async function saveScreenshot(
  repo: EvidenceRepo,
  clock: Clock,
  jobs: CaptureJob[],
  { png: taken, takenAtMs, page }: Screenshot,
  { setting, drawing }: Masking,
): Promise<Statuses> {
  const places = placesToCover(page, await setting.read())
  const masked = await covered(drawing, taken, places, page)
  if (!masked.ok) return saveFailure(repo, clock, jobs, { ...masked.error, tries: 1 })
  const png = masked.value
  const sha256 = await sha256Hex(png)
  const statuses: Statuses = new Map()
  for (const { captureId, comId } of jobs) {
    const subject = page.subjects[comId] ?? null
    const isShown = subject !== null || page.itemComId === comId
    statuses.set(
      captureId,
      isShown
        ? {
            state: 'saved',
            artefact: {
              kind: 'viewport-screenshot',
              name: 'viewport-screenshot.png',
              mediaType: 'image/png',
              bytes: png.byteLength,
              sha256,
              obtainedBy: 'tabs.captureVisibleTab',
              subject,
              takenAtMs,
              pageUrl: page.url,
              sourceUrl: null,
              cut: null,
              redacted: coverNotes(places),
            },
          }
        : { state: 'failed', failure: notInView, tries: 1 },
    )
  }
  await repo.saveScreenshot(png, sha256, statuses, clock().wallMs)

  const stored = await repo.readBytes(sha256)
  if (stored && (await sha256Hex(stored)) === sha256) return statuses
  return saveFailure(repo, clock, jobs, { ...notStored, tries: 1 })
}

/** A picture that should be covered and cannot be is not kept: what it shows would leave with a pack. */
async function covered(
  drawing: Drawing,
  png: Uint8Array<ArrayBuffer>,
  places: Box[],
  { account }: PageCheck,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (!account || places.length === 0) return ok(png)
  try {
    return ok(await coverPlaces(drawing, png, places, account.windowWidth))
  } catch (error) {
    return { ok: false, error: failureFrom(error, 'covering the page header in the screenshot') }
  }
}

async function saveFailure(
  repo: EvidenceRepo,
  clock: Clock,
  jobs: CaptureJob[],
  { tries, ...failure }: Failure & { tries: number },
): Promise<Statuses> {
  const status: ScreenshotStatus =
    failure.code === 'no-permission' ? { state: 'no-permission' } : { state: 'failed', failure, tries }
  const statuses: Statuses = new Map(jobs.map((job) => [job.captureId, status]))
  await repo.saveStatuses(statuses, clock().wallMs)
  return statuses
}

const notInView: Failure = {
  code: 'not-in-view',
  message:
    'The listing was not in view when the screenshot was taken. Scroll to it and take the screenshot again.',
}

const notStored: Failure = {
  code: 'not-stored',
  message:
    'The storage did not return the screenshot that was written. Free some disk space, restart the browser and take it again.',
}
