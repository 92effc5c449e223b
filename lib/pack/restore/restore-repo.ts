import type { Capture, CaptureJob } from '../../evidence/capture.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import type { LedgerRepo } from '../../evidence/ledger/ledger-repo.ts'
import type { SealedRecord } from '../../evidence/seal/seal-repo.ts'
import type { TimeStamp } from '../../evidence/time-stamp/time-stamp.ts'
import type { ForeignKey, ImportRepo } from '../import/import-repo.ts'
import type { CopyJob } from '../second-copy/second-copy.ts'

/** One capture as its copy states it. */
export interface RestoredCapture {
  capture: Capture
  job: CaptureJob
  /** The newest and those it replaces. */
  records: SealedRecord[]
  keys: ForeignKey[]
  /** The file that it comes back from; it is the second copy already. */
  copy: CopyJob
}

/** Port of restoring to where evidence is kept, also while nothing else may be written there. */
export interface RestoreRepo extends Pick<ImportRepo, 'capture' | 'record' | 'readBytes' | 'putBytes'> {
  ledger: LedgerRepo
  /**
   * Adds what is missing, in one strict commit; a job only gives way to one that a newer record states.
   * @throws ExpectedError `restore-differs` where a record is here with other contents: then nothing is written.
   */
  addRestored(restored: RestoredCapture): Promise<void>
  /** Adds rows that are missing, in one strict commit. @throws where one of them exists. */
  addRows(rows: LedgerRow[]): Promise<void>
  hasStamp(stampId: string): Promise<boolean>
  /** Adds time stamps that are missing, in one strict commit. */
  addStamps(stamps: TimeStamp[]): Promise<void>
}
