import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ImportOrigin } from '../../evidence/capture.ts'
import { appendToLedger, type LedgerWriter } from '../../evidence/ledger/append-to-ledger.ts'
import { payloadHashOf, unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import { captureOfRecord } from '../../evidence/seal/capture-of-record.ts'
import type { SealRepo } from '../../evidence/seal/seal-repo.ts'
import { packPaths } from '../evidence-pack/evidence-pack-layout.ts'
import type { Imported, ImportedPack, ImportRepo } from './import-repo.ts'
import { type ReadCapture, type ReadPack, readPack } from './read-pack.ts'
import { storeBytes } from './store-bytes.ts'

/** All that importing needs. */
export interface Importing extends LedgerWriter {
  imports: ImportRepo
  seals: Pick<SealRepo, 'operatorName'>
}

/** What an import did. */
export interface ImportReport {
  packId: string
  /** Fingerprint of the key that signed the pack, to be compared with what its maker says. */
  publicKeySha256: string
  packMadeAt: ImportOrigin['packMadeAt']
  /** Item numbers of the captures that came in, in the pack's order. */
  imported: string[]
  /** Of those that were there before, byte for byte. */
  alreadyThere: string[]
  /** Ids of all of them. */
  captureIds: string[]
}

/**
 * Takes in an evidence pack beside the own evidence, marked with where it came from. The whole pack is checked
 * before anything is written, and what is written counts from one commit on, which also enters it in the ledger.
 * Files go in before, under their hash, where nothing points to them: an interruption leaves no half capture.
 *
 * Fails as `readPack`, and with `capture-taken` or `record-taken` where an id is here with other contents.
 */
export async function importPack(
  importing: Importing,
  zip: Blob,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Result<ImportReport>> {
  const { imports } = importing
  const read = await readPack(zip)
  if (!read.ok) return read
  const pack = read.value
  const { packId, publicKeySha256, madeAt } = pack.manifest
  const coming: ReadCapture[] = []
  const alreadyThere: string[] = []
  for (const capture of pack.captures) {
    const taken = await takenBy(imports, capture)
    if (taken === 'other') return captureTaken(capture.captureId)
    if (taken === 'same') alreadyThere.push(capture.records[0].stated.comId)
    else coming.push(capture)
  }
  const report: ImportReport = {
    packId,
    publicKeySha256,
    packMadeAt: madeAt,
    imported: coming.map(({ records }) => records[0].stated.comId),
    alreadyThere,
    captureIds: pack.captures.map(({ captureId }) => captureId),
  }
  if (coming.length === 0) return ok(report)
  try {
    for (const [index, { captureId, records }] of coming.entries()) {
      for (const artefact of records[0].stated.artefacts) {
        await storeBytes(imports, artefact.sha256, () => pack.artefact(captureId, artefact))
      }
      onProgress(index + 1, coming.length)
    }
    await commit(importing, pack, coming)
    return ok(report)
  } catch (error) {
    if (error instanceof ExpectedError) return fail(error.code, error.message)
    throw error
  }
}

/** Whether the capture is here already: with this very record, or as something else. */
async function takenBy(
  imports: ImportRepo,
  { captureId, records }: ReadCapture,
): Promise<'nobody' | 'same' | 'other'> {
  let found = 0
  for (const { stated, sha256 } of records) {
    const stored = await imports.record(stated.recordId)
    if (stored && (stored.sha256 !== sha256 || stored.captureId !== captureId)) return 'other'
    if (stored) found += 1
  }
  const stored = await imports.capture(captureId)
  if (!stored && found === 0) return 'nobody'
  return stored && found === records.length ? 'same' : 'other'
}

const captureTaken = (captureId: string) =>
  fail(
    'capture-taken',
    `Nothing was imported: capture ${captureId} is here already, with other contents. What is here is never written over; keep the pack beside it.`,
  )

async function commit(importing: Importing, pack: ReadPack, coming: ReadCapture[]): Promise<void> {
  const { imports, clock, seals } = importing
  const { packId, publicKeySha256, madeAt, records } = pack.manifest
  const packIds = new Set([packId, ...coming.flatMap(({ origin }) => origin ?? [])])
  const packs: ImportedPack[] = []
  for (const id of packIds) packs.push(await storePapers(imports, pack, id))
  const ids = new Set(coming.map(({ captureId }) => captureId))
  const payload = {
    packId,
    publicKeySha256,
    records: records.filter(({ captureId }) => ids.has(captureId)),
  }
  const entry = {
    actor: (await seals.operatorName()) ?? unnamedOperator,
    action: 'imported',
    subject: packId,
    payloadHash: await payloadHashOf(payload),
  } as const
  await appendToLedger(importing, entry, (row) => {
    const imported: Imported = { captures: [], jobs: [], records: [], keys: [], packs }
    for (const { captureId, origin, records } of coming) {
      const { capture, job } = captureOfRecord(records[0].stated, {
        importedFrom: {
          packId,
          publicKeySha256,
          packMadeAt: madeAt,
          importedAtMs: clock().wallMs,
          enteredIn: origin ?? packId,
        },
        // A new one: no page of here may add to it.
        documentKey: newId(),
      })
      imported.captures.push(capture)
      imported.jobs.push(job)
      for (const { stated, bytes, sha256, signature } of records) {
        const { recordId, sealedAt } = stated
        const key = stated.signature.publicKeySha256
        imported.records.push({
          recordId,
          captureId,
          bytes,
          sha256,
          signature,
          publicKeySha256: key,
          ledgerSeq: row.seq,
          sealedAtMs: sealedAt.wallMs,
        })
      }
    }
    for (const [fingerprint, publicKey] of pack.keys) {
      imported.keys.push({ publicKeySha256: fingerprint, publicKey })
    }
    return imports.addImported(imported, row)
  })
  for (const { captureId } of coming) {
    if (!(await imports.capture(captureId))) throw notReturned()
  }
}

/** Keeps what the pack's maker signed, so that the captures can be handed on with it. */
async function storePapers(imports: ImportRepo, pack: ReadPack, packId: string): Promise<ImportedPack> {
  const papers = await pack.papers(packId)
  const hashes: ImportedPack['papers'] = {}
  for (const [path, bytes] of Object.entries(papers)) {
    const sha256 = await sha256Hex(bytes)
    await storeBytes(imports, sha256, async () => bytes)
    hashes[path] = sha256
  }
  const manifest: unknown = JSON.parse(new TextDecoder().decode(papers[packPaths.manifest]))
  const { publicKeySha256 } = manifest as ReadPack['manifest']
  return { packId, publicKeySha256, papers: hashes }
}

const notReturned = () =>
  new ExpectedError(
    'not-stored',
    'The storage did not return what was imported. Free some disk space, restart the browser and import it again.',
  )
