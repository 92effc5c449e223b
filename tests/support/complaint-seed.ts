import { sha256Hex } from '../../lib/core/digest.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import type { BlobRow } from '../../lib/storage/stored-rows.ts'
import { queueSeed, type SeedListing, type SeedRows, seedPng } from './queue-seed.ts'
import { buildCopyright, buildHolder, buildPatent, buildTrademark, documentOf } from './rights.ts'

/** Three rights with pictures: a trademark, a copyright and a design patent, in force and verified. */
async function seededRights(): Promise<{ holders: Holder[]; rights: Right[]; blobs: BlobRow[] }> {
  const bytes = seedPng(99)
  const sha256 = await sha256Hex(bytes)
  const references = [documentOf('genuine.png', { sha256, bytes: bytes.length })]
  const words = (names: string[]) => ({ names, products: [], goods: [] })
  return {
    holders: [buildHolder()],
    rights: [
      buildTrademark({ vocabulary: words(['Velmora']), references }),
      buildCopyright({ vocabulary: words(['Pinefall']), references }),
      buildPatent({ vocabulary: words(['SnapLid']), references, validUntil: '2030-01-31' }),
    ],
    blobs: [{ sha256, bytes }],
  }
}

/** Listings of which each names one of the three rights, in turn, and some name none. */
export const seedOf = (count: number): SeedListing[] =>
  Array.from({ length: count }, (_, index): SeedListing => {
    const kind = index % 6
    const sellerId = String(2_679_000_000 + (index % 7))
    const common = { storeName: 'Trail Supply Store', sellerId, sighting: { shipTo: 'DE' } }
    if (kind === 5) {
      return {
        ...common,
        title: `Steel bottle ${index}`,
        ...{ ipType: null, verdict: 'suspicious' },
        // Two are gone, and three have no screenshot.
        ...(index < 12 ? { sighting: { shipTo: 'DE', pageState: 'removed' } } : {}),
        ...(index > 12 && index < 30 ? { screenshot: 'no-permission' } : {}),
      }
    }
    if (kind === 4) return { ...common, title: `SnapLid bottle cap ${index}`, ipType: 'patent' }
    if (kind === 3) return { ...common, title: `Pinefall poster picture ${index}`, ipType: 'copyright' }
    return { ...common, title: `Velmora trail bottle ${index}`, ipType: 'trademark' }
  })

/** A database with rights and a queue. */
export async function complaintSeed(listings: SeedListing[]): Promise<SeedRows> {
  const [rows, { holders, rights, blobs }] = await Promise.all([queueSeed(listings), seededRights()])
  return { ...rows, holders, rights, blobs: [...(rows.blobs ?? []), ...blobs] }
}
