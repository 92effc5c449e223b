import { describe, expect, test } from 'vitest'
import {
  classicPage,
  comId,
  components,
  comUrl,
  credential,
  explanation,
  extract,
  hash,
  modules,
  page,
  statePage,
  usId,
  usUrl,
  valuesOf,
  widgetPage,
  widgets,
} from './item-pages.ts'

describe('modules, 2019 to 2023', () => {
  test('every field is read, and the exact amount beside the rounded price', () => {
    expect(valuesOf(extract(statePage(modules()), comUrl))).toEqual({
      comId,
      shownId: comId,
      title: 'Northpike trail shoe',
      sellerId: '231111111',
      companyId: '241111111',
      storeNumbers: ['911061014'],
      storeName: 'Shop5134071 Store',
      storeUrl: 'https://www.aliexpress.com/store/911061014',
      sellerHidden: false,
      sellerRule: 'state',
      country: 'China',
      storeOpened: 'Apr 14, 2017',
      positiveRate: '92.1%',
      price: { text: 'PKR 144 - 1,341', value: 143.9, currency: 'PKR' },
      listPrice: { text: 'PKR 206 - 1,916', value: 206.25, currency: 'PKR' },
      images: ['a', 'b'].map((letter) => ({
        hash: hash(letter),
        url: `https://ae01.alicdn.com/kf/${hash(letter)}.jpg`,
      })),
      sold: '557 orders',
      rating: 4.4,
      specs: [{ name: 'Brand Name', value: 'NORTHPIKE' }],
      brand: 'NORTHPIKE',
      available: true,
      categoryId: '200003372',
      locale: 'en_US',
      currency: 'PKR',
      shipTo: 'PK',
    })
  })

  test('the .us page shows another number and its header another store number of the same seller', () => {
    const header =
      '<a class="store-header-link" href="//id.aliexpress.com/store/all-wholesale-products/2996039.html">Products</a>'
    const elsewhere = '<a href="//www.aliexpress.com/store/5555555">a recommended store</a>'
    const listing = valuesOf(extract(statePage(modules(usId), header + elsewhere), usUrl))
    expect(listing).toMatchObject({ comId, shownId: usId, storeNumbers: ['911061014', '2996039'] })
  })

  test('a state of another item than the address is not taken', () => {
    const listing = extract(statePage(modules('1005009999999999')), comUrl)
    expect(valuesOf(listing)).toEqual({})
    expect(listing.comId).toMatchObject({ status: 'unreadable' })
  })

  test('numbers of a state that contradict each other name no item', () => {
    const state = modules()
    state.commonModule.productId = 1005009999999999
    expect(valuesOf(extract(statePage(state), comUrl))).toEqual({})
  })

  test('a price whose text is of another amount is not taken', () => {
    const state = modules()
    state.priceModule.formatedActivityPrice = 'PKR 999'
    const { price, listPrice } = extract(statePage(state), comUrl)
    expect(price).toMatchObject({
      status: 'unreadable',
      reason: 'the price shown and its amount differ',
    })
    // The price before the discount is no stand-in for the one that could not be read.
    expect(listPrice).toMatchObject({ status: 'found', value: { value: 206.25 } })
  })

  test('an explanation that names another store is about the seller, the state is not', () => {
    const html = statePage(modules(), explanation(credential('1105053770', 'Northpike Overseas Store')))
    const listing = valuesOf(extract(html, comUrl))
    expect(listing).toMatchObject({
      storeNumbers: ['1105053770'],
      storeName: 'Northpike Overseas Store',
      sellerHidden: true,
      sellerRule: 'credential-link',
    })
    expect(listing).not.toHaveProperty('sellerId')
    expect(listing).not.toHaveProperty('companyId')
  })

  test('a state written as a literal is read as well', () => {
    const literal = JSON.stringify(modules(), null, 2)
      .replace(/"(\w+)":/g, '$1:')
      .replace(/"([^"']*)"/g, "'$1'")
      .replace(/\n(\s*)([}\]])/g, ',\n$1$2')
    const html = page(`<script>window.runParams = { data: ${literal} };</script>`)
    expect(valuesOf(extract(html, comUrl))).toEqual(valuesOf(extract(statePage(modules()), comUrl)))
  })
})

describe('components, 2023 to 2024', () => {
  const url = `https://es.aliexpress.com/item/${comId}.html`

  test('prices are those shown, not those of the base currency', () => {
    expect(valuesOf(extract(statePage(components()), url))).toMatchObject({
      comId,
      title: 'Northpike zapatilla',
      sellerId: '231111111',
      companyId: '241111111',
      storeNumbers: ['911061014'],
      price: { text: 'MXN$1.025,03 - $1.042,24', value: 1025.03, currency: 'MXN' },
      listPrice: { value: 2050.07 },
      positiveRate: '97.6%',
      sold: '3.000+ Vendidos',
      available: true,
      shipTo: 'MX',
    })
  })

  test('without a discount the price is the list price, and status 1 is not on sale', () => {
    const state = { ...components(), itemStatusComponent: { status: 1 } }
    Reflect.deleteProperty(state.priceComponent, 'discountPrice')
    expect(valuesOf(extract(statePage(state), url))).toMatchObject({
      price: { value: 2050.07 },
      available: false,
    })
  })
})

test('the widget tree of 2022 is read by the types of its widgets', () => {
  expect(valuesOf(extract(widgetPage(widgets()), usUrl))).toMatchObject({
    comId,
    shownId: usId,
    title: 'Northpike watch',
    sellerId: '231111111',
    companyId: '241111111',
    storeNumbers: ['1101222680'],
    storeName: 'Joan Store',
    price: { text: 'US $20.55 - 37.88', value: 20.55, currency: 'USD' },
    available: false,
  })
})

describe('classic, to 2018', () => {
  test('scalars, lists and the second h1 are read', () => {
    expect(valuesOf(extract(classicPage(), comUrl))).toMatchObject({
      comId,
      title: 'Northpike bag',
      sellerId: '230241476',
      companyId: '239704550',
      storeNumbers: ['2959075'],
      storeName: 'North Store',
      country: 'China (Zhejiang)',
      price: { text: 'US $15.41', value: 15.41, currency: 'USD' },
      listPrice: { value: 36.69 },
      images: [{ hash: hash('a') }, { hash: hash('b') }],
      sold: '93 orders',
      brand: 'NORTHPIKE',
      available: true,
    })
  })

  test('a scalar that is assigned two values is not taken', () => {
    const listing = extract(classicPage('window.runParams.adminSeq="999999999";'), comUrl)
    expect(listing.sellerId).toEqual({ status: 'absent' })
  })
})
