import { searchWords } from '../../core/search-text.ts'
import type { ReviewFilter } from './review-filter.ts'
import { checkOf, skipOf } from './review-mark.ts'
import type { JudgedListing, ReviewReader } from './review-reader.ts'
import { hasWords, type Searched, sortKey } from './searched-text.ts'

/** How far a search is. The ids are those found so far, in the filter's order. */
export interface FoundReviewed {
  flagIds: string[]
  lookedAt: number
  of: number
}

/** Looked at before anything else, so that the first ones show at once. */
const firstStep = 300
/** Looked at in one go from then on: few enough that a page stays fluid, many enough that it is fast. */
const step = 5000

/**
 * Finds judgements and yields what was found after every step, so that the first ones show at once and it may be
 * broken off. Where indexes answer the whole filter, no row is read.
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
  const { sort } = filter
  const isSorted = sort === 'newest' || sort === 'oldest'
  const test = await rowTest(reader, filter)
  if ((isSorted && !test) || of === 0) {
    yield { flagIds: candidates, lookedAt: of, of }
    return
  }
  const wants = { storeNumbers: searchWords(filter.text).some((word) => /^\d{4,}$/.test(word)) }
  const found: Array<{ flagId: string; key: string }> = []
  for (let from = 0; from < of && !signal.aborted; ) {
    const asked = candidates.slice(from, from + (from === 0 ? firstStep : step))
    from += asked.length
    const rows = await reader.searched(asked, wants)
    const marked = filter.mark === 'all' ? null : await reader.judged(asked)
    for (const flagId of asked) {
      const row = rows.get(flagId)
      if (!row || (test && !test(row, marked?.get(flagId)))) continue
      found.push({ flagId, key: isSorted ? '' : sortKey(row, sort) })
    }
    if (!isSorted) found.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    yield { flagIds: found.map(({ flagId }) => flagId), lookedAt: from, of }
  }
}

type RowTest = (row: Searched, judged: JudgedListing | undefined) => boolean

/** What indexes cannot answer; null where they answer all. */
async function rowTest(reader: ReviewReader, filter: ReviewFilter): Promise<RowTest | null> {
  const { text, keyword, evidence, mark } = filter
  const words = searchWords(text)
  if (words.length === 0 && keyword === '' && evidence === 'all' && mark === 'all') return null
  const ofKeyword = keyword === '' ? null : await reader.captureIdsOfKeyword(keyword)
  const withScreenshot = evidence === 'all' ? null : await reader.captureIdsWithScreenshot()
  return (row, judged) => {
    const { captureId } = row.flag
    if (ofKeyword && (captureId === null || !ofKeyword.has(captureId))) return false
    const hasScreenshot = withScreenshot !== null && captureId !== null && withScreenshot.has(captureId)
    if (withScreenshot && hasScreenshot !== (evidence === 'with')) return false
    if (mark !== 'all' && !(judged && hasMark(judged, mark))) return false
    return hasWords(row, words)
  }
}

function hasMark({ flag, mark }: JudgedListing, wanted: ReviewFilter['mark']): boolean {
  if (wanted === 'skipped') return skipOf(mark, flag) !== null
  const check = checkOf(mark, flag)
  return wanted === 'unchecked' ? check === null : check?.agrees === (wanted === 'agreed')
}
