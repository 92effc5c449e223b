import { readFiniteNumber, readText, stateReader } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import {
  absent,
  firstFound,
  found,
  type Observation,
  observedValue,
  unreadable,
} from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { readDcData, readJsonLdProduct } from '../site/embedded-state.ts'
import { readSavedImage } from '../site/image-url.ts'
import { readItemId, readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { selectors } from '../site/selectors.ts'
import { bareHeadTitle, shownHeadTitle } from '../site/shown-title.ts'
import { absentListing } from './absent-listing.ts'
import type { ListingImage, ObservedListing, Spec } from './listing.ts'
import { linkUrl, type PageScope, scopeOf } from './page-scope.ts'
import {
  agree,
  agreeOnId,
  asCurrency,
  asRating,
  asText,
  brandOf,
  type IdWitness,
  itemsOf,
  readImages,
} from './read-fields.ts'
import { resolveSeller } from './read-seller.ts'

/**
 * Client-rendered item pages, 2024 to now (ALIEXPRESS.md, E4): the DOM, with pictures from the served DCData
 * and the price from JSON-LD where the DOM shows none. Head and JSON-LD count only while they name the item
 * that the page shows: after a change of page they are the last ones to follow.
 */
export function extractRenderedItem(doc: Document, context: PageContext): ObservedListing {
  const scope = scopeOf(doc, context)
  const ids = agreeOnId([
    ...idsOfLinks(scope, context.url, selectors.messageLink, 'productId'),
    [readPathItemId(context.url)?.shownId, 'url'],
    ...idsOfLinks(scope, context.url, selectors.reportLink, 'product_id'),
  ])
  const shown = observedValue(ids.shownId)
  const head = readHead(doc, context.url, shown)
  const jsonLd = stateReader(readProductOf(doc, context.url, shown), 'JSON-LD')
  const facts = readVisible(scope, context.url, jsonLd.text('offers.priceCurrency'))
  return {
    ...facts,
    ...ids,
    ...resolveSeller(scope, context.url, null),
    title: firstFound(
      () => facts.title,
      () => readText(shownHeadTitle(doc, context)?.textContent, 'title as in the head'),
      () => head.title,
    ),
    price: firstFound(
      () => facts.price,
      () => readOfferPrice(jsonLd),
    ),
    images: oneGallery(head.images, facts.images),
    rating: firstFound(
      () => facts.rating,
      () => asRating(jsonLd.number('aggregateRating.ratingValue')),
    ),
    brand: firstFound(
      () => asText(jsonLd.text('brand.name'), 300),
      () => facts.brand,
    ),
    available: readAvailability(jsonLd.text('offers.availability')),
    locale: readLocale(doc),
  }
}

/**
 * A product modal over a campaign page. Head, URL and JSON-LD belong to the campaign, and the shopper may have
 * opened another card than the URL names: only what stands in the modal counts.
 */
export function extractModalItem(doc: Document, modal: HTMLElement, context: PageContext): ObservedListing {
  const scope = scopeOf(modal, context)
  return {
    ...readVisible(scope, context.url, absent),
    ...agreeOnId([
      ...idsOfLinks(scope, context.url, selectors.messageLink, 'productId'),
      ...idsOfLinks(scope, context.url, selectors.reportLink, 'product_id'),
    ]),
    ...resolveSeller(scope, context.url, null),
    locale: readLocale(doc),
  }
}

/**
 * The served list is whole and in order; the slides that the page shows must be of it, or the list is that of
 * an item that was shown before.
 */
function oneGallery(
  served: Observation<ListingImage[]>,
  slides: Observation<ListingImage[]>,
): Observation<ListingImage[]> {
  if (served.status !== 'found') return slides
  if (slides.status !== 'found') return served
  const hashes = new Set(served.value.map(({ hash }) => hash))
  return slides.value.some(({ hash }) => hashes.has(hash))
    ? served
    : unreadable('head and gallery show different pictures', served.source)
}

/** What a rendered page shows of its item: nothing of head, states and JSON-LD. */
export function extractRenderedShown(doc: Document, context: PageContext): ObservedListing {
  const scope = scopeOf(doc, context)
  const facts = readVisible(scope, context.url, absent)
  return {
    ...facts,
    ...agreeOnId([
      ...idsOfLinks(scope, context.url, selectors.messageLink, 'productId'),
      [readPathItemId(context.url)?.shownId, 'url'],
      ...idsOfLinks(scope, context.url, selectors.reportLink, 'product_id'),
    ]),
    ...resolveSeller(scope, context.url, null),
    title: firstFound(
      () => facts.title,
      () => scope.text(selectors.title2020, 'title2020', 1000),
    ),
    locale: readLocale(doc),
  }
}

/**
 * What JSON-LD and head state of the item of the address; null where they state nothing of it. After a change of
 * page they may still be about another.
 */
export function extractHeadStated(doc: Document, context: PageContext): ObservedListing | null {
  const asked = readPathItemId(context.url)?.shownId ?? null
  const product = readProductOf(doc, context.url, asked)
  const head = readHead(doc, context.url, asked)
  const jsonLd = stateReader(product, 'JSON-LD')
  const title = withoutShop(jsonLd.text('name'))
  const stated: ObservedListing = {
    ...absentListing,
    title: firstFound(
      () => title,
      () => head.title,
    ),
    price: readOfferPrice(jsonLd),
    images: head.images,
    rating: asRating(jsonLd.number('aggregateRating.ratingValue')),
    brand: asText(jsonLd.text('brand.name'), 300),
    available: readAvailability(jsonLd.text('offers.availability')),
    currency: asCurrency(jsonLd.text('offers.priceCurrency')),
  }
  if (Object.values(stated).every(({ status }) => status !== 'found')) return null
  return { ...stated, ...agreeOnId([[asked, product === null ? 'og:url' : 'JSON-LD.offers.url']]) }
}

/** Numbers in the rendered item's own links: the conversation link has the one shown, the report link the .com one. */
const idsOfLinks = (scope: PageScope, base: URL, selector: string, name: string): IdWitness[] =>
  scope.all(selector).map((link) => [linkUrl(link, base)?.searchParams.get(name), `${name} of a link`])

function readVisible(scope: PageScope, base: URL, stated: Observation<string>): ObservedListing {
  const currency = firstFound(
    () => asCurrency(scope.text(selectors.shipToCurrency, 'shipToCurrency', 3)),
    () => asCurrency(stated),
  )
  const hint = observedValue(currency)
  const specs = readShownSpecs(scope)
  return {
    ...absentListing,
    title: scope.text(selectors.title, 'title', 1000),
    price: firstFound(
      () => readShownPrice(scope, selectors.price2026, 'price2026', hint),
      () => readShownPrice(scope, selectors.price2025, 'price2025', hint),
      () => readShownPrice(scope, selectors.price2020, 'price2020', hint),
    ),
    listPrice: firstFound(
      () => readShownPrice(scope, selectors.listPrice2026, 'listPrice2026', hint),
      () => readShownPrice(scope, selectors.listPrice2025, 'listPrice2025', hint),
    ),
    images: firstFound(
      () => readSlides(scope, selectors.slides, base),
      () => readSlides(scope, selectors.slides2020, base),
    ),
    sold: firstFound(
      () => scope.text(selectors.sold, 'sold', 200),
      () => scope.text(selectors.sold2020, 'sold2020', 200),
    ),
    rating: readShownRating(scope),
    specs,
    brand: brandOf(specs),
    currency,
    shipTo: readShipTo(scope),
  }
}

/** Price boxes occur twice; the same text must stand in all of them, or it is not clear which one is meant. */
function readShownPrice(
  scope: PageScope,
  selector: string,
  source: string,
  hint: string | null,
): Observation<Money> {
  const texts = new Set<string>()
  for (const node of scope.all(selector)) {
    const text = readText(node.textContent, source)
    if (text.status === 'found') texts.add(text.value)
  }
  const [text] = texts
  if (text === undefined) return absent
  if (texts.size > 1) return unreadable('several prices stand side by side', source)
  return readMoney(text, source, hint)
}

function readSlides(scope: PageScope, selector: string, base: URL): Observation<ListingImage[]> {
  const addresses = scope.all(selector).map((img) => {
    const address = img.getAttribute('src') ?? ''
    return (
      readSavedImage(address)?.url ?? (URL.canParse(address, base) ? new URL(address, base).href : address)
    )
  })
  return readImages(addresses, 'slides')
}

function readShownRating(scope: PageScope): Observation<number> {
  const text = scope.text(selectors.rating, 'rating', 20)
  if (text.status !== 'found') return absent
  return /^[0-5](?:[.,]\d)?$/.test(text.value)
    ? asRating(found(Number(text.value.replace(',', '.')), text.source))
    : unreadable('not a number of stars', text.source)
}

function readShownSpecs(scope: PageScope): Observation<Spec[]> {
  const specs = scope.all(selectors.specs).flatMap((row) => {
    const value = row.querySelector(selectors.specValue)
    const name = readText(row.querySelector(selectors.specName)?.textContent, 'specs')
    const shown = readText(value?.getAttribute('title') || value?.textContent, 'specs')
    return name.status === 'found' && shown.status === 'found'
      ? [{ name: name.value.slice(0, 200), value: shown.value.slice(0, 1000) }]
      : []
  })
  return specs.length > 0 ? found(specs.slice(0, 300), 'specs') : absent
}

/** The flag in the page's header carries the country's code as its last class. */
function readShipTo(scope: PageScope): Observation<string> {
  const code = scope.first(selectors.shipToFlag)?.className.split(/\s+/).at(-1) ?? ''
  return /^[A-Z]{2}$/.test(code) ? found(code, 'shipToFlag') : absent
}

/** Title and pictures of the head, where the head is about the item that the page shows. */
function readHead(doc: Document, base: URL, shownId: string | null) {
  const nothing = { title: absent, images: absent }
  const address = doc.querySelector('meta[property="og:url"]')?.getAttribute('content')
  const url = address && URL.canParse(address, base) ? new URL(address, base) : null
  if (!url || !agree(readItemId(url)?.shownId, shownId)) return nothing
  const state = readDcData(doc)
  const dcData = stateReader(observedValue(state), 'DCData')
  return {
    title: readHeadTitle(doc),
    images: readImages(itemsOf(dcData.list('imagePathList')), dcData.source('imagePathList')),
  }
}

/**
 * The title of `og:title`, which ends in " - AliExpress 26" on some pages. Until 2023 price and category stood
 * around it, divided by bars that titles themselves may hold: such a text is not taken apart.
 */
function readHeadTitle(doc: Document): Observation<string> {
  const text = readText(doc.querySelector('meta[property="og:title"]')?.getAttribute('content'), 'og:title')
  if (text.status !== 'found') return text
  return withoutShop(text)
}

function withoutShop(text: Observation<string>): Observation<string> {
  if (text.status !== 'found') return text
  if (text.value.includes('|')) return unreadable('a title with more than the title', text.source)
  const title = bareHeadTitle(text.value)
  return title === '' ? absent : asText(found(title, text.source), 1000)
}

/** The JSON-LD product, where its offer is the item that the page shows. */
function readProductOf(doc: Document, base: URL, shownId: string | null): unknown {
  const product = observedValue(readJsonLdProduct(doc))
  const address = stateReader(product, '').text('offers.url')
  if (address.status !== 'found' || !URL.canParse(address.value, base)) return null
  return agree(readPathItemId(new URL(address.value, base))?.shownId, shownId) ? product : null
}

function readOfferPrice(jsonLd: ReturnType<typeof stateReader>): Observation<Money> {
  const source = jsonLd.source('offers.price')
  const stated = jsonLd.value('offers.price')
  // JSON-LD writes whole prices with a trailing point: "1542."
  const value = readFiniteNumber(typeof stated === 'string' ? stated.replace(/\.$/, '') : stated, source)
  if (value.status !== 'found') return value
  if (value.value <= 0 || value.value > 1e12) return unreadable('not an amount of money', source)
  const currency = observedValue(asCurrency(jsonLd.text('offers.priceCurrency')))
  return found({ text: null, value: value.value, currency }, source)
}

function readAvailability(stated: Observation<string>): Observation<boolean> {
  if (stated.status !== 'found') return stated
  const word = stated.value.split('/').at(-1)
  if (word === 'InStock' || word === 'LimitedAvailability') return found(true, stated.source)
  if (word === 'OutOfStock' || word === 'SoldOut' || word === 'Discontinued')
    return found(false, stated.source)
  return unreadable('an availability that is not known', stated.source)
}

/** Language of the document, as it says itself. */
export function readLocale(doc: Document): Observation<string> {
  const lang = doc.documentElement.lang.trim()
  return /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(lang) ? found(lang, 'html@lang') : absent
}
