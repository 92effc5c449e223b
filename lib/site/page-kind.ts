import { isSiteUrl, siteOfHost } from './hosts.ts'
import { readPathItemId, readProductIdsItemId } from './item-id.ts'
import type { PageContext, PageKind } from './page-context.ts'
import { storeNumberOfPath } from './search-query.ts'

/** Hosts of the site that never show listings, whatever their paths look like. */
const serviceHost =
  /^(?:message|msg|so|feedback|report|login|passport|thirdparty|shoppingcart|shoprenderview|s\.click|us-click|acs|my|home|trade|track|seller|sell|post|ads|portals|connect|service|customerservice|helppage|openservice|developers)\./i

/** First labels of hosts that are the site itself: locale sites and the mobile site. Other labels are stores. */
const siteLabel = /^(?:www|m|h5|[a-z]{2}|sale|campaign|promotion|best|bestselling|flashdeals|aliexpress)$/i

const isListingHost = (url: URL) => isSiteUrl(url) && !serviceHost.test(url.hostname)

/** An item's own page. */
export const isItemPage = (url: URL): boolean =>
  isListingHost(url) && !url.pathname.startsWith('/item-img/') && readPathItemId(url) !== null

/** Results of a search by words. `/search.htm` is the mobile site's (many public repositories; no capture). */
export const isSearchPage = (url: URL): boolean =>
  isListingHost(url) &&
  /^\/(?:wholesale\/?$|wholesale\/[^/]+|w\/wholesale-[^/]+|popular\/[^/]+|af\/[^/]+|premium\/[^/]+|search(?:\.html?)?\/?$)/i.test(
    url.pathname,
  )

/** Listings of a category. `/p/calp-plus/` is the category page of the client-rendered site. */
export const isCategoryPage = (url: URL): boolean =>
  isListingHost(url) && /^\/(?:category\/\d+(?:[/.]|$)|p\/calp-plus\/)/i.test(url.pathname)

/** A store's home and lists of listings, by path or by the store's own subdomain. */
export function isStorePage(url: URL): boolean {
  if (!isListingHost(url) || isItemPage(url)) return false
  if (/^\/store\/(?:feedback-score|contactinfo)\//i.test(url.pathname)) return false
  if (storeNumberOfPath(url.pathname) !== null) return true
  if (/^\/store\/(?:storeHome\.htm|v3\/home\.html)$/i.test(url.pathname)) return true
  const [label = ''] = url.hostname.split('.')
  return url.pathname === '/' && !siteLabel.test(label)
}

/** Campaign pages are built by a page builder under these paths. */
const campaignPath = /^\/(?:ssr|gcp)\/\d+\/|^\/wow\/gcp/i
/** Those of them that open a product in a modal. */
const bundlePath = /^\/(?:ssr|gcp|wow\/gcp-plus)\/\d+\//i

/** A campaign page that was opened for one product: it shows the product in a modal. */
export const isBundlePage = (url: URL): boolean =>
  isListingHost(url) && bundlePath.test(url.pathname) && readProductIdsItemId(url) !== null

/** A campaign page of many products. */
export const isCampaignPage = (url: URL): boolean =>
  isListingHost(url) &&
  !isBundlePage(url) &&
  !isItemPage(url) &&
  (campaignPath.test(url.pathname) ||
    /^(?:campaign|sale|promotion|flashdeals|bestselling)\.aliexpress\./i.test(url.hostname))

const kinds: ReadonlyArray<readonly [PageKind, (url: URL) => boolean]> = [
  ['item', isItemPage],
  ['bundle', isBundlePage],
  ['search', isSearchPage],
  ['category', isCategoryPage],
  ['store', isStorePage],
  ['campaign', isCampaignPage],
]

/** What the URL alone says; null for a URL that is not AliExpress. */
export function readPageContext(url: URL): PageContext | null {
  const site = siteOfHost(url.hostname)
  if (site === null || !isSiteUrl(url)) return null
  return { url, site, kind: kinds.find(([, isKind]) => isKind(url))?.[0] ?? null }
}
