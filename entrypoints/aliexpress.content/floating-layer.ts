import { isPersonsClick } from './clickjack-guard.ts'
import { actionElementOf, createClosedHost } from './closed-host.ts'
import type { PageStyle } from './stylesheet.ts'

/** What stands above the page: notes, the bar, menus and dialogs, all in one closed root. */
export interface FloatingLayer {
  root: ShadowRoot
  /** What events of the layer have as target for anybody outside it. */
  host: HTMLElement
  /** Puts the layer (back) into the page, as its last element. */
  attach(): void
  isAttached(): boolean
  remove(): void
  /** Calls `act` for a person's click on a button with `data-do="<action>"`; the last one to ask for an action gets it. */
  on(action: string, act: (element: HTMLElement, event: MouseEvent) => void): void
  /** Calls `listen` for every event of this type inside the layer. */
  listen<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listen: (event: HTMLElementEventMap[Type]) => void,
  ): void
  /** The element of ours that has the focus. */
  focused(): HTMLElement | null
}

export function createFloatingLayer(style: PageStyle): FloatingLayer {
  const actions = new Map<string, (element: HTMLElement, event: MouseEvent) => void>()
  const { host, root } = createClosedHost(style, 'floating', (event) => {
    if (event.type !== 'click' || !(event instanceof MouseEvent)) return
    const acting = actionElementOf(event)
    // A note or menu appears because of what the person just did: no minimum time for these.
    if (acting && isPersonsClick(event, host, acting, Number.NEGATIVE_INFINITY)) {
      actions.get(acting.dataset.do ?? '')?.(acting, event)
    }
  })
  return {
    root,
    host,
    attach: () => document.documentElement.append(host),
    isAttached: () => host.isConnected,
    remove: () => host.remove(),
    on: (action, act) => {
      actions.set(action, act)
    },
    listen: (type, listen) => {
      root.addEventListener(type, (event) => listen(event as HTMLElementEventMap[typeof type]), true)
    },
    focused: () => (root.activeElement instanceof HTMLElement ? root.activeElement : null),
  }
}
