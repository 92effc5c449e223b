import type { Capture } from '../evidence/capture.ts'
import type { ObservedListing } from '../extract/listing.ts'
import type { FlagRepo } from './flag-repo.ts'
import { summariseListing } from './summarise-listing.ts'

/**
 * Brings a listing's summary up to date after its item page said more (its data call answered). The
 * summary of a page that was seen later is left alone.
 */
export function completeSummary(
  { repo }: { repo: FlagRepo },
  capture: Capture,
  completed: ObservedListing,
): Promise<void> {
  return repo.transact(async (transaction) => {
    const before = await transaction.listing(capture.comId)
    if (before?.lastSeenAtMs !== capture.sighting.seenAt.wallMs) return
    await transaction.putListing(summariseListing({ ...capture, listing: completed }, before.shownId, before))
  })
}
