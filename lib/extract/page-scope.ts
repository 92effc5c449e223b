import { readText } from '../core/hostile-json.ts'
import { absent, type Observation, unreadable } from '../core/observation.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { readItemId, readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { selectors } from '../site/selectors.ts'

/**
 * The part of a document that is about one item: a page without the modals over it and without the other
 * listings that it recommends, or one open modal.
 */
export interface PageScope {
  /** Popovers of the item stand at the end of the body, outside of the item. */
  readonly document: Document
  readonly isModal: boolean
  all(selector: string): HTMLElement[]
  first(selector: string): HTMLElement | null
  /** The one text that all matches with a text have, as an observation that names where it was read. */
  text(selector: string, source: string, maxLength: number): Observation<string>
}

export function scopeOf(root: Document | HTMLElement, { url }: Pick<PageContext, 'url'>): PageScope {
  const isModal = root.nodeType !== 9
  const isOther = isModal ? null : otherListings(root, url)
  const all = (selector: string) => {
    const found = [...root.querySelectorAll<HTMLElement>(selector)]
    return isOther ? found.filter((element) => !element.closest(selectors.modal) && !isOther(element)) : found
  }
  return {
    document: root.nodeType === 9 ? (root as Document) : (root as HTMLElement).ownerDocument,
    isModal,
    all,
    first: (selector) => all(selector)[0] ?? null,
    text(selector, source, maxLength) {
      let first: Observation<string> = absent
      for (const element of all(selector)) {
        const text = readText(element.textContent, source)
        if (text.status !== 'found') continue
        if (text.value.length > maxLength) return unreadable('a text that is too long', source)
        if (first.status === 'found' && first.value !== text.value)
          return unreadable('several texts stand side by side', source)
        first = text
      }
      return first
    },
  }
}

/** How far above a price its card's link to the listing is looked for. */
const maxCardSteps = 3

/**
 * Answers what belongs to another listing that the page recommends: what stands in a block of such, in a link
 * to another item, or in a small box with such a link. A box that holds all that is marked as a title is the
 * item's own. Remembers each box: the parts of an item share theirs.
 */
function otherListings(root: ParentNode, base: URL): (element: HTMLElement) => boolean {
  const own = readPathItemId(base)
  const leadsElsewhere = (link: Element | null) => {
    const url = linkUrl(link, base)
    const id = url && isSiteUrl(url) ? readItemId(url) : null
    return id !== null && id.comId !== own?.comId
  }
  let titles: Element[] | undefined
  const boxes = new Map<Element, boolean | null>()
  /** True: another listing's; false: the item's own; null: not said, so a wider box is asked. */
  const readBox = (box: Element) => {
    titles ??= [...root.querySelectorAll(selectors.title)]
    if (titles.length > 0 && titles.every((title) => box.contains(title))) return false
    return [...box.querySelectorAll('a[href]')].some(leadsElsewhere) ? true : null
  }
  return (element) => {
    if (element.closest(selectors.otherListings)) return true
    if (own === null) return false
    if (leadsElsewhere(element.closest('a[href]'))) return true
    let box = element.parentElement
    for (let step = 0; step < maxCardSteps && box && box !== box.ownerDocument.body; step++) {
      const known = boxes.get(box)
      const answer = known === undefined ? readBox(box) : known
      boxes.set(box, answer)
      if (answer !== null) return answer
      box = box.parentElement
    }
    return false
  }
}

/** The address of a link, made absolute; null where it is none. */
export function linkUrl(link: Element | null, base: URL): URL | null {
  const href = link?.getAttribute('href')
  return href && URL.canParse(href, base) ? new URL(href, base) : null
}
