import { comparableText } from '../../core/search-text.ts'
import type { Flag, ListingSummary } from '../flag.ts'

/** What is searched and sorted of a listing: comparable, and small enough that all are kept in memory. */
export interface SearchedListing {
  /** Title, store name, account and shown number, a line each. */
  text: string
  hasTitle: boolean
}

/** The same of a judgement. */
export interface SearchedFlag {
  comId: string
  captureId: string | null
  /** Comparable. */
  note: string
}

/** Both, and the store numbers where they are searched. */
export interface Searched {
  flag: SearchedFlag
  /** Null only where stored data is damaged. */
  listing: SearchedListing | null
  storeNumbers: readonly string[]
}

export const searchedListing = (listing: ListingSummary): SearchedListing => ({
  text: [listing.title, listing.storeName, listing.sellerId, listing.shownId]
    .map((part) => comparableText(part ?? '').replaceAll('\n', ' '))
    .join('\n'),
  hasTitle: listing.title !== null,
})

export const searchedFlag = ({ comId, captureId, note }: Flag): SearchedFlag => ({
  ...{ comId, captureId },
  note: comparableText(note),
})

/** Whether each word stands somewhere in it. */
export function hasWords({ flag, listing, storeNumbers }: Searched, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      listing?.text.includes(word) ||
      flag.note.includes(word) ||
      flag.comId.includes(word) ||
      storeNumbers.some((number) => number.includes(word)),
  )
}

/** Those of which it is not known come last. */
const last = '\uffff'

/** By title, or by seller and then title. */
export function sortKey({ listing }: Searched, sort: 'title' | 'seller'): string {
  const [title = '', storeName = '', sellerId = ''] = listing?.text.split('\n') ?? []
  const key = listing?.hasTitle ? title : last
  return sort === 'title' ? key : `${storeName || sellerId || last}\n${key}`
}
