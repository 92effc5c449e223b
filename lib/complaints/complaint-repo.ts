import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Complaint, ComplaintLine } from './complaint.ts'

/** What one transaction over complaints can read and write; committed together, strictly, or not at all. */
export interface ComplaintTransaction {
  complaint(complaintId: string): Promise<Complaint | null>
  putComplaint(complaint: Complaint): Promise<void>
  removeComplaint(complaintId: string): Promise<void>
  /** Lines of a complaint, in their order. */
  lines(complaintId: string): Promise<ComplaintLine[]>
  /** Lines, of any complaint, that these flags stand in. */
  linesOfFlags(flagIds: readonly string[]): Promise<ComplaintLine[]>
  putLines(lines: readonly ComplaintLine[]): Promise<void>
  removeLines(lineIds: readonly string[]): Promise<void>
  /** Lines of these listings in complaints that are not filed. */
  openLinesOfItems(comIds: readonly string[]): Promise<ComplaintLine[]>
  /** The listings leave the queue: they were filed in this complaint. */
  markFiled(comIds: readonly string[], complaintId: string): Promise<void>
  /** They wait again: they were not filed in this complaint after all. */
  unmarkFiled(comIds: readonly string[], complaintId: string): Promise<void>
  /** The first day on which something became of it or of one of its listings; null where nothing did yet. */
  earliestOutcomeOn(complaintId: string): Promise<CalendarDate | null>
  /** Puts acts on the list of those that the ledger enters next, by the person whose installation this is. */
  enterActs(acts: ReadonlyArray<Omit<LedgerAct, 'actor'>>): Promise<void>
}

/** Port of the complaints room to where complaints are kept. */
export interface ComplaintRepo {
  /** Runs `work` in one strict read-write transaction; resolves only after it is committed. */
  transact<T>(work: (transaction: ComplaintTransaction) => Promise<T>): Promise<T>
  complaint(complaintId: string): Promise<Complaint | null>
  lines(complaintId: string): Promise<ComplaintLine[]>
}
