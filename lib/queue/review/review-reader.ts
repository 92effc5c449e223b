import type { Flag, ListingSummary } from '../flag.ts'
import type { ReviewFilter } from './review-filter.ts'
import type { ReviewMark } from './review-mark.ts'
import type { Searched } from './searched-text.ts'

/** One judgement with what is said of its listing: small, so that many are read while searching. */
export interface JudgedListing {
  flag: Flag
  /** Null only where stored data is damaged. */
  listing: ListingSummary | null
  mark: ReviewMark | null
}

/** The same as a row of the table shows it. */
export interface ReviewRow extends JudgedListing {
  hasScreenshot: boolean
  /** The search on which it was flagged; null on other pages. */
  keyword: string | null
  storeNumbers: string[]
}

/** Port of review to where judgements are read from. Nothing reads a whole table of rows. */
export interface ReviewReader {
  /** How many judgements stand, by index. */
  total(): Promise<number>
  /** Ids of those that verdict, type, right, seller and days let through, by index alone, in the order of flagging. */
  candidates(filter: ReviewFilter): Promise<string[]>
  /** By flag id; what is not stored is missing. */
  judged(flagIds: readonly string[]): Promise<Map<string, JudgedListing>>
  rows(flagIds: readonly string[]): Promise<Map<string, ReviewRow>>
  /**
   * What is searched of these judgements. The first call for many reads all judgements, and keeps what is searched in
   * memory. Store numbers only where they are wanted.
   */
  searched(flagIds: readonly string[], wants: { storeNumbers: boolean }): Promise<Map<string, Searched>>
  /** Ids of the first ones of all, in the order of flagging, before `candidates` has read as many as there are. */
  first(sort: 'newest' | 'oldest', limit: number): Promise<string[]>
  /** Ids of captures with a screenshot, and of those of one search, by index. */
  captureIdsWithScreenshot(): Promise<ReadonlySet<string>>
  captureIdsOfKeyword(keyword: string): Promise<ReadonlySet<string>>
  /** Every search on which something was flagged, by index. */
  keywords(): Promise<string[]>
  /** The judgement of this listing that stands; null where none does. */
  standing(comId: string): Promise<string | null>
}
