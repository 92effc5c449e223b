import { sha256Hex } from '../../lib/core/digest.ts'
import { found } from '../../lib/core/observation.ts'
import type { Capture } from '../../lib/evidence/capture.ts'
import type { ListingSummary } from '../../lib/queue/flag.ts'
import type { TrademarkRight } from '../../lib/rights/right.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { packTitles } from './complaint-pack-seed.ts'
import { complaintSeed } from './complaint-seed.ts'
import { queueSeed, repeatedSeed, type SeedRows, seedPng } from './queue-seed.ts'
import {
  buildCopyright,
  buildHolder,
  buildPatent,
  buildTrademark,
  documentOf,
  rightDocumentOf,
} from './rights.ts'

/** How the thousand fall under rights and reasons: by a word of the right in the title. */
export const reasonsOfThousand = [
  { word: 'velmora', right: 'VELMORA word mark', reason: 'Keyword misuse', count: 400 },
  { word: 'trailflow', right: 'VELMORA word mark', reason: 'This model or type does not exist', count: 150 },
  { word: 'pinefall', right: 'Catalogue photos 2026', reason: 'Image theft', count: 310 },
  {
    word: 'fernlight',
    right: 'Catalogue photos 2026',
    reason: 'Infringement of art or text work',
    count: 40,
  },
  { word: 'snaplid', right: 'Lid design', reason: null, count: 100 },
] as const

const typeOf = {
  velmora: 'trademark',
  trailflow: 'trademark',
  pinefall: 'copyright',
  fernlight: 'copyright',
  snaplid: 'patent',
} as const

/**
 * A database with 1,000 queued listings that name three rights, in titles of every script and such as a spreadsheet
 * would run; each has a screenshot.
 */
export async function queuedThousand(): Promise<SeedRows> {
  const words = (names: string[], products: string[] = []) => ({ names, products, goods: [] })
  const many = reasonsOfThousand.flatMap(({ word, count }) => Array.from({ length: count }, () => word))
  const seed = repeatedSeed(
    await queueSeed([
      {
        ...{ title: 'Seed', ipType: 'trademark', storeName: 'Trail Supply Store', sellerId: '2679000001' },
        sighting: { shipTo: 'DE' },
      },
    ]),
    many.length,
  )
  const titles = many.map((word, at) => {
    const name = word.charAt(0).toUpperCase() + word.slice(1)
    return `${packTitles[at % packTitles.length]} ${name} ${at + 1}`
  })
  const original = await complaintSeed([])
  const references = ((original.rights ?? []) as TrademarkRight[])[0]?.references ?? []
  for (const [at, listing] of ((seed.listings ?? []) as ListingSummary[]).entries()) {
    Object.assign(listing, { title: titles[at], url: canonicalItemUrl(listing.comId) })
  }
  for (const [at, flag] of ((seed.flags ?? []) as FlagRow[]).entries()) {
    const word = many[at]
    if (word) Object.assign(flag, { ipType: typeOf[word], queueGroup: typeOf[word] })
  }
  seed.captures = ((seed.captures ?? []) as Capture[]).map((capture, at) => ({
    ...capture,
    row: capture.row && { ...capture.row, title: found(titles[at] ?? '', 'state') },
  }))
  const bytes = seedPng(5)
  const sha256 = await sha256Hex(bytes)
  const kept = { sha256, bytes: bytes.length }
  const documents = [{ ...rightDocumentOf('certificate', 'certificate.png'), ...kept }]
  const common = { documents, references }
  return {
    ...seed,
    holders: [buildHolder({ identityDocuments: [documentOf('register.png', kept)] })],
    rights: [
      buildTrademark({ ...common, vocabulary: words(['Velmora'], ['TrailFlow']) }),
      buildCopyright({ ...common, vocabulary: words(['Pinefall', 'Fernlight']) }),
      buildPatent({
        ...common,
        vocabulary: words(['SnapLid']),
        evaluationReport: documentOf('evaluation.png', kept),
      }),
    ],
    blobs: [...(seed.blobs ?? []), ...(original.blobs ?? []), { sha256, bytes }],
  }
}
