import type { CounterNotice } from '../complaints/follow-up.ts'
import type { Flag, ListingSummary } from '../queue/flag.ts'
import type { Seller, SellerListing } from './fold-seller.ts'
import type { FiledLine } from './line-outcome.ts'
import type { Harm } from './seller-harm.ts'
import type { LinkedSeller } from './seller-links.ts'
import type { SellerMark } from './seller-mark.ts'

/** A seller in a list. */
export interface ListedSeller {
  seller: Seller
  mark: SellerMark | null
  harm: Harm
}

/** One listing of a seller with all that was done about it. */
export interface SellerListingRecord {
  listing: SellerListing
  /** Null where the listing is not stored any more. */
  summary: ListingSummary | null
  /** The judgement that stands; null where it was taken back. */
  flag: Flag | null
  filed: FiledLine[]
  /** Other accounts that captures of the same listing name: then it counts for none of them. */
  otherSellerIds: string[]
}

/** Everything about one seller. */
export interface SellerRecord extends ListedSeller {
  /** Newest first. */
  listings: SellerListingRecord[]
  /** Filed lines that count for it. */
  filed: FiledLine[]
  counterNotices: CounterNotice[]
  /** Hashes of pictures, with how many of its captures show each, most shown first. */
  pictures: Array<{ hash: string; captures: number; captureId: string }>
  links: Array<{ linked: LinkedSeller; name: string | null }>
  /** Captures that name one of its store numbers, and no account. */
  looseCaptureIds: string[]
}

/** Port: what pages about sellers show. */
export interface SellerReader {
  all(): Promise<ListedSeller[]>
  /** Null where no capture names this account. */
  seller(sellerId: string): Promise<SellerRecord | null>
}
