import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import type { Failure } from '../../core/result.ts'
import type { CaptureJob, SealStatus } from '../capture.ts'
import { appendToLedger, catchUpAnchor, type LedgerWriter } from '../ledger/append-to-ledger.ts'
import { checkArtefactBytes, checkRecordBytes } from './check-record.ts'
import { artefactsOf, buildEvidenceRecord, type Installation, recordBytes } from './evidence-record.ts'
import { fingerprintOf, type KeyStore, sign } from './seal.ts'
import type { SealedRecord, SealRepo } from './seal-repo.ts'

/** All that sealing needs. */
export interface Sealing extends LedgerWriter {
  seals: SealRepo
  keys: KeyStore
  describeInstallation(): Promise<Installation>
}

const maxTries = 3

/**
 * Nobody is at a capture that nothing touched for this long: its page is gone or done with, and more will
 * not be gathered. Before, sealing would race with what is still coming in.
 */
const settledAfterMs = 120_000

/**
 * Seals what an interruption left unsealed. Returns how each capture stands now.
 * @throws where not even a failure can be stored.
 */
export async function sealInterrupted(sealing: Sealing): Promise<Map<string, SealStatus>> {
  const captureIds = await sealing.seals.unsealed(sealing.clock().wallMs - settledAfterMs)
  return sealCaptures(sealing, captureIds)
}

/**
 * Seals captures, one after another: record built, hashed, signed, entered in the ledger and committed
 * strictly; then read back and verified, and only then "sealed". Repeating it changes nothing; an
 * interrupted sealing is taken up where it stood. What fails is stored with its reason and tried three
 * times in all. Captures whose screenshot is pending, and unknown ones, are left out.
 */
export async function sealCaptures(sealing: Sealing, captureIds: string[]): Promise<Map<string, SealStatus>> {
  const statuses = new Map<string, SealStatus>()
  for (const captureId of captureIds) {
    const status = await sealCapture(sealing, captureId)
    if (status) statuses.set(captureId, status)
  }
  return statuses
}

async function sealCapture(sealing: Sealing, captureId: string): Promise<SealStatus | null> {
  const { seals } = sealing
  let job = await jobToSeal(seals, captureId)
  if (!job) return null
  try {
    if (job.seal.state === 'due') {
      await writeRecord(sealing, captureId)
      job = await jobToSeal(seals, captureId)
    }
    if (job?.seal.state !== 'written') return job?.seal ?? null
    await catchUpAnchor(sealing)
    const flaw = await flawOfStored(sealing, job)
    const next = flaw ? afterFailure({ ...job.seal, state: 'due' }, flaw) : sealed(sealing, job.seal)
    await seals.saveSeal(job, next)
    return next
  } catch (error) {
    // More was gathered meanwhile: the next run seals all of it.
    if (error instanceof ExpectedError && error.code === 'capture-changed') return job?.seal ?? null
    const stored = await jobToSeal(seals, captureId)
    if (!stored || stored.seal.state === 'sealed' || stored.seal.state === 'failed')
      return stored?.seal ?? null
    const next = afterFailure(stored.seal, failureFrom(error, 'sealing the evidence'))
    await seals.saveSeal(stored, next)
    return next
  }
}

async function jobToSeal(seals: SealRepo, captureId: string): Promise<CaptureJob | null> {
  const stored = await seals.capture(captureId)
  return stored && stored.job.screenshot.state !== 'pending' ? stored.job : null
}

async function writeRecord(sealing: Sealing, captureId: string): Promise<void> {
  const { seals, keys, clock } = sealing
  const stored = await seals.capture(captureId)
  // Another run (alarm, export) may have written the record since it was found due: one is enough.
  if (stored?.job.seal.state !== 'due') return
  const { capture, job } = stored
  await refuseChangedArtefacts(seals, job)
  const key = await keys.signingKey()
  const publicKeySha256 = await fingerprintOf(key.publicKey)
  const earlier = job.seal.recordId ? await seals.record(job.seal.recordId) : null
  const sealedAt = clock()
  const record = buildEvidenceRecord(capture, job, {
    recordId: newId(sealedAt.wallMs),
    supersedes: earlier && { recordId: earlier.recordId, sha256: earlier.sha256 },
    sealedAt,
    operator: await seals.operatorName(),
    installation: await sealing.describeInstallation(),
    publicKeySha256,
  })
  const bytes = recordBytes(record)
  const sha256 = await sha256Hex(bytes)
  const signature = await sign(key, bytes)
  const tries = 'tries' in job.seal ? job.seal.tries : 0
  const { recordId } = record
  await appendToLedger(
    sealing,
    { actor: 'docket', action: 'capture-sealed', subject: captureId, payloadHash: sha256 },
    (row) =>
      seals.writeRecord(
        {
          recordId,
          captureId,
          bytes,
          sha256,
          signature,
          publicKeySha256,
          ledgerSeq: row.seq,
          sealedAtMs: sealedAt.wallMs,
        },
        row,
        job,
        { state: 'written', recordId, tries, failure: null },
      ),
  )
}

/** Only what was taken may be sealed: a file that changed since must not get a signature. */
async function refuseChangedArtefacts(seals: SealRepo, job: CaptureJob): Promise<void> {
  for (const artefact of artefactsOf(job)) {
    const flaw = await checkArtefactBytes(await seals.readBytes(artefact.sha256), artefact)
    if (flaw) throw new ExpectedError(flaw.code, `${flaw.message} Flag the listing again.`)
  }
}

/** Reads back what was written: record, its ledger row and every file. */
async function flawOfStored({ seals, ledger, keys }: Sealing, job: CaptureJob): Promise<Failure | null> {
  const record = job.seal.recordId ? await seals.record(job.seal.recordId) : null
  if (!record) return notReturned
  const { publicKey } = await keys.signingKey()
  const flaw = await checkRecordBytes(record.bytes, { ...record, publicKey })
  if (flaw) return flaw
  if (!(await isEntered(ledger, record))) return notReturned
  await refuseChangedArtefacts(seals, job)
  return null
}

async function isEntered(ledger: LedgerWriter['ledger'], record: SealedRecord): Promise<boolean> {
  const row = await ledger.row(record.ledgerSeq)
  return (
    row?.action === 'capture-sealed' && row.subject === record.captureId && row.payloadHash === record.sha256
  )
}

const notReturned: Failure = {
  code: 'not-stored',
  message: 'The storage did not return the sealed record. Free some disk space and restart the browser.',
}

const sealed = ({ clock }: Sealing, { recordId }: { recordId: string }): SealStatus => ({
  state: 'sealed',
  recordId,
  sealedAtMs: clock().wallMs,
})

function afterFailure(seal: Extract<SealStatus, { tries: number }>, failure: Failure): SealStatus {
  const tries = seal.tries + 1
  if (tries >= maxTries) return { state: 'failed', recordId: seal.recordId, tries, failure }
  return seal.state === 'written'
    ? { ...seal, tries, failure }
    : { state: 'due', recordId: seal.recordId, tries, failure }
}
