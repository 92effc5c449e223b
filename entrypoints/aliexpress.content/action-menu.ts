import type { IpType } from '../../lib/queue/flag.ts'
import { build, button } from './build-element.ts'
import type { FloatingLayer } from './floating-layer.ts'
import { judgementOf, type ListingView } from './listing-view.ts'
import { ipTypeWords, missingScreenshotWords } from './words.ts'

/** What may be done with a listing; the same from menu, keys, item bar and the browser's own menu. */
export type ListingAction = IpType | 'later' | 'genuine' | 'out-of-scope' | 'note' | 'screenshot' | 'undo'

interface MenuItem {
  action: ListingAction
  label: string
  key?: string
  isCurrent?: boolean
}

/** The menu of a listing that looks like this, in groups. */
function menuItems(view: ListingView, canUndo: boolean): MenuItem[][] {
  const judgement = judgementOf(view)
  const isCurrent = (verdict: string, ipType: IpType | null = null) =>
    judgement?.verdict === verdict && judgement.ipType === ipType
  const types = (['trademark', 'copyright', 'patent'] as const).map((ipType) => ({
    action: ipType,
    label: ipTypeWords[ipType].name,
    key: ipType.charAt(0).toUpperCase(),
    isCurrent: isCurrent('infringing', ipType),
  }))
  const others: MenuItem[] = [
    { action: 'later', label: 'Look later', key: 'L', isCurrent: isCurrent('suspicious') },
    { action: 'genuine', label: 'Not infringing', key: 'G', isCurrent: isCurrent('genuine') },
    { action: 'out-of-scope', label: 'Out of scope', key: 'O', isCurrent: isCurrent('out-of-scope') },
  ]
  const more: MenuItem[] = [{ action: 'note', label: judgement?.note ? 'Edit note…' : 'Note…', key: 'N' }]
  if (missingScreenshotWords(view)) more.push({ action: 'screenshot', label: 'Take screenshot now' })
  if (canUndo) more.push({ action: 'undo', label: 'Undo', key: 'U' })
  return [types, others, more]
}

export interface ActionMenu {
  open(wanted: {
    trigger: HTMLElement
    title: string
    view: ListingView
    canUndo: boolean
    onPick: (action: ListingAction) => void
  }): void
  close(): void
  isOpen(): boolean
}

/** One menu for the whole page: opened at a control, closed by a choice, Escape, Tab or a press elsewhere. */
export function createActionMenu(layer: FloatingLayer): ActionMenu {
  let opened: { menu: HTMLElement; trigger: HTMLElement; onPick: (action: ListingAction) => void } | null =
    null

  const onPressOutside = (event: Event) => {
    if (event.target !== layer.host) close(false)
  }
  const onScroll = () => close(false)

  function close(returnFocus: boolean): void {
    if (!opened) return
    const { menu, trigger } = opened
    opened = null
    menu.remove()
    trigger.setAttribute('aria-expanded', 'false')
    window.removeEventListener('pointerdown', onPressOutside, true)
    window.removeEventListener('scroll', onScroll, true)
    if (returnFocus) trigger.focus({ preventScroll: true })
  }

  layer.listen('pointerdown', (event) => {
    if (opened && event.target instanceof Node && !opened.menu.contains(event.target)) close(false)
  })
  layer.listen('keydown', (event) => {
    if (!opened) return
    const buttons = [...opened.menu.querySelectorAll<HTMLElement>('button')]
    const at = buttons.indexOf(layer.focused() ?? opened.menu)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      buttons.at(to % buttons.length)?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      close(true)
    } else {
      const byKey = opened.menu.querySelector<HTMLElement>(
        `[data-key="${CSS.escape(event.key.toUpperCase())}"]`,
      )
      if (byKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        pick(byKey)
      }
    }
  })
  const pick = (element: HTMLElement) => {
    const onPick = opened?.onPick
    close(true)
    onPick?.(element.dataset.action as ListingAction)
  }
  layer.on('pick', pick)

  return {
    open({ trigger, title, view, canUndo, onPick }) {
      close(false)
      const menu = build('div', { class: 'panel menu', role: 'menu', 'aria-label': title })
      for (const [index, group] of menuItems(view, canUndo).entries()) {
        if (index > 0) menu.append(build('hr', { role: 'separator' }))
        menu.append(...group.map(buildItem))
      }
      layer.root.append(menu)
      placeMenu(menu, trigger.getBoundingClientRect())
      trigger.setAttribute('aria-expanded', 'true')
      opened = { menu, trigger, onPick }
      window.addEventListener('pointerdown', onPressOutside, true)
      window.addEventListener('scroll', onScroll, true)
      menu.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    },
    close: () => close(false),
    isOpen: () => opened !== null,
  }
}

function buildItem({ action, label, key, isCurrent }: MenuItem): HTMLElement {
  const isChoice = isCurrent !== undefined
  return button(
    'pick',
    {
      role: isChoice ? 'menuitemradio' : 'menuitem',
      'data-action': action,
      tabindex: '-1',
      ...(isChoice ? { 'aria-checked': String(isCurrent) } : {}),
      ...(key ? { 'data-key': key, 'aria-keyshortcuts': key } : {}),
    },
    build('span', {}, isCurrent ? `✓ ${label}` : label),
    ...(key ? [build('kbd', { 'aria-hidden': 'true' }, key)] : []),
  )
}

/** Below the trigger, or above it where there is no room; never outside the window. */
function placeMenu(menu: HTMLElement, trigger: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(menu).direction === 'rtl'
  const left = isRightToLeft ? trigger.left : trigger.right - width
  const below = trigger.bottom + 4
  const top = below + height <= innerHeight - 8 ? below : trigger.top - height - 4
  menu.style.left = `${Math.min(Math.max(left, 8), Math.max(innerWidth - width - 8, 8))}px`
  menu.style.top = `${Math.min(Math.max(top, 8), Math.max(innerHeight - height - 8, 8))}px`
}
