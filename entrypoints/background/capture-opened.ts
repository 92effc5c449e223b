import { ok, type Result } from '../../lib/core/result.ts'
import type { Capture } from '../../lib/evidence/capture.ts'
import { captureOpenedListing } from '../../lib/queue/capture-opened-listing.ts'
import { noteSeen } from '../../lib/tracking/note-seen.ts'
import { docket } from './docket.ts'
import { enterActs } from './enter-acts.ts'

/**
 * Stores what the page of an opened listing states, and of a filed one how it was seen. The page of a filed listing
 * is photographed each time; its files are gathered where that was not done, or where it is newly gone.
 */
export async function captureOpened(
  capture: Capture,
  { shownId, documentKey }: { shownId: string; documentKey: string },
): Promise<Result<{ captureId: string; isToGather: boolean }>> {
  const { flags, clock, filed, judged, tracks } = await docket()
  const { comId, sighting } = capture
  const known = (await filed.states([comId])).get(comId)
  const isFiled = known !== undefined
  const isNewlyGone = sighting.pageState === 'removed' && known?.seen?.state !== 'removed'
  const [listing] = isFiled ? await judged.judged([comId]) : []
  const isWanting = listing?.itemEvidence !== 'complete' && listing?.itemEvidence !== 'partial'
  const isToGather = !isFiled || isNewlyGone || isWanting
  const made = await captureOpenedListing(
    { repo: flags, clock },
    { capture, shownId, documentKey, isFiled, wantsFiles: isToGather },
  )
  if (!made.ok) return made
  if (isFiled) {
    await noteSeen({ repo: tracks, clock }, capture, await filed.captures(comId))
    enterActs()
  }
  return ok({ captureId: capture.captureId, isToGather })
}
