import type { Moment } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { absent, found } from '../core/observation.ts'
import type { Sighting } from '../evidence/sighting.ts'
import type { ResultRow } from '../extract/listing.ts'
import type { IpType, Verdict } from '../queue/flag.ts'
import type { NewFlag } from '../queue/flag-listing.ts'
import { canonicalItemUrl } from '../site/item-id.ts'

const dayMs = 86_400_000

/** One invented listing, and how it is judged. */
export interface DemoListing {
  comId: string
  title: string
  seller: { sellerId: string; storeNumber: string; name: string }
  price: string
  keyword: string
  rank: number
  daysAgo: number
  verdict: Verdict
  ipType: IpType | null
  note: string
}

/** Every name says what it is: also a screenshot, a table or a pack of it cannot be taken for a real accusation. */
const sellers = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elm'].map((name, index) => ({
  sellerId: String(9_000_000_001 + index),
  storeNumber: String(9_900_000_001 + index),
  name: `DEMO ${name} Store (invented)`,
}))

const goods = ['trail bottle 750 ml', 'bottle with red lid', 'insulated flask', 'two lids for bottles']

/** So many, the newest first; the same at every loading. */
export const demoListings: readonly DemoListing[] = Array.from({ length: 30 }, (_, index) => {
  const seller = sellers[(index * index) % sellers.length] ?? sellers[0]
  if (!seller) throw new Error('The demo has no sellers.')
  const judged = judgementOf(index)
  return {
    comId: String(1_009_990_000_000_001 + index),
    title: `DEMO Velmora style ${goods[index % goods.length]} (invented listing ${index + 1})`,
    seller,
    price: `US $${(7.5 + (index % 9)).toFixed(2)}`,
    keyword: index % 3 === 0 ? 'velmora bottle' : 'trail bottle',
    rank: 1 + index,
    daysAgo: 1 + Math.floor(index * 2.5),
    note: index % 4 === 0 ? 'DEMO: the mark stands on the lid' : '',
    ...judged,
  }
})

function judgementOf(index: number): Pick<DemoListing, 'verdict' | 'ipType'> {
  if (index % 10 === 7) return { verdict: 'suspicious', ipType: null }
  if (index % 10 === 9) return { verdict: 'genuine', ipType: null }
  if (index % 10 === 4) return { verdict: 'infringing', ipType: 'copyright' }
  return { verdict: 'infringing', ipType: 'trademark' }
}

/** When the invented person saw it. */
export const seenAtMs = ({ daysAgo }: DemoListing, nowMs: number): number => nowMs - daysAgo * dayMs

/** The judgement as a page would have sent it. */
export function flagOf(listing: DemoListing, at: Moment): NewFlag {
  const { comId, verdict, ipType, note } = listing
  return {
    ...{ flagId: newId(at.wallMs), documentKey: newId(at.wallMs), shownId: comId, verdict, ipType, note },
    capture: {
      captureId: newId(at.wallMs),
      comId,
      mode: 'flagged-by-person',
      tab: null,
      sighting: sightingOf(listing, at),
      listing: null,
      row: rowOf(listing),
      witnesses: null,
      createdAtMs: at.wallMs,
      importedFrom: null,
    },
  }
}

const sightingOf = ({ keyword, rank }: DemoListing, seenAt: Moment): Sighting => ({
  pageUrl: `https://www.aliexpress.com/w/wholesale-${keyword.replaceAll(' ', '-')}.html`,
  canonicalUrl: null,
  ...{ site: 'com', pageKind: 'search', pageState: 'ready', locale: 'en_US', currency: 'USD', shipTo: 'DE' },
  ...{ keyword, sort: null, resultsPage: 1, rank, sponsored: false, seenAt },
  viewport: { width: 1280, height: 720, pixelRatio: 1, scrollX: 0, scrollY: 0 },
})

const source = 'invented for the demo'

const rowOf = ({ comId, title, seller, price, rank }: DemoListing): ResultRow => ({
  comId: found(comId, source),
  shownId: found(comId, source),
  title: found(title, source),
  price: found({ text: price, value: Number(price.slice(4)), currency: 'USD' }, source),
  sellerId: found(seller.sellerId, source),
  storeNumber: found(seller.storeNumber, source),
  storeName: found(seller.name, source),
  imageHash: absent,
  imageUrl: absent,
  sold: absent,
  sponsored: found(false, source),
  url: found(canonicalItemUrl(comId), source),
  originId: absent,
  rank: found(rank, source),
})
