import type { PageContext } from '../site/page-context.ts'
import { openModal } from '../site/page-state.ts'
import { extractStated } from './extract-listing.ts'
import { extractClassicShown, extractClassicState } from './item-classic.ts'
import { extractHeadStated } from './item-head.ts'
import { extractModalItem, extractRenderedShown } from './item-rendered.ts'
import { extractRuShown, extractRuState } from './item-ru.ts'
import type { ObservedListing } from './listing.ts'

/** The two witnesses that one page is: what it shows, and what its own data says. */
export interface Witnesses {
  /** Read from the rendered document alone. */
  shown: ObservedListing
  /** Read from states in the page's text alone; null where they say nothing of the item. */
  stated: ObservedListing | null
}

/**
 * Both witnesses of the listing that a page is about, each without the other; null where the page is about no single
 * listing. `extractListing` is what Docket takes from them together.
 *
 * Never throws on what a page contains. The caller asks `readPageState` first: this function does not.
 */
export function extractWitnesses(doc: Document, context: PageContext): Witnesses | null {
  const modal = openModal(doc)
  if (modal) return { shown: extractModalItem(doc, modal, context), stated: null }
  if (context.kind !== 'item') return null
  if (context.site === 'ru') {
    return { shown: extractRuShown(doc, context), stated: extractRuState(doc, context) }
  }
  const rendered = extractRenderedShown(doc, context)
  const state = extractStated(doc)
  if (state) return { shown: rendered, stated: state }
  const classic = extractClassicState(doc, context)
  if (!classic) return { shown: rendered, stated: extractHeadStated(doc, context) }
  const { comId, shownId } = rendered
  return { shown: { ...extractClassicShown(doc, context), comId, shownId }, stated: classic }
}
