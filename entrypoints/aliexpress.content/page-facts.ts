import type { extractListing } from '../../lib/extract/extract-listing.ts'
import type { createRowReader } from '../../lib/extract/extract-rows.ts'
import type { findItemAnchor } from '../../lib/extract/item-anchor.ts'
import type { removedListing } from '../../lib/extract/removed-listing.ts'
import type { PageState } from '../../lib/site/page-context.ts'
import type { readPageState } from '../../lib/site/page-state.ts'
import type { readSearchQuery } from '../../lib/site/search-query.ts'
import type { readAccountPlaces } from './account-places.ts'
import type { buildCaptureRequest, buildFlagRequest } from './flag-from-page.ts'
import type { createPageTools } from './page-tools.ts'

/** What the second script of a page (entrypoints/page-facts.ts) brings. */
export interface PageFacts {
  buildCaptureRequest: typeof buildCaptureRequest
  buildFlagRequest: typeof buildFlagRequest
  createPageTools: typeof createPageTools
  createRowReader: typeof createRowReader
  extractListing: typeof extractListing
  findItemAnchor: typeof findItemAnchor
  readAccountPlaces: typeof readAccountPlaces
  readPageState: typeof readPageState
  /** What stands on the page now, for whoever watches over it; null where it is no page of the site. */
  pageStateNow(): PageState | null
  removedListing: typeof removedListing
  readSearchQuery: typeof readSearchQuery
}

/** Where it stands: in the world of Docket's own scripts, which the page does not share. */
export const pageFactsKey = Symbol.for('docket-page-facts')

/** Null until the second script ran. */
export const loadedPageFacts = (): PageFacts | null =>
  (globalThis as { [pageFactsKey]?: PageFacts })[pageFactsKey] ?? null
