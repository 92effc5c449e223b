import { JSDOM } from 'jsdom'
import type { PageContext, PageKind } from '../../../lib/site/page-context.ts'

/** Invented listings in the structures of results, category and store pages. */

export const picture = (letter: string) => `S${letter.repeat(32)}`
const pictureUrl = (letter: string) => `//ae-pic-a1.aliexpress-media.com/kf/${picture(letter)}.jpg`

export const contextOf = (url: string, kind: PageKind = 'search'): PageContext => {
  const parsed = new URL(url)
  const site = parsed.hostname.endsWith('.us') ? 'us' : parsed.hostname.endsWith('.ru') ? 'ru' : 'com'
  return { url: parsed, site, kind }
}

export const comSearch = contextOf('https://www.aliexpress.com/w/wholesale-larkfield-lamp.html')
export const usSearch = contextOf('https://www.aliexpress.us/w/wholesale-larkfield-lamp.html')

export function page(body: string, scripts: string[] = []): Document {
  const inline = scripts.map((text) => `<script>${text}</script>`).join('')
  return new JSDOM(`<!doctype html><html><head>${inline}</head><body>${body}</body></html>`).window.document
}

/** A row of the embedded list, as of 2025; `more` replaces whole members. */
export const stateRow = (productId: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  productId,
  productType: 'natural',
  itemCardType: 'pc_new_card',
  image: { imgUrl: pictureUrl('a') },
  title: { displayTitle: `Larkfield desk lamp ${productId}` },
  prices: { salePrice: { formattedPrice: 'US $12.50', minPrice: 12.5, currencyCode: 'USD' } },
  trade: { tradeDesc: '1,000+ sold' },
  ...more,
})

export const stateOf = (content: unknown) => ({
  hierarchy: {},
  data: { root: { fields: { mods: { itemList: { content } } } } },
})

export const initScript = (content: unknown) =>
  `window._dida_config_ = {}; window._dida_config_._init_data_ = { data: ${JSON.stringify(stateOf(content))} }`

interface Shown {
  title?: string
  price?: string
  letter?: string
}

/** A card of 2025 and 2026: badge before the title, picture before both, price in parts with a label. */
export const searchCard = (
  href: string,
  { title = 'Larkfield desk lamp', price = '$12.50', letter = 'a' }: Shown = {},
) => `
  <div class="hr_b4 search-item-card-wrapper-gallery"><div class="card-out-wrapper">
    <a class="l0_b search-card-item" href="${href}">
      <div><img src="${pictureUrl(letter)}_480x480q75.jpg_.avif" alt="picture of a lamp"></div>
      <span class="report-item" title="Report fraud item"></span>
      <div title="${title}" role="heading" aria-label="${title}">
        <img src="//ae01.alicdn.com/kf/${picture('b')}/154x64.png" width="38.5"><h3>${title}</h3></div>
      <div aria-label="${price}"><div>${[...price].map((part) => `<span>${part}</span>`).join('')}</div>
        <div><span style="text-decoration:line-through">$99.00</span></div></div>
      <span><span title="See preview">See preview</span></span>
    </a></div></div>`

export const searchList = (...cards: string[]) => `<div id="card-list">${cards.join('')}</div>`

/** 2023: the card is the link, the price is styled with the currency's sign. */
export const card2023 = (href: string, title: string) => `
  <a class="manhattan--container--1lP57Ag search-card-item" href="${href}">
    <img class="product-img" src="//ae01.alicdn.com/kf/${picture('c')}/Desk-Lamp.jpg_220x220xz.jpg" alt="${title}">
    <div class="manhattan--price-sale--1CCSZfK"><span style="font-size:12px;currency-symbol:￥"> ￥ </span>
      <span style="font-size:20px;currency-symbol:￥"> 5,097 </span></div>
    <div class="manhattan--price-original--3QAcCkG"><span style="text-decoration:line-through"> ￥12,595 </span></div>
    <div title="${title}"><h1> ${title} <!-- --> </h1></div></a>`

export const classicCard = (
  id: string,
  { qrdata = `39|${id}|cn1500000001`, shown = 'Larkfield lamp' } = {},
) => `
  <li class="list-item" qrdata="${qrdata}"><div class="item">
    <a class="picRind" href="//www.aliexpress.com/item/Desk-Lamp/${id}.html?ws_ab_test=a"><img class="picCore"
      image-src="//ae01.alicdn.com/kf/HTB1${'x'.repeat(24)}/Desk-Lamp.jpg_220x220.jpg" alt="Larkfield desk lamp (China)"></a>
    <h3><a class="product" href="//www.aliexpress.com/item/Desk-Lamp/${id}.html" title="Larkfield desk lamp, brass ">${shown}</a></h3>
    <span class="price"><span class="value" itemprop="price">US $9.97 - 16.35</span> / <span class="unit">piece</span></span>
    <a class="rate-num" title="Feedback(51)" href="//www.aliexpress.com/item/Desk-Lamp/${id}.html#feedback">(51)</a>
    <span class="order-num"><em title="Total Orders"> Orders (104)</em></span>
    <a class="store" href="//www.aliexpress.com/store/5550001" title="Larkfield Outlet">Larkfield Outlet</a>
    <a class="atwl-button" href="javascript:;" data-product-id="${id}">Add to Wish List</a></div></li>`

export const classicAd = (id: string) => `
  <li class="p4p-list-item" data-product-id="${id}">
    <a title="Larkfield lamp, paid" href="//www.aliexpress.com/item/Lamp/${id}.html?s=p"><img
      image-src="//ae01.alicdn.com/kf/HTB1${'y'.repeat(24)}/Lamp.jpg_220x220.jpg"></a>
    <p class="p4p-product-title"><a title="Larkfield lamp, paid" href="//www.aliexpress.com/item/Lamp/${id}.html?s=p">Larkfield la...</a></p>
    <p class="p4p-price-list">US $4.99<span> / piece</span></p></li>`

export const storeCard = (id: string, storeNumber = '5550001') => `
  <li class="item"><a class="pic-rind" href="//www.aliexpress.com/store/product/Desk-Lamp/${storeNumber}_${id}.html"><img
      class="picCore lazy-load" image-src="//ae01.alicdn.com/kf/HTB1${'z'.repeat(24)}/Desk-Lamp.jpg_200x200.jpg"></a>
    <h3><a href="//www.aliexpress.com/store/product/Desk-Lamp/${storeNumber}_${id}.html"
      title="Larkfield desk lamp with shade">Larkfield desk lamp...</a></h3>
    <div class="cost"><b>US $31.91</b> / piece</div><div class="cost-old"><del>US $62.56 / piece</del></div></li>`

export const storePage = (...cards: string[]) => `
  <span class="shop-name"><i>Store:</i><a href="//www.aliexpress.com/store/5550001">Larkfield Outlet</a></span>
  <ul class="items-list">${cards.join('')}</ul>`

export const storeScript = (storeId = '5550001') =>
  `var pageConfig = { storeId: '${storeId}', ownerMemberId: '230000001', other: 1 };`

export const ruCard = (id: string, sku: string, named = id) => `
  <div class="red-snippet_RedSnippet__container__e15tmk" data-product-id="${named}" data-sku-id="${sku}">
    <a href="https://aliexpress.ru/item/${id}.html?sku_id=${sku}&amp;spm=a"><img src="https://ae04.alicdn.com/kf/${picture('d')}.jpg_480x480.jpg"></a>
    <a href="https://aliexpress.ru/item/${id}.html?sku_id=${sku}"><div class="RedSnippet__priceOld__e1">163.17&nbsp;GEL</div>
      <div class="red-snippet_RedSnippet__priceNew__e15tmk"><span>115.84&nbsp;GEL</span></div>
      <div title="Лампа Larkfield" class="red-snippet_RedSnippet__title__e15tmk">Лампа Larkfield</div></a></div>`
