import { observedValue } from '../../lib/core/observation.ts'
import { fail, ok, type Result } from '../../lib/core/result.ts'
import type { RowReader } from '../../lib/extract/extract-rows.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import { findListingCards, type ListingCard } from '../../lib/extract/listing-cards.ts'
import type { SendToBackground } from '../../lib/messaging/send-to-background.ts'
import type { PageContext, PageState } from '../../lib/site/page-context.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import type { SearchQuery } from '../../lib/site/search-query.ts'
import type { ItemPlace } from './item-control.ts'
import { loadedPageFacts, type PageFacts } from './page-facts.ts'

/** What the page states at this moment, read from the document when asked. The page is never changed. */
export interface PageNow {
  context: PageContext
  state: PageState
  row(card: ListingCard): ResultRow | null
  /** The listing that the page or its open modal is about now; null where there is none. */
  item(): { comId: string; listing: ObservedListing } | null
  search(): SearchQuery
}

export interface PageReader {
  /** Cards as found by the last `lookAgain`. */
  cards(): ListingCard[]
  /** Where the item's title stands, as found by the last `lookAgain`; null until the facts are loaded. */
  itemPlace(): ItemPlace | null
  lookAgain(): void
  /** Reads the page now; loads the script that can, where it is missing. */
  read(): Promise<Result<PageNow>>
}

export function createPageReader(send: SendToBackground): PageReader {
  let cards: ListingCard[] = []
  let place: ItemPlace | null = null
  let rows: { href: string; reader: RowReader } | null = null
  let loading: Promise<Result<PageFacts>> | null = null

  async function load(): Promise<Result<PageFacts>> {
    const answer = await send('page.load-facts', {})
    const facts = loadedPageFacts()
    if (facts) return ok(facts)
    loading = null
    return answer.ok ? notLoaded : answer
  }

  return {
    cards: () => cards,
    itemPlace: () => place,
    lookAgain() {
      const context = contextNow()
      const anchor = loadedPageFacts()?.findItemAnchor(document, context) ?? null
      place = anchor && {
        anchor: anchor.element,
        listing: {
          comId: anchor.comId,
          shownId: anchor.shownId,
          title: anchor.element.textContent.replace(/\s+/g, ' ').trim().slice(0, 200),
          card: null,
        },
      }
      const found = context.kind === null ? [] : findListingCards(document, context)
      // Other listings that an item page recommends may be judged too; the item itself has its own control.
      cards = found.filter(({ element }) => !anchor || !element.contains(anchor.element))
    },
    async read() {
      const present = loadedPageFacts()
      loading ??= present ? Promise.resolve(ok(present)) : load()
      const loaded = await loading
      if (!loaded.ok) return loaded
      const facts = loaded.value
      const context = contextNow()
      const state = facts.readPageState(document, context)
      return ok({
        context,
        state,
        row(card) {
          // The page's state is parsed once an address, not once a click.
          if (rows?.href !== context.url.href) {
            rows = { href: context.url.href, reader: facts.createRowReader(document, context) }
          }
          return rows.reader.readCard(card)
        },
        item() {
          const listing = state === 'ready' ? facts.extractListing(document, context) : null
          const comId = listing && observedValue(listing.comId)
          return comId ? { comId, listing } : null
        },
        search: () => facts.readSearchQuery(context.url, document),
      })
    },
  }
}

function contextNow(): PageContext {
  const context = readPageContext(new URL(location.href))
  // The match patterns keep the script off other sites.
  if (!context) throw new Error(`Docket does not work on ${location.hostname}.`)
  return context
}

const notLoaded = fail(
  'facts-not-loaded',
  'Not saved: the browser did not let Docket read this page. Reload the page and try again.',
)
