import { observedValue } from '../core/observation.ts'
import type { PageContext } from '../site/page-context.ts'
import { openModal } from '../site/page-state.ts'
import { selectors } from '../site/selectors.ts'
import { extractListing } from './extract-listing.ts'
import { scopeOf } from './page-scope.ts'

/** Titles of item pages by era, newest first. */
const titles = [
  selectors.title,
  'h1.product-title-text',
  'h1.product-name',
  '[class*="RedProductTitle"] h1, h1[class*="HazeProduct"]',
]

/**
 * The title of the item that an item page or an open modal is about: where the control stands. Null where
 * there is no title yet, or where the page does not say clearly which listing it shows.
 */
export function findItemAnchor(
  doc: Document,
  context: PageContext,
): { element: HTMLElement; comId: string; shownId: string } | null {
  const modal = openModal(doc)
  if (!modal && context.kind !== 'item') return null
  const scope = scopeOf(modal ?? doc)
  const element = titles.map((selector) => scope.first(selector)).find((title) => title !== null)
  if (!element) return null
  const listing = extractListing(doc, context)
  const comId = listing && observedValue(listing.comId)
  const shownId = listing && observedValue(listing.shownId)
  return comId && shownId ? { element, comId, shownId } : null
}
