/**
 * Where AliExpress lives. Custom store subdomains (`yufanmodel.aliexpress.com`) and locale sites
 * (`pl.aliexpress.com`) make a list of hosts impossible, so a host belongs to the site by its suffix.
 */
const siteDomains = ['aliexpress.com', 'aliexpress.us', 'aliexpress.ru'] as const

/** Picture hosts of the site: the only hosts beside the site's own that Docket may ask for anything. */
export const imageDomains = ['alicdn.com', 'aliexpress-media.com'] as const

export type Site = 'com' | 'us' | 'ru'

export const siteMatchPatterns: string[] = siteDomains.map((domain) => `*://*.${domain}/*`)
export const imageHostPatterns: string[] = imageDomains.map((domain) => `*://*.${domain}/*`)

/** A parsed URL may still have signs in its host that no name in the DNS has, such as a brace. */
const plainHost = /^[\w-]+(\.[\w-]+)*$/

const isWithin = (hostname: string, domain: string) =>
  plainHost.test(hostname) && (hostname === domain || hostname.endsWith(`.${domain}`))

/** Which of the three sites the host belongs to, or null for any other host. */
export function siteOfHost(hostname: string): Site | null {
  const domain = siteDomains.find((candidate) => isWithin(hostname.toLowerCase(), candidate))
  return domain ? (domain.slice('aliexpress.'.length) as Site) : null
}

/** True for an http(s) URL on AliExpress, by exact suffix of the parsed host: no look-alike passes. */
export function isSiteUrl(url: URL): boolean {
  return (url.protocol === 'https:' || url.protocol === 'http:') && siteOfHost(url.hostname) !== null
}

/** True for a URL on one of the site's picture hosts. */
export function isImageHost(hostname: string): boolean {
  return imageDomains.some((domain) => isWithin(hostname.toLowerCase(), domain))
}
