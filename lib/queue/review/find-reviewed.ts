import { comparableText, searchWords } from '../../core/search-text.ts'
import type { ReviewFilter } from './review-filter.ts'
import { checkOf, skipOf } from './review-mark.ts'
import type { JudgedListing, ReviewReader } from './review-reader.ts'

/** How far a search is. The ids are those found so far, in the filter's order. */
export interface FoundReviewed {
  flagIds: string[]
  lookedAt: number
  of: number
}

/** Rows that are read at once: few enough that a page stays fluid, many enough that it is fast. */
const step = 500

/**
 * Finds judgements and yields what was found after every step, so that the first ones show at once and nothing is
 * read whole. Where indexes answer the whole filter, no row is read.
 */
export async function* findReviewed(
  reader: ReviewReader,
  filter: ReviewFilter,
  signal: AbortSignal,
  /** What `reader.candidates` gave, where that was read already. */
  known?: string[],
): AsyncGenerator<FoundReviewed> {
  const candidates = known ?? (await reader.candidates(filter))
  const of = candidates.length
  const isSorted = filter.sort === 'newest' || filter.sort === 'oldest'
  const isFound = await rowTest(reader, filter)
  if ((isSorted && !isFound) || of === 0) {
    yield { flagIds: candidates, lookedAt: of, of }
    return
  }
  const found: Array<{ flagId: string; key: string }> = []
  for (let from = 0; from < of && !signal.aborted; from += step) {
    const asked = candidates.slice(from, from + step)
    const rows = await reader.judged(asked)
    const numbers = isFound?.wantsNumbers ? await reader.storeNumbers(asked) : null
    for (const flagId of asked) {
      const row = rows.get(flagId)
      if (!row || (isFound && !isFound.test(row, numbers?.get(flagId) ?? []))) continue
      found.push({ flagId, key: isSorted ? '' : sortKey(row, filter.sort) })
    }
    if (!isSorted) found.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    yield { flagIds: found.map(({ flagId }) => flagId), lookedAt: from + asked.length, of }
  }
}

interface RowTest {
  /** Numbers of stores stand in captures, which are large: they are read only where a number is searched. */
  wantsNumbers: boolean
  test(row: JudgedListing, storeNumbers: readonly string[]): boolean
}

/** What indexes cannot answer; null where they answer all. */
async function rowTest(reader: ReviewReader, filter: ReviewFilter): Promise<RowTest | null> {
  const { text, keyword, evidence, mark } = filter
  const words = searchWords(text)
  if (words.length === 0 && keyword === '' && evidence === 'all' && mark === 'all') return null
  const ofKeyword = keyword === '' ? null : await reader.captureIdsOfKeyword(keyword)
  const withScreenshot = evidence === 'all' ? null : await reader.captureIdsWithScreenshot()
  return {
    wantsNumbers: words.some((word) => /^\d{4,}$/.test(word)),
    test(row, storeNumbers) {
      const { captureId } = row.flag
      if (ofKeyword && (captureId === null || !ofKeyword.has(captureId))) return false
      const hasScreenshot = withScreenshot !== null && captureId !== null && withScreenshot.has(captureId)
      if (withScreenshot && hasScreenshot !== (evidence === 'with')) return false
      return hasMark(row, mark) && hasWords(row, words, storeNumbers)
    },
  }
}

function hasMark({ flag, mark }: JudgedListing, wanted: ReviewFilter['mark']): boolean {
  if (wanted === 'all') return true
  if (wanted === 'skipped') return skipOf(mark, flag) !== null
  const check = checkOf(mark, flag)
  return wanted === 'unchecked' ? check === null : check?.agrees === (wanted === 'agreed')
}

function hasWords(
  { flag, listing }: JudgedListing,
  words: readonly string[],
  storeNumbers: readonly string[],
): boolean {
  if (words.length === 0) return true
  const { title, storeName, sellerId, shownId } = listing ?? {}
  const text = comparableText(
    [title, storeName, sellerId, shownId, flag.comId, flag.note, ...storeNumbers].join('\n'),
  )
  return words.every((word) => text.includes(word))
}

/** Those of which it is not known come last. */
const last = '\uffff'

function sortKey({ listing }: JudgedListing, sort: ReviewFilter['sort']): string {
  const title = comparableText(listing?.title ?? last)
  if (sort === 'title') return title
  return `${comparableText(listing?.storeName ?? listing?.sellerId ?? last)}\n${title}`
}
