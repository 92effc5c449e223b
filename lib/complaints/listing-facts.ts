import type { SellerKeys } from '../rights/allowed-seller.ts'
import type { CalendarDate } from '../rights/right.ts'

/** What is known of a listing when a complaint with it is checked. */
export interface ListingFacts extends SellerKeys {
  comId: string
  title: string | null
  /** Of the item page; null where none was captured. */
  brand: string | null
  storeName: string | null
  imageUrl: string | null
  /** Country that the newest capture was shipped to, ISO 3166 alpha-2; null where it did not say. */
  shipTo: string | null
  isSellerHidden: boolean
  /** Address of the listing on .com. */
  url: string
  /** The person's judgement that it infringes stands: it was neither taken back nor changed. */
  isFlagged: boolean
  /** Pictures with time, address and hash. */
  screenshots: number
  isItemCaptured: boolean
  /** When the page was last seen online; null where it never was (quick entry). */
  lastOnlineMs: number | null
  /** True where the newest capture shows the removed page. */
  isRemoved: boolean
  /** Oldest trace of it: date of the first capture or, where known, of the oldest review. */
  firstTraceOn: CalendarDate | null
  /** Complaint lines of it elsewhere. */
  elsewhere: Array<{
    complaintId: string
    rightId: string
    state: 'queued' | 'filed'
    on: CalendarDate | null
    wasRemoved: boolean
  }>
}
