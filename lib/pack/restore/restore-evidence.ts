import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import type { Failure } from '../../core/result.ts'
import { runningSha256 } from '../../core/running-digest.ts'
import { appendToLedger, type LedgerWriter } from '../../evidence/ledger/append-to-ledger.ts'
import { checkAnchor } from '../../evidence/ledger/check-anchor.ts'
import {
  anchorOf,
  emptyLedgerAnchor,
  type LedgerRow,
  nextLedgerRow,
  verifyLedger,
} from '../../evidence/ledger/ledger.ts'
import { payloadHashOf, unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import { captureOfRecord } from '../../evidence/seal/capture-of-record.ts'
import type { SealedRecord } from '../../evidence/seal/seal-repo.ts'
import { capturePaths } from '../evidence-pack/evidence-pack-layout.ts'
import { type ReadCapture, type ReadPack, readPack } from '../import/read-pack.ts'
import { storeBytes } from '../import/store-bytes.ts'
import { dueCopy } from '../second-copy/second-copy.ts'
import type { PlannedPack, RestorePlan } from './plan-restore.ts'
import type { RestoreRepo } from './restore-repo.ts'

/** All that restoring needs. */
export interface Restoring extends LedgerWriter {
  repo: RestoreRepo
  operatorName(): Promise<string | null>
}

/** What a restore did. */
export interface RestoreReport {
  captures: number
  files: number
  rows: number
  timeStamps: number
  /** Packs that could not be taken after all, each with the reason. */
  failed: Array<{ name: string; failure: Failure }>
  /** Why evidence still is not complete, so that nothing else may be written; null where all is well again. */
  readOnlyBecause: Failure | null
}

/**
 * Puts back what the plan found missing: captures, records, files, then the ledger's rows, with their original
 * signatures. Nothing that is here is written over. Repeating it goes on where an interruption left it. Where
 * ledger and anchor agree afterwards, the restoring is entered in the ledger.
 */
export async function restoreEvidence(
  restoring: Restoring,
  plan: RestorePlan,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<RestoreReport> {
  const { repo, anchors, inLedgerLine } = restoring
  if (plan.obstacle) throw new ExpectedError(plan.obstacle.code, plan.obstacle.message)
  const report: RestoreReport = {
    captures: 0,
    files: 0,
    rows: 0,
    timeStamps: 0,
    failed: [],
    readOnlyBecause: null,
  }
  const restored = new Set<string>()
  const packs = plan.packs.filter(({ wanted }) => wanted.length > 0)
  for (const [index, pack] of packs.entries()) {
    onProgress(index, packs.length)
    try {
      report.files += await restorePack(restoring, pack, restored)
    } catch (error) {
      report.failed.push({ name: pack.name, failure: failureFrom(error, 'restoring from a copy') })
    }
  }
  report.captures = restored.size
  onProgress(packs.length, packs.length)

  await inLedgerLine(async () => {
    const missing = await stillMissing(repo, plan.rowsToAdd)
    // Anchored before the first row: rows without an anchor are a sign of loss.
    if (!(await readable(anchors))) await anchors.write(emptyLedgerAnchor)
    await repo.addRows(missing)
    report.rows = missing.length
  })
  if (plan.stampsToAdd.length > 0) await repo.addStamps(plan.stampsToAdd)
  report.timeStamps = plan.stampsToAdd.length
  report.readOnlyBecause = await checkWhole(restoring)
  if (!report.readOnlyBecause && restoredAnything(report)) {
    await enter(restoring, plan, report)
  }
  return report
}

const restoredAnything = ({ captures, files, rows, timeStamps }: RestoreReport): boolean =>
  captures + files + rows + timeStamps > 0

/** Why ledger and anchor do not agree, or null. Looks at every row, not only at the last. */
async function checkWhole({ repo, anchors }: Restoring): Promise<Failure | null> {
  const doubt = await checkAnchor(repo.ledger, anchors)
  if (doubt) return doubt
  const anchor = (await anchors.read()) ?? emptyLedgerAnchor
  return verifyLedger(rowsOf(repo), anchor)
}

async function* rowsOf({ ledger }: RestoreRepo): AsyncGenerator<LedgerRow> {
  for (let from = 1; ; ) {
    const rows = await ledger.rowsFrom(from, 500)
    yield* rows
    if (rows.length < 500) return
    from = (rows.at(-1)?.seq ?? from) + 1
  }
}

async function readable(anchors: Restoring['anchors']): Promise<boolean> {
  try {
    return (await anchors.read()) !== null
  } catch (error) {
    if (error instanceof ExpectedError) return false
    throw error
  }
}

async function stillMissing({ ledger }: RestoreRepo, rows: LedgerRow[]): Promise<LedgerRow[]> {
  const missing: LedgerRow[] = []
  for (const row of rows) if (!(await ledger.row(row.seq))) missing.push(row)
  return missing
}

async function enter(
  restoring: Restoring,
  { packs, rowsToAdd, stampsToAdd }: RestorePlan,
  report: RestoreReport,
): Promise<void> {
  const { captures, files, rows } = report
  const payload = {
    packs: packs.filter(({ wanted }) => wanted.length > 0).map(({ packId }) => packId),
    rows: rowsToAdd.map(({ seq }) => seq),
    timeStamps: stampsToAdd.map(({ stampId }) => stampId),
    captures,
    files,
  }
  await appendToLedger(restoring, {
    actor: (await restoring.operatorName()) ?? unnamedOperator,
    action: 'restored',
    subject: `${captures} captures, ${files} files, ${rows} ledger rows`,
    payloadHash: await payloadHashOf(payload),
  })
}

/** Returns how many files had to be written. */
async function restorePack(
  { repo, clock }: Restoring,
  { name, file, wanted }: PlannedPack,
  restored: Set<string>,
): Promise<number> {
  const read = await readPack(file)
  if (!read.ok) throw new ExpectedError(read.error.code, read.error.message)
  const pack = read.value
  const copyFile = { name, bytes: file.size, sha256: await sha256OfFile(file) }
  let files = 0
  for (const capture of pack.captures) {
    if (!wanted.includes(capture.captureId)) continue
    const [newest] = capture.records
    for (const artefact of newest.stated.artefacts) {
      const wrote = await storeBytes(repo, artefact.sha256, () => pack.artefact(capture.captureId, artefact))
      if (wrote) files += 1
    }
    const { recordId, documentKey } = newest.stated
    const nowMs = clock().wallMs
    await repo.addRestored({
      ...captureOfRecord(newest.stated, { importedFrom: null, documentKey }),
      records: sealedRecords(pack, capture),
      keys: Array.from(pack.keys, ([publicKeySha256, publicKey]) => ({ publicKeySha256, publicKey })),
      copy: {
        ...dueCopy(capture.captureId, recordId, nowMs),
        // An exported pack of many captures is no second copy of one.
        file: pack.manifest.purpose === 'copy' ? copyFile : null,
      },
    })
    restored.add(capture.captureId)
  }
  return files
}

function sealedRecords({ rows }: ReadPack, { captureId, records }: ReadCapture): SealedRecord[] {
  return records.map(({ stated, bytes, sha256, signature }) => {
    const row = rows.find(
      ({ action, subject, payloadHash }) =>
        action === 'capture-sealed' && subject === captureId && payloadHash === sha256,
    )
    if (!row)
      throw new ExpectedError(
        'record-unentered',
        `The ledger has not entered ${capturePaths(captureId).record}.`,
      )
    return {
      recordId: stated.recordId,
      captureId,
      bytes,
      sha256,
      signature,
      publicKeySha256: stated.signature.publicKeySha256,
      ledgerSeq: row.seq,
      sealedAtMs: stated.sealedAt.wallMs,
    }
  })
}

async function sha256OfFile(file: Blob): Promise<string> {
  const digest = runningSha256()
  for await (const piece of file.stream()) digest.update(piece)
  return digest.finish()
}

/**
 * Goes on without rows of the ledger that are lost for good, at the person's wish: the loss is entered as a row of
 * its own, which says how far the ledger went, and the anchor follows. Only where the rows that are here form one
 * whole chain; otherwise nothing is written and the reason returned.
 */
export async function acceptLoss(restoring: Restoring): Promise<Failure | null> {
  const { repo, anchors, inLedgerLine } = restoring
  return inLedgerLine(async () => {
    const last = await repo.ledger.lastRow()
    const flaw = await verifyLedger(rowsOf(repo), anchorOf(last))
    if (flaw) return flaw
    const doubt = await checkAnchor(repo.ledger, anchors)
    if (!doubt) return null
    const anchor = (await readable(anchors)) ? await anchors.read() : null
    const loss = { code: doubt.code, anchor, here: anchorOf(last) }
    const row = await nextLedgerRow(
      last,
      {
        actor: (await restoring.operatorName()) ?? unnamedOperator,
        action: 'loss-accepted',
        subject: anchor ? `rows ${anchorOf(last).count + 1} to ${anchor.count}` : 'no anchor',
        payloadHash: await payloadHashOf(loss),
      },
      restoring.clock(),
    )
    await repo.addRows([row])
    await anchors.write(anchorOf(row))
    return null
  })
}
