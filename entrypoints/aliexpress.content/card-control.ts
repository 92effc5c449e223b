import type { IpType } from '../../lib/queue/flag.ts'
import { build, button } from './build-element.ts'
import { type IconName, icon, redraw } from './icons.ts'
import { knownWords } from './known-words.ts'
import type { ListingView } from './listing-view.ts'
import { mainButtonName, missingScreenshotWords, viewLabel } from './words.ts'

/** The control of one card: its elements, and what it shows now. */
export interface CardControl {
  element: HTMLElement
  main: HTMLButtonElement
  more: HTMLButtonElement
  show(view: ListingView, lastIpType: IpType): void
  showSelection(isSelecting: boolean, isSelected: boolean): void
  setNarrow(isNarrow: boolean): void
}

/** Class of the control and icon for each thing it may show. */
export function lookOf(view: ListingView): { tone: string; icon: IconName } {
  switch (view.phase) {
    case 'unjudged':
      return { tone: 'plain', icon: 'flag' }
    case 'saving':
      return { tone: 'saving', icon: 'turning' }
    case 'failed':
      return { tone: 'failed', icon: 'warning' }
    case 'judged':
      return (
        {
          infringing: { tone: 'flagged', icon: 'flag' },
          suspicious: { tone: 'later', icon: 'clock' },
          genuine: { tone: 'genuine', icon: 'check' },
          'out-of-scope': { tone: 'out', icon: 'minus' },
        } as const
      )[view.state.verdict]
  }
}

/** Cloned for each card: cheaper than building sixty. */
let template: HTMLElement | null = null

function buildTemplate(): HTMLElement {
  const main = button('main', { class: 'main' }, icon('flag'))
  main.append(build('span', { class: 'long why' }), build('span', { class: 'short' }))
  return build(
    'div',
    { class: 'control' },
    main,
    button('more', { class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, icon('more')),
  )
}

const buildTick = (title: string): HTMLButtonElement =>
  button(
    'tick',
    { class: 'tick', role: 'checkbox', 'aria-checked': 'false', 'aria-label': `Select: ${title}` },
    build('i', {}, icon('check')),
  )

/** Builds the control of a listing with this title. It shows "not judged" until told otherwise. */
export function createCardControl(title: string): CardControl {
  template ??= buildTemplate()
  const element = template.cloneNode(true) as HTMLElement
  const [main, more] = element.children as unknown as HTMLButtonElement[]
  const [drawing, long, short] = (main?.children ?? []) as unknown as Element[]
  if (!main || !more || !long || !short || !(drawing instanceof SVGSVGElement)) {
    throw new Error('The template of the control lacks a part.')
  }
  // They come when they are first needed: on most pages never.
  let tick: HTMLButtonElement | null = null
  let noShot: SVGSVGElement | null = null
  let known: HTMLElement | null = null
  more.setAttribute('aria-label', `More for: ${title}`)

  let tone = ''
  let isSelecting = false
  let isNarrow = false
  const applyClass = () => {
    element.className = `control ${tone}${isSelecting ? ' selecting' : ''}${isNarrow ? ' narrow' : ''}`
  }

  return {
    element,
    main,
    more,
    show(view, lastIpType) {
      const look = lookOf(view)
      const label = viewLabel(view)
      const missing = missingScreenshotWords(view)
      tone = look.tone
      applyClass()
      redraw(drawing, look.icon)
      long.textContent = label.long
      short.textContent = label.short
      if (missing !== null && !noShot) {
        noShot = icon('noCamera')
        main.append(noShot)
      }
      noShot?.toggleAttribute('hidden', missing === null)
      const lines = knownWords(view)
      if (lines.length > 0 && !known) {
        // For the eye alone: the button's name says the same.
        known = build('span', { class: 'known', 'aria-hidden': 'true' })
        element.append(known)
      }
      known?.replaceChildren(...lines.map((line) => build('span', {}, line)))
      known?.toggleAttribute('hidden', lines.length === 0)
      main.setAttribute('aria-label', mainButtonName(view, lastIpType, title))
      main.title = main.getAttribute('aria-label') ?? ''
      if (view.phase === 'judged') main.setAttribute('aria-haspopup', 'menu')
      else main.removeAttribute('aria-haspopup')
    },
    showSelection(selecting, isSelected) {
      isSelecting = selecting
      applyClass()
      if (isSelecting && !tick) {
        tick = buildTick(title)
        element.prepend(tick)
      }
      tick?.setAttribute('aria-checked', String(isSelected))
    },
    setNarrow(narrow) {
      isNarrow = narrow
      applyClass()
    },
  }
}
