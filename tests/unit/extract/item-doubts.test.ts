import { describe, expect, test } from 'vitest'
import { observedValue } from '../../../lib/core/observation.ts'
import { readMoney } from '../../../lib/core/read-money.ts'
import { findItemAnchor } from '../../../lib/extract/item-anchor.ts'
import { readPage } from '../../../lib/extract/read-page.ts'
import {
  classicPage,
  comId,
  components,
  comUrl,
  csrHead,
  csrPage,
  extract,
  hash,
  modules,
  page,
  parse,
  rendered,
  report,
  statePage,
  storeCard,
  usUrl,
  valuesOf,
  widgetPage,
  widgets,
} from './item-pages.ts'

/**
 * One test for each doubt about pages that nobody saved: a value that could be another's must be absent or
 * unreadable, never taken.
 */

const otherId = '1005009999999999'
const otherUrl = `https://www.aliexpress.com/item/${otherId}.html`
const read = (html: string, url = usUrl) => valuesOf(extract(html, url))

/** A recommended listing in the classes of the item itself. */
const recommended = (block: (inner: string) => string) =>
  block(
    '<img src="x.jpg"><span data-pl="product-title">Another shoe</span><span class="price-default--current--Ab1">$1.00</span>',
  )

describe('other listings on the page', () => {
  test.each<[string, (inner: string) => string]>([
    ['a link to it', (inner) => `<a href="${otherUrl}">${inner}</a>`],
    [
      'a box with a link to it',
      (inner) => `<div><div><a href="${otherUrl}">see</a></div><div>${inner}</div></div>`,
    ],
    ['the block "more to love"', (inner) => `<div id="nav-moretolove"><div>${inner}</div></div>`],
    ['a block of its store', (inner) => `<div class="recommend-store--wrap--Ab1">${inner}</div>`],
    ['a card', (inner) => `<div class="card-out-wrapper">${inner}</div>`],
  ])('%s before the item changes nothing that is read', (_, block) => {
    const plain = read(csrPage())
    expect(read(csrPage(recommended(block) + rendered()))).toEqual(plain)
    expect(read(csrPage(rendered() + recommended(block)))).toEqual(plain)
  })

  test('nor do they stand in where the item shows no price', () => {
    const block = recommended((inner) => `<a href="${otherUrl}">${inner}</a>`)
    const listing = read(csrPage(block + rendered({ price: '', title: '' }), otherId))
    expect(listing).not.toHaveProperty('price')
    expect(listing).not.toHaveProperty('title')
  })

  test('two titles side by side are none', () => {
    const twice = `${rendered()}<h1 data-pl="product-title">Another shoe</h1>`
    expect(extract(page(twice), usUrl).title).toMatchObject({ status: 'unreadable' })
  })

  test('a service link to another seller makes the account doubtful', () => {
    const link = (id: string) =>
      `<a href="https://so.aliexpress.com/s/x?sellerId=${id}&amp;storeId=1103609220">?</a>`
    expect(extract(page(rendered() + link('251111111')), usUrl).sellerId).toMatchObject({
      status: 'unreadable',
    })
    const twice = rendered({
      seller: storeCard().replace(/<a href="https:\/\/message[^>]*>Message<\/a>/, ''),
    })
    expect(extract(page(twice + link('251111111') + link('251222222')), usUrl).sellerId).toMatchObject({
      status: 'unreadable',
    })
    expect(read(page(twice + link('251111111')))).toMatchObject({ sellerId: '251111111' })
  })

  test('served pictures that the gallery does not show are of an item before', () => {
    const gallery = rendered().replaceAll(hash('a'), hash('d'))
    expect(extract(csrPage(gallery), usUrl).images).toMatchObject({ status: 'unreadable' })
  })

  test('a link to another store in the classic block makes the store doubtful', () => {
    const html = classicPage().replace(
      '<span class="shop-name">',
      '<span class="shop-name"><a href="//www.aliexpress.com/store/1111111">Other</a></span><span class="shop-name">',
    )
    const listing = read(html, comUrl)
    for (const field of ['storeNumbers', 'storeName', 'storeUrl']) expect(listing).not.toHaveProperty(field)
  })
})

describe('a state that contradicts itself', () => {
  test('modules: two accounts, two companies', () => {
    const state = modules()
    state.commonModule.sellerAdminSeq = 239999999
    state.actionModule.companyId = 249999999
    const { sellerId, companyId } = extract(statePage(state), comUrl)
    expect([sellerId.status, companyId.status]).toEqual(['unreadable', 'unreadable'])
  })

  test('components: two accounts', () => {
    const state = components()
    const productInfoComponent = { ...state.productInfoComponent, adminSeq: 239999999 }
    expect(extract(statePage({ ...state, productInfoComponent }), comUrl).sellerId.status).toBe('unreadable')
  })

  test('widgets: two of a type are of two listings', () => {
    const tree = widgets()
    const data = { ...tree.data, price_9: tree.data.price_1, storeRecommend_9: tree.data.storeRecommend_2 }
    const listing = read(widgetPage({ ...tree, data }))
    for (const field of ['price', 'listPrice', 'storeName', 'storeNumbers'])
      expect(listing).not.toHaveProperty(field)
  })

  test.each([
    ['a price of nothing', { minActivityAmount: { value: 0, currency: 'PKR' }, formatedActivityPrice: '' }],
    ['another currency in the text', { formatedActivityPrice: 'EUR 144' }],
  ])('%s is none, and the struck price does not stand in', (_, price) => {
    const state = modules()
    Object.assign(state.priceModule, price)
    const listing = extract(statePage(state), comUrl)
    expect(listing.price.status).toBe('unreadable')
    expect(listing.listPrice).toMatchObject({ status: 'found', value: { value: 206.25 } })
  })

  test('without a discount the price is the only one', () => {
    const { priceModule, ...state } = modules()
    const { formatedPrice, minAmount } = priceModule
    const listing = extract(statePage({ ...state, priceModule: { formatedPrice, minAmount } }), comUrl)
    expect(listing.price).toMatchObject({ status: 'found', value: { value: 206.25, currency: 'PKR' } })
  })

  test('a state under the known name that is no item’s does not make the page ready', () => {
    const html = statePage({ recommend: { titles: ['x'] } }, '<h1>Aliexpress</h1>')
    expect(readPage(parse(html, comUrl).doc, parse(html, comUrl).context)).toMatchObject({
      state: 'loading',
      listing: null,
    })
  })
})

describe('classic prices in a currency that is not the shop’s', () => {
  const foreign = (shown: string) =>
    classicPage('window.runParams.baseCurrencyCode="USD";')
      .replace('currencyCode="USD"', 'currencyCode="RUB"')
      .replace('<span id="j-order-num">', `${shown}<span id="j-order-num">`)

  test('count where the page shows the same number', () => {
    const shown = '<span id="j-sku-discount-price">15,41</span><span id="j-sku-price">2 169,00</span>'
    const listing = extract(foreign(shown), comUrl)
    expect(listing.price).toMatchObject({ status: 'found', value: { value: 15.41, currency: 'RUB' } })
    expect(listing.listPrice.status).toBe('unreadable')
  })

  test('are not guessed without one', () => {
    expect(extract(foreign(''), comUrl).price.status).toBe('unreadable')
  })
})

describe('prices in the writing of every site', () => {
  const locales = [
    'en',
    'de',
    'pt-BR',
    'es',
    'fr',
    'it',
    'nl',
    'pl',
    'ru',
    'tr',
    'ar',
    'he',
    'ja',
    'ko',
    'th',
    'vi',
    'uk',
  ]
  const currencies = [
    'USD',
    'EUR',
    'BRL',
    'RUB',
    'JPY',
    'KRW',
    'INR',
    'ILS',
    'SAR',
    'KWD',
    'CLP',
    'IDR',
    'AUD',
    'CAD',
    'SEK',
  ]
  const amounts = [0.01, 1.5, 12.34, 999, 1234.56, 1_234_567.8]
  const shown = (locale: string, currency: string, value: number, display: 'symbol' | 'code') =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display }).format(value)

  test.each(locales)('%s: never another amount and never another currency', (locale) => {
    let read = 0
    for (const currency of currencies)
      for (const value of amounts)
        for (const display of ['symbol', 'code'] as const) {
          const text = shown(locale, currency, value, display)
          const money = observedValue(readMoney(text, 'price', null))
          if (!money) continue
          read++
          const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          expect(money.value, text).toBeCloseTo(Number(value.toFixed(digits.maximumFractionDigits)), 3)
          expect([null, currency], text).toContain(money.currency)
        }
    expect(read).toBeGreaterThan(100)
  })
})

describe('layouts of later years', () => {
  test('the Korean price block', () => {
    const price = '<div><span class="price-kr--current--NhhwBO1">₩12,900</span></div>'
    expect(read(page(rendered({ price })))).toMatchObject({
      price: { text: '₩12,900', value: 12900, currency: 'KRW' },
    })
  })

  test('a title that is no heading', () => {
    const title =
      '<div class="title--wrap--Ab1"><div data-pl="product-title">Northpike trail shoe</div></div>'
    const { doc, context } = parse(csrPage(rendered({ title })), usUrl)
    expect(readPage(doc, context).state).toBe('ready')
    expect(findItemAnchor(doc, context)?.element.textContent).toBe('Northpike trail shoe')
  })

  test('a title that still waits for its text is no listing yet', () => {
    const empty = page('<h1>Aliexpress</h1><h1 data-pl="product-title"> </h1>', csrHead())
    const { doc, context } = parse(empty, usUrl)
    expect(readPage(doc, context)).toMatchObject({ state: 'loading', listing: null })
  })

  test('the notice of a removed item counts beside the name of its store', () => {
    const notice = '<div class="not-found--wrap--Ab1">x</div>'
    const { doc, context } = parse(page(notice + storeCard(), csrHead()), usUrl)
    expect(readPage(doc, context)).toMatchObject({ state: 'removed', listing: null })
  })
})

describe('item pages of the mobile site, rendered', () => {
  const mobileUrl = `https://m.aliexpress.com/item/${comId}.html`
  const shown = '<div class="Title_a1b2"><span>northpike trail shoe</span></div>'
  const mobile = (body: string, id = comId) => parse(page(body, csrHead(id)), mobileUrl)

  test('are known by the title of the head in the page, and by links that name the item', () => {
    const { doc, context } = mobile(shown + report(comId))
    const reading = readPage(doc, context)
    expect(reading.state).toBe('ready')
    expect(reading.listing && valuesOf(reading.listing)).toMatchObject({
      comId,
      title: 'northpike trail shoe',
    })
    expect(findItemAnchor(doc, context)?.element.textContent).toBe('northpike trail shoe')
  })

  test.each<[string, string, string]>([
    ['only a head', '<div id="root"></div>', comId],
    ['a title, but nothing that names the item', shown, comId],
    ['links, but no title', report(comId), comId],
    ['links of another item', shown + report(otherId), comId],
    ['a head of another item', shown + report(comId), otherId],
    ['a title that is hidden', `<div style="display:none">${shown}</div>${report(comId)}`, comId],
    ['a title in a link to another item', `<a href="${otherUrl}">${shown}</a>${report(comId)}`, comId],
  ])('%s is not enough', (_, body, head) => {
    const { doc, context } = mobile(body, head)
    expect(readPage(doc, context)).toMatchObject({ state: 'loading', listing: null })
    expect(findItemAnchor(doc, context)).toBeNull()
  })

  test('on other hosts the known places decide', () => {
    const { doc, context } = parse(page(shown + report(comId), csrHead(comId)), comUrl)
    expect(readPage(doc, context).state).toBe('loading')
  })
})
