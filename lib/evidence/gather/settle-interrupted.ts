import type { Clock } from '../../core/clock.ts'
import type { EvidenceRepo } from '../evidence-repo.ts'

/** A screenshot takes at most a few seconds, with retries and quota; after this long nobody is at it. */
const interruptedAfterMs = 120_000

/**
 * Names screenshots that were asked for and never came (the browser was closed, the page left) as
 * interrupted, so that none stays "pending" for ever. Returns how many.
 */
export async function settleInterrupted({
  repo,
  clock,
}: {
  repo: EvidenceRepo
  clock: Clock
}): Promise<number> {
  const nowMs = clock().wallMs
  const jobs = await repo.pendingJobs(nowMs - interruptedAfterMs)
  const failure = {
    code: 'interrupted',
    message:
      'The page was left or the browser closed before the screenshot. Open the listing and flag it there to add one.',
  }
  await repo.saveStatuses(
    new Map(jobs.map((job) => [job.captureId, { state: 'failed', failure, tries: 0 }])),
    nowMs,
  )
  return jobs.length
}
