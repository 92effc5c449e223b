import type { Failure } from '../../lib/core/result.ts'
import type { CopyState } from '../../lib/evidence/copy-state.ts'
import type { MeasuredFiles } from '../../lib/evidence/measure-files.ts'
import type { Rounds } from '../../lib/evidence/rounds/rounds.ts'
import type { LastVerification, VerifiedSoFar } from '../../lib/evidence/verify-all.ts'

/** What the page of the storage needs of the world around it. */
export interface StorageServices {
  estimate(): Promise<{ usedBytes: number | null; quotaBytes: number | null }>
  isPersistent(): Promise<boolean>
  askForPersistence(): Promise<boolean>
  facts(): Promise<ShownFacts>
  measureFiles(signal: AbortSignal): AsyncIterable<MeasuredFiles>
  verifyAll(signal: AbortSignal): AsyncIterable<VerifiedSoFar>
  saveVerification(verification: LastVerification): Promise<void>
  nowMs(): number
  readOnlyBecause: Failure | null
  addresses: { list(): string; capture(captureId: string): string }
}

export interface ShownFacts {
  captures: number
  ledgerRows: number
  waitingActs: number
  copies: ReadonlyMap<CopyState, number>
  lastVerification: LastVerification | null
  rounds: Rounds
  incidents: number
  newestIncidents: ReadonlyArray<{
    incidentId: string
    atMs: number
    doing: string
    failure: Failure
    pageUrl: string | null
  }>
}
