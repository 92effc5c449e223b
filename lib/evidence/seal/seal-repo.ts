import type { Capture, CaptureJob, SealStatus } from '../capture.ts'
import type { Departure } from '../departure.ts'
import type { LedgerRow } from '../ledger/ledger.ts'

/** A sealed record as stored: the very bytes that were hashed and signed. Written once, never changed. */
export interface SealedRecord {
  recordId: string
  captureId: string
  /** `recordBytes` of the record. */
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  /** DER. */
  signature: Uint8Array<ArrayBuffer>
  publicKeySha256: string
  /** Number of the ledger row that entered it. */
  ledgerSeq: number
  sealedAtMs: number
}

/** Port of sealing to where captures, records and the ledger are kept. */
export interface SealRepo {
  /** Captures with a settled screenshot whose seal is `due` or `written` and that nothing touched since `beforeMs`. */
  unsealed(beforeMs: number): Promise<string[]>
  capture(captureId: string): Promise<{ capture: Capture; job: CaptureJob } | null>
  record(recordId: string): Promise<SealedRecord | null>
  /**
   * Adds record and ledger row and sets the job's seal, in one strict commit.
   * @throws ExpectedError `capture-changed` where the stored job is no longer `job`: then nothing is written.
   */
  writeRecord(record: SealedRecord, row: LedgerRow, job: CaptureJob, seal: SealStatus): Promise<void>
  /** Sets the job's seal. @throws as `writeRecord`. */
  saveSeal(job: CaptureJob, seal: SealStatus): Promise<void>
  /** Adds the row by which a pack leaves, and what it holds, in one strict commit. @throws where the row's number exists. */
  addDeparture(row: LedgerRow, departure: Departure): Promise<void>
  /** The bytes stored under this hash, freshly read; null where there are none. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** The person's name as set; null where none is set. */
  operatorName(): Promise<string | null>
}
