import { bundlePage } from './bundle-page.ts'
import { sampleListingById, sampleSeller } from './catalogue.ts'
import { categoryPage, storePage } from './classic-pages.ts'
import { type ItemPageOptions, itemPage } from './item-page.ts'
import { type LocaleName, sampleLocales } from './locale.ts'
import { loginPage } from './page-states.ts'
import { type ResultsPageOptions, resultsPage } from './results-page.ts'
import { ruListingPage } from './ru-page.ts'

/** What tests may change about the pages that every address of a kind serves. */
export interface SampleSiteOptions {
  results?: ResultsPageOptions
  item?: ItemPageOptions
}

/** Addresses of the sample site, for tests to open. */
export const sampleUrls = {
  results: 'https://www.aliexpress.com/w/wholesale-northpike.html',
  resultsUs: 'https://www.aliexpress.us/w/wholesale-northpike.html',
  resultsArabic: 'https://ar.aliexpress.com/w/wholesale-northpike.html',
  resultsHebrew: 'https://he.aliexpress.com/w/wholesale-northpike.html',
  category: 'https://www.aliexpress.com/category/200216972/phone-cases.html',
  store: `https://www.aliexpress.com/store/all-wholesale-products/${sampleSeller(0).storeNumber}.html`,
  ruListing: 'https://aliexpress.ru/popular/northpike.html',
  login: 'https://login.aliexpress.com/',
  item: (id: string, host = 'www.aliexpress.com') => `https://${host}/item/${id}.html`,
  bundle: (id: string) =>
    `https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=${id}:1&pha_manifest=ssr`,
} as const

const localeOf = (host: string): LocaleName | null => {
  const known = Object.entries(sampleLocales).find(([, locale]) => locale.host === host)
  return known ? (known[0] as LocaleName) : null
}

/** HTML of the sample site's page at this address, `not-found`, or `unknown-host` for a host that it does not have. */
export function samplePage(url: URL, options: SampleSiteOptions = {}): string | 'not-found' | 'unknown-host' {
  if (url.hostname === 'login.aliexpress.com') return loginPage()
  if (url.hostname === 'aliexpress.ru') {
    return /^\/(popular|category|wholesale)/.test(url.pathname) ? ruListingPage() : 'not-found'
  }
  const locale = localeOf(url.hostname)
  if (!locale) return 'unknown-host'
  const keyword = /^\/w\/wholesale-(.+)\.html$/.exec(url.pathname)?.[1] ?? url.searchParams.get('SearchText')
  if (keyword !== null && keyword !== undefined) {
    const page = Number(url.searchParams.get('page') ?? '1')
    const sort = url.searchParams.get('SortType') ?? 'default'
    const offset = (page - 1) * 60
    return resultsPage({
      locale,
      keyword: decodeURIComponent(keyword),
      page,
      sort,
      offset,
      ...options.results,
    })
  }
  const itemId = /^\/(?:item|i)\/(?:[^/]+\/)?(\d+)\.html?$/.exec(url.pathname)?.[1]
  const modalId = url.pathname.startsWith('/ssr/')
    ? /^\d+/.exec(url.searchParams.get('productIds') ?? '')?.[0]
    : null
  const listing = sampleListingById(itemId ?? modalId ?? '')
  if (itemId) return listing ? itemPage(listing, { locale, ...options.item }) : 'not-found'
  if (modalId) return listing ? bundlePage(listing, locale) : 'not-found'
  if (url.pathname.startsWith('/category/')) return categoryPage()
  if (url.pathname.startsWith('/store/')) return storePage(sampleSeller(0))
  return 'not-found'
}
