import type { Result } from '../../lib/core/result.ts'
import type { CaptureCheck } from '../../lib/evidence/capture-check.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import type { PurgePlan } from '../../lib/evidence/purge-capture.ts'
import type { SealedRecord } from '../../lib/evidence/seal/seal-repo.ts'
import type { TimeStamp } from '../../lib/evidence/time-stamp/time-stamp.ts'
import type { CapturesServices } from './services.ts'

/** What the page of one capture needs of the world around it. */
export interface CaptureServices
  extends Pick<
    CapturesServices,
    'reader' | 'readBytes' | 'clock' | 'capturesBeingGathered' | 'readOnlyBecause'
  > {
  record(recordId: string): Promise<SealedRecord | null>
  /** The first time stamp that covers this row of the ledger; null where none does. */
  timeStampFrom(ledgerSeq: number): Promise<TimeStamp | null>
  /** Enters in the ledger that the capture is looked at. */
  enterView(captureId: string): Promise<void>
  verify(captureId: string): AsyncIterable<CaptureCheck>
  planPurge(captureId: string): Promise<Result<PurgePlan>>
  purge(plan: PurgePlan): Promise<Result<LedgerRow>>
  copyText(text: string): Promise<void>
  /** Saves a file to the person's downloads; answers where it lies. */
  saveFile(bytes: Uint8Array<ArrayBuffer>, mediaType: string, name: string): Promise<string>
  addresses: {
    /** The list as it was left. */
    list(): string
    /** The list of all captures of one listing. */
    ofItem(comId: string): string
    evidencePack(captureIds: string[]): string
  }
  /** Puts the part that is shown into the address. */
  keepPart(captureId: string, part: string): void
}
