import type { Money } from '../core/money.ts'
import type { SellerListing } from './fold-seller.ts'
import { type FiledLine, isOpen } from './line-outcome.ts'
import { soldAtLeast } from './sold-at-least.ts'

/** What a seller's harm is made of. Listings are counted once each, however many complaints they stand in. */
export interface Harm {
  removed: number
  relisted: number
  countered: number
  /** Filed, and not known to be gone. */
  open: number
  /** Judged infringing and not filed yet. */
  queued: number
  /** At least so many sold of the listings above, as their pages say. */
  sold: number
  /** Their prices, by currency as stated ("" where the page does not say which): lowest and highest. */
  prices: Array<{ currency: string; low: Money; high: Money }>
  score: number
}

/**
 * Points of each part: coming back and fighting weigh more than being caught once. Prices have none: they come in
 * currencies that cannot be added without a rate.
 */
export const harmPoints = {
  removed: 3,
  relisted: 5,
  countered: 2,
  open: 2,
  queued: 1,
  soldTenfold: 1,
} as const

/** The harm of one seller, from its own listings: filed lines, those queued as infringing, and what is known of each. */
export function harmOf(
  listings: readonly SellerListing[],
  filed: readonly FiledLine[],
  queuedComIds: ReadonlySet<string>,
): Harm {
  const byComId = new Map(listings.map((listing) => [listing.comId, listing]))
  const own = filed.filter(({ line }) => byComId.has(line.comId))
  const distinct = (wanted: (line: FiledLine) => boolean) =>
    new Set(own.filter(wanted).map(({ line }) => line.comId)).size
  const queued = listings.filter(({ comId }) => queuedComIds.has(comId))
  const accused = new Set([...own.map(({ line }) => line.comId), ...queued.map(({ comId }) => comId)])
  const accusedListings = listings.filter(({ comId }) => accused.has(comId))
  const parts = {
    removed: distinct(({ outcome }) => outcome.removedOn !== null),
    relisted: distinct(({ outcome }) => outcome.relistedOn !== null),
    countered: distinct(({ outcome }) => outcome.counteredOn !== null),
    open: distinct(({ outcome }) => isOpen(outcome)),
    queued: queued.length,
    sold: accusedListings.reduce((sum, { sold }) => sum + (sold ? (soldAtLeast(sold.value) ?? 0) : 0), 0),
  }
  return { ...parts, prices: pricesOf(accusedListings), score: scoreOf(parts) }
}

function scoreOf({
  removed,
  relisted,
  countered,
  open,
  queued,
  sold,
}: Omit<Harm, 'prices' | 'score'>): number {
  const counted =
    removed * harmPoints.removed +
    relisted * harmPoints.relisted +
    countered * harmPoints.countered +
    open * harmPoints.open +
    queued * harmPoints.queued
  // Sales count only with an accusation, and each tenfold the same: 10 is 1 point, 10,000 are 4.
  return counted + Math.floor(Math.log10(Math.max(1, sold))) * harmPoints.soldTenfold
}

function pricesOf(listings: readonly SellerListing[]): Harm['prices'] {
  const byCurrency = Map.groupBy(
    listings.flatMap(({ price }) => (price ? [price.value] : [])),
    ({ currency }) => currency ?? '',
  )
  return [...byCurrency]
    .map(([currency, prices]) => {
      const sorted = prices.sort((one, other) => one.value - other.value)
      return { currency, low: sorted[0], high: sorted.at(-1) }
    })
    .flatMap(({ currency, low, high }) => (low && high ? [{ currency, low, high }] : []))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1))
}
