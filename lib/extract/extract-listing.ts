import { valueAt } from '../core/hostile-json.ts'
import { absent, found, observedValue, unreadable } from '../core/observation.ts'
import { readInitData, readRunParamsData } from '../site/embedded-state.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { openModal } from '../site/page-state.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import { selectors } from '../site/selectors.ts'
import { absentListing } from './absent-listing.ts'
import { extractClassic } from './item-classic.ts'
import { extractComponents } from './item-components.ts'
import { extractModules } from './item-modules.ts'
import { extractModalItem, extractRenderedItem, readLocale } from './item-rendered.ts'
import { extractRuItem } from './item-ru.ts'
import { extractWidgetTree } from './item-widget-tree.ts'
import type { ObservedListing } from './listing.ts'
import { linkUrl, scopeOf } from './page-scope.ts'
import { agree, asStoreNumbers } from './read-fields.ts'
import { resolveSeller } from './read-seller.ts'

/**
 * What a page that is ready states about the one listing that it is about: the item of an item page, or the
 * product whose modal is open over any other page. Null where the page is about no single listing.
 *
 * Never throws on what a page contains. The caller asks `readPageState` first: this function does not.
 */
export function extractListing(doc: Document, context: PageContext): ObservedListing | null {
  const modal = openModal(doc)
  if (modal) return extractModalItem(doc, modal, context)
  if (context.kind !== 'item') return null
  if (context.site === 'ru') return extractRuItem(doc, context)
  const stated = extractStated(doc) ?? extractClassic(doc, context)
  if (!stated) return extractRenderedItem(doc, context)
  return withPageFacts(checkAgainstUrl(stated, context), doc, context)
}

/** The listing of the page's state, by era since 2019; null where it has none. */
export function extractStated(doc: Document): ObservedListing | null {
  const runParams = observedValue(readRunParamsData(doc))
  if (valueAt(runParams, 'productInfoComponent') !== undefined) return extractComponents(runParams)
  if (valueAt(runParams, 'titleModule') !== undefined) return extractModules(runParams)
  const initData = observedValue(readInitData(doc))
  return initData === null ? null : extractWidgetTree(initData)
}

/** A state of another item than the URL names is not about this page: nothing of it is taken. */
function checkAgainstUrl(listing: ObservedListing, context: PageContext): ObservedListing {
  const asked = readPathItemId(context.url)
  const stated = observedValue(listing.comId)
  if (!asked) return listing
  if (stated === null) {
    const reason = 'the state names no item, or several'
    return { ...absentListing, comId: unreadable(reason, 'state'), shownId: unreadable(reason, 'state') }
  }
  if (agree(stated, asked.comId)) return listing
  const reason = 'the state is of another item than the address'
  return { ...absentListing, comId: unreadable(reason, 'state'), shownId: unreadable(reason, 'state') }
}

/** Adds what only the rendered page says: the explained seller, further store numbers, the language. */
function withPageFacts(listing: ObservedListing, doc: Document, context: PageContext): ObservedListing {
  if (listing.comId.status !== 'found') return listing
  const scope = scopeOf(doc, context)
  const seller = resolveSeller(scope, context.url, listing)
  const header = scope.all(selectors.storeHeaderLinks).map((link) => {
    const number = storeNumberOfPath(linkUrl(link, context.url)?.pathname ?? '')
    return number ? found(number, 'storeHeader') : absent
  })
  const stated = observedValue(seller.storeNumbers)?.map((number) => found(number, 'state')) ?? []
  const isStated = observedValue(seller.sellerRule) === 'state'
  return {
    ...listing,
    ...seller,
    storeNumbers: isStated ? asStoreNumbers([...stated, ...header]) : seller.storeNumbers,
    locale: listing.locale.status === 'found' ? listing.locale : readLocale(doc),
  }
}
