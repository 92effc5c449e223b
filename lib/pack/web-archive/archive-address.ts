import type { ArchivedFile } from './archived-capture.ts'

/** Longer addresses are found in real pages, but readers of WARC give up somewhere above. */
const maxLength = 8000

/**
 * Names for pictures and copies of a page that were never fetched from its address; the first two are those
 * of other archiving tools (Browsertrix, Scoop).
 */
const prefixes: Record<string, string> = {
  'viewport-screenshot': 'urn:view:',
  'full-page-screenshot': 'urn:fullPage:',
  mhtml: 'urn:mhtml:',
  'page-state': 'urn:pageState:',
}

/**
 * The address under which a file stands in the archive. A page's snapshot and a product's picture stand under
 * the addresses where the browser found them, everything else under a name that says what it is. Visible
 * ASCII without blanks, whatever a page put into its addresses: it goes into headers.
 */
export function archiveAddress(captureId: string, file: ArchivedFile): string {
  const own = ownAddress(captureId, file.name)
  if (file.kind === 'page-snapshot') return webAddress(file.pageUrl) ?? own
  if (file.kind === 'product-image') return webAddress(file.sourceUrl) ?? own
  const prefix = prefixes[file.kind]
  const page = webAddress(file.pageUrl)
  return prefix && page ? `${prefix}${page}` : own
}

/** For a file without a usable address, and where another file already stands under it. */
export const ownAddress = (captureId: string, name: string): string =>
  `urn:docket:${captureId}/${encodeURIComponent(name.toWellFormed())}`

/** The address without what follows a `#`, as readers look it up; null where it is none of the web. */
function webAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  return parsed.href.length <= maxLength && /^[!-~]+$/.test(parsed.href) ? parsed.href : null
}
