import { type SampleListing, type SampleSeller, sampleListings } from './catalogue.ts'
import { escapeHtml } from './html.ts'
import { sampleLocales } from './locale.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

const style = `<style>
#list-items ul, .items-list { display: flex; flex-wrap: wrap; gap: 14px; }
li.list-item, .items-list > li.item { width: 220px; background: #fff; border: 1px solid #e5e5e5; padding: 10px; }
img.picCore { width: 198px; height: 198px; display: block; background: #f2f2f2; }
li h3 { font-weight: 400; font-size: 13px; height: 36px; overflow: hidden; margin: 8px 0; }
.shop-head { display: flex; gap: 20px; padding: 16px 40px; background: #fff; }
</style>`

const slug = (title: string) => title.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')

function categoryCard(listing: SampleListing, index: number): string {
  const title = escapeHtml(listing.title)
  const url = `//www.aliexpress.com/item/${slug(listing.title)}/${listing.comId}.html?spm=2114.search0103.3.${index}&amp;ws_ab_test=sample`
  const source = `//ae01.alicdn.com/kf/${listing.imageHashes[0]}/${slug(listing.title)}.jpg_220x220.jpg`
  // Beyond the first screen the pictures wait in image-src.
  const picture = index < 8 ? `src="${source}"` : `image-src="${source}"`
  return `<li qrdata="200216972|${listing.comId}|cn${listing.seller.sellerId}" class="list-item"><div class="item"><div class="img img-border"><div class="pic"><a class="picRind " href="${url}"><img class="picCore pic-Core-v" ${picture} alt="${title}"></a></div></div>
<div class="info"><h3><a class="product " href="${url}" title="${title}">${title}</a></h3>
<span class="price price-m"><span class="value" itemprop="price">US $${listing.priceUsd.toFixed(2)}</span><span class="unit"> / piece</span></span>
<div class="rate-history"><a class="order-num-a" href="${url}"><em class="order-num">Orders (${listing.sold})</em></a></div>
<div class="info-more"><div class="store-name-wrap"><a class="store" href="//www.aliexpress.com/store/${listing.seller.storeNumber}" title="${escapeHtml(listing.seller.storeName)}">${escapeHtml(listing.seller.storeName)}</a></div></div></div></div></li>`
}

/** A category page in the classic template (2016 to 2019): everything in the served cards, no state. */
export function categoryPage(count = 40, offset = 300): string {
  const cards = sampleListings({ count, offset }).map(categoryCard).join('\n')
  return shopDocument({
    title: 'Phone cases - Buy phone cases online',
    locale: sampleLocales.com,
    spm: 'search0103',
    bodyClass: 'lang_en_US',
    head: style,
    body: `${shopHeader(sampleLocales.com)}<div id="page" class="hx_main"><div id="main-wrap" class="main-wrap gallery-mode"><div id="gallery-item"><div id="list-items" class="clearfix"><ul class="util-clearfix son-list">${cards}</ul></div></div></div></div>${shopFooter()}
<script>window.runParams = { pageName: 'category', categoryId: 200216972 };</script>`,
  })
}

function storeCard(listing: SampleListing, seller: SampleSeller): string {
  const title = escapeHtml(listing.title)
  const url = `//www.aliexpress.com/store/product/${slug(listing.title)}/${seller.storeNumber}_${listing.comId}.html`
  const picture = `//ae01.alicdn.com/kf/${listing.imageHashes[0]}/${slug(listing.title)}.jpg_200x200.jpg`
  return `<li class="item"><div class="img"><div class="pic"><a class="pic-rind" href="${url}"><img class="picCore lazy-load" image-src="${picture}" alt="${title}"></a></div></div>
<div class="detail"><h3><a href="${url}" title="${title}">${title}</a></h3><div class="cost"><b>US $${listing.priceUsd.toFixed(2)}</b> / piece</div><div class="cost-old"><del>US $${listing.listPriceUsd.toFixed(2)} / piece</del></div></div>
<div class="info"><input class="atc-product-id" type="hidden" value="${listing.comId}"></div></li>`
}

/** A store's list of products in the classic template. */
export function storePage(seller: SampleSeller, count = 24, offset = 400): string {
  const cards = sampleListings({ count, offset })
    .map((listing) => storeCard(listing, seller))
    .join('\n')
  return shopDocument({
    title: `${seller.storeName} - all products`,
    locale: sampleLocales.com,
    spm: 'store_pc_all',
    head: style,
    body: `${shopHeader(sampleLocales.com)}<div class="shop-head"><span class="shop-name"><i>Store:</i><a href="//www.aliexpress.com/store/${seller.storeNumber}">${escapeHtml(seller.storeName)}</a></span><span class="shop-number">Store No.${seller.storeNumber}</span><span class="store-location">Zhejiang China</span><span class="store-time">This store has been open since <em>Mar 4, 2021</em></span></div>
<div id="page" class="hx_main"><div class="main-wrap"><div id="node-gallery" class="node gallery-mode"><div class="ui-box ui-box-wrap"><div class="ui-box-body"><ul class="items-list util-clearfix">${cards}</ul></div></div></div></div></div>${shopFooter()}
<script>
        var pageConfig = {
            storeId: '${seller.storeNumber}',
            pageName: 'all',
            ownerMemberId: '${seller.sellerId}'
        };
</script>`,
  })
}
