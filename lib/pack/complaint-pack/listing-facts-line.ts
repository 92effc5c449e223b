import { isoWithOffset } from '../../core/iso-time.ts'
import { packWords as words } from './pack-words.ts'
import type { PackedListing } from './packed-listing.ts'

/** What is known of a listing, in the order in which papers state it. */
export function listingFactsLine({ comId, storeName, sellerId, price, captures }: PackedListing): string[] {
  const [newest] = captures
  return [
    words.item(comId),
    storeName === null ? null : words.storeOf(storeName),
    sellerId === null ? words.sellerUnknown : words.sellerOf(sellerId),
    price,
    newest?.shipTo ? words.shippedTo(newest.shipTo) : null,
    newest ? words.seenAt(isoWithOffset(newest.seenAt.wallMs, newest.seenAt.offsetMinutes)) : null,
  ].filter((fact) => fact !== null)
}
