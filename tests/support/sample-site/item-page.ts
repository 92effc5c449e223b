import type { SampleListing } from './catalogue.ts'
import { escapeHtml, scriptJson } from './html.ts'
import {
  galleryHtml,
  originalImageUrl,
  reportLinkHtml,
  specificationHtml,
  specsOf,
  storeDetailHtml,
  storeInfoHtml,
  storeUrlOn,
  titleAndPriceHtml,
} from './item-parts.ts'
import { type LocaleName, type SampleLocale, sampleLocales } from './locale.ts'
import { shownIdOn } from './result-card.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

export interface ItemPageOptions {
  locale?: LocaleName
  /** Milliseconds until the page's data call answers; the rendering follows it. Infinity: it never does. */
  renderAfterMs?: number
  /** False: the page keeps its data to itself, as pages without prefetch do. */
  offersData?: boolean
}

/** What the data call of an item page answers, in the module names that 2024 to 2026 pages use. */
function itemData(locale: SampleLocale, listing: SampleListing): unknown {
  const { seller } = listing
  const price = locale.formatPrice(listing.priceUsd * locale.rate)
  return {
    ret: ['SUCCESS::ok'],
    data: {
      result: {
        PRODUCT_TITLE: { text: listing.title },
        HEADER_IMAGE_PC: { imagePathList: listing.imageHashes.map(originalImageUrl) },
        PRICE: {
          targetSkuPriceInfo: {
            salePriceString: price,
            originalPrice: {
              currency: locale.currency,
              value: listing.listPriceUsd * locale.rate,
              formatedAmount: locale.formatPrice(listing.listPriceUsd * locale.rate),
            },
          },
        },
        PC_RATING: {
          rating: listing.rating.toFixed(1),
          totalValidNum: listing.sold % 90,
          otherText: `${listing.sold} sold`,
        },
        SHOP_CARD_PC: {
          storeName: seller.storeName,
          sellerPositiveRate: '94.2',
          sellerTotalNum: 750,
          sellerInfo: {
            adminSeq: Number(seller.sellerId),
            companyId: Number(seller.companyId),
            storeNum: Number(storeUrlOn(locale, listing).split('/').at(-1)),
            storeURL: storeUrlOn(locale, listing),
            countryCompleteName: 'China',
            formatOpenTime: 'Mar 4, 2021',
            openedYear: 5,
          },
        },
        PRODUCT_PROP_PC: {
          showedProps: specsOf(listing).map(({ name, value }) => ({ attrName: name, attrValue: value })),
        },
        GLOBAL_DATA: {
          globalData: {
            productId: shownIdOn(locale, listing),
            sellerId: Number(seller.sellerId),
            storeId: Number(seller.storeNumber),
            currencyCode: locale.currency,
            locale: `${locale.lang}_XX`,
          },
        },
      },
    },
  }
}

const jsonLd = (locale: SampleLocale, listing: SampleListing) => [
  {
    '@context': 'https://schema.org/',
    '@type': 'Product',
    name: `${listing.title} - AliExpress 15`,
    image: listing.imageHashes.slice(0, 3).map(originalImageUrl),
    brand: { '@type': 'Brand', name: listing.brand },
    offers: {
      '@type': 'Offer',
      availability: 'https://schema.org/InStock',
      url: `https://${locale.host}/item/${shownIdOn(locale, listing)}.html`,
      priceCurrency: locale.currency,
      price: (listing.priceUsd * locale.rate).toFixed(2),
    },
  },
]

/** What stands in the page's root once its script has rendered it. */
const renderedItemHtml = (locale: SampleLocale, listing: SampleListing): string => `
<div class="pdp-page-wrap"><div class="pdp-body pdp-wrap"><div class="pdp-body-top"><div class="pdp-body-top-left"><div class="pdp-info">
<div class="pdp-info-left">${galleryHtml(listing)}</div>
<div class="pdp-info-right">${titleAndPriceHtml(locale, listing)}<p>Colour: as pictured</p></div></div></div>
<div class="pdp-body-top-right">${storeDetailHtml(locale, listing, true)}<button class="hx_buy" type="button">Buy now</button><button class="hx_buy hx_b2" type="button">${locale.words.cart}</button></div></div>
${storeInfoHtml(locale, listing)}${specificationHtml(listing)}${reportLinkHtml(listing)}
<p class="hx_blk">Sorry, this item is no longer available! – words that live pages hold in their texts.</p></div></div>`

/** The page's own scripts: the resolver that it offers to any script, the data call, and the rendering. */
const itemScripts = (locale: SampleLocale, listing: SampleListing, options: ItemPageOptions): string => {
  const delay = options.renderAfterMs ?? 250
  const offers = options.offersData ?? true
  const resolver = offers
    ? 'window.__INIT_DATA_CALLBACK__ = (resolve) => { answer ? resolve(answer) : waiting.push(resolve) }'
    : ''
  const answering = Number.isFinite(delay)
    ? `setTimeout(() => {
    answer = ${scriptJson(itemData(locale, listing))}
    for (const resolve of waiting) resolve(answer)
    const ld = document.createElement('script'); ld.type = 'application/ld+json'; ld.textContent = ${scriptJson(JSON.stringify(jsonLd(locale, listing)))}
    document.head.append(ld)
    document.getElementById('root').innerHTML = ${scriptJson(renderedItemHtml(locale, listing))}
  }, ${delay})`
    : ''
  return `<script>(() => {
  let answer = null
  const waiting = []
  ${resolver}
  ${answering}
})()</script>`
}

const shellState = (locale: SampleLocale, listing: SampleListing): string => {
  const slug = listing.title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)
  const data = {
    extParams: { site: locale.site, crawler: false, signedIn: false, host: locale.host },
    i18nMap: {
      PAGE_NOT_FOUND_NOTICE: 'Sorry, item temporarily unavailable',
      PAGE_NOT_FOUND_RCMD_TITLE: 'Sorry, the page you requested can not be found:(',
    },
    imagePathList: listing.imageHashes.map(originalImageUrl),
    summImagePathList: listing.imageHashes.map(
      (hash) => `https://ae01.alicdn.com/kf/${hash}/${slug}.jpg_80x80.jpg`,
    ),
    name: 'ItemDetailResp',
  }
  return `<script>window.runParams = {};
window._d_c_ = window._d_c_ || {}; window._d_c_.viewName = 'newDetail'; window._d_c_.isCSR = true;
window._d_c_.DCData = ${scriptJson(data)};</script>`
}

/** An item page of the years since 2024: a shell whose script renders the listing after its data call. */
export function itemPage(listing: SampleListing, options: ItemPageOptions = {}): string {
  const locale = sampleLocales[options.locale ?? 'com']
  const title = escapeHtml(`${listing.title} - AliExpress 15`)
  return shopDocument({
    title: `${listing.title} - AliExpress 15`,
    locale,
    spm: 'detail',
    bodyClass: 'pdp-new-pc',
    head: `<meta property="og:title" content="${title}"><meta property="og:image" content="${originalImageUrl(listing.imageHashes[0] ?? '')}">
<meta property="og:url" content="//${locale.host}/item/${shownIdOn(locale, listing)}.html?src=sample"><link rel="canonical" href="https://www.aliexpress.com/item/${listing.comId}.html">
${shellState(locale, listing)}`,
    body: `<div style="display:none"><h1>Aliexpress</h1></div>${shopHeader(locale)}<div id="root"></div>${shopFooter()}${itemScripts(locale, listing, options)}`,
  })
}
