import { type CatalogueOptions, sampleListings } from './catalogue.ts'
import { scriptJson } from './html.ts'
import { type LocaleName, type SampleLocale, sampleLocales } from './locale.ts'
import { resultCard, resultRowState } from './result-card.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

export interface ResultsPageOptions extends CatalogueOptions {
  locale?: LocaleName
  keyword?: string
  page?: number
  sort?: string
  /** Cards in the served page; the others are appended while scrolling, twelve at a time. */
  rendered?: number
  /** Rows name their store, as before May 2025. */
  withStore?: boolean
  /** Cards 120 px wide. */
  narrow?: boolean
}

/**
 * Puts the remaining cards in while the person scrolls, and offers `sampleShop` to tests: `appendCards()`,
 * `rerenderCard(i)` (as the shop's own framework does), `moveCard(i, j)`.
 */
const lazyCards = (cards: string[]): string => `<script>(() => {
  const waiting = ${scriptJson(cards)}
  const list = document.getElementById('card-list')
  const fromHtml = (html) => { const holder = document.createElement('template'); holder.innerHTML = html; return holder.content.firstElementChild }
  const appendCards = (count = 12) => {
    for (const html of waiting.splice(0, count)) {
      const placeholder = list.querySelector(':scope > .lazy-load')
      if (placeholder) placeholder.replaceWith(fromHtml(html)); else list.append(fromHtml(html))
    }
    return waiting.length
  }
  const cardAt = (index) => list.querySelectorAll('.search-item-card-wrapper-gallery')[index]
  const rerenderCard = (index) => { const card = cardAt(index); const fresh = fromHtml(card.outerHTML); card.replaceWith(fresh) }
  const moveCard = (from, to) => list.insertBefore(cardAt(from), cardAt(to))
  window.sampleShop = { appendCards, rerenderCard, moveCard }
  addEventListener('scroll', () => { if (innerHeight + scrollY > list.offsetTop + list.offsetHeight - 900) appendCards() }, { passive: true })
})()</script>`

function resultsState(locale: SampleLocale, options: ResultsPageOptions): string {
  const rows = sampleListings(options).map((listing) =>
    resultRowState(locale, listing, options.withStore ?? false),
  )
  const data = {
    hierarchy: { root: 'root', structure: { root: ['main2023_1001'] } },
    data: {
      root: {
        id: 0,
        type: 'root',
        fields: {
          mods: {
            itemList: { content: rows },
            sortBar: { content: [] },
          },
          pageInfo: {
            searchResultType: 'normal_result',
            totalResults: 4312,
            page: options.page ?? 1,
            pageSize: 60,
            displayStyle: 'gallery',
            trace: { page: { language: locale.lang }, utLogMap: { sort_by: options.sort ?? 'default' } },
          },
        },
      },
    },
    global: { currency: locale.currency },
  }
  return `<script>window._dida_config_ = {"pageVersion":"7e","pageName":"search-pc"};/*!-->init-data-start--*/
window._dida_config_._init_data_= { data: ${scriptJson(data)} }/*!-->init-data-end--*/</script>`
}

/** A search page of the years since 2023: state for all rows, cards for the first of them. */
export function resultsPage(options: ResultsPageOptions = {}): string {
  const locale = sampleLocales[options.locale ?? 'com']
  const keyword = options.keyword ?? 'northpike'
  const listings = sampleListings(options)
  const cards = listings.map((listing, index) =>
    resultCard(locale, listing, index + 1, options.withStore ?? false),
  )
  const rendered = options.rendered ?? 12
  const waiting = cards.slice(rendered)
  const placeholders = '<div class="lazy-load"></div>'.repeat(waiting.length)
  const filters = ['Northpike', 'Velloro', 'Tarnwick', 'Quillmark']
    .map((name) => `<li>☐ ${name}</li>`)
    .join('')
  return shopDocument({
    title: `${keyword} - Buy ${keyword} with free shipping on SampleExpress`,
    locale,
    spm: 'productlist',
    bodyClass: options.narrow ? 'new-page hx_narrow' : 'new-page',
    head: `<meta property="og:title" content="SampleExpress"><link rel="canonical" href="https://www.aliexpress.com/w/wholesale-${encodeURIComponent(keyword)}.html">`,
    body: `${shopHeader(locale, keyword)}<div id="root"><div class="search-root-cls hx_main">
<div class="hx_side"><h4>Brands</h4><ul>${filters}</ul><h4>Price</h4><ul><li>☐ under 20</li><li>☐ 20 to 50</li><li>☐ over 50</li></ul></div>
<div class="hx_list"><div class="hx_sort"><b>Best match</b><span>Orders</span><span>Price</span></div>
<div data-spm="main" id="card-list">${cards.slice(0, rendered).join('\n')}${placeholders}</div></div></div></div>
${shopFooter()}${resultsState(locale, options)}${lazyCards(waiting)}`,
  })
}
