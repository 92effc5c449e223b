import { showGathering } from '../../lib/browser/badge.ts'
import { whileGathering } from '../../lib/browser/gathering-lock.ts'
import { browserStorageRoom } from '../../lib/browser/storage-room.ts'
import { fail, type Result } from '../../lib/core/result.ts'
import { type GatherProgress, gatherParts, retryParts } from '../../lib/evidence/gather/gather-parts.ts'
import { refuseParts } from '../../lib/evidence/gather/refuse-parts.ts'
import { roomRefusal } from '../../lib/evidence/gather/storage-room.ts'
import { isPurged } from '../../lib/evidence/purge-capture.ts'
import { sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import { sendToTab } from '../../lib/messaging/send-to-tab.ts'
import { docket } from './docket.ts'
import { partGatherers } from './part-gatherers.ts'

interface Run {
  tabId: number
  comId: string
  cancel: AbortController
  ended: Promise<Result<GatherProgress>>
}

/** Captures that this background is at; what it was at before it was stopped stands in the database. */
const running = new Map<string, Run>()

/**
 * Gathers what is still due of a capture and seals it. A second request for the same capture joins the first.
 * `again` also takes up parts that failed or were cancelled. Fails as `gatherParts` and with `other-document`.
 */
export async function gatherEvidence(
  tabId: number,
  { documentKey, captureId, again }: { documentKey: string; captureId: string; again: boolean },
): Promise<Result<GatherProgress>> {
  const current = running.get(captureId)
  if (current) return current.ended
  const { evidence, clock, sealing } = await docket()
  const [job] = await evidence.jobs([captureId])
  if (!job) return fail('unknown-capture', 'This listing was not saved, so nothing can be added to it.')
  if (job.documentKey !== documentKey) {
    return fail(
      'other-document',
      'The evidence belongs to another page. Open the listing again to complete it.',
    )
  }
  if (await isPurged(sealing, captureId)) {
    return fail(
      'purged',
      'The files of this evidence were deleted on your word, so none are added. Flag the listing again for new evidence.',
    )
  }
  if (again) await retryParts({ repo: evidence, clock }, captureId)
  const begun = running.get(captureId)
  if (begun) return begun.ended
  const cancel = new AbortController()
  const ended = whileGathering(captureId, () => gatherAndSeal(tabId, captureId, cancel.signal)).finally(
    () => {
      running.delete(captureId)
      tellToolbar()
    },
  )
  running.set(captureId, { tabId, comId: job.comId, cancel, ended })
  tellToolbar()
  return ended
}

/** Nobody waits for it, and the next change shows it anew. */
function tellToolbar(): void {
  showGathering(running.size > 0).catch((error: unknown) =>
    console.error('Docket could not show on its button that it gathers evidence', error),
  )
}

/** Whether evidence of this listing is being gathered at this moment. */
export const isGathering = (comId: string): boolean =>
  [...running.values()].some((run) => run.comId === comId)

/** Stops the gathering of a capture of this tab; what is stored already stays. False where none is under way. */
export function cancelGathering(tabId: number, captureId: string): boolean {
  const run = running.get(captureId)
  if (!run || run.tabId !== tabId) return false
  run.cancel.abort()
  return true
}

/** Nobody is at a capture that nothing touched for this long: a step takes seconds. */
const interruptedAfterMs = 120_000

/**
 * Takes up what a stopped background or a closed page left open. Pictures are fetched without the page; what
 * needs the page ends with that reason where it is gone, and opening the listing again completes it.
 */
export async function gatherInterrupted(): Promise<void> {
  const { evidence, clock } = await docket()
  for (const captureId of await evidence.openCaptures(clock().wallMs - interruptedAfterMs)) {
    const [capture, [job]] = await Promise.all([evidence.capture(captureId), evidence.jobs([captureId])])
    if (!capture || !job) continue
    const tabId = capture.tab?.tabId ?? -1
    await gatherEvidence(tabId, { documentKey: job.documentKey, captureId, again: false })
  }
}

async function gatherAndSeal(
  tabId: number,
  captureId: string,
  cancelled: AbortSignal,
): Promise<Result<GatherProgress>> {
  const { evidence, clock, sealing, headerMask } = await docket()
  const work = {
    repo: evidence,
    clock,
    gatherers: partGatherers(tabId, { headerMask }),
    // The page may be gone: gathering goes on, and nobody has to see how far it is.
    onProgress: (progress: GatherProgress) =>
      void sendToTab(tabId, 'capture.progress', progress).catch(() => undefined),
  }
  const refusal = await roomRefusal(browserStorageRoom)
  const ended = refusal
    ? await refuseParts(work, captureId, refusal)
    : await gatherParts(work, captureId, cancelled)
  if (ended.ok) await sealCaptures(sealing, [captureId])
  return ended
}
