import { isSiteUrl } from '../site/hosts.ts'
import { canonicalItemUrl, readItemId } from '../site/item-id.ts'

/** One entry of a pasted or imported list, in its order. */
export type ListedUrl = { place: number; text: string } & (
  | { outcome: 'item'; comId: string; shownId: string; url: string }
  /** The same listing stands further up. */
  | { outcome: 'doubled'; comId: string; firstPlace: number }
  | { outcome: 'refused'; reason: string }
)

/** Most entries that are taken at once. */
export const maxListedUrls = 10_000

/** Hosts of affiliate and short links, which only lead to a listing by way of AliExpress' servers (ALIEXPRESS.md (a)). */
const redirecting = /^(s\.click|a|star|sale|best|click)\.aliexpress\.(com|ru|us)$/

/**
 * Reads listings from a person's text: one address or item number in each line or cell, or addresses within
 * free text. Every form that names the item is known; what names none is refused with the reason. Nothing is
 * opened or fetched. Entries after the limit are refused as well, none is dropped.
 */
export function readUrlList(text: string): ListedUrl[] {
  const firstPlaces = new Map<string, number>()
  return entriesOf(text).map((entry, at): ListedUrl => {
    const place = at + 1
    if (place > maxListedUrls) {
      return refused(
        place,
        entry,
        `Only ${maxListedUrls} entries are taken at once. Add the rest afterwards.`,
      )
    }
    const read = readEntry(entry)
    if (typeof read === 'string') return refused(place, entry, read)
    const firstPlace = firstPlaces.get(read.comId)
    if (firstPlace !== undefined)
      return { place, text: entry, outcome: 'doubled', comId: read.comId, firstPlace }
    firstPlaces.set(read.comId, place)
    return { place, text: entry, outcome: 'item', ...read, url: canonicalItemUrl(read.comId) }
  })
}

const refused = (place: number, text: string, reason: string): ListedUrl => ({
  place,
  text: text.slice(0, 500),
  outcome: 'refused',
  reason,
})

/** Addresses and numbers, in order; a line that holds neither is an entry of its own, so that it can be refused. */
function entriesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.match(/https?:\/\/[^\s,;"'<>|]+|(?<![\w./-])\d{8,16}(?![\w./-])/g) ?? [line])
}

/** The item that an entry names, or why none can be read. */
function readEntry(entry: string): { comId: string; shownId: string } | string {
  if (/^\d+$/.test(entry)) {
    const byNumber = readItemId(new URL(canonicalItemUrl(entry)))
    return byNumber ?? 'This is no item number.'
  }
  const address = /^https?:\/\//.test(entry)
    ? entry
    : /^[\w.-]+\.[a-z]{2,}\//i.test(entry)
      ? `https://${entry}`
      : ''
  if (!URL.canParse(address)) return 'This is no address of a listing.'
  const url = new URL(address)
  if (!isSiteUrl(url)) return 'This address is not on AliExpress.'
  const id = readItemId(url)
  if (id) return id
  return redirecting.test(url.hostname)
    ? 'An affiliate or short link does not say which listing it leads to. Open it and copy the address of the page.'
    : 'This page of AliExpress names no listing. Open the listing and copy its address.'
}
