import { stateReader } from '../core/hostile-json.ts'
import { firstStated, found, type Observation } from '../core/observation.ts'
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
 * Item pages of mid-2023 to 2024: `window.runParams.data` with components (ALIEXPRESS.md, E3). The `*Amount`
 * objects hold the currency that was shown; `minPrice` and its kin hold the base currency and are not read.
 *
 * @param name what the observations name as their source; the same shape also comes as a data call's answer
 */
export function extractComponents(data: unknown, name = 'runParams.data'): ObservedListing {
  const state = stateReader(data, name)
  const specs = readSpecs(state.list('productPropComponent.props'))
  return {
    ...absentListing,
    ...agreeOnId([
      witnessOf(state.digits('productInfoComponent.idStr')),
      witnessOf(state.digits('productInfoComponent.id')),
    ]),
    title: asText(state.text('productInfoComponent.subject'), 1000),
    sellerId: asAccount(
      agreeOnDigits(state.digits('sellerComponent.adminSeq'), state.digits('productInfoComponent.adminSeq')),
    ),
    companyId: asAccount(state.digits('sellerComponent.companyId')),
    storeNumbers: asStoreNumbers([state.digits('sellerComponent.storeNum')]),
    storeName: asText(state.text('sellerComponent.storeName'), 300),
    storeUrl: readSiteUrl(state.value('sellerComponent.storeURL'), state.source('sellerComponent.storeURL')),
    country: asText(state.text('sellerComponent.countryCompleteName'), 200),
    storeOpened: asText(state.text('sellerComponent.formatOpenTime'), 100),
    positiveRate: asPercent(state.text('storeFeedbackComponent.sellerPositiveRate')),
    price: firstStated(
      () =>
        readAmount(
          state,
          'priceComponent.discountPrice.minActivityAmount',
          'priceComponent.discountPrice.actCurrencyFormatPrice',
        ),
      () => readListPrice(state),
    ),
    listPrice: readListPrice(state),
    images: readImages(
      itemsOf(state.list('imageComponent.imagePathList')),
      state.source('imageComponent.imagePathList'),
    ),
    sold: withUnit(
      state.text('tradeComponent.formatTradeCount'),
      state.text('tradeComponent.tradeCountUnit'),
    ),
    rating: asRating(state.number('feedbackComponent.evarageStar')),
    specs,
    brand: brandOf(specs),
    available: isLiveStatus(state.number('itemStatusComponent.status')),
    categoryId: state.digits('productInfoComponent.categoryId'),
    currency: asCurrency(state.text('currencyComponent.currencyCode')),
    shipTo: asText(state.text('userComponent.userCountryCode'), 100),
  }
}

const readListPrice = (state: ReturnType<typeof stateReader>) =>
  readAmount(state, 'priceComponent.origPrice.minAmount', 'priceComponent.origPrice.multiCurrencyFormatPrice')

/** The state writes "96.3" where the page shows "96.3%". */
const asPercent = (rate: Observation<string>): Observation<string> =>
  rate.status === 'found' && /^\d{1,3}(\.\d+)?$/.test(rate.value)
    ? found(`${rate.value}%`, rate.source)
    : asText(rate, 50)
