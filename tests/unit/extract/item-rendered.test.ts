import { describe, expect, test } from 'vitest'
import { extractListing } from '../../../lib/extract/extract-listing.ts'
import { findItemAnchor } from '../../../lib/extract/item-anchor.ts'
import {
  comId,
  comUrl,
  credential,
  csrPage,
  explanation,
  extract,
  hash,
  page,
  parse,
  rendered,
  report,
  storeCard,
  usId,
  usUrl,
  valuesOf,
} from './item-pages.ts'

const otherId = '1005009999999999'

describe('client-rendered items', () => {
  test('every field is read from the place that is about this item', () => {
    expect(valuesOf(extract(csrPage(), usUrl))).toEqual({
      comId,
      shownId: usId,
      title: 'Northpike trail shoe',
      sellerId: '2683347204',
      storeNumbers: ['1103609220'],
      storeName: 'Northpike Store',
      storeUrl: 'https://www.aliexpress.com/store/1103609220',
      sellerHidden: false,
      sellerRule: 'store-link',
      traderStatus: 'Trader',
      positiveRate: '92.0%',
      price: { text: '$289.72', value: 289.72, currency: 'USD' },
      listPrice: { text: '$557.15', value: 557.15, currency: 'USD' },
      images: ['a', 'b'].map((letter) => ({
        hash: hash(letter),
        url: `https://ae01.alicdn.com/kf/${hash(letter)}.jpg`,
      })),
      sold: '44 sold',
      rating: 4.9,
      specs: [{ name: 'Brand Name', value: 'NORTHPIKE' }],
      brand: 'Northpike',
      available: true,
      locale: 'en',
      currency: 'USD',
    })
  })

  test('head and JSON-LD of another item give nothing', () => {
    const listing = valuesOf(extract(csrPage(rendered({ price: '', title: '' }), otherId), usUrl))
    expect(listing).toMatchObject({
      comId,
      images: [{ hash: hash('a') }, { hash: hash('c') }],
      brand: 'NORTHPIKE',
    })
    for (const field of ['title', 'price', 'available']) expect(listing).not.toHaveProperty(field)
  })

  test('without title and price in the page, the head that agrees completes them', () => {
    expect(valuesOf(extract(csrPage(rendered({ price: '', title: '' })), usUrl))).toMatchObject({
      title: 'Northpike trail shoe',
      price: { text: null, value: 1542, currency: 'USD' },
    })
  })

  test('links that name another item than the address make the page name none', () => {
    const listing = extract(csrPage(rendered({ id: otherId })), usUrl)
    expect(listing.comId).toMatchObject({
      status: 'unreadable',
      reason: 'product_id of a link names another listing',
    })
    expect(listing.shownId.status).toBe('unreadable')
  })

  test('two different prices in one place are none', () => {
    const price =
      '<span class="price-default--current--A">$1.00</span><span class="price-default--current--A">$2.00</span>'
    const html = page(rendered({ price }))
    expect(extract(html, usUrl).price).toMatchObject({ status: 'unreadable' })
  })
})

describe('the seller', () => {
  const hidden = {
    storeNumbers: ['1105053770'],
    storeName: 'Northpike Overseas Store',
    sellerHidden: true,
    sellerRule: 'credential-link',
  }
  const explained = explanation(credential('1105053770', 'Northpike Overseas Store'))

  test('on aggregation pages only the explanation names one, without an account', () => {
    const listing = valuesOf(extract(page(rendered({ seller: explained })), usUrl))
    expect(listing).toMatchObject(hidden)
    expect(listing).not.toHaveProperty('sellerId')
  })

  test('a shell store in the card is not the seller', () => {
    const listing = valuesOf(extract(page(rendered({ seller: storeCard() + explained })), usUrl))
    expect(listing).toMatchObject(hidden)
    for (const field of ['sellerId', 'storeUrl', 'traderStatus']) expect(listing).not.toHaveProperty(field)
  })

  test('an explanation that confirms the card leaves its account', () => {
    const seller = storeCard() + explanation(credential('1103609220', 'Northpike Store'))
    expect(valuesOf(extract(page(rendered({ seller })), usUrl))).toMatchObject({
      sellerId: '2683347204',
      sellerHidden: false,
      sellerRule: 'credential-link',
    })
  })

  test('a warning without a credential link names nobody', () => {
    const seller = storeCard() + explanation('<a href="https://www.p65warnings.ca.gov">WARNING</a>')
    expect(valuesOf(extract(page(rendered({ seller })), usUrl))).toMatchObject({
      sellerId: '2683347204',
      sellerHidden: false,
    })
  })

  test('an explanation that names two stores names none', () => {
    const seller = explanation(credential('1105053770', 'One') + credential('1105053771', 'Two'))
    const listing = extract(page(rendered({ seller })), usUrl)
    expect(listing.storeNumbers).toMatchObject({ status: 'unreadable' })
    expect(valuesOf(listing)).toMatchObject({ sellerHidden: true })
    expect(valuesOf(listing)).not.toHaveProperty('storeName')
  })

  test('links to two accounts name none', () => {
    const seller = storeCard() + storeCard('251824557')
    expect(extract(page(rendered({ seller })), usUrl).sellerId).toMatchObject({ status: 'unreadable' })
  })

  test('the service link of 2026 names the account as well', () => {
    const seller = `<a data-pl="store-name" href="//www.aliexpress.com/store/1105115323">N Store</a>
      <a href="https://so.aliexpress.com/s/x?sellerId=2683347204&storeId=1105115323">Chat</a>`
    expect(valuesOf(extract(page(rendered({ seller })), usUrl))).toMatchObject({
      sellerId: '2683347204',
      storeNumbers: ['1105115323'],
    })
  })

  const popup = (
    name: string,
    link: string,
  ) => `<div class="store-detail--storeDesc--A"><div class="store-detail--storeInfo--A"><table>
    <tr><td>Nazwa:</td><td>${name}</td></tr><tr><td>Nr:</td><td>1105113320</td></tr>
    <tr><td>Miejsce:</td><td> Hong Kong,China</td></tr><tr><td>Od:</td><td>Dec 11, 2022</td></tr></table>${link}</div></div>`

  test('the popup adds place, date and the other store number, in any language', () => {
    const seller = storeCard() + popup('Northpike Store', credential('1103609220', 'Business info'))
    expect(valuesOf(extract(page(rendered({ seller })), usUrl))).toMatchObject({
      storeNumbers: ['1103609220', '1105113320'],
      country: 'Hong Kong,China',
      storeOpened: 'Dec 11, 2022',
    })
  })

  test('a popup of another store is left alone', () => {
    const seller = storeCard() + popup('Southpike Store', credential('1109999999', 'Business info'))
    expect(valuesOf(extract(page(rendered({ seller })), usUrl))).toMatchObject({
      storeNumbers: ['1103609220'],
    })
  })
})

describe('product modals', () => {
  const bundleUrl = `https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=${otherId}:12`
  const modal = (style = '') =>
    `<div class="comet-v2-modal-wrap" style="${style}"><div class="pdp-mini-wrap"><div class="pdp-mini-info-center">${rendered()}</div></div></div>`

  test('the modal says which item it is, not the address and not the head', () => {
    const listing = valuesOf(extract(csrPage(modal(), otherId), bundleUrl))
    expect(listing).toMatchObject({
      comId,
      shownId: usId,
      sellerId: '2683347204',
      images: [{ hash: hash('a') }, { hash: hash('c') }],
    })
    expect(listing).not.toHaveProperty('available')
  })

  test('without a conversation link the report link names the item', () => {
    const html = page(`<div class="pdp-mini-wrap"><h1 data-pl="product-title">N</h1>${report(comId)}</div>`)
    expect(valuesOf(extract(html, bundleUrl))).toMatchObject({ comId, shownId: comId })
  })

  test('a closed modal is no listing', () => {
    const { doc, context } = parse(page(modal('display: none')), bundleUrl)
    expect(extractListing(doc, context)).toBeNull()
    expect(findItemAnchor(doc, context)).toBeNull()
  })

  test('the control stands at the title of the modal, not of the page under it', () => {
    const under = rendered({
      title: '<h1 data-pl="product-title" id="under">Other</h1>',
      id: otherId,
      seller: '',
    })
    const { doc, context } = parse(page(under + modal()), comUrl.replace(comId, otherId))
    const anchor = findItemAnchor(doc, context)
    expect(anchor).toMatchObject({ comId, shownId: usId })
    expect(anchor?.element.id).toBe('')
  })
})

test('the control stands at the product title, never at the first h1', () => {
  const { doc, context } = parse(csrPage(), usUrl)
  expect(findItemAnchor(doc, context)).toMatchObject({ comId, shownId: usId })
  expect(findItemAnchor(doc, context)?.element.textContent).toBe('Northpike trail shoe')
})

test('a page that contradicts its address gets no control', () => {
  const { doc, context } = parse(csrPage(rendered({ id: otherId })), usUrl)
  expect(findItemAnchor(doc, context)).toBeNull()
})
