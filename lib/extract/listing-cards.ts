import { isSiteUrl } from '../site/hosts.ts'
import { readImage, type SiteImage } from '../site/image-url.ts'
import { type ItemId, readItemId, readItemNumber } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'

/** How a card is built, which decides where its facts stand. */
export type CardLayout = 'search' | 'classic' | 'classic-store' | 'classic-ad' | 'ru' | 'campaign' | 'generic'

/** One listing shown among others. The same listing shown twice is two cards. */
export interface ListingCard {
  /** The card's outermost element: what a control is attached to. */
  element: HTMLElement
  /** Leads to the listing; null where the card only names it. */
  link: HTMLAnchorElement | null
  /** The listing's picture (or its lazy place) as it stands now; null before there is one. */
  readonly image: HTMLElement | null
  comId: string
  /** Item number as the card gives it. */
  shownId: string
  layout: CardLayout
}

/** The cards that AliExpress itself marks as such. The first layout that fits an element names it. */
const knownCards: { layout: CardLayout; selector: string }[] = [
  { layout: 'search', selector: 'a.search-card-item, [class*="search-item-card-wrapper"]' },
  { layout: 'classic', selector: 'li.list-item[qrdata]' },
  { layout: 'classic-store', selector: '.items-list li.item' },
  { layout: 'classic-ad', selector: 'li.p4p-list-item' },
  { layout: 'ru', selector: '[data-product-id][data-sku-id]' },
  // Modules of campaign pages, 2024 to now: an element or link whose id is the item number (`bundle-gcp-2026us-1`).
  { layout: 'campaign', selector: '.productContainer[id]' },
]
const anyKnownCard = knownCards.map(({ selector }) => selector).join(', ')
const searchCardWrapper = '[class*="search-item-card-wrapper"]'

/** Places whose links are never a listing that is offered here. */
const frameOfPage =
  'header, footer, nav, [role="navigation"], [role="banner"], [role="contentinfo"], .site-footer, ' +
  '[class*="pc-header"], [class*="breadcrumb" i]'

/** How far a card's outermost element may lie above the link, and how much it may hold, to be a card at all. */
const maxCardDepth = 8
const maxCardElements = 400

/**
 * The listing cards in and around `root`, in page order. Made to run on every batch of mutations: reads
 * attributes only, never the layout, and looks no further than the card that a changed part belongs to.
 *
 * Beside the layouts that AliExpress marks, any item link counts whose surroundings hold a picture and
 * repeat, that is where an element around it leads to other listings too. Links in header, footer and
 * breadcrumb are no cards, and a card within a card is one card.
 */
export function findListingCards(root: ParentNode, context: PageContext): ListingCard[] {
  const cards = new Map<Element, ListingCard>()
  const linksOfCards = new Set<HTMLAnchorElement>()
  let last: Element | null = null
  for (const marked of selectAround(root, anyKnownCard)) {
    // Most layouts mark the card and its link. In page order, what lies in a card comes right after it.
    if (last?.contains(marked)) continue
    const card = readKnownCard(marked, context)
    if (!card || isWithin(card.element, cards)) continue
    cards.set(card.element, card)
    last = card.element
    for (const link of linksIn(card.element)) linksOfCards.add(link)
  }
  const known = cards.size
  const soleListing = soleListings(context)
  for (const link of selectAround<HTMLAnchorElement>(root, 'a[href]')) {
    if (linksOfCards.has(link) || !mayNameItem.test(link.getAttribute('href') ?? '')) continue
    if (isWithin(link, cards)) continue
    const card = readGenericCard(link, soleListing, context)
    if (card && !isWithin(card.element, cards)) cards.set(card.element, card)
  }
  const inOrder = [...cards.values()]
  if (known > 0 && known < cards.size) inOrder.sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1))
  return inOrder
}

function readKnownCard(marked: HTMLElement, context: PageContext): ListingCard | null {
  const layout = knownCards.find(({ selector }) => marked.matches(selector))?.layout
  if (!layout) return null
  const element = layout === 'search' ? (marked.closest<HTMLElement>(searchCardWrapper) ?? marked) : marked
  const named = readItemNumber(namedId(element, layout))
  let link: HTMLAnchorElement | null = null
  let ids = named
  for (const candidate of linksIn(element)) {
    const linked = readLink(candidate, context)
    if (!linked) continue
    // A card that names its listing beside the link must name the one that it leads to.
    if (named && named.comId !== linked.comId) return null
    link = candidate
    ids = linked
    break
  }
  if (!ids) return null
  return cardOf(element, link, ids, layout)
}

const cardOf = (
  element: HTMLElement,
  link: HTMLAnchorElement | null,
  { comId, shownId }: ItemId,
  layout: CardLayout,
): ListingCard => ({
  element,
  link,
  // Read when it is asked for: cards are found at every change of the page, pictures are needed for few.
  get image() {
    return pictureElement(element)
  },
  comId,
  shownId,
  layout,
})

/** A card that no known layout marks: the largest element around the link that leads to this listing alone. */
function readGenericCard(
  link: HTMLAnchorElement,
  soleListing: (element: HTMLElement) => string | null,
  context: PageContext,
): ListingCard | null {
  const ids = namesSeveral(link) ? null : readLink(link, context)
  if (!ids || link.closest(frameOfPage)) return null
  let element: HTMLElement = link
  for (let depth = 0; depth < maxCardDepth; depth++) {
    const around = element.parentElement
    if (!around) return null
    if (soleListing(around) !== ids.comId) {
      const holdsTooMuch = element.getElementsByTagName('*').length > maxCardElements
      if (holdsTooMuch || !element.querySelector('img')) return null
      return cardOf(element, link, ids, 'generic')
    }
    element = around
  }
  return null
}

/**
 * Answers which listing all item links in an element lead to; null where they lead to several. Remembers
 * each element and link: many links of one page share their surroundings.
 */
function soleListings(context: PageContext): (element: HTMLElement) => string | null {
  const linked = new Map<Element, string | undefined>()
  const sole = new Map<Element, string | null>()
  const linkedId = (link: HTMLAnchorElement) => {
    if (!linked.has(link)) linked.set(link, readLink(link, context)?.comId)
    return linked.get(link)
  }
  const find = (element: HTMLElement) => {
    let first: string | null = null
    for (const link of linksIn(element)) {
      const comId = linkedId(link)
      if (comId !== undefined && first !== null && comId !== first) return null
      first ??= comId ?? null
    }
    return first
  }
  return (element) => {
    let answer = sole.get(element)
    if (answer === undefined) {
      answer = find(element)
      sole.set(element, answer)
    }
    return answer
  }
}

/** The links in a card; the oldest search cards of 2023 are links themselves. */
function linksIn(element: HTMLElement): HTMLAnchorElement[] {
  const inside = [...element.querySelectorAll<HTMLAnchorElement>('a[href]')]
  return isLink(element) ? [element, ...inside] : inside
}

const isLink = (element: Element): element is HTMLAnchorElement => element.matches('a[href]')

/** Part of every URL form that names an item: spares the parsing of all other links. */
const mayNameItem = /\/(?:item|i|item-img|product)\/|productIds=/

/** The listing that a link leads to (its first, if it names several); null for other links and other sites. */
export function readLink(link: HTMLAnchorElement, context: PageContext): ItemId | null {
  const href = link.getAttribute('href') ?? ''
  const url = mayNameItem.test(href) ? URL.parse(href, context.url) : null
  return url && isSiteUrl(url) ? readItemId(url) : null
}

/** True for the links of banners, which lead to a campaign with a choice of listings. */
const namesSeveral = (link: HTMLAnchorElement) =>
  /productIds=[^&#]*\d(?:,|;|%2c|%3b)\d/i.test(link.getAttribute('href') ?? '')

/** The item number that the card's own attributes name, where its layout has such. */
function namedId(card: HTMLElement, layout: CardLayout): string | null | undefined {
  if (layout === 'classic') return card.getAttribute('qrdata')?.split('|')[1]
  if (layout === 'campaign') return campaignId(card)
  return layout === 'ru' || layout === 'classic-ad' ? card.dataset.productId : null
}

/** A campaign card repeats its number in the id of its texts: "<module>.info_container.<number>". */
function campaignId(card: HTMLElement): string | null {
  const repeated = card.querySelector('[id*=".info_container."]')?.id.split('.').at(-1)
  return repeated === undefined || repeated === card.id ? card.id : null
}

/** The attributes that hold a picture's address, also before it is loaded. */
const imageAttributes = ['src', 'image-src', 'data-src']

/** The listing's picture in a card, with its element. Badges and stars of the same card are none: those stand in or after its title, or are small. */
export function readPicture(card: HTMLElement): (SiteImage & { element: HTMLElement }) | null {
  const heading = card.querySelector(headingSelector)
  for (const element of card.querySelectorAll<HTMLElement>('img')) {
    if (heading && !isBefore(element, heading)) return null
    if (isSmall(element)) continue
    for (const name of imageAttributes) {
      const image = readImage(element.getAttribute(name))
      if (image) return { ...image, element }
    }
  }
  return null
}

/** Where a card's title stands, in every layout that has one. */
export const headingSelector = 'h1, h2, h3, [role="heading"], .p4p-product-title'

const isSmall = (image: HTMLElement) => {
  const width = Number(image.getAttribute('width') ?? 0)
  return width > 0 && width <= 64
}

/** The picture, or the place where it will be. */
const pictureElement = (card: HTMLElement): HTMLElement | null =>
  readPicture(card)?.element ?? card.querySelector<HTMLElement>('.lazy-load, img')

/** What matches in `root`, and the nearest match that `root` itself lies in. */
function selectAround<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E[] {
  const inside = [...root.querySelectorAll<E>(selector)]
  const around = isElement(root) ? root.closest<E>(selector) : null
  return around ? [around, ...inside] : inside
}

const isElement = (node: ParentNode): node is Element => node.nodeType === 1

function isWithin(element: Element, cards: ReadonlyMap<Element, unknown>): boolean {
  for (let around: Element | null = element; around; around = around.parentElement)
    if (cards.has(around)) return true
  return false
}

/** DOCUMENT_POSITION_FOLLOWING is 4. */
const isBefore = (a: Node, b: Node) => (a.compareDocumentPosition(b) & 4) !== 0
