import { ExpectedError, failureFrom } from '../../core/expected-error.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import type { Artefact } from '../../evidence/capture.ts'
import { checkArtefactBytes, checkRecordBytes } from '../../evidence/seal/check-record.ts'
import type { EvidenceRecord } from '../../evidence/seal/evidence-record.ts'
import type { KeyStore } from '../../evidence/seal/seal.ts'
import type { SealedRecord, SealRepo } from '../../evidence/seal/seal-repo.ts'
import { capturePaths, type PackedRecord } from './evidence-pack-layout.ts'

/** Where sealed captures come from. */
export interface SealedCaptureSource {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes'>
  keys: KeyStore
}

/** A capture's records by name; their bytes are read again when their turn comes. */
export interface ChosenCapture {
  record: PackedRecord
  earlier: PackedRecord[]
  /** The rows that entered them. */
  ledgerSeqs: number[]
  /** Fingerprints of the keys that they are signed with. */
  signedWith: Set<string>
}

/** A file of an export. */
export interface ExportFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** What it is in the record; null for records and signatures. */
  artefact: Artefact | null
}

/**
 * Looks up the records of these captures and checks each of them.
 * Fails with `nothing-chosen`, `not-sealed` (names the captures), `key-unknown` and with what `checkRecordBytes` finds.
 */
export async function chooseCaptures(
  source: SealedCaptureSource,
  captureIds: string[],
): Promise<Result<ChosenCapture[]>> {
  if (captureIds.length === 0) return fail('nothing-chosen', 'Choose at least one capture to export.')
  const chosen: ChosenCapture[] = []
  const unsealed: string[] = []
  for (const captureId of new Set(captureIds)) {
    const records = await sealedRecords(source.seals, captureId)
    if (!records) {
      unsealed.push(captureId)
      continue
    }
    for (const record of [records.newest, ...records.earlier]) {
      const flaw = await flawOfRecord(source, record)
      if (flaw) return { ok: false, error: named(captureId, flaw) }
    }
    chosen.push(summaryOf(records))
  }
  if (unsealed.length > 0) {
    return fail(
      'not-sealed',
      `Not sealed yet: ${unsealed.join(', ')}. Wait until sealing has ended, or leave them out of the export.`,
    )
  }
  return ok(chosen)
}

/**
 * Why this capture cannot be exported, found by reading all of it as an export does; null where it can. So a
 * damaged capture is known before the export enters the ledger, and can be left out.
 */
export async function flawOfCapture(source: SealedCaptureSource, captureId: string): Promise<Failure | null> {
  try {
    const records = await sealedRecords(source.seals, captureId)
    if (!records) return { code: 'not-sealed', message: 'Not sealed yet. Try again in a minute.' }
    for await (const _file of captureFiles(source, summaryOf(records))) {
      // Reading it is the check: each file is held against its hash before it is handed on.
    }
    return null
  } catch (error) {
    return failureFrom(error, 'reading the evidence')
  }
}

/** Every file of one capture, each held against its hash once more on its way out. */
export async function* captureFiles(
  source: SealedCaptureSource,
  capture: ChosenCapture,
): AsyncGenerator<ExportFile> {
  yield* signedFiles(source, capture)
  const { captureId } = capture.record
  const newest = await readRecord(source, capture.record)
  for (const artefact of parsedRecord(newest).artefacts) {
    const bytes = await readArtefact(source, captureId, artefact)
    yield { name: capturePaths(captureId).artefact(artefact.name), bytes, artefact }
  }
}

/** The records of one capture with their signatures, the newest first. */
export async function* signedFiles(
  source: SealedCaptureSource,
  { record, earlier }: ChosenCapture,
): AsyncGenerator<ExportFile> {
  const paths = capturePaths(record.captureId)
  const newest = await readRecord(source, record)
  yield { name: paths.record, bytes: newest.bytes, artefact: null }
  yield { name: paths.signature, bytes: newest.signature, artefact: null }
  for (const reference of earlier) {
    const { recordId, bytes, signature } = await readRecord(source, reference)
    yield { name: paths.earlierRecord(recordId), bytes, artefact: null }
    yield { name: paths.earlierSignature(recordId), bytes: signature, artefact: null }
  }
}

/** @throws ExpectedError where the record is not stored or not what was sealed. */
export async function readRecord(
  source: SealedCaptureSource,
  { captureId, recordId, sha256 }: PackedRecord,
): Promise<SealedRecord> {
  const record = await source.seals.record(recordId)
  if (!record) throw expectedError(captureId, missing)
  const flaw = await flawOfRecord(source, { ...record, sha256 })
  if (flaw) throw expectedError(captureId, flaw)
  return record
}

/** Holds a record against its hash, and its signature against the key that it names. */
async function flawOfRecord({ keys }: SealedCaptureSource, record: SealedRecord): Promise<Failure | null> {
  const publicKey = await keys.publicKeyOf(record.publicKeySha256)
  return publicKey ? checkRecordBytes(record.bytes, { ...record, publicKey }) : keyUnknown
}

/** @throws ExpectedError where the file is not stored or not what was sealed. */
export async function readArtefact(
  { seals }: Pick<SealedCaptureSource, 'seals'>,
  captureId: string,
  artefact: { name: string; bytes: number; sha256: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await seals.readBytes(artefact.sha256)
  const flaw = await checkArtefactBytes(bytes, artefact)
  if (flaw || !bytes) throw expectedError(captureId, flaw ?? missing)
  return bytes
}

/** Our own bytes, whose hash and signature were checked before. */
export const parsedRecord = ({ bytes }: SealedRecord): EvidenceRecord =>
  JSON.parse(new TextDecoder().decode(bytes))

/** The newest record of a sealed capture and those it replaces, newest first; null where it is not sealed. */
async function sealedRecords(seals: SealedCaptureSource['seals'], captureId: string) {
  const stored = await seals.capture(captureId)
  if (stored?.job.seal.state !== 'sealed') return null
  const newest = await seals.record(stored.job.seal.recordId)
  if (!newest) throw expectedError(captureId, missing)
  const earlier: SealedRecord[] = []
  for (let reference = parsedRecord(newest).supersedes; reference; ) {
    const record = await seals.record(reference.recordId)
    if (!record) throw expectedError(captureId, missing)
    earlier.push(record)
    reference = parsedRecord(record).supersedes
  }
  return { newest, earlier, origin: stored.capture.importedFrom?.enteredIn ?? null }
}

const summaryOf = ({
  newest,
  earlier,
  origin,
}: NonNullable<Awaited<ReturnType<typeof sealedRecords>>>): ChosenCapture => ({
  record: packed(newest, origin),
  earlier: earlier.map((record) => packed(record, origin)),
  ledgerSeqs: [newest, ...earlier].map(({ ledgerSeq }) => ledgerSeq),
  signedWith: new Set([newest, ...earlier].map(({ publicKeySha256 }) => publicKeySha256)),
})

const packed = ({ captureId, recordId, sha256 }: SealedRecord, origin: string | null): PackedRecord => ({
  captureId,
  recordId,
  sha256,
  ...(origin === null ? {} : { origin }),
})

const missing: Failure = { code: 'record-missing', message: 'The sealed record is no longer stored.' }

const keyUnknown: Failure = {
  code: 'key-unknown',
  message: 'The public key that its record was signed with is no longer stored.',
}

/** The failure, saying of which capture. */
export const named = (captureId: string, { code, message }: Failure): Failure => ({
  code,
  message: `Capture ${captureId} cannot be exported: ${message} Keep the copies made before, and leave it out.`,
})

function expectedError(captureId: string, failure: Failure): ExpectedError {
  const { code, message } = named(captureId, failure)
  return new ExpectedError(code, message)
}
