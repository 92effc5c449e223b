import type { LedgerRow } from '../ledger/ledger.ts'
import type { TimeStamp } from './time-stamp.ts'

/** Port to where time stamps are kept. They are only ever added. */
export interface TimeStampRepo {
  /** Adds a stamp and the ledger row that enters it, in one strict commit. */
  add(stamp: TimeStamp, row: LedgerRow): Promise<void>
  /** Freshly read; null where there is none. */
  stamp(stampId: string): Promise<TimeStamp | null>
  /** The stamp of the latest ledger row; null where there is none. */
  last(): Promise<TimeStamp | null>
  /** The first stamp that covers this ledger row: of itself or of a later one. Null where none does. */
  firstFrom(ledgerSeq: number): Promise<TimeStamp | null>
}
