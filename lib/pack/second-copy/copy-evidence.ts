import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import type { Failure } from '../../core/result.ts'
import { ledgerLine } from '../../evidence/ledger/ledger.ts'
import { buildEvidenceCopy, type EvidenceCopySource } from '../evidence-pack/evidence-pack.ts'
import { copyName, ledgerPieceName, stampCopyName } from './copy-names.ts'
import { type CopyFile, type CopyJob, type CopyPlace, type CopyRepo, placeFailures } from './second-copy.ts'
import { stampCopyBytes } from './stamp-copy.ts'

/** All that copying needs. */
export interface Copying {
  copies: CopyRepo
  source: EvidenceCopySource
  place: CopyPlace
}

/** How a run ended. */
export interface CopyRun {
  copied: number
  /** Why the place could not be written to; null where it could. */
  stopped: Failure | null
}

const maxTries = 3
/** As long as sealing waits for a page that is gone. */
const settledAfterMs = 120_000
/** A row of the ledger that no capture's copy took along gets a file of its own after this time. */
const rowsWaitMs = 600_000
/** Names that other bytes already have are passed over, so often. */
const maxTakes = 99

/**
 * Writes every copy that is due, one after another, and then the rows of the ledger that none of them holds.
 * Every step is stored before the next: an interruption at any moment loses nothing and writes nothing twice.
 * Only one context may run it at a time. Stops where the place is at fault; nothing is counted as tried then.
 * @throws where not even a failure can be stored.
 */
export async function copyEvidence(copying: Copying): Promise<CopyRun> {
  const { copies, source, place } = copying
  const refusal = await place.refusal()
  if (refusal) return { copied: 0, stopped: refusal }
  let copied = 0
  for (const captureId of await copies.open(source.clock().wallMs - settledAfterMs)) {
    const job = await copies.job(captureId)
    if (!job || (job.state !== 'due' && job.state !== 'writing')) continue
    const stopped = await copyOne(copying, job)
    if (stopped) return { copied, stopped }
    if ((await copies.job(captureId))?.state === 'copied') copied += 1
  }
  return { copied, stopped: await copyLedgerRows(copying) }
}

/** Returns the failure where the place is at fault. */
async function copyOne(copying: Copying, job: CopyJob): Promise<Failure | null> {
  const { copies } = copying
  try {
    if (!(await settleWritten(copying, job))) await writeCopy(copying, job)
    return null
  } catch (error) {
    const failure = failureFrom(error, 'writing the second copy')
    const now = (await copies.job(job.captureId)) ?? job
    if (now.recordId !== job.recordId || failure.code === 'not-sealed') return null
    if (placeFailures.has(failure.code) || failure.code === 'copy-needs-page') {
      await copies.save({ ...now, state: 'due', failure })
      return placeFailures.has(failure.code) ? failure : null
    }
    const tries = now.tries + 1
    await copies.save({ ...now, state: tries >= maxTries ? 'failed' : 'due', tries, failure })
    return null
  }
}

/** An interrupted copy whose file got its name is finished; nothing is written again. */
async function settleWritten(copying: Copying, job: CopyJob): Promise<boolean> {
  if (!job.file || !(await isThere(copying.place, job.file))) return false
  await settle(copying, job)
  return true
}

async function writeCopy({ copies, source, place }: Copying, job: CopyJob): Promise<void> {
  const stored = await source.seals.capture(job.captureId)
  if (!stored)
    throw new ExpectedError('not-stored', 'The capture is no longer stored, so it cannot be copied.')
  const ledgerFrom = (await copies.copiedLedgerSeq()) + 1
  const pack = await buildEvidenceCopy(source, job.captureId, { entry: job.entry, ledgerFrom })
  if (!pack.ok) throw new ExpectedError(pack.error.code, pack.error.message)
  const { packId, ledgerSeq, stream } = pack.value
  let begun: CopyJob = { ...job, state: 'writing', entry: { packId, ledgerSeq }, file: null }
  if (!(await copies.save(begun))) return
  const wanted = await freeName(place, { comId: stored.capture.comId, ...job })
  const file = await place.write(wanted, stream, async (atHand) => {
    begun = { ...begun, file: atHand }
    if (!(await copies.save(begun))) throw new ExpectedError('not-sealed', 'A newer record was sealed.')
  })
  if (!(await isThere(place, file))) throw notFound()
  await copyStamps({ source, place }, ledgerFrom, ledgerSeq)
  await settle({ copies, source, place }, { ...begun, file }, ledgerFrom)
}

/** `ledgerFrom` is null where it is not known any more which rows the file begins with. */
async function settle({ copies, source }: Copying, job: CopyJob, ledgerFrom: number | null = null) {
  const copiedAtMs = source.clock().wallMs
  await copies.save({ ...job, state: 'copied', failure: null, copiedAtMs })
  if (ledgerFrom !== null && job.entry && job.entry.ledgerSeq >= ledgerFrom) {
    await copies.saveCopiedLedgerSeq(job.entry.ledgerSeq)
  }
}

async function freeName(place: CopyPlace, ids: { comId: string; captureId: string; recordId: string }) {
  for (let take = 1; take <= maxTakes; take++) {
    const name = copyName(ids, take)
    if (!(await place.find(name))) return name
  }
  throw new ExpectedError(
    'copy-names-taken',
    'The folder has a hundred other files with the name of this copy. Choose another folder in Docket’s settings.',
  )
}

async function isThere(place: CopyPlace, { name, bytes, sha256 }: CopyFile): Promise<boolean> {
  const found = await place.find(name)
  if (found?.bytes !== bytes) return false
  const actual = await found.sha256()
  return actual === null || actual === sha256
}

const notFound = () =>
  new ExpectedError(
    'copy-not-found',
    'The copy was written, but is not in its place as it was written. Look whether the disk is full; Docket tries again.',
  )

/** Rows that are in no copy yet and have waited long enough, as one file. */
async function copyLedgerRows({ copies, source, place }: Copying): Promise<Failure | null> {
  const from = (await copies.copiedLedgerSeq()) + 1
  const last = await source.ledger.lastRow()
  const first = await source.ledger.row(from)
  if (!last || !first || source.clock().wallMs - first.at.wallMs < rowsWaitMs) return null
  const rows = await source.ledger.rowsFrom(from, last.seq - from + 1)
  const bytes = new TextEncoder().encode(rows.map(ledgerLine).join(''))
  try {
    await writeOnce(place, ledgerPieceName(first, last), bytes)
    await copyStamps({ source, place }, from, last.seq)
    await copies.saveCopiedLedgerSeq(last.seq)
    return null
  } catch (error) {
    if (error instanceof ExpectedError) return { code: error.code, message: error.message }
    throw error
  }
}

/** The time stamps that these rows enter: a row holds the hash of its token alone. Those that are lost are passed over. */
async function copyStamps(
  { source: { ledger, timeStamps }, place }: Pick<Copying, 'source' | 'place'>,
  from: number,
  to: number,
): Promise<void> {
  for (const row of to < from ? [] : await ledger.rowsFrom(from, to - from + 1)) {
    const stamp = row.action === 'time-stamped' ? await timeStamps.stamps.stamp(row.subject) : null
    if (stamp) await writeOnce(place, stampCopyName(stamp.ledgerSeq, row), stampCopyBytes(stamp))
  }
}

/** A small file whose name says what is in it. @throws ExpectedError as `CopyPlace.write`, and `copy-not-found` */
async function writeOnce(place: CopyPlace, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const known = await place.find(name)
  if (known?.bytes === bytes.byteLength) return
  const file = await place.write(name, new Blob([bytes]).stream())
  if (!(await isThere(place, file))) throw notFound()
}
