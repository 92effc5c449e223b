import { comparableText, searchWords } from '../core/search-text.ts'
import { currentName } from './fold-seller.ts'
import type { SellerList } from './seller-mark.ts'
import type { ListedSeller } from './seller-reader.ts'

export const sellerSorts = ['harm', 'last-seen', 'name', 'listings'] as const
export type SellerSort = (typeof sellerSorts)[number]

/** Which sellers a list shows, and in which order. */
export interface SellerFilter {
  /** Every word must stand in names, numbers, countries, items or the note. */
  text: string
  sort: SellerSort
  list: SellerList | 'all'
}

const texts = new WeakMap<ListedSeller, string>()

/** The sellers that the filter lets through, in its order; equal ones by account. */
export function findSellers(sellers: readonly ListedSeller[], filter: SellerFilter): ListedSeller[] {
  const words = searchWords(filter.text)
  return sellers
    .filter((one) => filter.list === 'all' || one.mark?.list === filter.list)
    .filter((one) => words.length === 0 || words.every((word) => textOf(one).includes(word)))
    .sort((one, other) => compare[filter.sort](one, other) || byId(one, other))
}

const byId = (one: ListedSeller, other: ListedSeller) =>
  one.seller.sellerId < other.seller.sellerId ? -1 : 1

const nameOrder = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

const compare: Record<SellerSort, (one: ListedSeller, other: ListedSeller) => number> = {
  harm: (one, other) =>
    other.harm.score - one.harm.score || other.seller.lastSeenAtMs - one.seller.lastSeenAtMs,
  'last-seen': (one, other) => other.seller.lastSeenAtMs - one.seller.lastSeenAtMs,
  listings: (one, other) => other.seller.listings.length - one.seller.listings.length,
  name: (one, other) => {
    const [a, b] = [currentName(one.seller), currentName(other.seller)]
    // Without a name they stand last.
    return a === null || b === null ? Number(a === null) - Number(b === null) : nameOrder.compare(a, b)
  },
}

function textOf(listed: ListedSeller): string {
  const known = texts.get(listed)
  if (known !== undefined) return known
  const { seller, mark } = listed
  const text = comparableText(
    [
      seller.sellerId,
      ...[seller.names, seller.companyIds, seller.storeNumbers, seller.countries].flatMap((facts) =>
        facts.map(({ value }) => value),
      ),
      ...seller.listings.map(({ comId }) => comId),
      mark?.note ?? '',
    ].join('\n'),
  )
  texts.set(listed, text)
  return text
}
