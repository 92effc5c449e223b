import { readText, stateReader } from '../core/hostile-json.ts'
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
import { readSavedImage } from '../site/image-url.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { selectors } from '../site/selectors.ts'
import { shownHeadTitle } from '../site/shown-title.ts'
import { absentListing } from './absent-listing.ts'
import { readAvailability, readHead, readOfferPrice, readProductOf } from './item-head.ts'
import type { ListingImage, ObservedListing, Spec } from './listing.ts'
import { linkUrl, type PageScope, scopeOf } from './page-scope.ts'
import {
  agreeOnId,
  asCurrency,
  asRating,
  asText,
  brandOf,
  type IdWitness,
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

/** Language of the document, as it says itself. */
export function readLocale(doc: Document): Observation<string> {
  const lang = doc.documentElement.lang.trim()
  return /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(lang) ? found(lang, 'html@lang') : absent
}
