import type { HostKind, PageStyle } from './stylesheet.ts'

/** An element of the page that holds one closed root of ours. It has no attribute, ever (invariant 8). */
export interface ClosedHost {
  host: HTMLElement
  root: ShadowRoot
}

/**
 * What must not reach the page's own listeners: a click on a control is no click on the card below it, and
 * a letter typed into a note is no shortcut of the shop. These come without pointer or focus where a screen
 * reader presses a button.
 */
const pressEvents = ['click', 'mousedown', 'mouseup'] as const

/** None of these comes before the pointer or the focus did. */
const reachedEvents = [
  'dblclick',
  'auxclick',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
] as const

/** Only the floating layer has fields. */
const typeEvents = ['beforeinput', 'input', 'change', 'paste', 'copy', 'cut'] as const

/**
 * Makes a host; `claim` sees every event inside it first, and nobody outside sees it after. Most hosts of a
 * page are never reached, and only a reached one listens for everything.
 *
 * @param onReach told when pointer or focus comes to the host for the first time
 */
export function createClosedHost(
  style: PageStyle,
  kind: HostKind,
  claim: (event: Event) => void,
  onReach?: () => void,
): ClosedHost {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [style.sheetFor(kind)]
  const listener = (event: Event) => {
    event.stopPropagation()
    claim(event)
  }
  for (const type of pressEvents) root.addEventListener(type, listener, { capture: true })
  const reach = () => {
    host.removeEventListener('pointerenter', reach)
    host.removeEventListener('focusin', reach)
    for (const type of kind === 'floating' ? [...reachedEvents, ...typeEvents] : reachedEvents) {
      // Passive, or the browser would wait for us before it scrolls; nothing of ours prevents a touch.
      root.addEventListener(type, listener, { capture: true, passive: type.startsWith('touch') })
    }
    onReach?.()
  }
  host.addEventListener('pointerenter', reach)
  host.addEventListener('focusin', reach)
  return { host, root }
}

/** The button (or other acting element) that an event inside a closed root is meant for. */
export function actionElementOf(event: Event): HTMLElement | null {
  const target = event.target
  return target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
}
