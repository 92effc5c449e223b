import { observedValue } from '../core/observation.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { openModal, readPageState } from '../site/page-state.ts'
import { selectors } from '../site/selectors.ts'
import { shownHeadTitle } from '../site/shown-title.ts'
import { extractListing } from './extract-listing.ts'
import { scopeOf } from './page-scope.ts'

/** Titles of item pages by era, newest first. */
const titles = [selectors.title, selectors.title2020, selectors.titleClassic, selectors.titleRu]

/** Where the control of a page's item stands, and which item that is. */
export interface ItemAnchor {
  element: HTMLElement
  comId: string
  shownId: string
  /** The element is the notice that stands where the item was. */
  isRemoved: boolean
}

/**
 * The title of the item that an item page or an open modal is about, or the notice of a removed item: where
 * the control stands. Null where there is neither yet, or where the page does not say clearly which listing
 * it shows.
 */
export function findItemAnchor(doc: Document, context: PageContext): ItemAnchor | null {
  const modal = openModal(doc)
  if (!modal && context.kind !== 'item') return null
  const notice = modal ? null : doc.querySelector<HTMLElement>(removedNotice)
  if (notice && readPageState(doc, context) === 'removed') {
    const asked = readPathItemId(context.url)
    return asked && { element: notice, ...asked, isRemoved: true }
  }
  const scope = scopeOf(modal ?? doc, context)
  const known = titles.map((selector) => scope.first(selector)).find((title) => title !== null)
  const element = known ?? (modal ? null : shownHeadTitle(doc, context))
  if (!element) return null
  const listing = extractListing(doc, context)
  const comId = listing && observedValue(listing.comId)
  const shownId = listing && observedValue(listing.shownId)
  return comId && shownId ? { element, comId, shownId, isRemoved: false } : null
}

const removedNotice = `${selectors.notFound}, ${selectors.classicNotAvailable}`
