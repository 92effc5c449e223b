import type { IpType } from '../../lib/queue/flag.ts'
import { build, button } from './build-element.ts'
import type { FloatingLayer } from './floating-layer.ts'
import { ipTypeWords } from './words.ts'

export type ManyAction = IpType | 'later' | 'genuine' | 'out-of-scope'

export interface SelectionBar {
  /** Null: no cards on this page, so nothing to select. */
  show(state: BarState | null): void
}

export type BarState =
  | { mode: 'idle' }
  | { mode: 'selecting'; count: number; total: number; lastIpType: IpType }
  | { mode: 'working'; text: string }

/** The bar at the lower end corner: starts selecting, shows the running count, and acts on all that is ticked. */
export function createSelectionBar(
  layer: FloatingLayer,
  on: {
    start(): void
    stop(): void
    all(): void
    none(): void
    keys(): void
    act(action: ManyAction): void
  },
): SelectionBar {
  const bar = build('div', { class: 'panel bar', role: 'toolbar', 'aria-label': 'Docket' })
  // Announced by itself: the count changes while the focus is on a card.
  const count = build('span', { class: 'count', role: 'status' })
  layer.root.append(bar)
  layer.on('select-start', on.start)
  layer.on('select-stop', on.stop)
  layer.on('select-all', on.all)
  layer.on('select-none', on.none)
  layer.on('show-keys', on.keys)
  layer.on('flag-many', (element) => on.act(element.dataset.action as ManyAction))
  let drawn = ''

  function buttonsOf(state: Exclude<BarState, { mode: 'working' }>): HTMLElement[] {
    if (state.mode === 'idle') {
      return [
        button('select-start', {}, 'Select many'),
        button('show-keys', { class: 'quiet', 'aria-label': 'Keys' }, '?'),
      ]
    }
    const disabled: Record<string, string> = state.count === 0 ? { disabled: '' } : {}
    const act = (action: ManyAction, label: string, name: string) =>
      button('flag-many', { 'data-action': action, 'aria-label': name, ...disabled }, label)
    const { lastIpType } = state
    const types = [
      lastIpType,
      ...(['trademark', 'copyright', 'patent'] as const).filter((type) => type !== lastIpType),
    ]
    return [
      button('select-all', {}, `All on this page (${state.total})`),
      button('select-none', disabled, 'None'),
      build('span', { class: 'rule' }),
      build('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Flag all as'),
      ...types.map((type) => act(type, ipTypeWords[type].name, `Flag all as ${ipTypeWords[type].right}`)),
      act('later', 'Look later', 'Look later: all'),
      act('genuine', 'Not infringing', 'Not infringing: all'),
      act('out-of-scope', 'Out of scope', 'Out of scope: all'),
      build('span', { class: 'rule' }),
      button('select-stop', { class: 'quiet', 'aria-keyshortcuts': 'Escape' }, 'Done'),
    ]
  }

  return {
    show(state) {
      bar.hidden = state === null
      if (state === null) return
      if (state.mode === 'working') {
        drawn = ''
        count.textContent = state.text
        bar.replaceChildren(count, button('select-stop', { class: 'quiet' }, 'Stop'))
        return
      }
      const text = state.mode === 'idle' ? '' : `${state.count} selected`
      const key = JSON.stringify(state.mode === 'idle' ? state : { ...state, count: state.count > 0 })
      if (key !== drawn) {
        const focused = layer.focused()?.dataset
        bar.replaceChildren(...(text ? [count] : []), ...buttonsOf(state))
        // Redrawing must not throw the keyboard out of the bar.
        if (focused?.do) {
          const same = [...bar.querySelectorAll<HTMLElement>('button')].find(
            ({ dataset }) => dataset.do === focused.do && dataset.action === focused.action,
          )
          const next = same ?? bar.querySelector<HTMLElement>('button')
          if (focused.do.startsWith('select') || focused.do === 'flag-many') next?.focus()
        }
        drawn = key
      }
      if (count.textContent !== text) count.textContent = text
    },
  }
}
