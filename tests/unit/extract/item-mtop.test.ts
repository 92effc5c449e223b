import { describe, expect, test } from 'vitest'
import { extractMtop } from '../../../lib/extract/item-mtop.ts'
import type { ObservedListing } from '../../../lib/extract/listing.ts'
import { mergeListings } from '../../../lib/extract/merge-listings.ts'
import { comId, components, credential, csrPage, extract, hash, usId, usUrl, valuesOf } from './item-pages.ts'

const result = (overrides = {}) => ({
  GLOBAL_DATA: {
    globalData: { productId: usId, sellerId: 2683347204, storeId: 1103609220, currencyCode: 'USD' },
  },
  PRODUCT_TITLE: { text: 'Northpike trail shoe' },
  HEADER_IMAGE_PC: { imagePathList: [`https://ae01.alicdn.com/kf/${hash('a')}.jpg`] },
  PRICE: { targetSkuPriceInfo: { salePriceString: '$289.72', originalPrice: { formatedAmount: '$557.15' } } },
  PC_RATING: { rating: '4.9', otherText: '44 sold' },
  SHOP_CARD_PC: {
    storeName: 'Northpike Store',
    sellerPositiveRate: '92.0%',
    sellerInfo: {
      adminSeq: 2683347204,
      storeNum: 1103609220,
      storeURL: '//www.aliexpress.com/store/1103609220',
      countryCompleteName: 'China',
      formatOpenTime: 'Dec 11, 2022',
    },
  },
  PRODUCT_PROP_PC: { showedProps: [{ attrName: 'Brand Name', attrValue: 'NORTHPIKE' }] },
  ...overrides,
})

const read = (answer: unknown): ObservedListing => {
  const listing = extractMtop(answer)
  if (!listing) throw new Error('no listing in the answer')
  return listing
}

describe('the answer of the data call', () => {
  test.each([
    ['bare', result()],
    [
      'as the gateway sends it',
      { api: 'mtop.aliexpress.pdp.pc.query', ret: ['SUCCESS::'], data: { result: result() } },
    ],
    ['as the page hands it out', { res: { data: { result: result() } } }],
  ])('%s', (_, answer) => {
    expect(valuesOf(read(answer))).toMatchObject({
      comId,
      shownId: usId,
      title: 'Northpike trail shoe',
      sellerId: '2683347204',
      storeNumbers: ['1103609220'],
      storeName: 'Northpike Store',
      country: 'China',
      price: { text: '$289.72', value: 289.72, currency: 'USD' },
      listPrice: { value: 557.15 },
      images: [{ hash: hash('a') }],
      rating: 4.9,
      brand: 'NORTHPIKE',
    })
  })

  test('the component names of 2024 are understood', () => {
    expect(valuesOf(read({ data: { data: components() } }))).toMatchObject({ comId, sellerId: '231111111' })
  })

  test('the explanation of the supplier names the seller before the card', () => {
    const content = `<b>Information of the Seller</b> ${credential('1105053770', 'Northpike Overseas Store')}`
    const listing = valuesOf(read(result({ COMPLIANCE_PC: { complianceList: [{ title: 't', content }] } })))
    expect(listing).toMatchObject({
      storeNumbers: ['1105053770'],
      storeName: 'Northpike Overseas Store',
      sellerHidden: true,
    })
    expect(listing).not.toHaveProperty('sellerId')
  })

  test('without a shop card the account of the global data is nobody’s', () => {
    const listing = valuesOf(read(result({ SHOP_CARD_PC: undefined })))
    for (const field of ['sellerId', 'storeNumbers', 'sellerHidden'])
      expect(listing).not.toHaveProperty(field)
  })

  test.each([
    ['blocked', { ret: ['FAIL_SYS_USER_VALIDATE::RGV587_ERROR'], data: { url: 'https://x/punish' } }],
    [
      'of a removed item',
      { data: { result: { GLOBAL_DATA: { globalData: { errorCode: 'SITEM_NOT_EXIST' } } } } },
    ],
    ['of another kind', []],
    ['empty', null],
  ])('an answer that is %s holds no listing', (_, answer) => {
    expect(extractMtop(answer)).toBeNull()
  })
})

describe('page and data call together', () => {
  const shown = () => extract(csrPage(), usUrl)

  test('the call completes what the page does not say, and agrees in the rest', () => {
    expect(valuesOf(mergeListings(shown(), read(result())))).toMatchObject({
      country: 'China',
      storeOpened: 'Dec 11, 2022',
      traderStatus: 'Trader',
    })
  })

  test('two different accounts are none', () => {
    const shop = {
      ...result().SHOP_CARD_PC,
      sellerInfo: { ...result().SHOP_CARD_PC.sellerInfo, adminSeq: 251824557 },
    }
    const { globalData } = result().GLOBAL_DATA
    const call = result({
      SHOP_CARD_PC: shop,
      GLOBAL_DATA: { globalData: { ...globalData, sellerId: 251824557 } },
    })
    const listing = mergeListings(shown(), read(call))
    expect(listing.sellerId).toMatchObject({ status: 'unreadable' })
  })

  test('a call that names two accounts names none', () => {
    const { globalData } = result().GLOBAL_DATA
    const call = read(result({ GLOBAL_DATA: { globalData: { ...globalData, sellerId: 251824557 } } }))
    expect(call.sellerId).toMatchObject({ status: 'unreadable' })
  })

  test('a call about another listing adds nothing', () => {
    const page = shown()
    const call = read(result({ GLOBAL_DATA: { globalData: { productId: '1005009999999999' } } }))
    expect(mergeListings(page, call)).toEqual(page)
  })

  test('the explained seller of the call replaces the card of the page', () => {
    const content = credential('1105053770', 'Northpike Overseas Store')
    const call = read(result({ COMPLIANCE_PC: { complianceList: [{ content }] } }))
    const listing = mergeListings(shown(), call)
    expect(valuesOf(listing)).toMatchObject({ storeNumbers: ['1105053770'], sellerRule: 'credential-link' })
    expect(valuesOf(listing)).not.toHaveProperty('sellerId')
  })
})
