import type { CardControl } from './card-control.ts'
import type { ClosedHost } from './closed-host.ts'
import type { CardListing } from './page-listing.ts'

/** A control that stands in a card. */
export interface MountedCard extends ClosedHost {
  listing: CardListing
  control: CardControl
  /** Lies over the card of a genuine listing and dims it; null on all others. */
  veil: HTMLElement | null
  shownSinceMs: number
}

/** Between the picture's corner and the control. */
const marginPx = 8

/** Below this width of the picture a control shows its short words. */
const narrowBelowPx = 176

/** A "picture" smaller than this is a badge or one that has not loaded. */
const minPicturePx = 60

/**
 * Puts each control over the picture's inline-start top corner, and the veil over the whole card. Reads all
 * places first and writes then, so that the browser lays out once whatever the number of cards.
 */
export function placeControls(cards: MountedCard[]): void {
  const places = cards.map(readPlace)
  for (const [index, { control, veil }] of cards.entries()) {
    const place = places[index]
    if (!place) continue
    Object.assign(control.element.style, {
      insetInlineStart: `${place.start + marginPx}px`,
      top: `${place.top + marginPx}px`,
      maxWidth: `${Math.max(place.width - 2 * marginPx, 60)}px`,
    })
    if (veil && place.veil) Object.assign(veil.style, place.veil)
    control.setNarrow(place.width < narrowBelowPx)
  }
}

function readPlace({ host, listing, veil }: MountedCard) {
  const { element, image } = listing.card
  const origin = host.getBoundingClientRect()
  const card = element.getBoundingClientRect()
  const picture = pictureBox(image, card)
  const isRightToLeft = getComputedStyle(host).direction === 'rtl'
  return {
    start: isRightToLeft ? origin.right - picture.right : picture.left - origin.left,
    top: picture.top - origin.top,
    width: picture.width,
    veil: veil && veilPlace(paintedPart(listing.card, card), origin),
  }
}

function veilPlace(painted: Element, origin: DOMRect) {
  const face = painted.getBoundingClientRect()
  return {
    left: `${face.left - origin.left}px`,
    top: `${face.top - origin.top}px`,
    width: `${face.width}px`,
    height: `${face.height}px`,
    borderRadius: getComputedStyle(painted).borderRadius,
  }
}

/** What the person sees as the card: mostly its link; around it lies only the distance to the next card. */
function paintedPart({ element, link, image }: MountedCard['listing']['card'], card: DOMRect): Element {
  if (!link || !image || !link.contains(image)) return element
  const { width, height } = link.getBoundingClientRect()
  return width * height >= card.width * card.height * 0.6 ? link : element
}

/** The picture's box inside its card; the card's own where the picture is not there yet or lies in a moved slide. */
function pictureBox(image: HTMLElement | null, card: DOMRect): DOMRect {
  const box = image?.getBoundingClientRect()
  const isUsable =
    box &&
    box.width >= minPicturePx &&
    box.height >= minPicturePx &&
    box.left >= card.left - 1 &&
    box.right <= card.right + 1 &&
    box.top >= card.top - 1 &&
    box.bottom <= card.bottom + 1
  return isUsable ? box : card
}
