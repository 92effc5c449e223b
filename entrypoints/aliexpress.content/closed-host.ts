import type { HostKind, PageStyle } from './stylesheet.ts'

/** An element of the page that holds one closed root of ours. It has no attribute, ever (invariant 8). */
export interface ClosedHost {
  host: HTMLElement
  root: ShadowRoot
}

/**
 * What must not reach the page's own listeners: a click on a control is no click on the card below it, and
 * a letter typed into a note is no shortcut of the shop.
 */
const pressEvents = [
  'click',
  'dblclick',
  'auxclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
] as const

/** Only the floating layer has fields. */
const typeEvents = ['beforeinput', 'input', 'change', 'paste', 'copy', 'cut'] as const

/** Makes a host; `claim` sees every event inside it first, and nobody outside sees it after. */
export function createClosedHost(
  style: PageStyle,
  kind: HostKind,
  claim: (event: Event) => void,
): ClosedHost {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = style.sheetsFor(kind)
  const listener = (event: Event) => {
    event.stopPropagation()
    claim(event)
  }
  for (const type of pressEvents) root.addEventListener(type, listener, { capture: true })
  if (kind !== 'floating') return { host, root }
  for (const type of typeEvents) root.addEventListener(type, listener, { capture: true })
  return { host, root }
}

/** The button (or other acting element) that an event inside a closed root is meant for. */
export function actionElementOf(event: Event): HTMLElement | null {
  const target = event.target
  return target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
}
