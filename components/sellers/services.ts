import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Failure, Result } from '../../lib/core/result.ts'
import type { WritePaper } from '../../lib/pack/paper/paper.ts'
import type { SellerFilter } from '../../lib/sellers/find-sellers.ts'
import type { SellerIndex } from '../../lib/sellers/seller-index.ts'
import type { SellerMarkStore } from '../../lib/sellers/seller-mark.ts'
import type { SellerReader } from '../../lib/sellers/seller-reader.ts'
import type { PackFileServices } from '../pack/write-pack.ts'

/** What the pages about sellers need of the world around them. */
export interface SellersServices extends PackFileServices {
  reader: SellerReader
  index: SellerIndex
  marks: SellerMarkStore
  rules(): Promise<PortalRules>
  clock: Clock
  /** Why nothing may be written; null where it may. */
  readOnlyBecause: Failure | null
  /** Tells the background that a list changed, so that the ledger and open pages follow. */
  marksChanged(): Promise<Result<null>>
  /** Of Docket, for reports. */
  version: string
  writePaper: WritePaper
  addresses: {
    list(): string
    seller(sellerId: string): string
    /** Its links as a graph; those between all sellers for null. */
    graph(sellerId: string | null): string
    capture(captureId: string): string
    complaint(complaintId: string): string
  }
  /** Keeps the filter in the address, so that a reload shows the same. */
  keepFilter(filter: SellerFilter): void
}
