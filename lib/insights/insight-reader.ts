import type { FiledListing } from './filed-listing.ts'
import type { JudgedListing } from './judged-listing.ts'
import type { JudgedPlace } from './search-exposure.ts'

/** Everything that is counted, read at one time. */
export interface InsightFacts {
  judged: JudgedListing[]
  filed: FiledListing[]
  /** Own results of first pages that were judged there. */
  places: JudgedPlace[]
  /** Names of the accounts of filed listings; those without a stated name are left out. */
  sellerNames: ReadonlyMap<string, string>
}

/** Port: what the page of insights counts. */
export interface InsightReader {
  facts(): Promise<InsightFacts>
  /** Titles by item number; those that are not known are left out. */
  titles(comIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
