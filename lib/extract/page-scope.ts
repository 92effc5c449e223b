import { readText } from '../core/hostile-json.ts'
import { absent, type Observation, unreadable } from '../core/observation.ts'
import { selectors } from '../site/selectors.ts'

/** The part of a document that is about one item: a page without the modals over it, or one open modal. */
export interface PageScope {
  /** Popovers of the item stand at the end of the body, outside of the item. */
  readonly document: Document
  readonly isModal: boolean
  all(selector: string): HTMLElement[]
  first(selector: string): HTMLElement | null
  /** Text of the first match with a text, as an observation that names where it was read. */
  text(selector: string, source: string, maxLength: number): Observation<string>
}

export function scopeOf(root: Document | HTMLElement): PageScope {
  const isModal = root.nodeType !== 9
  const all = (selector: string) => {
    const found = [...root.querySelectorAll<HTMLElement>(selector)]
    return isModal ? found : found.filter((element) => !element.closest(selectors.modal))
  }
  return {
    document: root.nodeType === 9 ? (root as Document) : (root as HTMLElement).ownerDocument,
    isModal,
    all,
    first: (selector) => all(selector)[0] ?? null,
    text(selector, source, maxLength) {
      for (const element of all(selector)) {
        const text = readText(element.textContent, source)
        if (text.status !== 'found') continue
        return text.value.length > maxLength ? unreadable('a text that is too long', source) : text
      }
      return absent
    },
  }
}

/** The address of a link, made absolute; null where it is none. */
export function linkUrl(link: Element | null, base: URL): URL | null {
  const href = link?.getAttribute('href')
  return href && URL.canParse(href, base) ? new URL(href, base) : null
}
