import type { SampleListing } from './catalogue.ts'
import { escapeHtml, scriptJson } from './html.ts'
import { originalImageUrl, specsOf, storeUrlOn } from './item-parts.ts'
import { type LocaleName, sampleLocales } from './locale.ts'
import { shownIdOn } from './result-card.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

/** An item page of the years 2019 to 2023: state in modules, listing in the served page. */
export function itemModulesPage(listing: SampleListing, localeName: LocaleName = 'us'): string {
  const locale = sampleLocales[localeName]
  const shownId = shownIdOn(locale, listing)
  const { seller } = listing
  const storeNum = Number(storeUrlOn(locale, listing).split('/').at(-1))
  const amount = (usd: number) => ({
    currency: locale.currency,
    value: Math.round(usd * locale.rate * 100) / 100,
    formatedAmount: locale.formatPrice(usd * locale.rate),
  })
  const data = {
    actionModule: {
      productId: Number(shownId),
      companyId: Number(seller.companyId),
      categoryId: 33902,
      itemStatus: 0,
    },
    commonModule: {
      productId: Number(shownId),
      productIdStr: shownId,
      currencyCode: locale.currency,
      tradeCurrencyCode: locale.currency,
      sellerAdminSeq: Number(seller.sellerId),
      categoryId: 33902,
      userCountryCode: 'US',
      userCountryName: 'United States',
    },
    imageModule: {
      imagePathList: listing.imageHashes.map(originalImageUrl),
      summImagePathList: listing.imageHashes.map((hash) => `${originalImageUrl(hash)}_50x50.jpg`),
    },
    priceModule: {
      formatedActivityPrice: amount(listing.priceUsd).formatedAmount,
      formatedPrice: amount(listing.listPriceUsd).formatedAmount,
      minActivityAmount: amount(listing.priceUsd),
      maxActivityAmount: amount(listing.priceUsd),
      minAmount: amount(listing.listPriceUsd),
      maxAmount: amount(listing.listPriceUsd),
    },
    specsModule: { props: specsOf(listing).map(({ name, value }) => ({ attrName: name, attrValue: value })) },
    storeModule: {
      companyId: Number(seller.companyId),
      countryCompleteName: 'China',
      hasStore: true,
      openTime: 'Mar 4, 2021',
      openedYear: 5,
      positiveNum: 1204,
      positiveRate: '94.2%',
      province: 'Zhejiang',
      sellerAdminSeq: Number(seller.sellerId),
      siteType: locale.site,
      storeName: seller.storeName,
      storeNum,
      storeURL: storeUrlOn(locale, listing),
      topRatedSeller: false,
    },
    titleModule: {
      subject: listing.title,
      tradeCount: listing.sold,
      formatTradeCount: String(listing.sold),
      feedbackRating: { averageStar: listing.rating.toFixed(1), totalValidNum: 23 },
    },
  }
  const thumbs = listing.imageHashes
    .map(
      (hash) =>
        `<li><div class="images-view-item"><img alt="" src="${originalImageUrl(hash)}_50x50.jpg_.webp"></div></li>`,
    )
    .join('')
  return shopDocument({
    title: `${listing.title}| |   - AliExpress`,
    locale,
    spm: 'detail',
    bodyClass: locale.site === 'usa' ? 'usa-detail-page' : '',
    head: `<meta property="og:title" content="${escapeHtml(`${amount(listing.priceUsd).formatedAmount} 44% OFF|${listing.title}| | - AliExpress`)}">
<meta property="og:image" content="${originalImageUrl(listing.imageHashes[0] ?? '')}"><link rel="canonical" href="https://www.aliexpress.com/item/${listing.comId}.html">
<script>window.runParams = {
  data: ${scriptJson(data)},
  csrfToken: 'sample'
};</script>`,
    body: `${shopHeader(locale)}<div id="root"><div class="pdp-page-wrap"><div class="pdp-body product-main"><div class="pdp-info">
<div class="pdp-info-left"><div class="images-view-wrap"><img class="magnifier--image--o1" src="${originalImageUrl(listing.imageHashes[0] ?? '')}_640x640.jpg" alt=""><ul class="images-view-list">${thumbs}</ul></div></div>
<div class="pdp-info-right product-info"><div class="product-title"><h1 class="product-title-text" data-pl="product-title">${escapeHtml(listing.title)}</h1></div>
<div class="product-reviewer"><span class="product-reviewer-sold">${listing.sold} orders</span></div>
<div class="product-price-current"><span class="product-price-value">${amount(listing.priceUsd).formatedAmount}</span></div>
<div class="store-info-wrap hx_blk"><h3 class="store-name" data-role="store-name"><a href="${storeUrlOn(locale, listing)}" target="_blank">${escapeHtml(seller.storeName)}</a></h3></div>
<button class="hx_buy" type="button">Buy Now</button></div></div></div></div></div>${shopFooter()}`,
  })
}
