import type { CaptureJob } from '../evidence/capture.ts'
import type { Flag, IpType, ListingSummary } from './flag.ts'

/** How the asked listings stand, read in one go. */
export interface JudgedListing {
  flag: Flag
  listing: ListingSummary
  job: CaptureJob
}

/** Port: current judgements of the given listings. */
export interface JudgedListingReader {
  judged(comIds: string[]): Promise<JudgedListing[]>
  /** IP type that was used last, null before the first. */
  lastIpType(): Promise<IpType | null>
}
