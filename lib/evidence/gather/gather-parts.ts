import type { Clock } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import type { Capture, CaptureJob } from '../capture.ts'
import { isCut } from '../completeness.ts'
import type { EvidenceRepo } from '../evidence-repo.ts'
import { artefactsOf } from '../seal/evidence-record.ts'
import { type CapturePart, isOpenPart, type PartKind, partsOf } from './capture-part.ts'
import type { GatheredFile, PartContext, PartGatherers, PartOutcome } from './part-gatherer.ts'

/** What a capture may take (RELIABILITY.md, threat 7): beyond it parts are cut and marked. */
export const captureLimits = { bytes: 100_000_000, timeMs: 60_000 } as const

const maxTries = 3

/** How far the gathering of one capture is; told after every step. */
export interface GatherProgress {
  captureId: string
  comId: string
  /** Parts that came to an end, of how many. */
  done: number
  of: number
  /** What is being gathered; null at the end. */
  current: PartKind | null
  /** Parts that ended without being had, at the end; not those that a limit left out. */
  missing: PartKind[]
}

export interface Gathering {
  repo: EvidenceRepo
  clock: Clock
  gatherers: PartGatherers
  onProgress(progress: GatherProgress): void
}

/**
 * Gathers every part of a capture that is due, one after another. Each step is stored before the next begins:
 * after an interruption the finished parts and files are used again, and the part that was running counts as
 * tried. A part is tried three times in all. Ends early where the person cancels.
 *
 * Fails with `unknown-capture`.
 * @throws where not even a failure can be stored.
 */
export async function gatherParts(
  { repo, clock, gatherers, onProgress }: Gathering,
  captureId: string,
  cancelled: AbortSignal,
): Promise<Result<GatherProgress>> {
  const found = await load(repo, captureId)
  if (!found) return fail('unknown-capture', 'This listing was not saved, so nothing can be added to it.')
  const { capture } = found
  const timeIsUp = AbortSignal.timeout(captureLimits.timeMs)
  const signal = AbortSignal.any([cancelled, timeIsUp])
  const save = (kind: PartKind, part: CapturePart) =>
    repo.saveParts(captureId, { [kind]: part }, clock().wallMs)

  let { job } = found
  for (let next = nextPart(job); next; next = nextPart(job)) {
    const [kind, part] = next
    const stop = stopOf(cancelled, timeIsUp)
    if (stop) {
      await save(kind, { ...part, ...stop })
    } else if (part.tries >= maxTries) {
      await save(kind, { ...part, state: 'failed', failure: part.failure ?? interrupted })
    } else {
      onProgress(progressOf(job, kind))
      const failure = part.state === 'running' ? interrupted : part.failure
      const begun: CapturePart = { ...part, state: 'running', tries: part.tries + 1, failure }
      await save(kind, begun)
      const outcome = await attempt(gatherers[kind], contextOf(repo, clock, capture, job, kind, signal))
      // What the gatherer stored meanwhile is in the stored part only.
      const stored = (await reload(repo, captureId)).parts[kind] ?? begun
      await save(kind, afterAttempt(stored, outcome, stopOf(cancelled, timeIsUp)))
    }
    job = await reload(repo, captureId)
  }
  const progress = progressOf(job, null)
  onProgress(progress)
  return ok(progress)
}

/** Sets parts that failed, other than at a limit, or were cancelled back to due, at the person's wish. Returns how many. */
export async function retryParts(
  { repo, clock }: Pick<Gathering, 'repo' | 'clock'>,
  captureId: string,
): Promise<number> {
  const [job] = await repo.jobs([captureId])
  const again = partsOf(job?.parts ?? {}).filter(
    ([, { state, failure }]) => state === 'cancelled' || (state === 'failed' && !isLimit(failure)),
  )
  const parts = Object.fromEntries(
    again.map(([kind, part]) => [kind, { ...part, state: 'due', tries: 0, failure: null }]),
  )
  if (again.length > 0) await repo.saveParts(captureId, parts, clock().wallMs)
  return again.length
}

const isLimit = (failure: Failure | null) => failure !== null && isCut(failure)

async function load(repo: EvidenceRepo, captureId: string) {
  const [capture, [job]] = await Promise.all([repo.capture(captureId), repo.jobs([captureId])])
  return capture && job ? { capture, job } : null
}

async function reload(repo: EvidenceRepo, captureId: string): Promise<CaptureJob> {
  const [job] = await repo.jobs([captureId])
  if (!job) throw new ExpectedError('unknown-capture', 'The capture is no longer stored.')
  return job
}

const nextPart = ({ parts }: CaptureJob): [PartKind, CapturePart] | undefined =>
  partsOf(parts).find(([, part]) => isOpenPart(part))

/** What becomes of parts that are open when the gathering must end. */
function stopOf(
  cancelled: AbortSignal,
  timeIsUp: AbortSignal,
): { state: 'cancelled' | 'failed'; failure: Failure } | null {
  if (cancelled.aborted) return { state: 'cancelled', failure: stoppedByPerson }
  return timeIsUp.aborted ? { state: 'failed', failure: tookTooLong } : null
}

async function attempt(gather: PartGatherers[PartKind], context: PartContext): Promise<PartOutcome> {
  try {
    return await gather(context)
  } catch (error) {
    const failure = failureFrom(error, 'gathering evidence')
    return { state: 'failed', failure, final: failure.code === 'capture-full' }
  }
}

function afterAttempt(part: CapturePart, outcome: PartOutcome, stop: ReturnType<typeof stopOf>): CapturePart {
  if (outcome.state === 'done') return { ...part, state: 'done', failure: null, problems: outcome.problems }
  if (outcome.state === 'not-wanted') return { ...part, state: 'not-wanted', failure: outcome.reason }
  if (stop) return { ...part, ...stop }
  const isOver = outcome.final || part.tries >= maxTries
  return { ...part, state: isOver ? 'failed' : 'due', failure: outcome.failure }
}

function contextOf(
  repo: EvidenceRepo,
  clock: Clock,
  capture: Capture,
  job: CaptureJob,
  kind: PartKind,
  signal: AbortSignal,
): PartContext {
  let room = captureLimits.bytes - artefactsOf(job).reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    capture,
    job,
    have: job.parts[kind]?.artefacts ?? [],
    signal,
    roomBytes: () => room,
    async keep({ bytes, ...file }: GatheredFile) {
      if (bytes.byteLength > room) {
        throw new ExpectedError(
          'capture-full',
          `${file.name} was left out: the evidence of one listing may take ${captureLimits.bytes / 1_000_000} MB.`,
        )
      }
      const sha256 = await sha256Hex(bytes)
      const artefact = { ...file, bytes: bytes.byteLength, sha256 }
      await repo.keepArtefact(capture.captureId, kind, artefact, bytes, clock().wallMs)
      const stored = await repo.readBytes(sha256)
      if (!stored || (await sha256Hex(stored)) !== sha256) {
        throw new ExpectedError(
          'not-stored',
          `The storage did not return ${file.name} as it was written. Free some disk space and try again.`,
        )
      }
      room -= bytes.byteLength
    },
    noteServerDate: (date) => repo.addServerDates(capture.captureId, [date], clock().wallMs),
  }
}

export function progressOf(job: CaptureJob, current: PartKind | null): GatherProgress {
  const parts = partsOf(job.parts)
  return {
    captureId: job.captureId,
    comId: job.comId,
    done: parts.filter(([, part]) => !isOpenPart(part)).length,
    of: parts.length,
    current,
    missing: parts
      .filter(([, { state, failure }]) => state === 'cancelled' || (state === 'failed' && !isLimit(failure)))
      .map(([kind]) => kind),
  }
}

const interrupted: Failure = {
  code: 'interrupted',
  message: 'It was interrupted: the page was left, or the browser closed. Open the listing to complete it.',
}

const stoppedByPerson: Failure = { code: 'cancelled', message: 'The person stopped it.' }

const tookTooLong: Failure = {
  code: 'time-up',
  message: `It was cut short after ${captureLimits.timeMs / 1000} seconds. Open the listing to try again.`,
}
