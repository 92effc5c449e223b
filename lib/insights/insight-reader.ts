import type { FiledListing } from './filed-listing.ts'
import type { JudgedListing } from './judged-listing.ts'
import type { JudgedPlace } from './search-exposure.ts'

/** An account, as captures name it. */
export interface NamedSeller {
  /** Null where no capture states one. */
  name: string | null
  /** Then its number is not proven to be the account. */
  isFromCardsAlone: boolean
}

/** Everything that is counted, read at one time. */
export interface InsightFacts {
  judged: JudgedListing[]
  filed: FiledListing[]
  /** Own results of first pages that were judged there. */
  places: JudgedPlace[]
  /** The accounts of filed listings. */
  sellers: ReadonlyMap<string, NamedSeller>
}

/** Port: what the page of insights counts. */
export interface InsightReader {
  facts(): Promise<InsightFacts>
  /** Titles by item number; those that are not known are left out. */
  titles(comIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
