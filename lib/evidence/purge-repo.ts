import type { LedgerRow } from './ledger/ledger.ts'

/** Which files of a capture other captures, rights, holders or complaints name too, as they stood at that moment. */
export interface SharedFiles {
  sha256s: ReadonlySet<string>
  /** How many captures there were, and the last row of the ledger: what tells what changed since. */
  captures: number
  ledgerSeq: number
}

/** Port of purging to where captures and bytes are kept. */
export interface PurgeRepo {
  /** Looks through all captures but this one and those that are purged themselves, a few at a time. */
  sharedFiles(captureId: string, sha256s: string[]): Promise<SharedFiles>
  /**
   * Adds the tombstone and deletes the bytes, in one strict commit.
   * @throws ExpectedError `capture-changed` where a capture that came or changed since `shared` was read names one
   *   of these files, or a right or complaint does: then nothing is written.
   */
  purge(row: LedgerRow, sha256s: string[], shared: SharedFiles): Promise<void>
}
