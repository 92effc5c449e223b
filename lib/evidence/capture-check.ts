import type { Failure } from '../core/result.ts'
import type { AnchorStore, LedgerRepo } from './ledger/ledger-repo.ts'
import type { SealRepo } from './seal/seal-repo.ts'
import type { TimeStampRepo } from './time-stamp/time-stamp-repo.ts'

/** What verifying needs to read. */
export interface VerifySource {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes'>
  ledger: Pick<LedgerRepo, 'row' | 'rowsFrom' | 'rowsOf'>
  anchors: Pick<AnchorStore, 'read'>
  stamps: Pick<TimeStampRepo, 'firstFrom'>
  /** The key with this fingerprint, of this installation or of one whose evidence was imported; null for an unknown one. */
  publicKey(publicKeySha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/**
 * One thing that was looked at.
 * - `right`: as it was sealed.
 * - `wrong`: not so; `message` says what was found.
 * - `purged`: deleted on the person's word, which stands in the ledger.
 * - `open`: cannot be said yet, or not by this version; `message` says why.
 */
export interface CaptureCheck {
  what: 'record' | 'earlier-record' | 'statements' | 'file' | 'ledger-row' | 'time-stamp' | 'ledger'
  /** Name of a file, id of a record, number of a row. */
  name: string
  outcome: 'right' | 'wrong' | 'purged' | 'open'
  message: string
}

/** The outcome of a check that found `flaw`, or nothing. */
export const checkOf = (
  what: CaptureCheck['what'],
  name: string,
  flaw: Failure | null,
  right: string,
): CaptureCheck => ({ what, name, outcome: flaw ? 'wrong' : 'right', message: flaw?.message ?? right })
