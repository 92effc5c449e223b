import type { Money } from '../core/money.ts'
import { absent, firstFound, found, type Observation, unreadable } from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import type { PageContext } from '../site/page-context.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import type { ResultRow } from './listing.ts'
import { type CardLayout, headingSelector, type ListingCard, readLink, readPicture } from './listing-cards.ts'

/**
 * What one card of the page states, whatever its layout. Says nothing of the card's rank, and of a seller
 * only what stands in the card.
 */
export function readCardFacts(card: ListingCard, context: PageContext): ResultRow {
  const image = readPicture(card.element)
  const source = `card.${card.layout}`
  const named = card.link ? 'link' : 'number'
  return {
    comId: found(card.comId, `${source}.${named}`),
    shownId: found(card.shownId, `${source}.${named}`),
    title: readTitle[card.layout](card, context),
    price: readPrice[card.layout](card.element),
    sellerId: absent,
    ...readCardStore(card, context),
    imageHash: image ? found(image.hash, `${source}.image`) : absent,
    imageUrl: image ? found(image.url, `${source}.image`) : absent,
    sold: soldPlace[card.layout] ? textOf(card.element, soldPlace[card.layout] ?? '') : absent,
    sponsored: card.layout === 'classic-ad' ? found(true, 'p4p-list-item') : absent,
    url: readUrl(card, context),
    originId: absent,
    rank: absent,
  }
}

/** Where a card states how often its listing was sold; other layouts give the place no lasting name. */
const soldPlace: Partial<Record<CardLayout, string>> = { classic: '.order-num', campaign: '.AIC-OR-text' }

const readTitle: Record<CardLayout, (card: ListingCard, context: PageContext) => Observation<string>> = {
  search: ({ element }) => headingTitle(element),
  classic: ({ element }) => titleAttribute(element, 'a.product[title]'),
  'classic-store': ({ element }) => titleAttribute(element, 'h3 a[title]'),
  'classic-ad': ({ element }) => titleAttribute(element, '.p4p-product-title a[title]'),
  ru: ({ element }) => textOf(element, '[class*="Snippet__title"], [class*="Snippet__name"]'),
  campaign: ({ element }) => campaignTitle(element),
  generic: (card, context) =>
    firstFound(
      () => headingTitle(card.element),
      () => linkTitle(card, context),
    ),
}

/** The innermost heading; a shortened one stands in an element whose title attribute has the whole text. */
function headingTitle(card: HTMLElement): Observation<string> {
  const headings = [...card.querySelectorAll(headingSelector)].filter(
    (heading) => squash(heading.textContent) !== '' && !heading.querySelector(headingSelector),
  )
  const [heading] = headings
  if (!heading) return absent
  const text = squash(heading.textContent)
  if (headings.some((other) => squash(other.textContent) !== text))
    return unreadable('several headings in one card', 'card.heading')
  const titled = heading.closest('[title]')
  const whole = titled && card.contains(titled) ? squash(titled.getAttribute('title')) : ''
  const start = text.replace(/\s*(?:\.{3}|…)$/, '')
  if (whole === text || (whole === '' && start === text)) return found(text, 'card.heading')
  return start !== text && whole.startsWith(start)
    ? found(whole, 'card.heading[title]')
    : unreadable('a shortened title, or two titles', 'card.heading')
}

/**
 * The title of a campaign card names its picture and stands in one of the lines below it; other lines say
 * "Save $2.01" or "Free shipping".
 */
function campaignTitle(card: HTMLElement): Observation<string> {
  const source = 'card.AIC-MI-container@aria-label'
  const title = squash(card.querySelector('.AIC-MI-container')?.getAttribute('aria-label'))
  if (title === '') return absent
  const lines = [...card.querySelectorAll('.AIC-ATM-multiLine, .AIC-TA-multi-icon-title')]
  return lines.some((line) => squash(line.textContent) === title)
    ? found(title, source)
    : unreadable('the picture is named otherwise than the text', source)
}

/** The title attribute of the links to this listing, if all that have one agree. */
function linkTitle(card: ListingCard, context: PageContext): Observation<string> {
  const titles = new Set<string>()
  // Links into a part of the item page are titled for that part: "Feedback (51)".
  for (const link of card.element.querySelectorAll<HTMLAnchorElement>('a[href][title]'))
    if (link.hash === '' && readLink(link, context)?.comId === card.comId) titles.add(squash(link.title))
  titles.delete('')
  const [title] = titles
  return title !== undefined && titles.size === 1 ? found(title, 'card.a[title]') : absent
}

const readPrice: Record<CardLayout, (card: HTMLElement) => Observation<Money>> = {
  search: boxedPrice,
  classic: (card) => money(card.querySelector('[itemprop="price"]')?.textContent, 'card.[itemprop=price]'),
  'classic-store': (card) => money(card.querySelector('.cost b')?.textContent, 'card..cost'),
  // The first text only: the unit follows in an element of its own.
  'classic-ad': (card) =>
    money(card.querySelector('.p4p-price-list')?.firstChild?.textContent, 'card.p4p-price-list'),
  ru: (card) =>
    money(
      card.querySelector('[class*="Snippet__priceNew"], [class*="SnowPrice__main"]')?.textContent,
      'card.priceNew',
    ),
  campaign: (card) => money(onlyText(card, '.AIC4-PI-price-text'), 'card.AIC4-PI-price-text'),
  generic: boxedPrice,
}

/**
 * The price of the cards of 2023 to now, whose digits stand in elements of their own. The box around them is
 * labelled with the price (2026), or each part is styled with the currency's sign (as the server sends it).
 * The struck price beside it is neither.
 */
function boxedPrice(card: HTMLElement): Observation<Money> {
  const boxes = new Set<Element>()
  for (const labelled of card.querySelectorAll('[aria-label]')) {
    const first = labelled.firstElementChild
    const label = tight(labelled.getAttribute('aria-label'))
    if (first && /\d/.test(label) && !labelled.matches(headingSelector) && tight(first.textContent) === label)
      boxes.add(first)
  }
  if (boxes.size === 0)
    for (const part of card.querySelectorAll('[style*="currency-symbol"]'))
      if (part.parentElement) boxes.add(part.parentElement)
  const [box] = boxes
  if (!box) return absent
  if (boxes.size > 1) return unreadable('several prices in one card', 'card.price')
  return money(tight(box.textContent), 'card.price')
}

const tight = (text: string | null) => text?.replace(/\s+/g, '') ?? ''

/** Name and number of the store that classic cards link to. */
function readCardStore(
  card: ListingCard,
  context: PageContext,
): Pick<ResultRow, 'storeNumber' | 'storeName'> {
  const link = card.layout === 'classic' ? card.element.querySelector('a.store[href]') : null
  const href = link?.getAttribute('href')
  const number =
    href && URL.canParse(href, context.url) ? storeNumberOfPath(new URL(href, context.url).pathname) : null
  if (!link || number === null) return { storeNumber: absent, storeName: absent }
  const name = squash(link.textContent)
  return {
    storeNumber: found(number, 'card.a.store'),
    storeName: name === '' ? absent : found(name, 'card.a.store'),
  }
}

/** Item pages without their tracking parameters; a campaign page is only found with all of its own. */
function readUrl(card: ListingCard, context: PageContext): Observation<string> {
  if (!card.link) return absent
  const url = new URL(card.link.getAttribute('href') ?? '', context.url)
  if (!url.searchParams.has('productIds')) {
    const sku = url.searchParams.get('sku_id')
    url.search = sku === null ? '' : `?sku_id=${encodeURIComponent(sku)}`
  }
  url.hash = ''
  return found(url.href, 'card.link')
}

const squash = (text: string | null | undefined) => text?.toWellFormed().replace(/\s+/g, ' ').trim() ?? ''

/** The text of the one element that matches; none where several do: which of them is meant is not stated. */
function onlyText(card: HTMLElement, selector: string): string | null {
  const [element, ...others] = card.querySelectorAll(selector)
  return element && others.length === 0 ? element.textContent : null
}

function textOf(card: HTMLElement, selector: string): Observation<string> {
  const text = squash(onlyText(card, selector))
  return text === '' ? absent : found(text, `card.${selector}`)
}

function titleAttribute(card: HTMLElement, selector: string): Observation<string> {
  const text = squash(card.querySelector(selector)?.getAttribute('title'))
  return text === '' ? absent : found(text, `card.${selector}`)
}

const money = (text: string | null | undefined, source: string): Observation<Money> =>
  text === null || text === undefined ? absent : readMoney(text, source)
