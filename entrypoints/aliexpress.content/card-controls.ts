import type { ListingCard } from '../../lib/extract/listing-cards.ts'
import { createCardControl } from './card-control.ts'
import { type MountedCard, placeControls } from './card-placement.ts'
import { isPersonsClick } from './clickjack-guard.ts'
import { actionElementOf, createClosedHost } from './closed-host.ts'
import type { ListingStore } from './listing-store.ts'
import { createNearView } from './near-view.ts'
import { type CardListing, listingOfCard } from './page-listing.ts'
import type { HostKind, PageStyle } from './stylesheet.ts'
import { inSlices, whenIdle } from './when-idle.ts'

export type CardAction = 'main' | 'more' | 'tick'

export interface CardControls {
  /** Takes these for the page's cards: mounts what is new and near, keeps what stands, removes what is gone. */
  reconcile(cards: ListingCard[]): void
  /** True where a control was torn out by the page or its card was. */
  hasLost(): boolean
  /** Listings of all cards, in page order, whether a control stands in them yet or not. */
  listings(): CardListing[]
  /** The listing of the card that this element of the page stands in, or whose control it is. */
  cardAround(element: Element | null): CardListing | null
  draw(comIds: string[] | 'all'): void
  drawSelection(isSelecting: boolean, selected: ReadonlySet<string>): void
  removeAll(): void
}

/** Mounted without a look at the clock: fewer than a person sees at once, far below 50 ms. */
const leastInSlice = 12

const hostKindOf = ({ element }: ListingCard): HostKind =>
  /flex|grid/.test(getComputedStyle(element).display) ? 'card-in-row' : 'card'

/**
 * Keeps one control in every card that the person sees or is about to see. Most cards of a long page are
 * never looked at, and cost nothing.
 *
 * @param onReach told when pointer or focus comes to a control, before anything is clicked
 */
export function createCardControls(
  style: PageStyle,
  store: ListingStore,
  onAction: (action: CardAction, mounted: MountedCard, event: MouseEvent) => void,
  onReach: () => void,
): CardControls {
  const mountedBy = new Map<Element, MountedCard>()
  let listings: CardListing[] = []
  let listingBy = new Map<Element, CardListing>()
  let selection: { isSelecting: boolean; selected: ReadonlySet<string> } = {
    isSelecting: false,
    selected: new Set(),
  }

  // Runs after layout and before paint: places new controls and those whose card changed its size.
  const sizes = new ResizeObserver((entries) => {
    placeControls(entries.flatMap(({ target }) => mountedBy.get(target) ?? []))
  })
  const nearView = createNearView(() => whenIdle(mountNear, 150))

  /** Tab goes from card to card faster than the window scrolls, in a carousel without scrolling at all. */
  const onFocus = (event: FocusEvent) => {
    const around = event.target instanceof Element ? cardAround(event.target) : null
    if (!around) return
    const at = listings.indexOf(around)
    nearView.claim(listings.slice(Math.max(at - 1, 0), at + 2).map(({ card }) => card.element))
  }
  window.addEventListener('focusin', onFocus, { capture: true, passive: true })

  function mountNear(): void {
    const missing = listings.filter(({ card }) => nearView.isNear(card.element) && !stands(card))
    // All styles are read before the first host comes: a reading in between would lay out anew each time.
    const places = missing.map((listing) => ({ listing, kind: hostKindOf(listing.card) }))
    inSlices(places, leastInSlice, (slice) => {
      for (const { listing, kind } of slice) {
        const { element } = listing.card
        // A later look at the page may have found otherwise in the meantime.
        if (listingBy.get(element) !== listing || !element.isConnected || stands(listing.card)) continue
        remove(element)
        mount(listing, kind)
      }
    })
  }

  function mount(listing: CardListing, kind: HostKind): void {
    const claim = (event: Event) => {
      if (event.type !== 'click') return
      event.preventDefault()
      const acting = actionElementOf(event)
      if (!acting || !(event instanceof MouseEvent)) return
      if (!isPersonsClick(event, mounted.host, acting, mounted.shownSinceMs)) return
      onAction(acting.dataset.do as CardAction, mounted, event)
    }
    const { host, root } = createClosedHost(style, kind, claim, onReach)
    const control = createCardControl(listing.title)
    root.append(control.element)
    const mounted: MountedCard = {
      host,
      root,
      listing,
      control,
      veil: null,
      shownSinceMs: performance.now(),
    }
    drawOne(mounted)
    control.showSelection(selection.isSelecting, selection.selected.has(listing.comId))
    mountedBy.set(listing.card.element, mounted)
    listing.card.element.prepend(host)
    sizes.observe(listing.card.element)
  }

  function remove(element: Element): void {
    const mounted = mountedBy.get(element)
    if (!mounted) return
    mounted.host.remove()
    mountedBy.delete(element)
    sizes.unobserve(element)
  }

  /** True where a veil came, which has no place yet. */
  function drawOne(mounted: MountedCard): boolean {
    const view = store.view(mounted.listing.comId)
    mounted.control.show(view, store.lastIpType())
    const isDimmed = view.phase === 'judged' && view.state.verdict === 'genuine'
    if (isDimmed === (mounted.veil !== null)) return false
    mounted.veil?.remove()
    mounted.veil = null
    if (!isDimmed) return false
    mounted.veil = document.createElement('div')
    mounted.veil.className = 'veil'
    mounted.root.prepend(mounted.veil)
    return true
  }

  function stands(card: ListingCard): boolean {
    const mounted = mountedBy.get(card.element)
    return (
      mounted?.listing.comId === card.comId &&
      mounted.host.parentElement === card.element &&
      mounted.host.isConnected
    )
  }

  function cardAround(start: Element | null): CardListing | null {
    for (let element = start; element; element = element.parentElement) {
      const listing = listingBy.get(element)
      if (listing) return listing
    }
    return null
  }

  return {
    reconcile(cards) {
      listings = cards.map(listingOfCard)
      listingBy = new Map(listings.map((listing) => [listing.card.element, listing]))
      const elements = new Set<Element>(listingBy.keys())
      for (const element of [...mountedBy.keys()]) if (!elements.has(element)) remove(element)
      nearView.watch(elements)
      mountNear()
    },
    hasLost: () =>
      [...mountedBy].some(([element, { host }]) => !element.isConnected || host.parentElement !== element),
    listings: () => listings,
    cardAround,
    draw(comIds) {
      const wanted = comIds === 'all' ? null : new Set(comIds)
      const drawn = [...mountedBy.values()].filter(({ listing }) => wanted?.has(listing.comId) ?? true)
      placeControls(drawn.filter(drawOne))
    },
    drawSelection(isSelecting, selected) {
      selection = { isSelecting, selected }
      for (const { control, listing } of mountedBy.values()) {
        control.showSelection(isSelecting, selected.has(listing.comId))
      }
    },
    removeAll() {
      window.removeEventListener('focusin', onFocus, true)
      nearView.stop()
      for (const element of [...mountedBy.keys()]) remove(element)
      listings = []
      listingBy = new Map()
    },
  }
}
