import { whenIdle } from './when-idle.ts'

/** Shops change their pages all the time (counters, carousels): not more often than this is looked again. */
const minPauseMs = 250

/**
 * Calls `onChange` in an idle moment after the page may have got, lost or re-used cards, or went to another
 * address without being loaded. The page's own ways are listened to; none of its functions is replaced,
 * since a page could notice that.
 */
export function watchPage(hasLost: () => boolean, onChange: () => void): () => void {
  let isScheduled = false
  let isStopped = false
  let url = location.href

  const schedule = () => {
    if (isScheduled || isStopped) return
    isScheduled = true
    setTimeout(() => {
      whenIdle(() => {
        isScheduled = false
        if (isStopped) return
        url = location.href
        onChange()
      }, 400)
    }, minPauseMs)
  }

  const observer = new MutationObserver((mutations) => {
    if (isScheduled) return
    if (location.href !== url || mutations.some(mayConcernListings) || hasLost()) schedule()
  })
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href', 'data-product-id'],
  })
  window.addEventListener('popstate', schedule)
  return () => {
    isStopped = true
    observer.disconnect()
    window.removeEventListener('popstate', schedule)
  }
}

/** A card, a modal or a title came: it has a link or a heading. A counter's digits have neither. */
function mayConcernListings({ type, addedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return true
  for (const node of addedNodes) {
    if (!(node instanceof Element) || node.childElementCount + node.attributes.length === 0) continue
    if (node.matches('a,h1') || node.querySelector('a,h1')) return true
  }
  return false
}
