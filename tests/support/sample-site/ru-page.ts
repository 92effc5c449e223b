import { type SampleListing, sampleListings } from './catalogue.ts'
import { escapeHtml, scriptJson } from './html.ts'
import type { SampleLocale } from './locale.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

const ruLocale: SampleLocale = {
  host: 'aliexpress.ru',
  lang: 'ru',
  direction: 'ltr',
  site: 'rus',
  currency: 'RUB',
  rate: 90,
  formatPrice: (value) => `${Math.round(value)} ₽`,
  words: {
    sold: 'купили',
    preview: 'Быстрый просмотр',
    similar: 'Похожие',
    cart: 'В корзину',
    search: 'Найти',
    reviews: 'Отзывы',
    store: 'Продавец',
  },
}

const style = `<style>
.red-snippet_RedSnippet__grid__s1 { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; }
[class*="RedSnippet__container"] { background: #fff; border-radius: 12px; padding: 8px; }
[class*="Gallery__image"] { width: 100%; aspect-ratio: 1; display: block; border-radius: 8px; }
[class*="RedSnippet__priceNew"] { font-weight: 700; font-size: 20px; }
[class*="RedSnippet__title"] { height: 40px; overflow: hidden; }
</style>`

function ruCard(listing: SampleListing, index: number): string {
  const url = `https://aliexpress.ru/item/${listing.comId}.html?sku_id=${listing.skuId}`
  const source = `https://ae04.alicdn.com/kf/${listing.imageHashes[0]}.jpg_480x480.jpg`
  return `<div class="red-snippet_RedSnippet__container__s1 red-snippet_RedSnippet__vertical__s1" data-index="${index}" data-product-id="${listing.comId}" data-sku-id="${listing.skuId}"><div class="red-snippet_RedSnippet__mainBlock__s1"><a href="${url}" target="_blank" class="red-snippet_RedSnippet__gallery__s1"><div class="gallery_Gallery__picture__s2"><picture><source type="image/jpeg" srcset="${source}"><img data-idx="0" class="gallery_Gallery__image__s2" src="${source}" alt="${escapeHtml(listing.title)}"></picture></div></a>
<a href="${url}" target="_blank" class="red-snippet_RedSnippet__content__s1"><div class="red-snippet_RedSnippet__price__s1"><div class="red-snippet_RedSnippet__priceNew__s1">${ruLocale.formatPrice(listing.priceUsd * ruLocale.rate)}</div></div><div class="red-snippet_RedSnippet__title__s1">${escapeHtml(listing.title)}</div><div class="red-snippet_RedSnippet__trust__s1">${listing.sold} ${ruLocale.words.sold}</div></a></div></div>`
}

/** A listing page of aliexpress.ru: another front end, whose state holds no products. */
export function ruListingPage(count = 45, offset = 500): string {
  const cards = sampleListings({ count, offset }).map(ruCard).join('\n')
  const state = {
    widgets: [
      {
        widgetId: 'bx/SnippetMapperContext/0.8.5',
        props: { resolveParams: { platform: 'pc' } },
        children: [],
      },
    ],
  }
  return shopDocument({
    title: 'northpike купить',
    locale: ruLocale,
    spm: '',
    head: style,
    body: `<div id="__aer_root__">${shopHeader(ruLocale, 'northpike')}<div class="hx_main"><div class="hx_list"><div class="red-snippet_RedSnippet__grid__s1">${cards}</div></div></div>${shopFooter()}</div>
<script type="application/json" id="__AER_DATA__">${scriptJson(state)}</script>`,
  })
}
