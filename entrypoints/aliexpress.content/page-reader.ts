import { observedValue } from '../../lib/core/observation.ts'
import { extractListing } from '../../lib/extract/extract-listing.ts'
import { createRowReader, type RowReader } from '../../lib/extract/extract-rows.ts'
import { findItemAnchor } from '../../lib/extract/item-anchor.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import { findListingCards, type ListingCard } from '../../lib/extract/listing-cards.ts'
import type { PageContext, PageState } from '../../lib/site/page-context.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { readPageState } from '../../lib/site/page-state.ts'
import type { ItemPlace } from './item-control.ts'

/** What the page says, read from the document as it is when asked. The page is never changed. */
export interface PageReader {
  context(): PageContext
  state(): PageState
  /** Cards as found by the last `lookAgain`. */
  cards(): ListingCard[]
  row(card: ListingCard): ResultRow | null
  /** The listing that the page or its open modal is about now; null where there is none. */
  item(): { comId: string; listing: ObservedListing } | null
  /** Where the item's title stands, as found by the last `lookAgain`. */
  itemPlace(): ItemPlace | null
  lookAgain(): void
}

/** @throws where the script runs on a page that is not the site's, which its match patterns exclude */
export function createPageReader(): PageReader {
  let cards: ListingCard[] = []
  let place: ItemPlace | null = null
  let rows: { href: string; reader: RowReader } | null = null

  const context = (): PageContext => {
    const read = readPageContext(new URL(location.href))
    if (!read) throw new Error(`Docket does not work on ${location.hostname}.`)
    return read
  }

  return {
    context,
    state: () => readPageState(document, context()),
    cards: () => cards,
    row(card) {
      // The page's state is parsed once an address, not once a click.
      if (rows?.href !== location.href) {
        rows = { href: location.href, reader: createRowReader(document, context()) }
      }
      return rows.reader.readCard(card)
    },
    item() {
      const now = context()
      if (readPageState(document, now) !== 'ready') return null
      const listing = extractListing(document, now)
      const comId = listing && observedValue(listing.comId)
      return comId ? { comId, listing } : null
    },
    itemPlace: () => place,
    lookAgain() {
      const now = context()
      const anchor = findItemAnchor(document, now)
      place = anchor && {
        anchor: anchor.element,
        listing: {
          comId: anchor.comId,
          shownId: anchor.shownId,
          title: anchor.element.textContent.replace(/\s+/g, ' ').trim().slice(0, 200),
          card: null,
        },
      }
      const found = now.kind === null ? [] : findListingCards(document, now)
      // Other listings that an item page recommends may be judged too; the item itself has its own control.
      cards = found.filter(({ element }) => !anchor || !element.contains(anchor.element))
    },
  }
}
