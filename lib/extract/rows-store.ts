import { readDigits } from '../core/hostile-json.ts'
import { absent, found, type Observation, observedValue, unreadable } from '../core/observation.ts'
import { readPageConfig } from '../site/embedded-state.ts'
import type { PageContext } from '../site/page-context.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import type { ResultRow } from './listing.ts'
import type { ListingCard } from './listing-cards.ts'

/** The seller whose store a page is: part of every row of that page's own list. */
export type StoreFacts = Pick<ResultRow, 'sellerId' | 'storeNumber' | 'storeName'>

const noStore: StoreFacts = { sellerId: absent, storeNumber: absent, storeName: absent }

/**
 * What a classic store page states of its seller: `pageConfig` in its script, name and link in its head.
 * Where the two name different stores neither is taken.
 */
export function readStoreOfPage(doc: Document, context: PageContext): StoreFacts {
  if (context.kind !== 'store') return noStore
  const config = readPageConfig(doc)
  const configured = readDigits(config.storeId, 'pageConfig.storeId')
  const link = doc.querySelector('.shop-name a[href*="/store/"], a.shop-name[href*="/store/"]')
  const linked = link ? storeNumberOfLink(link, context) : null
  const number = observedValue(configured) ?? linked
  if (linked !== null && number !== linked) {
    const differ = unreadable('script and head of the page name different stores', 'pageConfig.storeId')
    return { sellerId: differ, storeNumber: differ, storeName: differ }
  }
  const name = linked === null ? '' : (link?.textContent.replace(/\s+/g, ' ').trim() ?? '')
  return {
    sellerId: readDigits(config.ownerMemberId, 'pageConfig.ownerMemberId'),
    storeNumber: configured.status === 'found' ? configured : foundOr(linked, '.shop-name a'),
    storeName: foundOr(name === '' ? null : name, '.shop-name a'),
  }
}

/**
 * The store's facts for one of its cards. Only the store's own list is sure to be the seller's; a card
 * whose address carries another store's number is not.
 */
export function storeFactsOfCard(card: ListingCard, store: StoreFacts): StoreFacts {
  if (card.layout !== 'classic-store') return noStore
  const number = /\/store\/product\/[^/]+\/(\d+)_/.exec(card.link?.getAttribute('href') ?? '')?.[1]
  return number === undefined || number === observedValue(store.storeNumber) ? store : noStore
}

function storeNumberOfLink(link: Element, context: PageContext): string | null {
  const href = link.getAttribute('href') ?? ''
  return URL.canParse(href, context.url) ? storeNumberOfPath(new URL(href, context.url).pathname) : null
}

const foundOr = (value: string | null, source: string): Observation<string> =>
  value === null ? absent : found(value, source)
