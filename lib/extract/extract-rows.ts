import { absent, found, observedValue } from '../core/observation.ts'
import { readInitData, readRunParams } from '../site/embedded-state.ts'
import type { PageContext } from '../site/page-context.ts'
import type { ResultRow } from './listing.ts'
import { type CardLayout, findListingCards, type ListingCard } from './listing-cards.ts'
import { readCardFacts } from './rows-from-card.ts'
import { readRunParamsRows } from './rows-from-run-params.ts'
import { readStateRows } from './rows-from-state.ts'
import { readStoreOfPage, type StoreFacts, storeFactsOfCard } from './rows-store.ts'

/** Reads the rows of one document. What the page states for all of them is parsed once, at the first question. */
export interface RowReader {
  /** All rows of the page, in its own order; advertisements beside the list come last, without a rank. */
  readAll(): ResultRow[]
  /**
   * What the page states of the listing that this card's element shows at this moment, its rank included.
   * That may be another than it was: pages re-use their elements. Null where it shows no listing any more.
   */
  readCard(card: ListingCard): ResultRow | null
}

/**
 * A reader for a search, category or store page. Make a new one when the page's address changes.
 * The document is read, never changed.
 */
export function createRowReader(doc: Document, context: PageContext): RowReader {
  let page: PageFacts | undefined
  const join = () => {
    page ??= readPageFacts(doc, context)
    return joinRows(page, findListingCards(doc, context), context)
  }
  return {
    readAll: () => join().rows,
    readCard: ({ element }) => {
      const card = findListingCards(element, context).find((found) => found.element === element)
      if (!card) return null
      const facts = readCardFacts(card, context)
      const row = join().byCard.get(element)
      return row ? completed(row, facts) : facts
    },
  }
}

/** All rows of a search, category, store or campaign page, of every era. Empty where the page shows none (yet). */
export const extractRows = (doc: Document, context: PageContext): ResultRow[] =>
  createRowReader(doc, context).readAll()

/** What one script or head of the page says of all rows. */
interface PageFacts {
  /** Null where the page has no embedded list, so that only the cards tell. */
  stated: ResultRow[] | null
  store: StoreFacts
}

function readPageFacts(doc: Document, context: PageContext): PageFacts {
  const state = readInitData(doc)
  const earlier = state.status === 'found' ? absent : readRunParams(doc)
  return {
    stated:
      state.status === 'found'
        ? readStateRows(state.value, context)
        : earlier.status === 'found'
          ? readRunParamsRows(earlier.value, context)
          : null,
    store: readStoreOfPage(doc, context),
  }
}

interface JoinedRows {
  rows: ResultRow[]
  byCard: Map<Element, ResultRow>
}

function joinRows(page: PageFacts, cards: ListingCard[], context: PageContext): JoinedRows {
  const { stated } = page
  return stated !== null && belongTogether(stated, cards)
    ? joinStated(stated, cards, context)
    : rowsOfCards(page, cards, context)
}

/**
 * False where the page went on to other results without loading anew: then the embedded list is that of
 * the results before. The cards are its first rows otherwise, advertisements apart.
 */
function belongTogether(stated: ResultRow[], cards: ListingCard[]): boolean {
  const listed = cardsOfList(cards)
  const ids = new Set(stated.map(({ comId }) => observedValue(comId)))
  return listed.filter(({ comId }) => ids.has(comId)).length * 2 >= listed.length
}

/** Before 2023 no class marks a card, so unmarked ones are the list's where there are no others. */
function cardsOfList(cards: ListingCard[]): ListingCard[] {
  const marked = cards.filter(({ layout }) => layout === 'search')
  return marked.length > 0 ? marked : cards.filter(({ layout }) => layout === 'generic')
}

/** The embedded list has all rows, also those that have no card yet; a card that it lacks is appended. */
function joinStated(stated: ResultRow[], cards: ListingCard[], context: PageContext): JoinedRows {
  const rows = [...stated]
  const byCard = new Map<Element, ResultRow>()
  const places = new Map<string, number[]>()
  for (const [place, { comId }] of stated.entries()) {
    const id = observedValue(comId) ?? ''
    places.set(id, [...(places.get(id) ?? []), place])
  }
  for (const card of cardsOfList(cards)) {
    const left = places.get(card.comId)
    // The same listing may stand at several places: its cards take them in order.
    const place = left && left.length > 1 ? left.shift() : left?.[0]
    const row = place === undefined ? undefined : rows[place]
    if (row === undefined || place === undefined) {
      if (isInList(card)) byCard.set(card.element, append(rows, readCardFacts(card, context)))
      continue
    }
    const isComplete = row.title.status === 'found' && row.price.status === 'found'
    const joined = isComplete ? row : completed(row, readCardFacts(card, context))
    rows[place] = joined
    byCard.set(card.element, joined)
  }
  return { rows, byCard }
}

/** Layouts that stand in no list of the page's own: they have no rank. */
const unlisted: ReadonlySet<CardLayout> = new Set(['generic', 'classic-ad', 'campaign'])

/** The results themselves; the same cards also stand in blocks of recommended listings. */
const isInList = ({ element }: ListingCard) => element.closest('#card-list') !== null

/** Pages whose rows only the cards tell. Unmarked cards count where there are no others. */
function rowsOfCards(page: PageFacts, cards: ListingCard[], context: PageContext): JoinedRows {
  const rows: ResultRow[] = []
  const byCard = new Map<Element, ResultRow>()
  const hasList = cards.some(isInList)
  const isListed = (card: ListingCard) =>
    !unlisted.has(card.layout) && (card.layout !== 'search' || !hasList || isInList(card))
  const listed = cards.filter(isListed)
  const beside = cards.filter(({ layout }) => layout === 'classic-ad')
  for (const card of listed) {
    const store = card.layout === 'classic-store' ? storeFactsOfCard(card, page.store) : {}
    const rank = found(rows.length + 1, 'order of the cards')
    byCard.set(card.element, append(rows, { ...readCardFacts(card, context), ...store, rank }))
  }
  const isCampaign = context.kind === 'campaign' || context.kind === 'bundle'
  const takesAll = isCampaign || (listed.length === 0 && page.stated === null)
  const unranked = takesAll ? cards.filter((card) => !listed.includes(card)) : beside
  for (const card of unranked) byCard.set(card.element, append(rows, readCardFacts(card, context)))
  return { rows, byCard }
}

function append(rows: ResultRow[], row: ResultRow): ResultRow {
  rows.push(row)
  return row
}

/** The row with what only its card states. What the row itself found stays. */
function completed(row: ResultRow, card: ResultRow): ResultRow {
  const whole = { ...card, ...row }
  if (row.title.status !== 'found') whole.title = card.title
  if (row.price.status === 'absent') whole.price = card.price
  if (row.imageHash.status !== 'found') {
    whole.imageHash = card.imageHash
    whole.imageUrl = card.imageUrl
  }
  return whole
}
