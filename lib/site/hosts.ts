/**
 * Where AliExpress lives. Custom store subdomains (`yufanmodel.aliexpress.com`) and locale sites
 * (`pl.aliexpress.com`) make a list of hosts impossible, so a host belongs to the site by its suffix.
 */
const siteDomains = ['aliexpress.com', 'aliexpress.us', 'aliexpress.ru'] as const

/** Picture hosts of the site: the only hosts beside the site's own that Docket may ask for anything. */
export const imageDomains = ['alicdn.com', 'aliexpress-media.com'] as const

/**
 * Hosts that serve files and nothing of an account: the picture hosts, which also have stylesheets and fonts
 * (assets.alicdn.com, assets.aliexpress-media.com, g.alicdn.com, at.alicdn.com), and the asset host of .ru.
 */
const assetHosts = ['st.aliexpress.ru'] as const

export type Site = 'com' | 'us' | 'ru'

export const siteMatchPatterns: string[] = siteDomains.map((domain) => `*://*.${domain}/*`)
export const imageHostPatterns: string[] = imageDomains.map((domain) => `*://*.${domain}/*`)
/** For `connect-src`: where files of evidence may be fetched from. The browser holds every redirect against it too. */
export const assetSources = (): string[] => [
  ...imageDomains.map((domain) => `https://*.${domain}`),
  ...assetHosts.map((host) => `https://${host}`),
]

const isWithin = (hostname: string, domain: string) => hostname === domain || hostname.endsWith(`.${domain}`)

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

/** True for a host that serves pictures, stylesheets and fonts of the site. */
export const isAssetHost = (hostname: string): boolean =>
  isImageHost(hostname) || assetHosts.some((host) => host === hostname.toLowerCase())
