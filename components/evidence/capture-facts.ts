import type { Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import { captureFacts } from '../../lib/evidence/find-captures.ts'
import { words } from './words.ts'

/** What this capture states of the listing, as a list shows it; what it does not state is said so. */
export function shownFacts(capture: Capture, job: CaptureJob | null) {
  const stated = captureFacts(capture)
  const call = captureFacts({ listing: job?.pageData ?? null, row: null })
  const title = stated.title ?? call.title
  const storeName = stated.storeName ?? call.storeName
  const sellerId = stated.sellerId ?? call.sellerId
  return {
    title: title ?? words.titleUnknown,
    isTitled: title !== null,
    seller: storeName ?? (sellerId === null ? words.sellerUnknown : words.sellerNumber(sellerId)),
    isSellerStated: storeName !== null || sellerId !== null,
  }
}
