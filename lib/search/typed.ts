import { idPattern } from '../core/ids.ts'
import { searchWords } from '../core/search-text.ts'
import { readUrlList } from '../queue/read-url-list.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { readItemNumber } from '../site/item-id.ts'
import { storeNumberOfPath } from '../site/search-query.ts'

/** What a text may name. A bare number may be a listing, a store and a seller at once: each is looked up. */
export interface Typed {
  /** As it was typed, without blanks around it. */
  text: string
  /** Comparable words, addresses left out: they are looked up, not read. */
  words: string[]
  /** Listings named by number or address, of .com or .us. */
  comIds: string[]
  storeNumbers: string[]
  sellerIds: string[]
  /** Docket's own ids: of captures, complaints, rights. */
  ids: string[]
}

/** More is no search; what is pasted by mistake must not hold the page up. */
const maxTypedChars = 2000
/** Things of one kind that a text names at most. */
const maxNamed = 20

const storeNumber = /^\d{4,12}$/
const sellerId = /^[1-9]\d{4,14}$/
const address = /:\/\/|^\/\/|aliexpress\.(?:com|us|ru)(?:\/|$)/i

/** Reads what a person typed or pasted. Any text is read; nothing is opened or fetched. */
export function readTyped(typed: string): Typed {
  const text = typed.slice(0, maxTypedChars).toWellFormed().trim()
  const pieces = text.split(/\s+/).filter(Boolean)
  const addresses = pieces.filter((piece) => address.test(piece))
  // "#1005…" and "№ 1005…" are how numbers stand in mails.
  const plain = pieces.filter((piece) => !address.test(piece)).map((piece) => piece.replace(/^[#№]/u, ''))
  const listed = addresses.length === 0 ? [] : readUrlList(addresses.join('\n'))
  return {
    text,
    words: searchWords(plain.join(' ')),
    comIds: named([
      ...listed.flatMap((entry) => (entry.outcome === 'item' ? entry.comId : [])),
      ...plain.flatMap((piece) => readItemNumber(piece)?.comId ?? []),
    ]),
    storeNumbers: named([
      ...addresses.flatMap((piece) => storeOf(piece) ?? []),
      ...plain.filter((piece) => storeNumber.test(piece)),
    ]),
    sellerIds: named(plain.filter((piece) => sellerId.test(piece))),
    ids: named(plain.map((piece) => piece.toUpperCase()).filter((piece) => idPattern.test(piece))),
  }
}

const named = (values: readonly string[]): string[] => [...new Set(values)].slice(0, maxNamed)

function storeOf(piece: string): string | null {
  const whole = /^https?:/i.test(piece) ? piece : `https://${piece.replace(/^\/\//, '')}`
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  return isSiteUrl(url) ? storeNumberOfPath(url.pathname) : null
}
