import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractListing } from '../lib/extract/extract-listing.ts'
import { createRowReader } from '../lib/extract/extract-rows.ts'
import { findItemAnchor } from '../lib/extract/item-anchor.ts'
import { removedListing } from '../lib/extract/removed-listing.ts'
import { readPageContext } from '../lib/site/page-kind.ts'
import { readPageState } from '../lib/site/page-state.ts'
import { readSearchQuery } from '../lib/site/search-query.ts'
import { readAccountPlaces } from './aliexpress.content/account-places.ts'
import { buildCaptureRequest, buildFlagRequest } from './aliexpress.content/flag-from-page.ts'
import { type PageFacts, pageFactsKey } from './aliexpress.content/page-facts.ts'
import { createPageTools } from './aliexpress.content/page-tools.ts'

/**
 * Everything that reads evidence from a page, and the tools that a person reaches for, as a script of its
 * own. It is more than half of what Docket runs in a page and is of no use before somebody judges, so no page
 * pays for it at loading: the background puts it into the content script's world when the person begins to
 * act (see aliexpress.content/README.md).
 */
export default defineUnlistedScript(() => {
  const facts: PageFacts = {
    buildCaptureRequest,
    buildFlagRequest,
    createPageTools,
    createRowReader,
    extractListing,
    findItemAnchor,
    pageStateNow() {
      const context = readPageContext(new URL(location.href))
      return context && readPageState(document, context)
    },
    readAccountPlaces,
    readPageState,
    readSearchQuery,
    removedListing,
  }
  const world = globalThis as { [pageFactsKey]?: PageFacts }
  world[pageFactsKey] ??= facts
})
