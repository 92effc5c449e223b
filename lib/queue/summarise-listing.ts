import { type Observation, observedValue } from '../core/observation.ts'
import type { Capture } from '../evidence/capture.ts'
import { canonicalItemUrl } from '../site/item-id.ts'
import type { ListingSummary } from './flag.ts'

/**
 * The newest facts of a listing for lists. Where the newer capture does not state a fact (a results card
 * without seller), the older one stays: it was stated once for this very listing.
 */
export function summariseListing(
  capture: Capture,
  shownId: string,
  before: ListingSummary | null,
): ListingSummary {
  const { listing, row } = capture
  const title = stated(listing?.title, row?.title)
  const sellerId = stated(listing?.sellerId, row?.sellerId)
  const storeName = stated(listing?.storeName, row?.storeName)
  const price = stated(listing?.price, row?.price)
  const images = stated(listing?.images)
  const imageUrl = images?.[0]?.url ?? stated(row?.imageUrl)
  return {
    comId: capture.comId,
    shownId,
    title: title ?? before?.title ?? null,
    sellerId: sellerId ?? before?.sellerId ?? null,
    storeName: storeName ?? before?.storeName ?? null,
    price: price
      ? (price.text ?? `${price.value}${price.currency ? ` ${price.currency}` : ''}`)
      : (before?.price ?? null),
    imageUrl: imageUrl ?? before?.imageUrl ?? null,
    url: canonicalItemUrl(capture.comId),
    lastSeenUrl: capture.sighting.pageUrl,
    lastSeenAtMs: capture.sighting.seenAt.wallMs,
    hasItemCapture: capture.listing !== null || (before?.hasItemCapture ?? false),
  }
}

function stated<T>(...observations: Array<Observation<T> | undefined>): T | null {
  for (const observation of observations) {
    const value = observation ? observedValue(observation) : null
    if (value !== null) return value
  }
  return null
}
