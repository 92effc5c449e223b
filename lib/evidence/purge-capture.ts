import { ExpectedError } from '../core/expected-error.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Artefact, CaptureJob } from './capture.ts'
import { appendToLedger, type LedgerWriter } from './ledger/append-to-ledger.ts'
import type { LedgerRow } from './ledger/ledger.ts'
import { payloadHashOf, unnamedOperator } from './ledger/ledger-act.ts'
import type { PurgeRepo, SharedFiles } from './purge-repo.ts'
import { artefactsOf } from './seal/evidence-record.ts'
import type { SealRepo } from './seal/seal-repo.ts'

/** All that purging needs. */
export interface Purging extends LedgerWriter {
  seals: Pick<SealRepo, 'capture' | 'operatorName'>
  purges: PurgeRepo
}

/** What would go and what would stay, for the person to decide. */
export interface PurgePlan {
  captureId: string
  /** The newest sealed record, which stays; null where sealing was given up. */
  recordId: string | null
  goes: Artefact[]
  /** Stay, because other captures, rights or complaints name them too. */
  shared: Artefact[]
  sharedFiles: SharedFiles
}

/**
 * What deleting the files of a capture would do. Nothing is changed.
 * Fails with `unknown-capture`, `not-settled` (still being gathered or sealed), `purged-before` and `no-files`.
 */
export async function planPurge(purging: Purging, captureId: string): Promise<Result<PurgePlan>> {
  const stored = await purging.seals.capture(captureId)
  if (!stored) return fail('unknown-capture', 'This capture is not stored.')
  const { job } = stored
  if (!isSettled(job)) {
    return fail(
      'not-settled',
      'It is still being gathered or sealed. Wait until it is sealed, so that record and hashes stay; then delete the files.',
    )
  }
  if (await isPurged(purging, captureId)) {
    return fail('purged-before', 'The files of this capture were deleted before.')
  }
  const artefacts = artefactsOf(job)
  if (artefacts.length === 0) return fail('no-files', 'This capture has no files that could be deleted.')
  const sharedFiles = await purging.purges.sharedFiles(
    captureId,
    artefacts.map(({ sha256 }) => sha256),
  )
  const isShared = ({ sha256 }: Artefact) => sharedFiles.sha256s.has(sha256)
  return ok({
    captureId,
    recordId: job.seal.recordId,
    goes: artefacts.filter((artefact) => !isShared(artefact)),
    shared: artefacts.filter(isShared),
    sharedFiles,
  })
}

/**
 * Deletes the files of a capture on the person's word, for good. The tombstone comes first and in the same commit;
 * statements, record, signature, hashes and rows of the ledger stay.
 * Fails with `changed-meanwhile`: then nothing was deleted.
 */
export async function purgeCapture(purging: Purging, plan: PurgePlan): Promise<Result<LedgerRow>> {
  const { captureId, recordId, goes, shared, sharedFiles } = plan
  const entry = {
    actor: (await purging.seals.operatorName()) ?? unnamedOperator,
    action: 'deleted' as const,
    subject: captureId,
    payloadHash: await payloadHashOf({
      captureId,
      recordId,
      deleted: goes.map(fileOf),
      kept: shared.map(fileOf),
    }),
  }
  const hashes = [...new Set(goes.map(({ sha256 }) => sha256))]
  try {
    return ok(await appendToLedger(purging, entry, (row) => purging.purges.purge(row, hashes, sharedFiles)))
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'capture-changed') throw error
    return fail(
      'changed-meanwhile',
      'Nothing was deleted: evidence changed meanwhile. Look again what would go, and decide again.',
    )
  }
}

/** Whether the files of this capture were deleted on the person's word. */
export async function isPurged(
  { ledger }: Pick<LedgerWriter, 'ledger'>,
  captureId: string,
): Promise<boolean> {
  const rows = await ledger.rowsOf([captureId])
  return rows.some(({ action }) => action === 'deleted')
}

const isSettled = ({ seal, gathering, screenshot }: CaptureJob) =>
  (seal.state === 'sealed' || seal.state === 'failed') &&
  gathering !== 'open' &&
  screenshot.state !== 'pending'

const fileOf = ({ name, sha256, bytes }: Artefact) => ({ name, sha256, bytes })
