import type { CardControls } from './card-controls.ts'
import type { FloatingLayer } from './floating-layer.ts'
import type { LazyTools } from './lazy-tools.ts'
import type { ListingStore } from './listing-store.ts'
import type { CardListing } from './page-listing.ts'
import { createSelection } from './selection.ts'
import { createSelectionBar, type ManyAction } from './selection-bar.ts'

/** Selecting many listings and judging them alike: ticks on the cards and the bar that acts on them. */
export interface SelectMany {
  isOn(): boolean
  /** Ticks or unticks a listing; with `isRange` everything from the last one to this one. */
  toggle(comId: string, isRange: boolean): void
  start(): void
  /** Ends selecting; while many are being judged, stops that instead. */
  stop(): void
  /** Shows in the bar how far judging many has come; null ends selecting. */
  showProgress(text: string | null): void
  /** Draws the bar as the page stands now. */
  draw(): void
  /** Takes the bar away. */
  remove(): void
}

/** Wires selection and bar together; the judging itself is one of the tools. */
export function createSelectMany({
  layer,
  controls,
  store,
  tools,
}: {
  layer: FloatingLayer
  controls: CardControls
  store: ListingStore
  tools: LazyTools
}): SelectMany {
  let progress: string | null = null
  const selection = createSelection(controls.listings, () => {
    controls.drawSelection(selection.isOn(), selection.selected())
    draw()
  })
  const bar = createSelectionBar(layer, {
    start: selection.start,
    stop,
    all: selection.selectAll,
    none: selection.clear,
    keys: () => tools.use(({ dialogs }) => dialogs.showKeys()),
    act(action: ManyAction) {
      const listings = once(ticked())
      tools.use(({ flagMany }) => void flagMany.run(action, listings))
    },
  })

  const ticked = () => controls.listings().filter(({ comId }) => selection.selected().has(comId))

  function stop(): void {
    const many = tools.now()?.flagMany
    if (many?.isRunning()) many.cancel()
    else selection.stop()
  }

  function draw(): void {
    const listings = controls.listings()
    if (progress !== null) bar.show({ mode: 'working', text: progress })
    else if (selection.isOn()) {
      const count = selection.selected().size
      const total = once(listings).length
      bar.show({ mode: 'selecting', count, total, lastIpType: store.lastIpType() })
    } else bar.show(listings.length > 0 ? { mode: 'idle' } : null)
  }

  return {
    isOn: selection.isOn,
    toggle: selection.toggle,
    start: selection.start,
    stop,
    showProgress(text) {
      progress = text
      if (text === null) selection.stop()
      draw()
    },
    draw,
    remove: () => bar.show(null),
  }
}

/** Each listing once: pages show some in several cards. */
function once(listings: CardListing[]): CardListing[] {
  const seen = new Set<string>()
  return listings.filter(({ comId }) => !seen.has(comId) && seen.add(comId))
}
