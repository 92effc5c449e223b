import type { ListingCard } from '../../lib/extract/listing-cards.ts'
import { type CardControl, createCardControl } from './card-control.ts'
import { placeControls } from './card-placement.ts'
import { isPersonsClick } from './clickjack-guard.ts'
import { actionElementOf, type ClosedHost, createClosedHost } from './closed-host.ts'
import type { ListingStore } from './listing-store.ts'
import { type PageListing, titleOfCard } from './page-listing.ts'
import type { HostKind, PageStyle } from './stylesheet.ts'
import { inSlices } from './when-idle.ts'

/** A control that stands in a card. */
export interface MountedCard extends ClosedHost {
  listing: PageListing & { card: ListingCard }
  control: CardControl
  veil: HTMLElement
  shownSinceMs: number
}

export type CardAction = 'main' | 'more' | 'tick'

export interface CardControls {
  /** Mounts what is new, keeps what stands, removes what is gone; in idle slices. */
  reconcile(cards: ListingCard[]): void
  /** True where a control was torn out by the page or its card was. */
  hasLost(): boolean
  /** Cards with a control, in page order. */
  listings(): MountedCard[]
  /** The card that this element of the page stands in, or whose control it is. */
  cardAround(element: Element | null): MountedCard | null
  draw(comIds: string[] | 'all'): void
  drawSelection(isSelecting: boolean, selected: ReadonlySet<string>): void
  removeAll(): void
}

const hostKindOf = ({ element }: ListingCard): HostKind =>
  /flex|grid/.test(getComputedStyle(element).display) ? 'card-in-row' : 'card'

/** Keeps one control in every card of the page. */
export function createCardControls(
  style: PageStyle,
  store: ListingStore,
  onAction: (action: CardAction, mounted: MountedCard, event: MouseEvent) => void,
): CardControls {
  const mountedBy = new Map<Element, MountedCard>()
  let wanted: ListingCard[] = []
  let selection: { isSelecting: boolean; selected: ReadonlySet<string> } = {
    isSelecting: false,
    selected: new Set(),
  }

  // Runs after layout and before paint: places new controls and those whose card changed its size.
  const sizes = new ResizeObserver((entries) => {
    placeControls(entries.flatMap(({ target }) => mountedBy.get(target) ?? []))
  })

  function mount(card: ListingCard, kind: HostKind): void {
    const listing = { comId: card.comId, shownId: card.shownId, title: titleOfCard(card), card }
    const claim = (event: Event) => {
      if (event.type !== 'click') return
      event.preventDefault()
      const acting = actionElementOf(event)
      if (!acting || !(event instanceof MouseEvent)) return
      if (!isPersonsClick(event, mounted.host, acting, mounted.shownSinceMs)) return
      onAction(acting.dataset.do as CardAction, mounted, event)
    }
    const { host, root } = createClosedHost(style, kind, claim)
    const veil = document.createElement('div')
    veil.className = 'veil'
    const control = createCardControl(listing.title)
    root.append(veil, control.element)
    const mounted: MountedCard = {
      host,
      root,
      listing,
      control,
      veil,
      shownSinceMs: performance.now(),
    }
    drawOne(mounted)
    control.showSelection(selection.isSelecting, selection.selected.has(listing.comId))
    mountedBy.set(card.element, mounted)
    card.element.prepend(host)
    sizes.observe(card.element)
  }

  function remove(element: Element): void {
    mountedBy.get(element)?.host.remove()
    mountedBy.delete(element)
    sizes.unobserve(element)
  }

  function drawOne({ control, listing, veil }: MountedCard): void {
    const view = store.view(listing.comId)
    control.show(view, store.lastIpType())
    veil.classList.toggle('veiled', view.phase === 'judged' && view.state.verdict === 'genuine')
  }

  const stands = (card: ListingCard) => {
    const mounted = mountedBy.get(card.element)
    return (
      mounted?.listing.comId === card.comId &&
      mounted.host.parentElement === card.element &&
      mounted.host.isConnected
    )
  }

  return {
    reconcile(cards) {
      wanted = cards
      const elements = new Set<Element>(cards.map(({ element }) => element))
      for (const element of [...mountedBy.keys()]) if (!elements.has(element)) remove(element)
      const missing = cards.filter((card) => !stands(card))
      // All styles are read before the first host comes: a reading in between would lay out anew each time.
      const places = missing.map((card) => ({ card, kind: hostKindOf(card) }))
      inSlices(places, 6, (slice) => {
        for (const { card, kind } of slice) {
          // A later look at the page may have found otherwise in the meantime.
          if (wanted !== cards || !card.element.isConnected || stands(card)) continue
          remove(card.element)
          mount(card, kind)
        }
      })
    },
    hasLost: () =>
      [...mountedBy].some(([element, { host }]) => !element.isConnected || host.parentElement !== element),
    listings: () => wanted.flatMap(({ element }) => mountedBy.get(element) ?? []),
    cardAround(start) {
      for (let element = start; element; element = element.parentElement) {
        const mounted = mountedBy.get(element)
        if (mounted) return mounted
      }
      return null
    },
    draw(comIds) {
      for (const mounted of mountedBy.values()) {
        if (comIds === 'all' || comIds.includes(mounted.listing.comId)) drawOne(mounted)
      }
    },
    drawSelection(isSelecting, selected) {
      selection = { isSelecting, selected }
      for (const { control, listing } of mountedBy.values()) {
        control.showSelection(isSelecting, selected.has(listing.comId))
      }
    },
    removeAll() {
      for (const element of [...mountedBy.keys()]) remove(element)
      wanted = []
    },
  }
}
