import { stateReader } from '../core/hostile-json.ts'
import { firstFound, firstStated } from '../core/observation.ts'
import { absentListing } from './absent-listing.ts'
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
  isLiveStatus,
  itemsOf,
  readAmount,
  readImages,
  readSiteUrl,
  readSpecs,
  withUnit,
  witnessOf,
} from './read-fields.ts'

/**
 * Item pages of 2019 to mid-2023: `window.runParams.data` with modules (ALIEXPRESS.md, E2).
 * The state holds the offer; the page itself may show the price of one preselected variant.
 */
export function extractModules(data: unknown): ObservedListing {
  const state = stateReader(data, 'runParams.data')
  const specs = readSpecs(state.list('specsModule.props'))
  return {
    ...absentListing,
    ...agreeOnId(
      ['commonModule.productId', 'actionModule.productId', 'storeModule.productId'].map((path) =>
        witnessOf(state.digits(path)),
      ),
    ),
    title: asText(state.text('titleModule.subject'), 1000),
    sellerId: asAccount(
      agreeOnDigits(state.digits('storeModule.sellerAdminSeq'), state.digits('commonModule.sellerAdminSeq')),
    ),
    companyId: asAccount(
      agreeOnDigits(state.digits('storeModule.companyId'), state.digits('actionModule.companyId')),
    ),
    storeNumbers: asStoreNumbers([state.digits('storeModule.storeNum')]),
    storeName: asText(state.text('storeModule.storeName'), 300),
    storeUrl: readSiteUrl(state.value('storeModule.storeURL'), state.source('storeModule.storeURL')),
    country: asText(state.text('storeModule.countryCompleteName'), 200),
    storeOpened: asText(state.text('storeModule.openTime'), 100),
    positiveRate: asText(state.text('storeModule.positiveRate'), 50),
    price: firstStated(
      () => readAmount(state, 'priceModule.minActivityAmount', 'priceModule.formatedActivityPrice'),
      () => readAmount(state, 'priceModule.minAmount', 'priceModule.formatedPrice'),
    ),
    listPrice: readAmount(state, 'priceModule.minAmount', 'priceModule.formatedPrice'),
    images: readImages(
      itemsOf(state.list('imageModule.imagePathList')),
      state.source('imageModule.imagePathList'),
    ),
    sold: withUnit(
      firstFound(
        () => state.text('titleModule.formatTradeCount'),
        () => state.digits('titleModule.tradeCount'),
      ),
      state.text('titleModule.tradeCountUnit'),
    ),
    rating: asRating(state.number('titleModule.feedbackRating.averageStar')),
    specs,
    brand: brandOf(specs),
    available: isLiveStatus(state.number('actionModule.itemStatus')),
    categoryId: firstFound(
      () => state.digits('actionModule.categoryId'),
      () => state.digits('commonModule.categoryId'),
    ),
    locale: asText(state.text('webEnv.locale'), 20),
    currency: asCurrency(
      firstFound(
        () => state.text('webEnv.currency'),
        () => state.text('commonModule.currencyCode'),
      ),
    ),
    shipTo: asText(
      firstFound(
        () => state.text('webEnv.country'),
        () => state.text('shippingModule.regionCountryName'),
      ),
      100,
    ),
  }
}
