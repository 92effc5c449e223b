import type { CardListing } from './page-listing.ts'

/** Which cards are ticked while many are selected. */
export interface Selection {
  isOn(): boolean
  selected(): ReadonlySet<string>
  start(): void
  stop(): void
  /** Ticks or unticks; with `isRange` everything from the last one to this one gets the same state. */
  toggle(comId: string, isRange: boolean): void
  selectAll(): void
  clear(): void
}

/** @param cards in page order @param onChange told after every change */
export function createSelection(cards: () => CardListing[], onChange: () => void): Selection {
  let isOn = false
  let selected = new Set<string>()
  let last: string | null = null

  const comIds = () => [...new Set(cards().map(({ comId }) => comId))]

  function rangeTo(comId: string): string[] {
    const order = comIds()
    const from = last === null ? -1 : order.indexOf(last)
    const to = order.indexOf(comId)
    if (from < 0 || to < 0) return [comId]
    return order.slice(Math.min(from, to), Math.max(from, to) + 1)
  }

  return {
    isOn: () => isOn,
    selected: () => selected,
    start() {
      isOn = true
      onChange()
    },
    stop() {
      isOn = false
      selected = new Set()
      last = null
      onChange()
    },
    toggle(comId, isRange) {
      const wanted = !selected.has(comId)
      for (const id of isRange ? rangeTo(comId) : [comId]) {
        if (wanted) selected.add(id)
        else selected.delete(id)
      }
      last = comId
      onChange()
    },
    selectAll() {
      for (const id of comIds()) selected.add(id)
      onChange()
    },
    clear() {
      selected.clear()
      onChange()
    },
  }
}
