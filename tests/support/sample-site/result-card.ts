import type { SampleListing } from './catalogue.ts'
import { usId } from './catalogue.ts'
import { escapeHtml } from './html.ts'
import type { SampleLocale } from './locale.ts'

/** Item number as the locale's site shows it. */
export const shownIdOn = (locale: SampleLocale, listing: SampleListing): string =>
  locale.site === 'usa' ? usId(listing.comId) : listing.comId

/** Picture of a card or gallery, in the size that the shop asks for. */
const cardImageUrl = (hash: string): string =>
  `//ae-pic-a1.aliexpress-media.com/kf/${hash}.jpg_480x480q75.jpg_.avif`

/** Where the card leads: the item page with tracking, or a bundle page that names the .com number. */
function cardUrl(locale: SampleLocale, listing: SampleListing, place: number): string {
  if (listing.isBundle) {
    const query = `spm=a2g0o.productlist.main.${place}&productIds=${listing.comId}:${listing.skuId}&pha_manifest=ssr&sourceName=SEARCHProduct`
    return `https://www.aliexpress.com/ssr/300000512/BundleDeals2?${query}`
  }
  const paid = listing.sponsored ? 'aem_p4p_detail=20261123&' : ''
  const query = `${paid}spm=a2g0o.productlist.main.${place}&algo_pvid=sample-${place}&utparam-url=scene%3Asearch%7Cx_object_id%3A${listing.comId}`
  return `//${locale.host}/item/${shownIdOn(locale, listing)}.html?${query}`
}

const cartIcon =
  '<svg width="17" height="17" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M2 4h3l3 11h10l3-8H7"/><circle cx="9" cy="20" r="1.4"/><circle cx="17" cy="20" r="1.4"/></svg>'

/** One card of a results page, as the server renders it: the first picture is there, the others are placeholders. */
export function resultCard(
  locale: SampleLocale,
  listing: SampleListing,
  place: number,
  withStore: boolean,
): string {
  const title = escapeHtml(listing.title)
  const price = locale.formatPrice(listing.priceUsd * locale.rate)
  const spans = [...price].map((character) => `<span>${escapeHtml(character)}</span>`).join('')
  const lazy = '<div class="lazy-load"></div>'.repeat(Math.max(0, listing.imageHashes.length - 1))
  return `<div data-tticheck="true" class="hr_b4 search-item-card-wrapper-gallery"><div class="l0_kh"><div class="l0_j8 card-out-wrapper">
<a class="l0_b im_ir search-card-item" href="${escapeHtml(cardUrl(locale, listing, place))}" target="_blank" rel="follow">
<div class="hx_pic"><img class="hx_im" src="${cardImageUrl(listing.imageHashes[0] ?? '')}" alt="${title}" aria-hidden="true">${lazy}<span class="hx_cart" role="button" title="${locale.words.cart}">${cartIcon}</span></div>
<div class="hx_info"><div title="${title}" class="hx_ttl" aria-label="${title}" role="heading" aria-level="3"><h3>${title}</h3></div>
<div class="hx_prc" aria-label="${price}"><div style="display:inline">${spans}</div><s>${locale.formatPrice(listing.listPriceUsd * locale.rate)}</s></div>
<span class="hx_sold">★ ${listing.rating.toFixed(1)} · ${listing.sold} ${locale.words.sold}</span>
${withStore ? `<span class="hx_shop">${escapeHtml(listing.seller.storeName)}</span>` : ''}
${listing.sponsored ? '<span class="hx_ad">AD</span>' : ''}</div>
<div class="hx_tools rcmd-hover-more-action"><span title="${locale.words.preview}">${locale.words.preview}</span><span title="${locale.words.similar}">${locale.words.similar}</span></div>
</a></div></div></div>`
}

/** The same listing as the page's own state describes it. */
export function resultRowState(locale: SampleLocale, listing: SampleListing, withStore: boolean): unknown {
  const amount = (usd: number) => {
    const value = Math.round(usd * locale.rate * 100) / 100
    return {
      currencyCode: locale.currency,
      minPrice: value,
      formattedPrice: locale.formatPrice(value),
      cent: Math.round(value * 100),
    }
  }
  const image = (hash: string) => ({
    imgUrl: `//ae-pic-a1.aliexpress-media.com/kf/${hash}.jpg`,
    imgWidth: 350,
    imgHeight: 350,
    imgType: '0',
  })
  return {
    itemType: 'productV3',
    productType: listing.sponsored ? 'ad' : 'natural',
    itemCardType: locale.site === 'usa' ? 'app_us_local_card' : 'pc_new_card',
    productId: shownIdOn(locale, listing),
    redirectedId: shownIdOn(locale, listing),
    lunchTime: '2026-02-14 00:00:00',
    image: image(listing.imageHashes[0] ?? ''),
    images: listing.imageHashes.map(image),
    title: { displayTitle: listing.title },
    prices: {
      skuId: listing.skuId,
      currencySymbol: '$',
      salePrice: { priceType: 'sale_price', ...amount(listing.priceUsd) },
      originalPrice: { priceType: 'original_price', ...amount(listing.listPriceUsd) },
    },
    trade: { tradeDesc: `${listing.sold} ${locale.words.sold}` },
    evaluation: { starRating: listing.rating },
    ...(listing.sponsored ? { p4p: { clickUrl: '' } } : {}),
    ...(listing.isBundle ? { productDetailUrl: cardUrl(locale, listing, 0) } : {}),
    ...(withStore
      ? {
          store: {
            storeId: Number(listing.seller.storeNumber),
            aliMemberId: Number(listing.seller.sellerId),
            storeName: listing.seller.storeName,
            storeUrl: `//www.aliexpress.com/store/${listing.seller.storeNumber}`,
          },
        }
      : {}),
    trace: { utLogMap: { x_object_id: listing.comId, real_trade_count: String(listing.sold) } },
  }
}
