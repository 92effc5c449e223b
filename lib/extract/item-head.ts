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
import { readDcData, readJsonLdProduct } from '../site/embedded-state.ts'
import { readItemId, readPathItemId } from '../site/item-id.ts'
import type { PageContext } from '../site/page-context.ts'
import { bareHeadTitle } from '../site/shown-title.ts'
import { absentListing } from './absent-listing.ts'
import type { ObservedListing } from './listing.ts'
import { agree, agreeOnId, asCurrency, asRating, asText, itemsOf, readImages } from './read-fields.ts'

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

/** Title and pictures of the head, where the head is about the item that the page shows. */
export function readHead(doc: Document, base: URL, shownId: string | null) {
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
export function readProductOf(doc: Document, base: URL, shownId: string | null): unknown {
  const product = observedValue(readJsonLdProduct(doc))
  const address = stateReader(product, '').text('offers.url')
  if (address.status !== 'found' || !URL.canParse(address.value, base)) return null
  return agree(readPathItemId(new URL(address.value, base))?.shownId, shownId) ? product : null
}

export function readOfferPrice(jsonLd: ReturnType<typeof stateReader>): Observation<Money> {
  const source = jsonLd.source('offers.price')
  const stated = jsonLd.value('offers.price')
  // JSON-LD writes whole prices with a trailing point: "1542."
  const value = readFiniteNumber(typeof stated === 'string' ? stated.replace(/\.$/, '') : stated, source)
  if (value.status !== 'found') return value
  if (value.value <= 0 || value.value > 1e12) return unreadable('not an amount of money', source)
  const currency = observedValue(asCurrency(jsonLd.text('offers.priceCurrency')))
  return found({ text: null, value: value.value, currency }, source)
}

export function readAvailability(stated: Observation<string>): Observation<boolean> {
  if (stated.status !== 'found') return stated
  const word = stated.value.split('/').at(-1)
  if (word === 'InStock' || word === 'LimitedAvailability') return found(true, stated.source)
  if (word === 'OutOfStock' || word === 'SoldOut' || word === 'Discontinued')
    return found(false, stated.source)
  return unreadable('an availability that is not known', stated.source)
}
