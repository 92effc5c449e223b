import { JSDOM } from 'jsdom'
import { observedValue } from '../../../lib/core/observation.ts'
import { extractListing } from '../../../lib/extract/extract-listing.ts'
import type { ObservedListing } from '../../../lib/extract/listing.ts'
import { readPageContext } from '../../../lib/site/page-kind.ts'

/** Invented items in the structure of each era. */

export const comId = '1005001234567890'
export const usId = '3256801048253138'
export const comUrl = `https://www.aliexpress.com/item/${comId}.html`
export const usUrl = `https://www.aliexpress.us/item/${usId}.html`
export const hash = (letter: string) => `S${letter.repeat(32)}X`
const picture = (letter: string) => `https://ae01.alicdn.com/kf/${hash(letter)}.jpg`

export function parse(
  html: string,
  url: string,
): { doc: Document; context: NonNullable<ReturnType<typeof readPageContext>> } {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error(`${url} is not the site`)
  return { doc: new JSDOM(html, { url }).window.document, context }
}

export function extract(html: string, url: string): ObservedListing {
  const { doc, context } = parse(html, url)
  const listing = extractListing(doc, context)
  if (!listing) throw new Error('the page is about no listing')
  return listing
}

/** The values that were found, without their sources: what a test compares. */
export function valuesOf(listing: ObservedListing): Partial<Record<keyof ObservedListing, unknown>> {
  return Object.fromEntries(
    Object.entries(listing).flatMap(([field, observation]) => {
      const value = observedValue<unknown>(observation)
      return value === null ? [] : [[field, value]]
    }),
  )
}

export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}</head><body data-spm="detail">${body}</body></html>`

export const statePage = (state: unknown, body = '') =>
  page(`<script>window.runParams = {\n data: ${JSON.stringify(state)},\n csrfToken: 'x'\n};</script>${body}`)

export const modules = (id = comId) => ({
  actionModule: { productId: Number(id), itemStatus: 0, companyId: 241111111, categoryId: 200003372 },
  commonModule: { productId: Number(id), currencyCode: 'PKR', sellerAdminSeq: 231111111 },
  titleModule: {
    subject: 'Northpike  trail shoe',
    formatTradeCount: '557',
    tradeCountUnit: 'orders',
    feedbackRating: { averageStar: '4.4' },
  },
  priceModule: {
    formatedActivityPrice: 'PKR 144 - 1,341',
    minActivityAmount: { value: 143.9, currency: 'PKR', formatedAmount: 'PKR 144' },
    formatedPrice: 'PKR 206 - 1,916',
    minAmount: { value: 206.25, currency: 'PKR', formatedAmount: 'PKR 206' },
  },
  storeModule: {
    storeName: 'Shop5134071 Store',
    storeNum: 911061014,
    storeURL: '//www.aliexpress.com/store/911061014',
    sellerAdminSeq: 231111111,
    companyId: 241111111,
    countryCompleteName: 'China',
    openTime: 'Apr 14, 2017',
    positiveRate: '92.1%',
  },
  imageModule: { imagePathList: [picture('a'), `${picture('a')}_640x640.jpg`, picture('b')] },
  specsModule: { props: [{ attrName: 'Brand Name', attrValue: 'NORTHPIKE' }] },
  webEnv: { locale: 'en_US', currency: 'PKR', country: 'PK' },
})

export const components = (id = comId) => ({
  productInfoComponent: {
    idStr: id,
    id: Number(id),
    subject: 'Northpike zapatilla',
    categoryId: 14191109,
    minPrice: 1.44,
  },
  imageComponent: { imagePathList: [picture('a')] },
  priceComponent: {
    discountPrice: {
      actCurrencyFormatPrice: 'MXN$1.025,03 - $1.042,24',
      minActivityAmount: { value: 1025.03, currency: 'MXN', formatedAmount: 'MXN$1.025,03' },
    },
    origPrice: {
      multiCurrencyFormatPrice: 'MXN$2.050,07',
      minAmount: { value: 2050.07, currency: 'MXN', formatedAmount: 'MXN$2.050,07' },
    },
  },
  tradeComponent: { formatTradeCount: '3.000+', tradeCountUnit: 'Vendidos' },
  sellerComponent: {
    storeName: 'Northpike Store',
    storeNum: 911061014,
    storeURL: '//es.aliexpress.com/store/911061014',
    adminSeq: 231111111,
    companyId: 241111111,
    countryCompleteName: 'China',
    formatOpenTime: 'nov 1, 2020',
  },
  storeFeedbackComponent: { sellerPositiveRate: '97.6' },
  itemStatusComponent: { status: 0 },
  currencyComponent: { currencyCode: 'MXN' },
  userComponent: { userCountryCode: 'MX' },
})

export const widgets = (id = usId) => ({
  hierarchy: {},
  data: {
    root: { fields: {} },
    titleBanner_2440: { fields: { subject: 'Northpike watch' } },
    imageView_77: { fields: { productId: Number(id), imagePathList: [picture('a')] } },
    price_1: {
      fields: {
        formatedPrice: 'US $20.55 - 37.88',
        minAmount: { value: 20.55, currency: 'USD', formatedAmount: 'US $20.55' },
      },
    },
    storeRecommend_2: {
      fields: { storeName: 'Joan Store', storeNum: 1101222680, companyId: 241111111, productId: id },
    },
    oldShipping_3: { fields: { sellerAdminSeq: 231111111 } },
    actionButtons_4: { fields: { productId: id, itemStatus: 1 } },
  },
  global: {},
})

export const widgetPage = (state: unknown) =>
  page(`<script>window._dida_config_._init_data_= { data: ${JSON.stringify(state)} }</script>`)

export const classicPage = (overrides = '') =>
  page(`
  <h1 class="site-logo">AliExpress</h1><h1 class="product-name" itemprop="name">Northpike bag</h1>
  <span id="j-order-num">93 orders</span><span class="shop-name"><a href="//www.aliexpress.com/store/2959075">North Store</a></span>
  <dd class="store-address"> China (Zhejiang) </dd>
  <li class="property-item"><span class="propery-title">Brand Name:</span><span class="propery-des">NORTHPIKE</span></li>
  <script>
  if (!window.runParams) { window.runParams = {}; }
  window.runParams.productId="${comId}"; window.runParams.productId="${comId}";
  window.runParams.adminSeq="230241476"; window.runParams.companyId="239704550"; window.runParams.categoryId="122801";
  window.runParams.minPrice="36.69"; window.runParams.actMinPrice="15.41"; window.runParams.currencyCode="USD";
  window.runParams.currencySymbol="US $"; window.runParams.offline=false;
  window.runParams.offlineText='<div class="no-longer-available"><h4>Sorry, this item is no longer available!</h4></div>';
  window.runParams.imageBigViewURL=[ "${picture('a')}", "${picture('b')}", ];
  ${overrides}
  </script>`)

const message = (id: string, seller: string) =>
  `<a href="https://message.aliexpress.com/message/new.htm?productId=${id}&amp;sellerSeq=${seller}&amp;sellerAdminSeq=${seller}">Message</a>`
export const report = (id: string) =>
  `<a href="https://report.aliexpress.com/health/reportIndex.htm?product_id=${id}">Report</a>`
export const credential = (number: string, name: string) =>
  `<a href="https://shoprenderview.aliexpress.com/credential/showcredential.htm?storeNum=${number}&amp;_lang=en_US">${name}</a>`

export const storeCard = (seller = '2683347204', id = usId) => `
  <a class="store-detail--wrap--Ab1" href="//www.aliexpress.com/store/1103609220"><div class="store-detail--storeNameWrap--Ab1">
  <span class="store-detail--storeName--Ab1">Northpike Store</span><span>(Trader)</span></div></a>
  <div class="store-detail--businessInfoWrap--Ab1">${message(id, seller)}${credential('1103609220', 'Seller info')}</div>
  <div id="nav-store"><a data-pl="store-name" href="//www.aliexpress.com/store/1103609220">Northpike Store</a></div>
  <div class="store-info--desc--Ab1"><strong>92.0%</strong><span> Positive Feedback</span> | <strong>750</strong></div>`

export const explanation = (links: string) =>
  `<div class="remind--msg--Ab1"><strong>Important Notes</strong> similar items of several merchants. ${links}</div>`

export const rendered = (options: { id?: string; seller?: string; price?: string; title?: string } = {}) => {
  const {
    id = comId,
    seller = storeCard(),
    price = '<span class="price-default--current--Ab1">$289.72</span>',
  } = options
  const { title = '<h1 data-pl="product-title">Northpike trail shoe</h1>' } = options
  return `${title}<div class="price-default--wrap--Ab1">${price}<span class="price-default--original--Ab1"><bdi>$557.15</bdi></span></div>
  <div data-pl="product-reviewer"><a class="reviewer--rating--Ab1"> 4.9 </a><span class="reviewer--sold--Ab1">44 sold</span></div>
  ${['a', 'c'].map((letter) => `<div class="slider--img--Ab1"><img src="${picture(letter)}_220x220q75.jpg_.avif"></div>`).join('')}
  <div id="nav-specification" data-pl="product-specs"><ul><li><div class="specification--prop--Ab1"><div class="specification--title--Ab1">Brand Name</div>
  <div class="specification--desc--Ab1" title="NORTHPIKE">NORTH…</div></div></li></ul></div>${report(id)}${seller}`
}

export const csrHead = (id = usId, title = 'Northpike trail shoe - AliExpress 26') =>
  `<meta property="og:url" content="//www.aliexpress.com/item/${id}.html?src=x"><meta property="og:title" content="${title}">`

const jsonLd = (id: string) => ({
  '@type': 'Product',
  name: 'Northpike trail shoe - AliExpress 26',
  brand: { '@type': 'Brand', name: 'Northpike' },
  offers: {
    url: `https://www.aliexpress.us/item/${id}.html`,
    price: '1542.',
    priceCurrency: 'USD',
    availability: 'https://schema.org/InStock',
  },
})

export const csrPage = (body = rendered(), headId = usId) =>
  page(
    `<h1>Aliexpress</h1>${body}<script>window.runParams = {\n};\nwindow._d_c_ = window._d_c_ || {}; window._d_c_.DCData = ${JSON.stringify(
      {
        imagePathList: [picture('a'), picture('b')],
        i18nMap: { PAGE_NOT_FOUND_NOTICE: 'Sorry, item temporarily unavailable' },
      },
    )};</script><script type="application/ld+json">${JSON.stringify([jsonLd(headId)])}</script>`,
    csrHead(headId),
  )
