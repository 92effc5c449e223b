import type { ListingCard } from '../../lib/extract/listing-cards.ts'

/** One listing as it appears on the page: in a card, or as what the page (or its modal) is about. */
export interface PageListing {
  readonly comId: string
  readonly shownId: string
  /** For names and notes only; evidence is read anew at the click. */
  readonly title: string
  /** null: the item of the page or of its open modal. */
  readonly card: ListingCard | null
}

/** A listing among others. */
export interface CardListing extends PageListing {
  readonly card: ListingCard
}

/** The listing of a card. Its title is read when it is asked for first: most cards are never judged. */
export function listingOfCard(card: ListingCard): CardListing {
  let title: string | null = null
  return {
    comId: card.comId,
    shownId: card.shownId,
    card,
    get title() {
      title ??= titleOfCard(card)
      return title
    },
  }
}

/** What the card calls itself, without reading the whole row. */
function titleOfCard(card: ListingCard): string {
  const { link, element, shownId } = card
  // By tag name first: it is by far the quickest of the ways, and most layouts have one.
  const heading = element.getElementsByTagName('h3')[0] ?? element.querySelector('h1,h2,h4,[role="heading"]')
  const title =
    heading?.textContent?.trim() ||
    link?.getAttribute('title')?.trim() ||
    // Looked for only here: a card's picture is searched anew each time it is asked for.
    card.image?.getAttribute('alt')?.trim() ||
    element.querySelector('[title]')?.getAttribute('title')?.trim() ||
    link?.textContent?.trim()
  return (title || `listing ${shownId}`).replace(/\s+/g, ' ').slice(0, 200)
}
