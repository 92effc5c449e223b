import { readDigits, readFiniteNumber, readText } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import {
  absent,
  firstFound,
  firstStated,
  found,
  type Observation,
  observedValue,
  unreadable,
} from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { readRunParamsList, readRunParamsScalars, type Scalar } from '../site/embedded-state.ts'
import type { PageContext } from '../site/page-context.ts'
import { storeNumberOfPath } from '../site/search-query.ts'
import { selectors } from '../site/selectors.ts'
import { absentListing } from './absent-listing.ts'
import type { ObservedListing, Spec } from './listing.ts'
import { linkUrl, type PageScope, scopeOf } from './page-scope.ts'
import {
  agreeOnId,
  asAccount,
  asCurrency,
  asStoreNumbers,
  asText,
  brandOf,
  itemsOf,
  readImages,
  readSiteUrl,
  witnessOf,
} from './read-fields.ts'

/**
 * Item pages to 2018 (ALIEXPRESS.md, E1): scalars assigned one by one to `window.runParams`, the rest in the DOM.
 *
 * @returns null where the page assigns no product number
 */
export function extractClassic(doc: Document, context: PageContext): ObservedListing | null {
  const stated = extractClassicState(doc, context)
  if (!stated) return null
  const shown = extractClassicShown(doc, context)
  return {
    ...stated,
    title: shown.title,
    storeNumbers: shown.storeNumbers,
    storeName: shown.storeName,
    storeUrl: shown.storeUrl,
    country: shown.country,
    storeOpened: shown.storeOpened,
    sold: firstFound(
      () => shown.sold,
      () => stated.sold,
    ),
    specs: shown.specs,
    brand: shown.brand,
  }
}

/** What the scalars alone say; null where they name no product. */
export function extractClassicState(doc: Document, context: PageContext): ObservedListing | null {
  const scalars = readRunParamsScalars(doc)
  const productId = readDigits(scalars.productId, 'runParams.productId')
  if (productId.status !== 'found') return null
  const scope = scopeOf(doc, context)
  const currency = asCurrency(readText(scalars.currencyCode, 'runParams.currencyCode'))
  const code = observedValue(currency)
  const gallery = readRunParamsList(doc, 'imageBigViewURL')
  return {
    ...absentListing,
    ...agreeOnId([witnessOf(productId)]),
    sellerId: asAccount(readDigits(scalars.adminSeq, 'runParams.adminSeq')),
    companyId: asAccount(readDigits(scalars.companyId, 'runParams.companyId')),
    price: firstStated(
      () => readPrice(scalars, 'actMinPrice', code, scope.first('#j-sku-discount-price')),
      () => readPrice(scalars, 'minPrice', code, scope.first('#j-sku-price')),
    ),
    listPrice: readPrice(scalars, 'minPrice', code, scope.first('#j-sku-price')),
    images: gallery.status === 'found' ? readImages(itemsOf(asList(gallery.value)), gallery.source) : gallery,
    sold: readDigits(scalars.productTradeCount, 'runParams.productTradeCount'),
    available: typeof scalars.offline === 'boolean' ? found(!scalars.offline, 'runParams.offline') : absent,
    categoryId: readDigits(scalars.categoryId, 'runParams.categoryId'),
    currency,
    shipTo: asText(readText(scalars.regionCountryName, 'runParams.regionCountryName'), 100),
  }
}

/** The link to the store of this item; null where links of that kind lead to several stores. */
function oneStoreLink(scope: PageScope, base: URL): HTMLElement | null {
  const links = scope.all('.shop-name a, .store-intro .store-name a, a.store-lnk')
  const numbers = new Set(links.map((link) => storeNumberOfPath(linkUrl(link, base)?.pathname ?? '')))
  return numbers.size > 1 ? null : (links[0] ?? null)
}

/** What such a page shows of its item. */
export function extractClassicShown(doc: Document, context: PageContext): ObservedListing {
  const scope = scopeOf(doc, context)
  const storeLink = oneStoreLink(scope, context.url)
  const storeUrl = linkUrl(storeLink, context.url)
  const number = storeUrl && storeNumberOfPath(storeUrl.pathname)
  const specs = readSpecRows(scope.all('.property-item'))
  return {
    ...absentListing,
    title: scope.text(selectors.titleClassic, 'titleClassic', 1000),
    storeNumbers: asStoreNumbers([number ? found(number, 'storeLink') : absent]),
    storeName: asText(readText(storeLink?.textContent, 'storeLink'), 300),
    storeUrl: readSiteUrl(storeUrl?.href, 'storeLink@href'),
    country: scope.text('.store-address', 'storeAddress', 200),
    storeOpened: scope.text('.store-time em', 'storeTime', 100),
    sold: scope.text('#j-order-num', 'j-order-num', 200),
    specs,
    brand: brandOf(specs),
  }
}

const asList = (value: unknown): Observation<unknown[]> =>
  Array.isArray(value) ? found(value, 'runParams.imageBigViewURL') : absent

/**
 * Prices are plain numbers. Where the shopper's currency is not the shop's own, no page says in which of the
 * two they are: there the price must stand in the page with the same number.
 */
function readPrice(
  scalars: Record<string, Scalar>,
  name: string,
  currency: string | null,
  shown: HTMLElement | null,
): Observation<Money> {
  const source = `runParams.${name}`
  const value = readFiniteNumber(scalars[name], source)
  if (value.status !== 'found') return value
  if (value.value <= 0 || value.value > 1e12) return unreadable('not an amount of money', source)
  if (scalars.baseCurrencyCode !== undefined && scalars.baseCurrencyCode !== scalars.currencyCode) {
    const seen = observedValue(readMoney(shown?.textContent ?? '', source))
    if (seen?.value !== value.value) return unreadable('it may be in the currency of the shop', source)
  }
  const symbol = readText(scalars.currencySymbol, source)
  const text = symbol.status === 'found' ? `${symbol.value}${scalars[name]}`.slice(0, 80) : null
  return found({ text, value: value.value, currency }, source)
}

function readSpecRows(rows: HTMLElement[]): Observation<Spec[]> {
  const source = '.property-item'
  const specs = rows.flatMap((row) => {
    // The class is spelled without its "t" by the site.
    const name = readText(row.querySelector('.propery-title')?.textContent, source)
    const value = readText(row.querySelector('.propery-des')?.textContent, source)
    return name.status === 'found' && value.status === 'found'
      ? [{ name: name.value.replace(/\s*:$/, '').slice(0, 200), value: value.value.slice(0, 1000) }]
      : []
  })
  return specs.length > 0 ? found(specs.slice(0, 300), source) : absent
}
