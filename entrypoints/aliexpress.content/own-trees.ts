import { openOrClosedShadowRoot } from '../../lib/browser/closed-shadow-root.ts'
import { isOwnSheet } from './stylesheet.ts'

/** True for a shadow tree of ours, whichever script of Docket asks. */
export const isOwnRoot = (root: ShadowRoot): boolean => root.adoptedStyleSheets.some(isOwnSheet)

/** All our trees on the page. A host of ours has no attribute, ever. */
function ownRoots(): ShadowRoot[] {
  const plain = [...document.querySelectorAll('div')].filter(({ attributes }) => attributes.length === 0)
  return plain.flatMap((host) => {
    const root = host.shadowRoot ? null : openOrClosedShadowRoot(host)
    return root && isOwnRoot(root) ? [root] : []
  })
}

/** Should nobody put them back: the background may be stopped at any moment. */
const putBackAfterMs = 25_000

let putBack: (() => void) | null = null

/**
 * Empties our trees for as long as the browser itself saves the page, and keeps what was in them. The page cannot
 * see it: its own document does not change. False where a dialog of ours is open: taken out, it would no longer
 * lie over the page.
 */
export function setOwnTreesAside(): boolean {
  putOwnTreesBack()
  const roots = ownRoots()
  if (roots.some((root) => root.querySelector('dialog[open]'))) return false
  const kept = roots.map((root) => {
    const focused = root.activeElement
    const content = document.createDocumentFragment()
    content.append(...root.childNodes)
    return { root, focused, content }
  })
  const timer = setTimeout(putOwnTreesBack, putBackAfterMs)
  putBack = () => {
    clearTimeout(timer)
    for (const { root, focused, content } of kept) {
      root.append(content)
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    }
  }
  return true
}

export function putOwnTreesBack(): void {
  putBack?.()
  putBack = null
}
