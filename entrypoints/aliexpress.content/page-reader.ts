import { observedValue } from '../../lib/core/observation.ts'
import { fail, ok, type Result } from '../../lib/core/result.ts'
import type { RowReader } from '../../lib/extract/extract-rows.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import { findListingCards, type ListingCard } from '../../lib/extract/listing-cards.ts'
import type { CaptureRequest, FlagRequest } from '../../lib/messaging/protocol.ts'
import type { SendToBackground } from '../../lib/messaging/send-to-background.ts'
import type { Judgement } from '../../lib/queue/flag.ts'
import type { PageContext, PageState } from '../../lib/site/page-context.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import type { SearchQuery } from '../../lib/site/search-query.ts'
import { modalSelector } from '../../lib/site/selectors.ts'
import type { RequestMaker } from './flag-from-page.ts'
import type { ItemPlace } from './item-control.ts'
import { loadedPageFacts, type PageFacts } from './page-facts.ts'
import type { PageListing } from './page-listing.ts'

/** What the page states at this moment, read from the document when asked. The page is never changed. */
export interface PageStated {
  context: PageContext
  state: PageState
  row(card: ListingCard): ResultRow | null
  /** The listing that the page or its open modal is about now; null where there is none. */
  item(): { comId: string; listing: ObservedListing } | null
  search(): SearchQuery
}

export interface PageNow extends PageStated {
  /** What is sent for a judgement; see flag-from-page.ts. */
  flagRequest(
    maker: RequestMaker,
    listing: PageListing,
    judgement: Judgement,
    ids: { flagId: string; captureId: string },
  ): Result<FlagRequest>
  /** What is sent where a flagged listing is opened. */
  captureRequest(maker: RequestMaker, listing: PageListing, captureId: string): Result<CaptureRequest>
}

export interface PageReader {
  /** Cards as found by the last `lookAgain`. */
  cards(): ListingCard[]
  /** Where the item's title stands, as found by the last `lookAgain`; null until the facts are loaded. */
  itemPlace(): ItemPlace | null
  lookAgain(): void
  /** True where only the script that reads items can say what the page is about, and it is not there yet. */
  needsFacts(): boolean
  /** Loads the script that reads evidence, so that the first click need not wait for it. */
  loadFacts(): Promise<Result<PageFacts>>
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

  function loadFacts(): Promise<Result<PageFacts>> {
    const present = loadedPageFacts()
    loading ??= present ? Promise.resolve(ok(present)) : load()
    return loading
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
          // The head of a removed page still names what was sold there; the page itself shows nothing of it.
          title: anchor.isRemoved
            ? `Removed listing ${anchor.shownId}`
            : anchor.element.textContent.replace(/\s+/g, ' ').trim().slice(0, 200),
          card: null,
        },
      }
      const found = context.kind === null ? [] : findListingCards(document, context)
      // Other listings that an item page recommends may be judged too; the item itself has its own control.
      cards = found.filter(({ element }) => !anchor || !element.contains(anchor.element))
    },
    needsFacts() {
      if (loadedPageFacts()) return false
      const { kind } = contextNow()
      const isOfCards = kind === 'search' || kind === 'category' || kind === 'store'
      return !isOfCards || document.querySelector(modalSelector) !== null
    },
    loadFacts,
    async read() {
      const loaded = await loadFacts()
      if (!loaded.ok) return loaded
      const facts = loaded.value
      const context = contextNow()
      const state = facts.readPageState(document, context)
      const page: PageStated = {
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
          const listing =
            state === 'removed'
              ? facts.removedListing(context)
              : state === 'ready'
                ? facts.extractListing(document, context)
                : null
          const comId = listing && observedValue(listing.comId)
          return comId ? { comId, listing } : null
        },
        search: () => facts.readSearchQuery(context.url, document),
      }
      return ok({
        ...page,
        flagRequest: (...request) => facts.buildFlagRequest(page, ...request),
        captureRequest: (...request) => facts.buildCaptureRequest(page, ...request),
      })
    },
  }
}

let lastContext: PageContext | null = null

/** Read anew only when the address changed: every look at the page asks for it several times. */
function contextNow(): PageContext {
  if (lastContext?.url.href === location.href) return lastContext
  lastContext = readPageContext(new URL(location.href))
  // The match patterns keep the script off other sites.
  if (!lastContext) throw new Error(`Docket does not work on ${location.hostname}.`)
  return lastContext
}

const notLoaded = fail(
  'facts-not-loaded',
  'Not saved: the browser did not let Docket read this page. Reload the page and try again.',
)
