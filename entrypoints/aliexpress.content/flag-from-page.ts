import type { Clock } from '../../lib/core/clock.ts'
import { observedValue } from '../../lib/core/observation.ts'
import { fail, ok, type Result } from '../../lib/core/result.ts'
import type { Sighting } from '../../lib/evidence/sighting.ts'
import { extractWitnesses, type Witnesses } from '../../lib/extract/extract-witnesses.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import type { CaptureRequest, FlagRequest } from '../../lib/messaging/protocol.ts'
import type { Judgement } from '../../lib/queue/flag.ts'
import type { PageContext, PageKind } from '../../lib/site/page-context.ts'
import type { PageListing } from './page-listing.ts'
import type { PageStated } from './page-reader.ts'
import { pageStateRefusal } from './words.ts'

type Facts =
  | { listing: ObservedListing; row: null; witnesses: Witnesses | null }
  | { listing: null; row: ResultRow; witnesses: null }

/** What the document adds to a judgement that is sent. */
export interface RequestMaker {
  clock: Clock
  documentKey: string
}

/**
 * What is sent for a judgement: everything that the page states at this very moment. Where the page is no
 * page of listings now, or no longer shows this listing, nothing is sent and the reason is said.
 */
export function buildFlagRequest(
  page: PageStated,
  maker: RequestMaker,
  listing: PageListing,
  judgement: Judgement,
  ids: { flagId: string; captureId: string },
): Result<FlagRequest> {
  const seen = seenNow(page, maker, listing)
  return seen.ok ? ok({ ...judgement, ...ids, ...seen.value }) : seen
}

/** What is sent where a flagged listing is opened: the same statements, without a judgement. Fails alike. */
export function buildCaptureRequest(
  page: PageStated,
  maker: RequestMaker,
  listing: PageListing,
  captureId: string,
): Result<CaptureRequest> {
  const seen = seenNow(page, maker, listing)
  if (!seen.ok) return seen
  const { row, listing: observed, ...rest } = seen.value
  return observed ? ok({ ...rest, captureId, listing: observed }) : otherListing
}

function seenNow(
  page: PageStated,
  { clock, documentKey }: RequestMaker,
  listing: PageListing,
): Result<Omit<FlagRequest, keyof Judgement | 'flagId' | 'captureId' | keyof Facts> & Facts> {
  const { context, state: pageState } = page
  const refusal = pageStateRefusal(pageState)
  if (refusal) return { ok: false, error: refusal }
  if (context.kind === null) return fail('page-state', pageStateRefusal('unknown')?.message ?? '')
  const facts = readFacts(page, listing)
  if (!facts.ok) return facts
  return ok({
    documentKey,
    comId: listing.comId,
    shownId: listing.shownId,
    sighting: {
      ...placeOf(context, context.kind),
      pageState,
      ...stated(facts.value),
      ...searchOf(page, facts.value),
      seenAt: clock(),
      viewport: {
        width: innerWidth,
        height: innerHeight,
        pixelRatio: devicePixelRatio,
        scrollX,
        scrollY,
      },
    },
    ...facts.value,
  })
}

/** The facts must be of the listing that was clicked: shops re-use a card's elements for another listing. */
function readFacts(page: PageStated, { comId, card }: PageListing): Result<Facts> {
  if (card) {
    const row = card.element.isConnected ? page.row(card) : null
    return row && observedValue(row.comId) === comId
      ? ok({ listing: null, row, witnesses: null })
      : otherListing
  }
  const item = page.item()
  if (item?.comId !== comId) return otherListing
  // A removed page states nothing but its number.
  const witnesses = page.state === 'ready' ? extractWitnesses(document, page.context) : null
  return ok({ listing: item.listing, row: null, witnesses })
}

const otherListing = fail(
  'listing-unreadable',
  'Not saved: this place of the page shows another listing by now. Look at it and flag it again.',
)

const placeOf = ({ url, site }: PageContext, pageKind: PageKind) => ({
  pageUrl: url.href,
  canonicalUrl: canonicalUrlOf(document),
  site,
  pageKind,
})

/** What the page names as its own address; null where it names none, or none that is a web address. */
function canonicalUrlOf(page: Document): string | null {
  const href = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? ''
  return /^https?:/.test(href) && href.length <= 8000 ? href : null
}

function stated({ listing, row }: Facts): Pick<Sighting, 'locale' | 'currency' | 'shipTo'> {
  const price = observedValue(listing?.price ?? row?.price ?? { status: 'absent' })
  return {
    locale: (listing && observedValue(listing.locale)) || document.documentElement.lang || null,
    currency: (listing && observedValue(listing.currency)) || price?.currency || null,
    shipTo: listing && observedValue(listing.shipTo),
  }
}

function searchOf(
  page: PageStated,
  { row }: Facts,
): Pick<Sighting, 'keyword' | 'sort' | 'resultsPage' | 'rank' | 'sponsored'> {
  if (!row) return { keyword: null, sort: null, resultsPage: null, rank: null, sponsored: null }
  const { keyword, sort, resultsPage } = page.search()
  return {
    keyword,
    sort,
    resultsPage,
    rank: observedValue(row.rank),
    sponsored: observedValue(row.sponsored),
  }
}
