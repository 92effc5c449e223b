import type { LazyTools } from './lazy-tools.ts'
import type { ListingActions } from './listing-actions.ts'
import { type PageKey, pageKeyOf } from './page-keys.ts'
import type { PageTarget } from './page-target.ts'
import type { SelectMany } from './select-many.ts'

/** Does what the keys of the page ask for. Returns a function that stops listening. */
export function listenToKeys({
  actions,
  target,
  tools,
  many,
}: {
  actions: ListingActions
  target: PageTarget
  tools: LazyTools
  many: SelectMany
}): () => void {
  function onKey(event: KeyboardEvent): void {
    const { menu, dialogs, tour } = tools.now() ?? {}
    if (menu?.isOpen() || dialogs?.isOpen()) return
    if (event.key === 'Escape' && event.isTrusted) {
      tour?.cancel()
      if (many.isOn()) many.stop()
      return
    }
    const key = pageKeyOf(event)
    if (key === null || !pressed(key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  /** False where the key has nothing to act on: then it belongs to the shop. */
  function pressed(key: PageKey): boolean {
    if (key === 'undo') {
      // Wherever the pointer is by now: it takes back what was judged last.
      if (!actions.hasMade()) return false
      actions.undoLast()
      return true
    }
    const listing = target.current()
    if (!listing) return false
    if (key === 'keys') tools.use(({ dialogs }) => dialogs.showKeys())
    else if (key === 'select') {
      if (!listing.card) return false
      if (many.isOn()) many.toggle(listing.comId, false)
      else many.start()
    } else if (key === 'flag') actions.flag(listing)
    else actions.perform(key, listing)
    return true
  }

  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
