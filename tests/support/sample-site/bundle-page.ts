import { type SampleListing, sampleListings } from './catalogue.ts'
import { scriptJson } from './html.ts'
import { galleryHtml, reportLinkHtml, storeDetailHtml, titleAndPriceHtml } from './item-parts.ts'
import { type LocaleName, sampleLocales } from './locale.ts'
import { resultCard } from './result-card.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

/**
 * A bundle page with the product modal of `listing` open. Its address may name another listing, and its head
 * names none: only the modal itself says which product is shown.
 */
export function bundlePage(listing: SampleListing, localeName: LocaleName = 'com'): string {
  const locale = sampleLocales[localeName]
  const cards = sampleListings({ count: 12, offset: 200 }).map((other, index) =>
    resultCard(locale, other, index + 1, false),
  )
  return shopDocument({
    title: 'Bundle deals',
    locale,
    spm: 'tm1000015626',
    head: `<meta property="og:title" content="Bundle Deals 2.0"><meta property="og:image" content="https://ae01.alicdn.com/kf/HTB18eCBQXXXXXXfXXXX760XFXXXa.png">
<script>window.__INIT_DATA__ = ${scriptJson({ components: { feed: { items: [] } } })}</script>`,
    body: `${shopHeader(locale)}<div id="root"><div class="hx_main"><div class="hx_list"><h2>Bundle deals: 3 from the list, one delivery</h2><div style="display:flex;flex-wrap:wrap">${cards.join('')}</div></div></div></div>${shopFooter()}
<div><div class="comet-v2-modal-wrap"><div class="comet-v2-modal mini--container--gQ1"><div class="comet-v2-modal-content mini--content--ob1 pdp-new-pc"><div class="comet-v2-modal-body"><div class="mini--wrap--Bd1">
<div class="pdp-mini-wrap"><div class="pdp-mini-info-left">${galleryHtml(listing)}</div><div class="pdp-mini-info-center">${titleAndPriceHtml(locale, listing)}${storeDetailHtml(locale, listing, false)}${reportLinkHtml(listing)}<button class="hx_buy" type="button">Add to bundle</button></div></div>
</div></div></div></div></div></div>`,
  })
}
