import type { LedgerAnchor, LedgerRow } from './ledger.ts'
import type { WaitingAct } from './ledger-act.ts'

/** Port to where the ledger is kept. Rows are only ever added. */
export interface LedgerRepo {
  lastRow(): Promise<LedgerRow | null>
  row(seq: number): Promise<LedgerRow | null>
  /** How many rows there are up to this one. */
  countRowsTo(seq: number): Promise<number>
  /** Up to `limit` rows from `seq` on, in order. */
  rowsFrom(seq: number, limit: number): Promise<LedgerRow[]>
  /** Every row of these subjects, in order. */
  rowsOf(subjects: string[]): Promise<LedgerRow[]>
  /** Adds one row in a strict commit of its own. @throws where a row with this number exists. */
  addRow(row: LedgerRow): Promise<void>
  /** Up to `limit` acts that wait to be entered, in the order of their commits. */
  waitingActs(limit: number): Promise<WaitingAct[]>
  /** Adds the rows and takes the acts off the list, in one strict commit. @throws as `addRow`. */
  enterActs(rows: LedgerRow[], acts: WaitingAct[]): Promise<void>
}

/** Port to where head and length of the ledger are kept, outside the database that holds the ledger. */
export interface AnchorStore {
  /**
   * Null before the first row was written.
   * @throws ExpectedError `anchor-unreadable`
   */
  read(): Promise<LedgerAnchor | null>
  write(anchor: LedgerAnchor): Promise<void>
}

/** Port: runs one piece of work at a time among all contexts of the installation. */
export type InLedgerLine = <T>(work: () => Promise<T>) => Promise<T>
