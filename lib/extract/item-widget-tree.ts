import { isRecord, stateReader, valueAt } from '../core/hostile-json.ts'
import { firstStated } from '../core/observation.ts'
import { absentListing } from './absent-listing.ts'
import type { ObservedListing } from './listing.ts'
import {
  agreeOnDigits,
  agreeOnId,
  asAccount,
  asStoreNumbers,
  asText,
  brandOf,
  isLiveStatus,
  itemsOf,
  readAmount,
  readImages,
  readSiteUrl,
  readSpecs,
  witnessOf,
} from './read-fields.ts'

/**
 * Item pages of the .us test of 2022: a tree of widgets in `_dida_config_._init_data_` (ALIEXPRESS.md, E2b).
 * Widgets are named `<type>_<number>` and the number varies.
 *
 * @param initData the inner `{hierarchy, data, global}`
 * @returns null where the tree is not that of an item page
 */
export function extractWidgetTree(initData: unknown): ObservedListing | null {
  const widgets = valueAt(initData, 'data')
  if (!isRecord(widgets)) return null
  const widget = (type: string) => {
    const key = Object.keys(widgets).find((name) => name.replace(/_\d+$/, '') === type)
    return stateReader(valueAt(widgets, `${key}.fields`), `_init_data_.${key ?? type}`)
  }
  const title = widget('titleBanner').text('subject')
  if (title.status !== 'found') return null
  const buttons = widget('actionButtons')
  const store = widget('storeRecommend')
  const shipping = widget('oldShipping')
  const header = widget('headerInfo')
  const price = widget('price')
  const gallery = widget('imageView')
  const specs = readSpecs(widget('specsInfo').list('specs'))
  return {
    ...absentListing,
    ...agreeOnId([
      witnessOf(buttons.digits('productId')),
      witnessOf(gallery.digits('productId')),
      witnessOf(store.digits('productId')),
      witnessOf(widget('seoTdk').digits('productId')),
    ]),
    title: asText(title, 1000),
    sellerId: asAccount(
      agreeOnDigits(
        shipping.digits('sellerAdminSeq'),
        header.digits('_for_header_info.storeModule.sellerAdminSeq'),
      ),
    ),
    companyId: asAccount(agreeOnDigits(store.digits('companyId'), buttons.digits('companyId'))),
    storeNumbers: asStoreNumbers([store.digits('storeNum'), buttons.digits('storeNum')]),
    storeName: asText(store.text('storeName'), 300),
    storeUrl: readSiteUrl(store.value('storeURL'), store.source('storeURL')),
    positiveRate: asText(store.text('sellerPositiveRate'), 50),
    price: firstStated(
      () => readAmount(price, 'minActivityAmount', 'formatedActivityPrice'),
      () => readAmount(price, 'minAmount', 'formatedPrice'),
    ),
    listPrice: readAmount(price, 'minAmount', 'formatedPrice'),
    images: readImages(itemsOf(gallery.list('imagePathList')), gallery.source('imagePathList')),
    sold: asText(widget('shareHeader').text('formatTradeCount'), 200),
    specs,
    brand: brandOf(specs),
    available: isLiveStatus(buttons.number('itemStatus')),
    categoryId: buttons.digits('categoryId'),
    shipTo: asText(shipping.text('countryName'), 100),
  }
}
