import type { SampleListing } from './catalogue.ts'
import { escapeHtml } from './html.ts'
import type { SampleLocale } from './locale.ts'
import { shownIdOn } from './result-card.ts'

/** Original-size URL of a picture, as the state of item pages prints it. */
export const originalImageUrl = (hash: string): string => `https://ae01.alicdn.com/kf/${hash}.jpg`

const storeNumberOn = (locale: SampleLocale, listing: SampleListing) =>
  locale.site === 'usa' ? listing.seller.usStoreNumber : listing.seller.storeNumber

export const storeUrlOn = (locale: SampleLocale, listing: SampleListing): string =>
  `//www.aliexpress.com/store/${storeNumberOn(locale, listing)}`

/** Specifications that the item pages show. */
export const specsOf = (listing: SampleListing): Array<{ name: string; value: string }> => [
  { name: 'Brand Name', value: listing.brand },
  { name: 'Origin', value: 'Mainland China' },
  { name: 'Model Number', value: `SX-${listing.comId.slice(-4)}` },
  { name: 'Material', value: 'Mixed' },
]

/** Big picture and thumbnails. */
export function galleryHtml(listing: SampleListing): string {
  const slides = listing.imageHashes
    .map(
      (hash, index) =>
        `<div class="slider--item--Rq1"><div class="slider--img--kQ2 ${index === 0 ? 'slider--active--K3' : ''}"><img src="https://ae-pic-a1.aliexpress-media.com/kf/${hash}.jpg_220x220q75.jpg_.avif" alt=""></div></div>`,
    )
    .join('')
  return `<div class="image-view-v2--wrap--N4"><div class="magnifier--wrap--q1"><img class="magnifier--image--RM1" src="https://ae-pic-a1.aliexpress-media.com/kf/${listing.imageHashes[0]}.jpg_960x960q75.jpg_.avif" alt=""></div>
<div class="slider--wrap--df1"><div class="slider--slider--VK1"><div>${slides}</div></div></div></div>`
}

/** Title, price and sold count, with the hooks that lasted. */
export function titleAndPriceHtml(locale: SampleLocale, listing: SampleListing): string {
  const price = locale.formatPrice(listing.priceUsd * locale.rate)
  const listPrice = locale.formatPrice(listing.listPriceUsd * locale.rate)
  return `<div class="price-default--wrap--uw1"><div class="price-default--defaultPriceWrap--KD1"><span class="price-default--current--F81">${price}</span><span class="price-default--discount--Ty1"><bdi>44% off</bdi></span><span class="price-default--original--CW1"><bdi>${listPrice}</bdi></span></div></div>
<div class="title--wrap--UU1"><h1 data-pl="product-title" data-tticheck="true">${escapeHtml(listing.title)}</h1></div>
<div class="reviewer--wrap--vG1" data-pl="product-reviewer"><a class="reviewer--rating--xr1" href="#nav-review"><strong>${listing.rating.toFixed(1)}</strong></a> <a class="reviewer--reviews--cx1" href="#nav-review">${listing.sold % 90} ${locale.words.reviews}</a> | <span class="reviewer--sold--yt1">${listing.sold} ${locale.words.sold}</span></div>`
}

/** "Sold by", with or without the link (the modal of a bundle page has none). */
export function storeDetailHtml(locale: SampleLocale, listing: SampleListing, linked: boolean): string {
  const inner = `<div class="store-detail--title--qt1">${locale.words.store}</div><div class="store-detail--storeNameWrap--Z41"><span class="store-detail--storeName--Lk1">${escapeHtml(listing.seller.storeName)}</span> <span>(Trader)</span></div>`
  return linked
    ? `<a class="store-detail--wrap--Ih1" href="${storeUrlOn(locale, listing)}" target="_blank" rel="nofollow">${inner}</a>`
    : `<div class="store-detail--wrap--Ih1">${inner}</div>`
}

/** The store card with link, rate and the message link, which carries the seller's key. */
export function storeInfoHtml(locale: SampleLocale, listing: SampleListing): string {
  const { sellerId, storeName } = listing.seller
  return `<div class="store-info--wrap--BA1" id="nav-store"><div class="store-info--content--qa1"><div class="store-info--name--E21"><a href="${storeUrlOn(locale, listing)}" target="_blank" rel="nofollow" data-pl="store-name">${escapeHtml(storeName)}</a></div>
<div class="store-info--desc--lB1"><strong>94.2%</strong><span> Positive Feedback</span> | <strong>750</strong><span> Followers</span></div></div>
<a href="https://message.aliexpress.com/message/new.htm?messageType=product&amp;memberType=seller&amp;productId=${shownIdOn(locale, listing)}&amp;sellerSeq=${sellerId}&amp;sellerAdminSeq=${sellerId}" target="_blank">Message</a></div>`
}

export function specificationHtml(listing: SampleListing): string {
  const line = ({ name, value }: { name: string; value: string }) =>
    `<div class="specification--prop--Jh1"><div class="specification--title--Sf1"><span>${escapeHtml(name)}</span></div><div class="specification--desc--Dx1" title="${escapeHtml(value)}"><span>${escapeHtml(value)}</span></div></div>`
  return `<div class="specification--wrap--lx1" id="nav-specification" data-pl="product-specs"><h2>Specifications</h2><ul class="specification--list--GZ1">${specsOf(
    listing,
  )
    .map((spec) => `<li class="specification--line--IX1">${line(spec)}</li>`)
    .join('')}</ul></div>`
}

/** "Report this item or seller": its link carries the .com number, also in modals. */
export const reportLinkHtml = (listing: SampleListing): string =>
  `<div class="hx_blk" id="nav-description"><a class="description--report--_81" href="https://report.aliexpress.com/health/reportIndex.htm?product_id=${listing.comId}" target="_blank"><strong>Report this item or seller</strong></a></div>`
