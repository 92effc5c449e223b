import type { Complaint } from '../complaints/complaint.ts'
import type { Flag, ListingSummary } from '../queue/flag.ts'
import type { Holder, Right } from '../rights/right.ts'
import type { Seller } from '../sellers/fold-seller.ts'
import type { SellerMark } from '../sellers/seller-mark.ts'

/** Port: what the search over everything reads. By index, or in slices in the order of the key; never whole tables. */
export interface SearchReader {
  listings(comIds: readonly string[]): Promise<ListingSummary[]>
  /** Those that follow `comId`; from the first for null. */
  listingsAfter(comId: string | null, many: number): Promise<ListingSummary[]>
  /** Judgements that stand. */
  judgements(comIds: readonly string[]): Promise<Map<string, Flag>>
  /** Ids of judgements with a note. */
  notedIds(): Promise<string[]>
  flags(flagIds: readonly string[]): Promise<Flag[]>
  sellers(sellerIds: readonly string[]): Promise<KnownSeller[]>
  sellersAfter(sellerId: string | null, many: number): Promise<KnownSeller[]>
  /** Accounts that captures name with one of these stores, and listings whose captures name the store alone. */
  ofStores(storeNumbers: readonly string[]): Promise<{ sellerIds: string[]; comIds: string[] }>
  complaints(complaintIds: readonly string[]): Promise<Complaint[]>
  complaintsAfter(complaintId: string | null, many: number): Promise<Complaint[]>
  /** Complaints whose case number begins like this, in capitals or not. */
  casesBeginning(text: string, many: number): Promise<Complaint[]>
  /** The listing of each of these captures that is stored. */
  listingOfCaptures(captureIds: readonly string[]): Promise<Map<string, string>>
  /** Ids of a listing's captures, the newest first. */
  captureIdsOf(comId: string): Promise<string[]>
  rights(): Promise<Right[]>
  holders(): Promise<Holder[]>
}

export interface KnownSeller {
  seller: Seller
  mark: SellerMark | null
}
