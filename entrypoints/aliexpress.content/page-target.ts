import type { CardControls } from './card-controls.ts'
import type { PageListing } from './page-listing.ts'

/** Which listing the person means: the one under the pointer or with the focus, whichever moved last. */
export interface PageTarget {
  current(): PageListing | null
  stop(): void
}

/** @param item the listing that the page or its open modal is about, or null */
export function createPageTarget(controls: CardControls, item: () => PageListing | null): PageTarget {
  let pointer: { x: number; y: number } | null = null
  let isFocusLast = false

  const onPointer = (event: PointerEvent) => {
    if (!event.isTrusted) return
    pointer = { x: event.clientX, y: event.clientY }
    isFocusLast = false
  }
  const onFocus = (event: FocusEvent) => {
    if (event.isTrusted) isFocusLast = true
  }
  const onLeave = (event: PointerEvent) => {
    if (event.isTrusted && event.relatedTarget === null) pointer = null
  }
  window.addEventListener('pointermove', onPointer, { capture: true, passive: true })
  window.addEventListener('pointerdown', onPointer, { capture: true, passive: true })
  window.addEventListener('focusin', onFocus, { capture: true, passive: true })
  document.addEventListener('pointerout', onLeave, { capture: true, passive: true })

  const underPointer = () =>
    pointer ? controls.cardAround(document.elementFromPoint(pointer.x, pointer.y)) : null
  const withFocus = () => controls.cardAround(document.activeElement)

  return {
    current() {
      const card = isFocusLast ? (withFocus() ?? underPointer()) : (underPointer() ?? withFocus())
      return card ?? item()
    },
    stop() {
      window.removeEventListener('pointermove', onPointer, true)
      window.removeEventListener('pointerdown', onPointer, true)
      window.removeEventListener('focusin', onFocus, true)
      document.removeEventListener('pointerout', onLeave, true)
    },
  }
}
