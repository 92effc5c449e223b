import { escapeHtml } from './html.ts'
import type { SampleLocale } from './locale.ts'
import { shopStyle } from './shop-style.ts'

/** Header of every shop page: logo, search field, account links. It stays on top while the page scrolls. */
export const shopHeader = (locale: SampleLocale, keyword = ''): string => `
<div class="hx_top" id="_global_header_"><a class="hx_logo" href="//${locale.host}/">SampleExpress</a>
<form class="hx_find" action="/wholesale"><input type="text" id="search-words" name="SearchText" role="searchbox" aria-label="${locale.words.search}" value="${escapeHtml(keyword)}"><button type="submit">${locale.words.search}</button></form>
<div class="hx_acc"><span>EN / ${locale.currency}</span><a href="//login.aliexpress.com/">Sign in</a><a href="//shoppingcart.aliexpress.com/">Cart</a></div></div>`

/** Footer of every shop page. Like the real one it holds an h1 that names the shop and no product. */
export const shopFooter = (): string => `
<div class="hx_foot"><h1 style="font-size:12px;margin:0 0 8px">Aliexpress</h1>
<p>Help Centre · Disputes and reports · Buyer protection · Terms of use · Privacy</p>
<p>A sample page with invented brands, sellers and listings.</p></div>`

export interface ShopPage {
  title: string
  locale: SampleLocale
  /** Value of body[data-spm], the page's own word for its kind. */
  spm: string
  /** Inside <head>, after the style. */
  head?: string
  bodyClass?: string
  body: string
}

/** A whole HTML document in the shop's frame of head and body. */
export const shopDocument = (page: ShopPage): string => `<!DOCTYPE html>
<html lang="${page.locale.lang}" dir="${page.locale.direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="data-spm" content="a2g0o">
<title>${escapeHtml(page.title)}</title><link rel="icon" href="data:,"><style>${shopStyle}</style>
${page.head ?? ''}</head>
<body data-spm="${page.spm}" dir="${page.locale.direction}" class="${page.bodyClass ?? ''}">${page.body}</body></html>`
