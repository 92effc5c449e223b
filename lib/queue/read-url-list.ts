import { isSiteUrl } from '../site/hosts.ts'
import { canonicalItemUrl, type ItemId, readItemId, readItemNumber } from '../site/item-id.ts'
import { type ListLine, textLines } from './list-line.ts'

/** What one line of a list names: a line has an entry at least, and one more for each further listing. */
export type ListedUrl = {
  /** Place among all entries, from 1. */
  place: number
  /** Number of its line in the text, or of its row in the table. */
  line: number
  text: string
} & (
  | { outcome: 'item'; comId: string; shownId: string; url: string }
  /** The same listing stands further up. */
  | { outcome: 'doubled'; comId: string; firstLine: number }
  | { outcome: 'refused'; reason: string }
)

/** Most entries that are taken at once. */
export const maxListedUrls = 10_000

/** Longest text of an entry that is kept. */
const maxTextChars = 500

/**
 * Hosts of affiliate, paid-placement and short links, which lead to a listing only by way of AliExpress' servers
 * (ALIEXPRESS.md (a): s.click, us-click; a and star are those of the app's "share").
 */
const redirecting = /^(?:s\.click|[a-z]{2}-click|click|a|star)\.aliexpress\.(?:com|ru|us)$/

/** Addresses within a line: with a scheme, without one (`//…`), and of AliExpress without either. */
const addresses =
  /(?:https?:)?\/\/[^\s<>"'|,;]+|(?<![\w.@/:-])(?:[\w-]+\.)*aliexpress\.(?:com|us|ru)\/[^\s<>"'|,;]+/gi

/** What a sentence, a bracket or a quote leaves at the end of an address. */
const trailing = /[.,;:!?)\]}»”’…。）】]+$/u

/**
 * Reads listings from a person's text: one address or item number in each line or cell, or addresses within
 * free text. Every form that names the item is known; what names none is refused with the reason. Nothing is
 * opened or fetched. Entries after the limit are refused as well, none is dropped.
 */
export const readUrlList = (text: string): ListedUrl[] => urlListReader()(textLines(text))

/** The same by parts: the reader is given the lines one batch after the other, in order. */
export function urlListReader(): (lines: readonly ListLine[]) => ListedUrl[] {
  const firstLines = new Map<string, number>()
  let place = 0
  return (lines) =>
    lines.flatMap((line) =>
      readLine(line).map(({ text, read }): ListedUrl => {
        place += 1
        const base = { place, line: line.line, text: shortened(text) }
        if (typeof read === 'string') return { ...base, outcome: 'refused', reason: read }
        const firstLine = firstLines.get(read.comId)
        if (firstLine !== undefined) return { ...base, outcome: 'doubled', comId: read.comId, firstLine }
        if (firstLines.size >= maxListedUrls) return { ...base, outcome: 'refused', reason: tooMany }
        firstLines.set(read.comId, line.line)
        return { ...base, outcome: 'item', ...read, url: canonicalItemUrl(read.comId) }
      }),
    )
}

const shortened = (text: string): string =>
  (text.length > maxTextChars ? `${text.slice(0, maxTextChars)}…` : text).toWellFormed()

interface Read {
  text: string
  /** The item, or why none can be read. */
  read: ItemId | string
}

/**
 * The listings that a line names. Beside a listing's address, the line's numbers and addresses that name none are
 * taken for facts about it (seller, price, picture), and are no entries; a link that hides its listing is one.
 */
function readLine({ cells, problem }: ListLine): [Read, ...Read[]] {
  const line = cells.filter((cell) => cell !== '').join(' · ') || (problem?.text ?? '')
  const found = cells.flatMap((cell) => cell.match(addresses) ?? []).map(readAddress)
  const items = firstOfEach(found)
  const hidden = found.filter(({ read }) => read === hiddenListing)
  const [first, ...rest] = [...items, ...hidden]
  if (first) return [first, ...rest]
  const [refusal] = found
  if (refusal && typeof refusal.read === 'string') return [{ text: line, read: refusal.read }]
  return readNumbers(cells) ?? [{ text: line, read: problem?.reason ?? reasonOf(line) }]
}

function firstOfEach(found: readonly Read[]): Read[] {
  const byId = new Map<string, Read>()
  for (const one of found) {
    if (typeof one.read !== 'string' && !byId.has(one.read.comId)) byId.set(one.read.comId, one)
  }
  return [...byId.values()]
}

function readAddress(found: string): Read {
  const text = found.replace(trailing, '')
  const address = /^https?:/i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  if (!URL.canParse(address)) return { text, read: noAddress }
  const url = new URL(address)
  if (!isSiteUrl(url)) return { text, read: otherSite }
  return { text, read: readItemId(url) ?? (redirecting.test(url.hostname) ? hiddenListing : noListing) }
}

/** Numbers of stores and sellers have up to ten digits: in a table they must not be taken for items. */
const surelyItem = /^\d{11,16}$/

/** Item numbers that stand alone in their line, or are the only ones in it that can be meant. */
function readNumbers(cells: readonly string[]): [Read, ...Read[]] | null {
  const filled = cells.filter((cell) => cell !== '')
  const [only] = filled
  if (filled.length === 1 && only !== undefined) {
    if (!/^\d+$/.test(only)) return null
    return [{ text: only, read: readItemNumber(only) ?? 'This is no item number.' }]
  }
  const numbers = filled.flatMap((text): Read[] => {
    const read = surelyItem.test(text) ? readItemNumber(text) : null
    return read ? [{ text, read }] : []
  })
  const [first, ...rest] = numbers
  if (!first) return null
  if (rest.length === 0 || numbers.length === filled.length) return [first, ...rest]
  return [{ text: filled.join(' · '), read: severalNumbers }]
}

/** Why a line without address and number names nothing. */
const reasonOf = (line: string): string => (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(line) ? roundedNumber : noAddress)

const noAddress = 'This is no address of a listing.'
const otherSite = 'This address is not on AliExpress.'
const hiddenListing =
  'An affiliate or short link does not say which listing it leads to. Open it and copy the address of the page.'
const noListing = 'This page of AliExpress names no listing. Open the listing and copy its address.'
const severalNumbers =
  'Several numbers stand here, and it is not clear which is the item. Leave that one only.'
const tooMany = `Only ${maxListedUrls.toLocaleString('en')} listings are taken at once. Add the rest afterwards.`

/** Spreadsheets keep 15 digits of a number; item numbers have 16. */
export const roundedNumber =
  'A spreadsheet rounded this number. Take the address instead, or format the column as text before you paste.'
