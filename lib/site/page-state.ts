import { isRecord, valueAt } from '../core/hostile-json.ts'
import {
  readAerData,
  readDcData,
  readInitData,
  readRunParams,
  readRunParamsData,
  readRunParamsScalars,
} from './embedded-state.ts'
import { isShown } from './is-shown.ts'
import type { PageContext, PageState } from './page-context.ts'
import { selectors } from './selectors.ts'
import { shownHeadTitle } from './shown-title.ts'

/**
 * What stands in the document, by elements and states and never by words: every live page holds the words
 * of a removed one (ALIEXPRESS.md, fact 8), and a challenge is served at the address of the page it hides.
 */
export function readPageState(doc: Document, context: PageContext): PageState {
  if (isChallenge(doc)) return 'challenge'
  if (/^(?:login|passport)\./i.test(context.url.hostname) || doc.querySelector(selectors.loginForm))
    return 'login'
  switch (context.kind) {
    case 'item':
      return readItemState(doc, context)
    case 'search':
    case 'category':
      return hasCards(doc) || hasResultList(doc) ? 'ready' : 'loading'
    case 'store':
      return hasCards(doc) ? 'ready' : 'loading'
    case 'bundle':
    case 'campaign':
      return openModal(doc) || hasCards(doc) || hasContent(doc) ? 'ready' : 'loading'
    case null:
      return 'unknown'
  }
}

function isChallenge(doc: Document): boolean {
  for (const sign of doc.querySelectorAll<HTMLElement>(selectors.challenge)) if (isShown(sign)) return true
  // Before its script ran, the challenge page has only its configuration.
  for (const script of doc.scripts) {
    const text = script.src === '' ? script.textContent : ''
    if (text.includes('NCTOKENSTR') && text.includes('SECDATA') && /_config_\s*=/.test(text)) return true
  }
  return false
}

function readItemState(doc: Document, context: PageContext): PageState {
  if (hasItemState(doc) || hasText(doc, selectors.title)) return 'ready'
  // Before the seller: a removed item's store may still be named beside the notice.
  if (isShownFirst(doc, selectors.notFound)) return 'removed'
  if (isRendered(doc)) return 'ready'
  const scalars = readRunParamsScalars(doc)
  if (scalars.productId !== undefined)
    return scalars.offline === true || isShownFirst(doc, selectors.classicNotAvailable) ? 'removed' : 'ready'
  if (hasItemWidgets(doc) || readAerItem(doc) || shownHeadTitle(doc, context)) return 'ready'
  return isShell(doc) ? 'loading' : 'unknown'
}

/** Modules of 2019-23 or components of 2023-24. Any other state under that name is not an item's. */
function hasItemState(doc: Document): boolean {
  const state = readRunParamsData(doc)
  return (
    state.status === 'found' &&
    isRecord(state.value) &&
    Object.keys(state.value).some((key) => /(?:Module|Component)$/.test(key))
  )
}

function hasResultList(doc: Document): boolean {
  if (readInitData(doc).status === 'found') return true
  const state = readRunParams(doc)
  return (
    state.status === 'found' &&
    ['items', 'mods.itemList'].some((path) => valueAt(state.value, path) !== undefined)
  )
}

/** A frame that waits for its text is not yet what it will show. */
const hasText = (doc: Document, selector: string) =>
  [...doc.querySelectorAll(selector)].some(({ textContent }) => textContent.trim() !== '')

/** Without a title the seller is enough; without both, one leftover node is not yet an item. */
const isRendered = (doc: Document) =>
  hasText(doc, selectors.storeName) ||
  selectors.renderedItem.filter((selector) => doc.querySelector(selector)).length >= 2

/** Widget tree of 2022, which item pages share with results pages. */
function hasItemWidgets(doc: Document): boolean {
  const state = readInitData(doc)
  const widgets = state.status === 'found' ? valueAt(state.value, 'data') : null
  return (
    typeof widgets === 'object' &&
    widgets !== null &&
    Object.keys(widgets).some((key) => key.startsWith('titleBanner'))
  )
}

const readAerItem = (doc: Document) =>
  readAerData(doc).status === 'found' || doc.querySelector('#storeInfo [data-testid="store_header"]') !== null

/** An item page before its data call answered: it is to be waited for. */
const isShell = (doc: Document) => doc.body?.dataset.spm === 'detail' || readDcData(doc).status === 'found'

const hasCards = (doc: Document) => doc.body?.querySelector(selectors.anyCard) !== null

/** Campaign pages link through redirects that name no item: any filled page is one. */
const hasContent = (doc: Document) => (doc.body?.querySelectorAll('a[href] img').length ?? 0) >= 10

/** The root of a product modal that is open over the page, or null. */
export function openModal(doc: Document): HTMLElement | null {
  for (const title of doc.querySelectorAll<HTMLElement>(selectors.title)) {
    let root = title.closest<HTMLElement>(selectors.modal)
    if (!root || !isShown(title)) continue
    for (
      let outer = root.parentElement?.closest<HTMLElement>(selectors.modal);
      outer;
      outer = root.parentElement?.closest<HTMLElement>(selectors.modal)
    )
      root = outer
    return root
  }
  return null
}

function isShownFirst(doc: Document, selector: string): boolean {
  const element = doc.querySelector<HTMLElement>(selector)
  return element !== null && isShown(element)
}
