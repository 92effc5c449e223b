import { browser } from 'wxt/browser'

/** Only these, and elements of the page's own making, can have a shadow tree that somebody gave them. */
const hosts = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/

/** What browsers offer extensions, and only them, for trees that a page closed. */
interface Openers {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
}
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null
}

/** The root of an element's shadow tree, also where the page closed it. Only for scripts that run in pages. */
export function openOrClosedShadowRoot(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot
  if (!hosts.test(element.localName) || !(element instanceof HTMLElement)) return null
  const inFirefox = (element as FirefoxElement).openOrClosedShadowRoot
  return inFirefox ?? (browser as Openers).dom?.openOrClosedShadowRoot(element) ?? null
}
