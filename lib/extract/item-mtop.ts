import { isRecord, readText, stateReader, valueAt } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import { absent, firstFound, found, type Observation, observedValue } from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { absentListing } from './absent-listing.ts'
import { extractComponents } from './item-components.ts'
import type { ObservedListing } from './listing.ts'
import {
  agreeOnDigits,
  agreeOnId,
  asAccount,
  asCurrency,
  asRating,
  asStoreNumbers,
  asText,
  brandOf,
  itemsOf,
  readImages,
  readSiteUrl,
  readSpecs,
  witnessOf,
} from './read-fields.ts'
import { explainedSeller } from './read-seller.ts'

/**
 * The answer of the data call of a client-rendered item page, as the page itself hands it out
 * (`site/init-data.ts`): modules of `mtop.aliexpress.pdp.pc.query`, or the component names of 2024 for
 * `choiceDetail` pages (ALIEXPRESS.md (f); the modules are known from three public repositories, not from a capture).
 *
 * @param answer parsed JSON of any nesting of `data` and `result` above the modules
 * @returns null where the answer holds no item: blocked, removed, or a shape that is not known
 */
export function extractMtop(answer: unknown): ObservedListing | null {
  const result = resultOf(answer)
  if (result === null) return null
  if (isRecord(result.productInfoComponent)) return extractComponents(result, 'mtop')
  const state = stateReader(result, 'mtop')
  const title = state.text('PRODUCT_TITLE.text')
  if (title.status !== 'found') return null
  const currency = asCurrency(state.text('GLOBAL_DATA.globalData.currencyCode'))
  const code = observedValue(currency)
  const specs = readSpecs(state.list('PRODUCT_PROP_PC.showedProps'))
  const explained = readExplained(state.list('COMPLIANCE_PC.complianceList'))
  const hasShop = state.value('SHOP_CARD_PC.sellerInfo') !== undefined
  return {
    ...absentListing,
    ...agreeOnId([witnessOf(state.digits('GLOBAL_DATA.globalData.productId'))]),
    title: asText(title, 1000),
    sellerId: asAccount(
      agreeOnDigits(
        state.digits('SHOP_CARD_PC.sellerInfo.adminSeq'),
        hasShop ? state.digits('GLOBAL_DATA.globalData.sellerId') : absent,
      ),
    ),
    storeNumbers: asStoreNumbers([
      state.digits('SHOP_CARD_PC.sellerInfo.storeNum'),
      hasShop ? state.digits('GLOBAL_DATA.globalData.storeId') : absent,
    ]),
    storeName: asText(state.text('SHOP_CARD_PC.storeName'), 300),
    storeUrl: readSiteUrl(
      state.value('SHOP_CARD_PC.sellerInfo.storeURL'),
      state.source('SHOP_CARD_PC.sellerInfo.storeURL'),
    ),
    sellerHidden: hasShop ? found(false, 'mtop.SHOP_CARD_PC') : absent,
    sellerRule: hasShop ? found('state', 'mtop.SHOP_CARD_PC') : absent,
    country: asText(state.text('SHOP_CARD_PC.sellerInfo.countryCompleteName'), 200),
    storeOpened: asText(state.text('SHOP_CARD_PC.sellerInfo.formatOpenTime'), 100),
    positiveRate: asText(state.text('SHOP_CARD_PC.sellerPositiveRate'), 50),
    price: readShownText(state.text('PRICE.targetSkuPriceInfo.salePriceString'), code),
    listPrice: firstFound(
      () => readShownText(state.text('PRICE.targetSkuPriceInfo.originalPrice.formatedAmount'), code),
      () => readShownText(state.text('PRICE.targetSkuPriceInfo.originalPrice'), code),
    ),
    images: readImages(
      itemsOf(state.list('HEADER_IMAGE_PC.imagePathList')),
      state.source('HEADER_IMAGE_PC.imagePathList'),
    ),
    sold: asText(state.text('PC_RATING.otherText'), 200),
    rating: asRating(state.number('PC_RATING.rating')),
    specs,
    brand: brandOf(specs),
    currency,
    ...explained,
  }
}

/** The object that holds the modules, under `data`, `result`, `res` in any order, at most five deep. */
function resultOf(answer: unknown): Record<string, unknown> | null {
  let node = answer
  for (let depth = 0; depth < 6 && isRecord(node); depth++) {
    if (isRecord(node.GLOBAL_DATA) || isRecord(node.PRODUCT_TITLE) || isRecord(node.productInfoComponent))
      return node
    node = node.res ?? node.data ?? node.result
  }
  return null
}

const readShownText = (text: Observation<string>, currency: string | null): Observation<Money> =>
  text.status === 'found' ? readMoney(text.value, text.source, currency) : text

/** The credential link in the explanation of the supplier, which is HTML and is read as text only. */
function readExplained(list: Observation<unknown[]>): Partial<ObservedListing> {
  for (const entry of itemsOf(list)) {
    const content = readText(valueAt(entry, 'content'), 'mtop.COMPLIANCE_PC')
    if (content.status !== 'found') continue
    const link =
      /href=["'][^"']*showcredential\.htm\?[^"']*?storeNum=([1-9]\d{2,11})[^"']*["'][^>]*>([^<]{1,300})</i.exec(
        content.value,
      )
    if (link?.[1] && link[2]) return explainedSeller(link[1], link[2], 'mtop.COMPLIANCE_PC')
  }
  return {}
}
