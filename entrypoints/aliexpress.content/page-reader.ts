import { createRowReader, type RowReader } from '../../lib/extract/extract-rows.ts'
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
    item: () => null,
    itemPlace: () => null,
    lookAgain() {
      const now = context()
      cards = now.kind === null ? [] : findListingCards(document, now)
    },
  }
}
