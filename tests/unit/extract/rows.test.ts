import { describe, expect, it } from 'vitest'
import { observedValue } from '../../../lib/core/observation.ts'
import { createRowReader, extractRows } from '../../../lib/extract/extract-rows.ts'
import type { ResultRow } from '../../../lib/extract/listing.ts'
import { findListingCards } from '../../../lib/extract/listing-cards.ts'
import {
  card2023,
  classicAd,
  classicCard,
  comSearch,
  contextOf,
  initScript,
  page,
  picture,
  ruCard,
  searchCard,
  searchList,
  stateRow,
  storeCard,
  storePage,
  storeScript,
  usSearch,
} from './rows-pages.ts'

type Values = { [Field in keyof ResultRow]: unknown }
const values = (row: ResultRow | null | undefined): Values => {
  expect(row).toBeTruthy()
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([field, observation]) => [field, observedValue<unknown>(observation)]),
  ) as Values
}
const first = (rows: ResultRow[]): ResultRow => {
  const [row] = rows
  if (!row) throw new Error('no row')
  return row
}
const ids = (rows: ResultRow[]) => rows.map(({ comId }) => observedValue(comId))
const stated = (...content: unknown[]) => extractRows(page('', [initScript(content)]), comSearch)

describe('the embedded list', () => {
  it('gives every field with its place in the state', () => {
    const rows = stated(
      stateRow('1005001234567890', {
        store: { storeId: 1102828359, aliMemberId: '2671800388', storeName: 'Larkfield  Outlet' },
      }),
    )
    expect(values(rows[0])).toEqual({
      comId: '1005001234567890',
      shownId: '1005001234567890',
      title: 'Larkfield desk lamp 1005001234567890',
      price: { text: 'US $12.50', value: 12.5, currency: 'USD' },
      sellerId: '2671800388',
      storeNumber: '1102828359',
      storeName: 'Larkfield Outlet',
      imageHash: picture('a'),
      imageUrl: `https://ae-pic-a1.aliexpress-media.com/kf/${picture('a')}.jpg`,
      sold: '1,000+ sold',
      sponsored: false,
      url: 'https://www.aliexpress.com/item/1005001234567890.html',
      originId: null,
      rank: 1,
    })
    expect(first(rows).title).toMatchObject({ source: 'itemList.title.displayTitle' })
  })

  it('keeps its order, also of rows that have no card yet', () => {
    const doc = page(searchList(searchCard('/item/1005001234567890.html')), [
      initScript(['1005001234567890', '1005001234567891', '1005001234567892'].map((id) => stateRow(id))),
    ])
    const rows = extractRows(doc, comSearch)
    expect(ids(rows)).toEqual(['1005001234567890', '1005001234567891', '1005001234567892'])
    expect(rows.map(({ rank }) => observedValue(rank))).toEqual([1, 2, 3])
  })

  it('leaves out entries without an item number', () => {
    expect(ids(stated({ bannerType: 'x' }, null, [], stateRow('12'), stateRow('1005001234567890')))).toEqual([
      '1005001234567890',
    ])
  })

  it('turns .us numbers into those of .com and keeps what the shopper saw', () => {
    const row = first(extractRows(page('', [initScript([stateRow('3256806809079541')])]), usSearch))
    expect(values(row)).toMatchObject({
      comId: '1005006995394293',
      shownId: '3256806809079541',
      url: 'https://www.aliexpress.us/item/3256806809079541.html',
    })
  })

  it('knows advertisements, and says nothing of rows that are neither', () => {
    const rows = stated(
      stateRow('1005001234567890', { productType: 'ad' }),
      stateRow('1005001234567891', {
        productType: undefined,
        p4p: { clickUrl: '//us-click.aliexpress.com/' },
      }),
      stateRow('1005001234567892', { productType: 'gem', isGem: true }),
      stateRow('1005001234567893', { productType: undefined }),
    )
    expect(rows.map(({ sponsored }) => observedValue(sponsored))).toEqual([true, true, null, null])
    const [both] = stated(stateRow('1005001234567894', { p4p: {}, productType: 'natural' }))
    expect(both?.sponsored).toMatchObject({ status: 'unreadable' })
  })

  it('may be an object with numbers as keys', () => {
    const content = { 0: stateRow('1005001234567890'), 1: stateRow('1005001234567891') }
    const inOrder = extractRows(page('', [initScript(content)]), comSearch)
    expect(ids(inOrder)).toEqual(['1005001234567890', '1005001234567891'])
    expect(inOrder.map(({ rank }) => observedValue(rank))).toEqual([1, 2])
  })

  it('names no listing for a row that leads to another one', () => {
    const rows = stated(
      stateRow('1005001234567890', { redirectedId: '1005001234567890' }),
      stateRow('1005001234567891', { redirectedId: '1005009999999999' }),
      stateRow('3256801048253138', { redirectedId: '1005001234567890' }),
    )
    expect(ids(rows)).toEqual(['1005001234567890', null, '1005001234567890'])
    expect(rows[1]?.comId).toMatchObject({ status: 'unreadable', reason: 'the row leads to another listing' })
  })

  it('does not take the store name that an advertisement only logs', () => {
    const logged = { custom: { p4pExtendParam: '{"store_name":"Larkfield Outlet"}' } }
    const row = first(stated(stateRow('1005001234567890', { productType: 'ad', trace: logged })))
    expect([row.storeName.status, row.sellerId.status, row.storeNumber.status]).toEqual([
      'absent',
      'absent',
      'absent',
    ])
  })

  it('has no price for a free gift', () => {
    const gift = stateRow('1005001234567890', { prices: undefined, rainbow: { rainbowType: 'buyFree' } })
    expect(first(stated(gift)).price).toEqual({ status: 'absent' })
  })

  it.each([
    ['￥ 5,097', 5097, 'JPY'],
    ['R$1.386,43', 1386.43, 'BRL'],
    ['1 386,43 руб.', 1386.43, 'RUB'],
    ['US $0.83 - 5.33', 0.83, 'USD'],
    ['US $6.5', 6.5, 'USD'],
  ])('reads the price %s', (formattedPrice, minPrice, currencyCode) => {
    const row = stateRow('1005001234567890', {
      prices: { salePrice: { formattedPrice, minPrice, currencyCode } },
    })
    expect(values(stated(row)[0]).price).toEqual({
      text: formattedPrice,
      value: minPrice,
      currency: currencyCode,
    })
  })

  it.each([
    ['number and text differ', { formattedPrice: 'US $12.50', minPrice: 1.25, currencyCode: 'USD' }],
    ['a price of nothing', { formattedPrice: 'US $0.00', minPrice: 0, currencyCode: 'USD' }],
    ['no number', { formattedPrice: 'US $1.00', minPrice: { value: 1 }, currencyCode: 'USD' }],
  ])('refuses a price: %s', (_why, salePrice) => {
    expect(first(stated(stateRow('1005001234567890', { prices: { salePrice } }))).price.status).toBe(
      'unreadable',
    )
  })

  it('follows rows that open in a campaign page, and no row elsewhere', () => {
    const ssr = 'https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=1005006995394293:12000039'
    const open = (productDetailUrl: string) =>
      values(
        first(
          extractRows(page('', [initScript([stateRow('3256806809079541', { productDetailUrl })])]), usSearch),
        ),
      ).url
    expect(open(ssr)).toBe(ssr)
    const own = 'https://www.aliexpress.us/item/3256806809079541.html'
    expect(open('//us-click.aliexpress.com/ci_bb?ot=hippo')).toBe(own)
    expect(open('https://www.aliexpress.us/item/3256806809079542.html')).toBe(own)
    expect(open('https://example.com/ssr/1/x?productIds=1005006995394293')).toBe(own)
    expect(open('javascript:alert(1)')).toBe(own)
  })

  describe('aggregated rows', () => {
    const pair = (shown: string, origin: string) =>
      encodeURIComponent(JSON.stringify({ order: '8', orig_sl_item_id: shown, orig_item_id: origin }))
    const origin = (trace: Record<string, unknown>) =>
      first(stated(stateRow('1005001234567890', { trace }))).originId

    it('name the offer behind them', () => {
      const read = origin({
        pdpParams: { pdp_ext_f: pair('1005001234567890', '1005009999999999') },
        utLogMap: { _p_origin_prod: '1005009999999999', spu_type: 'superlink' },
      })
      expect(observedValue(read)).toBe('1005009999999999')
      expect(observedValue(origin({ utLogMap: { _p_origin_prod: '1005009999999999' } }))).toBe(
        '1005009999999999',
      )
    })

    it('are not believed when the pair is of another listing or the two places differ', () => {
      expect(origin({ pdpParams: { pdp_ext_f: pair('1005001111111111', '1005009999999999') } }).status).toBe(
        'unreadable',
      )
      expect(
        origin({
          pdpParams: { pdp_ext_f: pair('1005001234567890', '1005009999999999') },
          utLogMap: { _p_origin_prod: '1005008888888888' },
        }).status,
      ).toBe('unreadable')
    })

    it('are none when the offer is the row itself', () => {
      expect(origin({ utLogMap: { _p_origin_prod: '1005001234567890' } })).toEqual({ status: 'absent' })
    })
  })
})

describe('the embedded list and the cards', () => {
  const rowsOf = (content: unknown[], ...cards: string[]) =>
    extractRows(page(searchList(...cards), [initScript(content)]), comSearch)

  it('appends a card that the list lacks, without a rank', () => {
    const rows = rowsOf(
      [stateRow('1005001234567890')],
      searchCard('/item/1005001234567890.html'),
      searchCard('/item/1005007777777777.html', { title: 'Larkfield lamp, inserted' }),
    )
    expect(ids(rows)).toEqual(['1005001234567890', '1005007777777777'])
    expect(values(rows[1])).toMatchObject({ title: 'Larkfield lamp, inserted', rank: null, sponsored: null })
  })

  it('appends no card that stands outside the list', () => {
    const doc = page(
      searchList(searchCard('/item/1005001234567890.html')) + searchCard('/item/1005007777777777.html'),
      [initScript([stateRow('1005001234567890')])],
    )
    expect(ids(extractRows(doc, comSearch))).toEqual(['1005001234567890'])
  })

  it('joins a card behind /ssr/ (.com number) with its row (.us number)', () => {
    const doc = page(
      searchList(
        searchCard('https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=1005006995394293:1'),
      ),
      [initScript([stateRow('3256806809079541')])],
    )
    const [card] = findListingCards(doc, usSearch)
    const row = card ? createRowReader(doc, usSearch).readCard(card) : null
    expect(values(row)).toMatchObject({ shownId: '3256806809079541', rank: 1, sponsored: false })
  })

  it('trusts the cards alone once the page shows other results than it was loaded with', () => {
    const rows = rowsOf(
      [stateRow('1005001234567890'), stateRow('1005001234567891')],
      searchCard('/item/1005002000000001.html', { title: 'Larkfield floor lamp' }),
      searchCard('/item/1005002000000002.html'),
    )
    expect(ids(rows)).toEqual(['1005002000000001', '1005002000000002'])
    expect(values(rows[0])).toMatchObject({ title: 'Larkfield floor lamp', rank: 1, sponsored: null })
  })

  it('gives the second appearance of a listing its own rank', () => {
    const doc = page(
      searchList(
        searchCard('/item/1005001234567890.html'),
        searchCard('/item/1005001234567891.html'),
        searchCard('/item/1005001234567890.html'),
      ),
      [initScript(['1005001234567890', '1005001234567891', '1005001234567890'].map((id) => stateRow(id)))],
    )
    const reader = createRowReader(doc, comSearch)
    const ranks = findListingCards(doc, comSearch).map((card) => values(reader.readCard(card)).rank)
    expect(ranks).toEqual([1, 2, 3])
  })

  it('takes from the card what its row lacks', () => {
    const bare = stateRow('1005001234567890', { title: undefined, prices: undefined, image: undefined })
    const row = first(
      rowsOf([bare], searchCard('/item/1005001234567890.html', { price: '$7.25', letter: 'e' })),
    )
    expect(values(row)).toMatchObject({
      title: 'Larkfield desk lamp',
      price: { value: 7.25, currency: null },
      imageHash: picture('e'),
      rank: 1,
    })
  })

  it('reads a card by what its element shows now', () => {
    const doc = page(searchList(searchCard('/item/1005001234567890.html')))
    const reader = createRowReader(doc, comSearch)
    const [card] = findListingCards(doc, comSearch)
    if (!card?.link) throw new Error('no card')
    card.link.setAttribute('href', '/item/1005003333333333.html')
    expect(values(reader.readCard(card)).comId).toBe('1005003333333333')
    card.link.removeAttribute('href')
    expect(reader.readCard(card)).toBe(null)
  })
})

describe('cards alone', () => {
  it('2025 and 2026: picture, heading and labelled price; no badge, no struck price', () => {
    const link = '//www.aliexpress.us/item/3256806809079541.html?algo_pvid=1&pdp_npi=2'
    const doc = page(searchList(searchCard(link, { price: '$6.7', letter: 'f' })))
    expect(values(extractRows(doc, usSearch)[0])).toEqual({
      comId: '1005006995394293',
      shownId: '3256806809079541',
      title: 'Larkfield desk lamp',
      price: { text: '$6.7', value: 6.7, currency: null },
      sellerId: null,
      storeNumber: null,
      storeName: null,
      imageHash: picture('f'),
      imageUrl: `https://ae-pic-a1.aliexpress-media.com/kf/${picture('f')}.jpg`,
      sold: null,
      sponsored: null,
      url: 'https://www.aliexpress.us/item/3256806809079541.html',
      originId: null,
      rank: 1,
    })
  })

  it('2023: the card that is a link', () => {
    const doc = page(
      searchList(card2023('//ja.aliexpress.com/item/1005005243408329.html?x=1', 'ラークフィールド ランプ')),
    )
    const row = first(extractRows(doc, contextOf('https://ja.aliexpress.com/w/wholesale-lamp.html')))
    expect(values(row)).toMatchObject({
      comId: '1005005243408329',
      title: 'ラークフィールド ランプ',
      imageHash: picture('c'),
      price: { text: '￥5,097', value: 5097, currency: null },
    })
  })

  it('a picture that is not loaded yet is absent, never the badge beside the title', () => {
    const lazy = searchCard('/item/1005001234567890.html').replace(
      /<div><img[^>]*><\/div>/,
      '<div class="lazy-load"></div>',
    )
    expect(first(extractRows(page(searchList(lazy)), comSearch)).imageHash).toEqual({ status: 'absent' })
  })

  it('a title that is shortened, or two titles, are refused', () => {
    const card = searchCard('/item/1005001234567890.html', { title: 'Larkfield desk lamp' })
    const titleOf = (html: string) => first(extractRows(page(searchList(html)), comSearch)).title
    expect(titleOf(card.replace('<h3>Larkfield desk lamp', '<h3>Larkfield de...'))).toMatchObject({
      value: 'Larkfield desk lamp',
    })
    expect(titleOf(card.replace('<h3>Larkfield desk lamp', '<h3>Floor lamp')).status).toBe('unreadable')
    expect(titleOf(card.replace('</h3>', '</h3><h3>Choice</h3>')).status).toBe('unreadable')
  })

  it('classic: whole title, minimum of the price range, lazy picture, store, orders', () => {
    const doc = page(
      `<ul>${classicCard('32800000001')}${classicCard('32800000002')}</ul>${classicAd('32800000009')}`,
    )
    const rows = extractRows(doc, contextOf('https://www.aliexpress.com/category/39/lamps.html', 'category'))
    expect(ids(rows)).toEqual(['32800000001', '32800000002', '32800000009'])
    expect(values(rows[0])).toEqual({
      comId: '32800000001',
      shownId: '32800000001',
      title: 'Larkfield desk lamp, brass',
      price: { text: 'US $9.97 - 16.35', value: 9.97, currency: 'USD' },
      sellerId: null,
      storeNumber: '5550001',
      storeName: 'Larkfield Outlet',
      imageHash: `HTB1${'x'.repeat(24)}`,
      imageUrl: `https://ae01.alicdn.com/kf/HTB1${'x'.repeat(24)}/Desk-Lamp.jpg`,
      sold: 'Orders (104)',
      sponsored: null,
      url: 'https://www.aliexpress.com/item/Desk-Lamp/32800000001.html',
      originId: null,
      rank: 1,
    })
    expect(values(rows[2])).toMatchObject({
      title: 'Larkfield lamp, paid',
      price: { text: 'US $4.99', value: 4.99 },
      imageHash: `HTB1${'y'.repeat(24)}`,
      sponsored: true,
      rank: null,
      storeName: null,
    })
  })

  it('a card whose number and link name two listings is no row', () => {
    expect(extractRows(page(classicCard('32800000001', { qrdata: '39|32800000002|x' })), comSearch)).toEqual(
      [],
    )
    const ru = contextOf('https://aliexpress.ru/popular/lampa')
    expect(extractRows(page(ruCard('1005001234567890', '1', '1005001234567891')), ru)).toEqual([])
  })

  it('aliexpress.ru: new price, title, and the same product in two variants', () => {
    const doc = page(ruCard('1005001234567890', '12000001') + ruCard('1005001234567890', '12000002'))
    const rows = extractRows(doc, contextOf('https://aliexpress.ru/popular/lampa'))
    expect(ids(rows)).toEqual(['1005001234567890', '1005001234567890'])
    expect(values(rows[1])).toMatchObject({
      title: 'Лампа Larkfield',
      price: { text: '115.84 GEL', value: 115.84, currency: 'GEL' },
      imageHash: picture('d'),
      url: 'https://aliexpress.ru/item/1005001234567890.html?sku_id=12000002',
      rank: 2,
      sponsored: null,
    })
  })
})

describe('store pages', () => {
  const store = contextOf('https://www.aliexpress.com/store/5550001/search/1.html', 'store')

  it('classic: rows carry the seller that script and head of the page name', () => {
    const rows = extractRows(page(storePage(storeCard('32800000001')), [storeScript()]), store)
    expect(values(rows[0])).toMatchObject({
      comId: '32800000001',
      title: 'Larkfield desk lamp with shade',
      price: { text: 'US $31.91', value: 31.91, currency: 'USD' },
      imageHash: `HTB1${'z'.repeat(24)}`,
      sellerId: '230000001',
      storeNumber: '5550001',
      storeName: 'Larkfield Outlet',
      url: 'https://www.aliexpress.com/store/product/Desk-Lamp/5550001_32800000001.html',
    })
  })

  it('a card of another store does not', () => {
    const rows = extractRows(page(storePage(storeCard('32800000001', '7770007')), [storeScript()]), store)
    expect(values(rows[0])).toMatchObject({ sellerId: null, storeNumber: null, storeName: null })
  })

  it('no seller is named where the page contradicts itself', () => {
    const rows = extractRows(page(storePage(storeCard('32800000001')), [storeScript('7770007')]), store)
    expect(values(rows[0])).toMatchObject({ sellerId: null, storeNumber: null, storeName: null })
  })

  it('cards without a mark are read by link, heading and picture, and name no seller', () => {
    const card = (id: string, title: string) => `<div class="x1"><a href="/item/${id}.html"><img
      src="//ae01.alicdn.com/kf/${picture('g')}.jpg_350x350.jpg"></a><h3>${title}</h3></div>`
    const doc = page(
      `<div>${card('1005001234567890', 'Larkfield lamp')}${card('1005001234567891', 'Larkfield shade')}</div>`,
      [storeScript()],
    )
    const rows = extractRows(
      doc,
      contextOf('https://www.aliexpress.com/store/5550001/pages/all-items.html', 'store'),
    )
    expect(rows.map((row) => values(row))).toMatchObject([
      {
        comId: '1005001234567890',
        title: 'Larkfield lamp',
        imageHash: picture('g'),
        sellerId: null,
        rank: null,
      },
      { comId: '1005001234567891', title: 'Larkfield shade', storeName: null },
    ])
  })

  it('a page that has not loaded its items has no rows', () => {
    expect(extractRows(page('', [storeScript()]), store)).toEqual([])
  })
})

describe('campaign pages', () => {
  const campaign = contextOf('https://www.aliexpress.com/ssr/300000512/BundleDeals2', 'campaign')
  const card = (id: string, { named = 'Larkfield desk lamp', repeated = id, href = '' } = {}) =>
    `<div href="${href}" id="${id}" class="aec-view productContainer product_6a40c3cf">
      <div class="AIC-MI-container" aria-label="${named}"><img class="AIC-MI-img square" src="//ae01.alicdn.com/kf/${picture('a')}.jpg_220x220.jpg"></div>
      <div id="2198215910.info_container.${repeated}"><span class="AIC4-PI-price-text">$0.93</span><span class="AIC4-PI-ori-price-text">$3.21</span>
        <ul><li><span class="AIC-ATM-multiLine">Save $2.01</span></li></ul>
        <span class="AIC-ATM-multiLine"><span>Larkfield  desk lamp</span></span><span class="AIC-OR-text">10,000+ sold</span></div></div>`

  it('have cards that name their listing by their id, with no rank', () => {
    const rows = extractRows(page(card('3256801048253138') + card('1005001234567891')), campaign)
    expect(rows.map(values)).toMatchObject([
      {
        comId: '1005001234567890',
        shownId: '3256801048253138',
        title: 'Larkfield desk lamp',
        price: { text: '$0.93', value: 0.93, currency: null },
        imageHash: picture('a'),
        sold: '10,000+ sold',
        rank: null,
        sponsored: null,
      },
      { comId: '1005001234567891' },
    ])
  })

  it('say nothing where a card contradicts itself', () => {
    const linked = card('1005001234567891').replace(
      '<div id="2198',
      '<a href="//www.aliexpress.com/item/1005009999999999.html"></a><div id="2198',
    )
    expect(
      extractRows(page(card('1005001234567890', { repeated: '1005009999999999' }) + linked), campaign),
    ).toEqual([])
    const [row] = extractRows(page(card('1005001234567890', { named: 'Another lamp' })), campaign)
    expect(row?.title).toMatchObject({ status: 'unreadable' })
  })

  it('are no results: on a page with a list of its own they have no row', () => {
    const list = searchList(searchCard('//www.aliexpress.com/item/1005001234567890.html'))
    expect(ids(extractRows(page(card('1005001234567891') + list), comSearch))).toEqual(['1005001234567890'])
  })
})

it('takes the cards of the list alone where the page has one', () => {
  const list = searchList(searchCard('//www.aliexpress.com/item/1005001234567890.html'))
  const beside = searchCard('//www.aliexpress.com/item/1005001234567891.html')
  expect(ids(extractRows(page(beside + list + beside), comSearch))).toEqual(['1005001234567890'])
  expect(ids(extractRows(page(beside), comSearch))).toEqual(['1005001234567891'])
})

describe('results pages of 2020 to 2022', () => {
  const old = contextOf('https://www.aliexpress.com/wholesale?SearchText=lamp')
  const item = (productId: number, more: Record<string, unknown> = {}) => ({
    productId,
    store: {
      storeUrl: '//www.aliexpress.com/store/5550001',
      aliMemberId: 225000001,
      storeName: 'Larkfield Outlet',
      storeId: 5550001,
    },
    title: 'Larkfield  desk lamp',
    tradeDesc: '6320 sold',
    productDetailUrl: `//www.aliexpress.com/item/${productId}.html?algo_pvid=a`,
    price: 'US $1.66 - 3.78',
    imageUrl: `//ae01.alicdn.com/kf/${picture('a')}/Desk-Lamp.jpg_220x220xz.jpg`,
    productType: 'ordinary_product',
    umpPrices: { sale_price: { formattedPrice: 'US $1.66 - 3.78', minPrice: 1.66, currencyCode: 'USD' } },
    ...more,
  })
  const script = (state: unknown) => `window.runParams = {};\nwindow.runParams = ${JSON.stringify(state)};`
  const rowsOf = (state: unknown, body = '') => extractRows(page(body, [script(state)]), old)

  it('list their rows in the state of the page', () => {
    expect(
      rowsOf({ resultCount: 2, items: [item(4001316737855), { banner: 1 }, item(32725360255)] }).map(values),
    ).toMatchObject([
      {
        comId: '4001316737855',
        title: 'Larkfield desk lamp',
        price: { text: 'US $1.66 - 3.78', value: 1.66, currency: 'USD' },
        sellerId: '225000001',
        storeNumber: '5550001',
        storeName: 'Larkfield Outlet',
        imageHash: picture('a'),
        sold: '6320 sold',
        sponsored: false,
        rank: 1,
      },
      { comId: '32725360255', rank: 2 },
    ])
  })

  it('have two prices during a sale: only where both are one it is taken', () => {
    const sale = (minPrice: number) => ({
      umpPrices: { sale_price: { minPrice: 1.66 }, big_sale_price: { minPrice } },
    })
    const [one, two] = rowsOf({ items: [item(32725360255, sale(1.66)), item(32725360256, sale(1.07))] })
    expect(one?.price.status).toBe('found')
    expect(two?.price).toMatchObject({ status: 'unreadable', reason: 'two prices that differ' })
    const [other] = rowsOf({ items: [item(32725360255, { price: 'US $9.99' })] })
    expect(other?.price.status).toBe('unreadable')
  })

  it('know their advertisements', () => {
    const rows = rowsOf({
      items: [
        item(1005001234567890, { productType: 'ad_product', adTag: 'AD' }),
        item(1005001234567891, { adTag: 'AD' }),
      ],
    })
    expect(rows.map(({ sponsored }) => observedValue(sponsored))).toEqual([true, null])
  })

  it('of 2021 and 2022 have the rows of later pages', () => {
    const rows = rowsOf({ mods: { itemList: { content: [stateRow('1005001234567890')] } } })
    expect(rows.map(values)).toMatchObject([
      { comId: '1005001234567890', price: { value: 12.5 }, sponsored: false, rank: 1 },
    ])
  })

  it('join with their cards, which no class marks', () => {
    const card = (id: number) =>
      `<div><a href="//www.aliexpress.com/item/${id}.html"><img src="//ae01.alicdn.com/kf/${picture('a')}.jpg"></a><h3>Larkfield desk lamp</h3></div>`
    const doc = page(`<main>${card(32725360255)}${card(4001316737855)}</main>`, [
      script({ items: [item(4001316737855), item(32725360255)] }),
    ])
    const reader = createRowReader(doc, old)
    const [first] = findListingCards(doc, old)
    expect(first && values(reader.readCard(first))).toMatchObject({
      comId: '32725360255',
      storeNumber: '5550001',
      rank: 2,
    })
    expect(reader.readAll()).toHaveLength(2)
  })

  it('give no rows where their state is that of another search', () => {
    const card = (id: number) =>
      `<div><a href="//www.aliexpress.com/item/${id}.html"><img src="//ae01.alicdn.com/kf/${picture('a')}.jpg"></a><h3>Other lamp</h3></div>`
    const body = `<main>${card(1005001234567890)}${card(1005001234567891)}${card(1005001234567892)}</main>`
    expect(ids(rowsOf({ items: [item(32725360255)] }, body))).toEqual([])
  })

  it('of another kind of state have no rows', () => {
    expect(rowsOf({ pageName: 'list', items: {} })).toEqual([])
  })
})
