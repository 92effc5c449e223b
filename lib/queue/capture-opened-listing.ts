import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Capture } from '../evidence/capture.ts'
import { newCaptureJob } from '../evidence/new-capture-job.ts'
import { isQueued } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
import { summariseListing } from './summarise-listing.ts'

/**
 * Stores what the item page of a queued or filed listing states when the person opens it: its evidence is completed,
 * or it is seen how it stands now, without another judgement. Doing it again with the same `captureId` changes nothing.
 *
 * @param isFiled it is in a filed complaint, whatever its flag says
 * @param wantsFiles false: statements and screenshot are all that is wanted
 *
 * Fails with `not-queued` (nobody wants evidence of it any more), `id-reused` and `not-stored`.
 */
export async function captureOpenedListing(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  {
    capture,
    shownId,
    documentKey,
    isFiled = false,
    wantsFiles = true,
  }: { capture: Capture; shownId: string; documentKey: string; isFiled?: boolean; wantsFiles?: boolean },
): Promise<Result<{ captureId: string }>> {
  const nowMs = clock().wallMs
  const outcome = await repo.transact(async (transaction): Promise<Result<string>> => {
    const stored = await transaction.capture(capture.captureId)
    if (stored) return stored.comId === capture.comId ? ok(stored.captureId) : idReused
    const flag = await transaction.currentFlag(capture.comId)
    if (!isFiled && !(flag && isQueued(flag))) return notQueued
    await transaction.putCapture(capture)
    await transaction.putCaptureJob(
      newCaptureJob(capture, { documentKey, wantsEvidence: true, wantsFiles, nowMs }),
    )
    // Added from a list: this is the first page of it, and what the queue shows from now on.
    if (flag?.captureId === null)
      await transaction.putFlag({ ...flag, captureId: capture.captureId, changedAtMs: nowMs })
    const before = await transaction.listing(capture.comId)
    await transaction.putListing(summariseListing(capture, shownId, before))
    return ok(capture.captureId)
  })
  if (!outcome.ok) return outcome
  const found = await repo.storedCapture(capture.captureId)
  return found ? ok({ captureId: capture.captureId }) : notStored
}

const idReused = fail(
  'id-reused',
  'Not saved: this evidence already belongs to another listing. Reload the page.',
)

const notQueued = fail(
  'not-queued',
  'The listing is not in the queue, so no evidence was added. Flag it to keep evidence of it.',
)

const notStored = fail(
  'not-stored',
  'Not saved: the storage did not return what was written. Free some disk space, restart the browser and reload the page.',
)
