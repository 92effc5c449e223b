/** What a results, category or store page was asked for. Each is null where URL and page do not say. */
export interface SearchQuery {
  keyword: string | null
  /** As the URL names it, e.g. "total_tranpro_desc"; null is the site's own order. */
  sort: string | null
  /** 1-based number of the results page. */
  resultsPage: number | null
  categoryId: string | null
  storeNumber: string | null
}

/** Search paths that carry the keyword; group 1 is the keyword with "-" between its words. */
const keywordPaths = [
  /^\/w\/wholesale-(.+?)(?:\/(\d+))?\.html?$/i,
  /^\/wholesale\/(?:wholesale-)?([^/]+?)(?:\/(\d+))?\.html?$/i,
  /^\/popular\/([^/]+?)(?:\/(\d+))?(?:\.html?)?\/?$/i,
]

const categoryPath = /^\/category\/(\d+)(?:\/[^/]*?)?(?:\/(\d+))?(?:\.html?)?\/?$/i

/** The mobile site names its parameter otherwise: `/search.htm?keywords=` (many public repositories; no capture). */
const mobileSearch = /^\/search\.html?$/i

const storePaths = [
  /^\/store\/(?:all-wholesale-products|sale-items|top-rated-products|new-arrivals|feedback-score|contactinfo)\/(\d+)/i,
  /^\/store\/group\/[^/]+\/(\d+)_\d+/i,
  /^\/store\/(\d+)(?:[/.]|$)/i,
]

const storeListPage = /^\/store\/\d+\/search\/(\d+)\.html?$/i

/**
 * Reads what the person searched, from the URL first and from the page where the URL is silent.
 * Forms of URLs: ALIEXPRESS.md (a). Paths join the words of a keyword with "-", so a hyphen of the
 * keyword itself cannot be told from a space there; `SearchText` keeps it and is asked first.
 */
export function readSearchQuery(url: URL, doc: Document): SearchQuery {
  return {
    keyword: readKeyword(url, doc),
    sort: text(param(url, 'SortType')),
    resultsPage: readResultsPage(url, doc),
    categoryId: readCategoryId(url),
    storeNumber: readStoreNumber(url, doc),
  }
}

function readKeyword(url: URL, doc: Document): string | null {
  const mobile = mobileSearch.test(url.pathname) ? param(url, 'keywords') : null
  const asked = text(param(url, 'SearchText') ?? mobile)
  if (asked) return asked
  for (const pattern of keywordPaths) {
    const words = decodePath(pattern.exec(url.pathname)?.[1])
    if (words) return text(words.replace(/[-+]/g, ' '))
  }
  return text(doc.querySelector('input[type="hidden"][name="SearchText"]')?.getAttribute('value'))
}

function readResultsPage(url: URL, doc: Document): number | null {
  const inPath =
    categoryPath.exec(url.pathname)?.[2] ??
    storeListPage.exec(url.pathname)?.[1] ??
    keywordPaths.map((pattern) => pattern.exec(url.pathname)?.[2]).find(Boolean)
  const marked = doc.querySelector('.ui-pagination-active, .comet-pagination-item-active')
  return pageNumber(param(url, 'page')) ?? pageNumber(inPath) ?? pageNumber(marked?.textContent)
}

function readCategoryId(url: URL): string | null {
  const inPath = categoryPath.exec(url.pathname)?.[1]
  if (inPath) return inPath
  const asked = param(url, 'CatId')?.trim()
  return asked && /^[1-9]\d*$/.test(asked) ? asked : null
}

function readStoreNumber(url: URL, doc: Document): string | null {
  const inPath = storeNumberOfPath(url.pathname)
  if (inPath) return inPath
  // A store's own subdomain may show the store without a number in the path; its canonical link has one.
  const canonical = doc.querySelector('link[rel="canonical"]')?.getAttribute('href')
  if (!canonical || !URL.canParse(canonical, url)) return null
  return storeNumberOfPath(new URL(canonical, url).pathname)
}

/** The store number in a store path, every form of ALIEXPRESS.md (a); null for any other path. */
export function storeNumberOfPath(pathname: string): string | null {
  for (const pattern of storePaths) {
    const number = pattern.exec(pathname)?.[1]
    if (number) return number
  }
  return null
}

/** A query parameter whatever the case of its name: the site writes SearchText and searchText, CatId and catId. */
function param(url: URL, name: string): string | null {
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === name.toLowerCase()) return value
  return null
}

function decodePath(part: string | undefined): string | null {
  if (part === undefined) return null
  try {
    return decodeURIComponent(part)
  } catch {
    // Not UTF-8: what the person searched cannot be known from this URL.
    return null
  }
}

function pageNumber(shown: string | null | undefined): number | null {
  const digits = shown?.trim() ?? ''
  return /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : null
}

function text(value: string | null | undefined): string | null {
  const trimmed = value?.replace(/\s+/g, ' ').trim()
  return trimmed ? trimmed : null
}
