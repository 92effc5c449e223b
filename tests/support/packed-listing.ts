import type { PackedListing } from '../../lib/pack/complaint-pack/packed-listing.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'

/** A listing as packs name it; every field can be set. */
export function buildPackedListing(number: number, overrides: Partial<PackedListing> = {}): PackedListing {
  const comId = String(1_005_007_000_000_000 + number)
  return {
    number,
    comId,
    shownId: comId,
    url: canonicalItemUrl(comId),
    title: `Velmora style trail bottle ${number}`,
    language: 'en_US',
    storeName: 'Pinefall Outdoor Store',
    sellerId: '2679000001',
    price: '€ 12,50',
    brand: null,
    captures: [
      {
        captureId: `capture-${number}`,
        seenAt: { wallMs: Date.UTC(2026, 10, 23, 9, 30), monotonicMs: 0, offsetMinutes: 60 },
        pageUrl: 'https://www.aliexpress.com/w/wholesale-velmora.html',
        shipTo: 'DE',
        recordSha256: 'e'.repeat(64),
        screenshot: { path: `evidence/${comId}_1.png`, sha256: 'a'.repeat(64) },
      },
    ],
    ...overrides,
  }
}
