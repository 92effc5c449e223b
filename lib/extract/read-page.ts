import type { PageContext, PageKind, PageState } from '../site/page-context.ts'
import { readPageState } from '../site/page-state.ts'
import { extractListing } from './extract-listing.ts'
import { extractRows } from './extract-rows.ts'
import type { ObservedListing, ResultRow } from './listing.ts'

/** Everything that Docket reads of one page at one moment. */
export interface PageReading {
  state: PageState
  kind: PageKind | null
  /** The item of an item page or open modal; null on other pages and on pages that are not ready. */
  listing: ObservedListing | null
  /** The listings of a results, category, store or campaign page; null on other pages and on pages that are not ready. */
  rows: ResultRow[] | null
}

/** Reads a page without changing it. Removed, challenge, login and loading pages state no listing and no rows. */
export function readPage(doc: Document, context: PageContext): PageReading {
  const { kind } = context
  const state = readPageState(doc, context)
  if (state !== 'ready') return { state, kind, listing: null, rows: null }
  const hasRows = kind !== null && kind !== 'item'
  return {
    state,
    kind,
    listing: extractListing(doc, context),
    rows: hasRows ? extractRows(doc, context) : null,
  }
}
