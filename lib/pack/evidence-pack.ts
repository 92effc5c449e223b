import { makeZip } from 'client-zip'
import { canonicalJson } from '../core/canonical-json.ts'
import type { Moment } from '../core/clock.ts'
import { sha256Hex } from '../core/digest.ts'
import { ExpectedError, failureFrom } from '../core/expected-error.ts'
import { newId } from '../core/ids.ts'
import { isoWithOffset } from '../core/iso-time.ts'
import { type Failure, fail, ok, type Result } from '../core/result.ts'
import { runningSha256 } from '../core/running-digest.ts'
import { appendToLedger, type LedgerWriter } from '../evidence/append-to-ledger.ts'
import { checkArtefactBytes, checkRecordBytes } from '../evidence/check-record.ts'
import type { EvidenceRecord, Installation } from '../evidence/evidence-record.ts'
import { type LedgerRow, ledgerLine } from '../evidence/ledger.ts'
import { fingerprintOf, type KeyStore, pemOf, type SigningKey, sign } from '../evidence/seal.ts'
import type { SealedRecord, SealRepo } from '../evidence/seal-repo.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  exportPayload,
  type PackedRecord,
  packPaths,
  sumsLine,
} from './evidence-pack-layout.ts'
import { certificateText, eidasNoteText, readmeText, timeStatement } from './evidence-pack-texts.ts'
import type { ReportedPack } from './evidence-report/report-input.ts'
import { evidencePackName } from './pack-names.ts'
import { type ReadingCopySource, readingCopies } from './reading-copies.ts'

/** Where the parts of an evidence pack come from. */
export interface EvidencePackSource extends LedgerWriter, ReadingCopySource {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes' | 'operatorName'>
  keys: KeyStore
  describeInstallation(): Promise<Installation>
  /** `verify.html` as built. */
  verifierPage(): Promise<Uint8Array<ArrayBuffer>>
}

export interface EvidencePackOptions {
  captureIds: string[]
  /** Told after every capture: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
}

export interface EvidencePack {
  /** E.g. "docket-evidence-2026-11-23-1530-3-captures.zip", in local time. */
  name: string
  packId: string
  /** `fingerprintOf` the key that signed it, for the case file. */
  fingerprint: string
  /**
   * The ZIP. Errs where a record, a signature or a file is not what was sealed: an evidence pack is whole or
   * it is none.
   */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Builds a pack of sealed captures as a ZIP that is made while it is read; one file is in memory at a time,
 * and the reduced pictures of one part of the report.
 * The export enters the ledger before the first byte leaves: a pack that got out always left a trace.
 *
 * Fails with `nothing-chosen`, `not-sealed` (names the captures) and with what `checkRecordBytes` finds.
 */
export async function buildEvidencePack(
  source: EvidencePackSource,
  { captureIds, onProgress }: EvidencePackOptions,
): Promise<Result<EvidencePack>> {
  if (captureIds.length === 0) return fail('nothing-chosen', 'Choose at least one capture to export.')
  const key = await source.keys.signingKey()
  const chosen: ChosenCapture[] = []
  const unsealed: string[] = []
  for (const captureId of new Set(captureIds)) {
    const records = await sealedRecords(source.seals, captureId)
    if (!records) {
      unsealed.push(captureId)
      continue
    }
    for (const record of [records.newest, ...records.earlier]) {
      const flaw = await checkRecordBytes(record.bytes, { ...record, publicKey: key.publicKey })
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
  const packId = newId(source.clock().wallMs)
  const contents = {
    packId,
    records: chosen.map(({ record }) => record),
    earlierRecords: chosen.flatMap(({ earlier }) => earlier),
  }
  const operator = await source.seals.operatorName()
  const exported = await appendToLedger(source, {
    actor: operator ?? 'docket',
    action: 'exported',
    subject: packId,
    payloadHash: await sha256Hex(encode(exportPayload(contents))),
  })
  const made = source.clock()
  const pack: PackInHand = { source, key, chosen, contents, operator, exported, made, onProgress }
  return ok({
    name: evidencePackName(chosen.length, made),
    packId,
    fingerprint: await fingerprintOf(key.publicKey),
    stream: makeZip(packFiles(pack), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}

/**
 * Why this capture cannot go into a pack, found by reading all of it as packing does; null where it can. So a
 * damaged capture is known before the export enters the ledger, and can be left out.
 */
export async function flawOfCapture(source: EvidencePackSource, captureId: string): Promise<Failure | null> {
  try {
    const key = await source.keys.signingKey()
    const records = await sealedRecords(source.seals, captureId)
    if (!records) return { code: 'not-sealed', message: 'Not sealed yet. Try again in a minute.' }
    for await (const _file of captureFiles(source, key, summaryOf(records))) {
      // Reading it is the check: each file is held against its hash before it is handed on.
    }
    return null
  } catch (error) {
    return failureFrom(error, 'reading the evidence')
  }
}

/** A capture's records by name; their bytes are read again when their turn comes. */
interface ChosenCapture {
  record: PackedRecord
  earlier: PackedRecord[]
  firstSeq: number
}

interface PackInHand {
  source: EvidencePackSource
  key: SigningKey
  chosen: ChosenCapture[]
  contents: Pick<EvidencePackManifest, 'packId' | 'records' | 'earlierRecords'>
  operator: string | null
  exported: LedgerRow
  made: Moment
  onProgress: EvidencePackOptions['onProgress']
}

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

async function* packFiles(pack: PackInHand): AsyncGenerator<ZipInput> {
  const { source, key, chosen, made, onProgress } = pack
  const { extension } = await source.describeInstallation()
  const copies = readingCopies(source, await reportedPack(pack))
  const lastModified = new Date(made.wallMs)
  let sums = ''
  const file = async (name: string, input: Uint8Array<ArrayBuffer>): Promise<ZipInput> => {
    sums += sumsLine(await sha256Hex(input), name)
    return { name, lastModified, input }
  }
  const text = (name: string, content: string) => file(name, encode(content))

  for (const [index, capture] of chosen.entries()) {
    const sealed = await readRecord(source.seals, key, capture.record)
    const record = parsed(sealed)
    for await (const { name, bytes, artefact } of captureFiles(source, key, capture)) {
      yield await file(name, bytes)
      const copy = artefact && (await copies.ofArtefact(record, artefact, bytes))
      if (copy) yield await file(copy.name, copy.bytes)
    }
    const ledgerRow = await source.ledger.row(sealed.ledgerSeq)
    if (!ledgerRow) throw rowMissing()
    const report = await copies.endCapture(record, { sha256: sealed.sha256, ledgerRow })
    if (report) yield await file(report.name, report.bytes)
    onProgress?.(index + 1, chosen.length)
  }
  yield {
    name: packPaths.ledger,
    lastModified,
    input: ledgerLines(pack, (sha256) => {
      sums += sumsLine(sha256, packPaths.ledger)
    }),
  }
  const manifest = await manifestOf(pack)
  const facts = {
    packId: manifest.packId,
    captures: manifest.records,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    fingerprint: manifest.publicKeySha256,
    docketVersion: extension.version,
    buildSha256: extension.buildSha256,
  }
  yield await text(packPaths.manifest, canonicalJson(manifest))
  yield await text(packPaths.publicKey, pemOf(key.publicKey))
  yield await text(packPaths.readme, readmeText(facts))
  yield await text(packPaths.certificate, certificateText(facts))
  yield await text(packPaths.eidasNote, eidasNoteText(facts))
  yield await file(packPaths.verifier, await source.verifierPage())
  const sumsBytes = encode(sums)
  yield { name: packPaths.sums, lastModified, input: sumsBytes }
  yield { name: packPaths.sumsSignature, lastModified, input: await sign(key, sumsBytes) }
}

/** Every file of one capture, each held against its hash once more on its way out. */
async function* captureFiles(
  { seals }: EvidencePackSource,
  key: SigningKey,
  { record, earlier }: ChosenCapture,
) {
  const { captureId } = record
  const paths = capturePaths(captureId)
  const newest = await readRecord(seals, key, record)
  yield { name: paths.record, bytes: newest.bytes, artefact: null }
  yield { name: paths.signature, bytes: newest.signature, artefact: null }
  for (const artefact of parsed(newest).artefacts) {
    const bytes = await seals.readBytes(artefact.sha256)
    const flaw = await checkArtefactBytes(bytes, artefact)
    if (flaw || !bytes) throw expectedError(captureId, flaw ?? missing)
    yield { name: paths.artefact(artefact.name), bytes, artefact }
  }
  for (const reference of earlier) {
    const { recordId, bytes, signature } = await readRecord(seals, key, reference)
    yield { name: paths.earlierRecord(recordId), bytes, artefact: null }
    yield { name: paths.earlierSignature(recordId), bytes: signature, artefact: null }
  }
}

async function readRecord(
  seals: EvidencePackSource['seals'],
  { publicKey }: SigningKey,
  { captureId, recordId, sha256 }: PackedRecord,
): Promise<SealedRecord> {
  const record = await seals.record(recordId)
  if (!record) throw expectedError(captureId, missing)
  const flaw = await checkRecordBytes(record.bytes, { ...record, sha256, publicKey })
  if (flaw) throw expectedError(captureId, flaw)
  return record
}

/** The newest record of a sealed capture and those it replaces, newest first; null where it is not sealed. */
async function sealedRecords(seals: EvidencePackSource['seals'], captureId: string) {
  const stored = await seals.capture(captureId)
  if (stored?.job.seal.state !== 'sealed') return null
  const newest = await seals.record(stored.job.seal.recordId)
  if (!newest) throw expectedError(captureId, missing)
  const earlier: SealedRecord[] = []
  for (let reference = parsed(newest).supersedes; reference; ) {
    const record = await seals.record(reference.recordId)
    if (!record) throw expectedError(captureId, missing)
    earlier.push(record)
    reference = parsed(record).supersedes
  }
  return { newest, earlier }
}

const summaryOf = ({
  newest,
  earlier,
}: {
  newest: SealedRecord
  earlier: SealedRecord[]
}): ChosenCapture => ({
  record: packed(newest),
  earlier: earlier.map(packed),
  firstSeq: Math.min(newest.ledgerSeq, ...earlier.map(({ ledgerSeq }) => ledgerSeq)),
})

const packed = ({ captureId, recordId, sha256 }: SealedRecord): PackedRecord => ({
  captureId,
  recordId,
  sha256,
})

/** Our own bytes, whose hash and signature were checked before. */
const parsed = ({ bytes }: SealedRecord): EvidenceRecord => JSON.parse(new TextDecoder().decode(bytes))

const rowsAtOnce = 200

async function* ledgerLines(
  { source, chosen, exported }: PackInHand,
  done: (sha256: string) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = runningSha256()
  for (let seq = firstSeqOf(chosen); seq <= exported.seq; ) {
    const rows = await source.ledger.rowsFrom(seq, Math.min(rowsAtOnce, exported.seq - seq + 1))
    const lines = encode(rows.map(ledgerLine).join(''))
    if (rows.length === 0)
      throw new ExpectedError('ledger-row-missing', `Row ${seq} of the ledger is missing.`)
    digest.update(lines)
    yield lines
    seq += rows.length
  }
  done(digest.finish())
}

const firstSeqOf = (chosen: ChosenCapture[]) => Math.min(...chosen.map(({ firstSeq }) => firstSeq))

async function manifestOf(pack: PackInHand): Promise<EvidencePackManifest> {
  const { source, key, chosen, contents, exported, made } = pack
  const first = await source.ledger.row(firstSeqOf(chosen))
  if (!first) throw rowMissing()
  const { extension } = await source.describeInstallation()
  return {
    format: 'docket-evidence-pack',
    formatVersion: 1,
    ...contents,
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    docketVersion: extension.version,
    publicKeySha256: await fingerprintOf(key.publicKey),
    ledger: {
      firstSeq: first.seq,
      previousHash: first.previousHash,
      headSeq: exported.seq,
      headHash: exported.hash,
    },
  }
}

async function reportedPack({ source, key, contents, operator, made }: PackInHand): Promise<ReportedPack> {
  const { extension } = await source.describeInstallation()
  return {
    packId: contents.packId,
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    madeBy: operator,
    docketVersion: extension.version,
    buildSha256: extension.buildSha256,
    fingerprint: await fingerprintOf(key.publicKey),
    captures: contents.records.length,
    timeStatement: timeStatement(),
  }
}

const rowMissing = () => new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')

const missing: Failure = { code: 'record-missing', message: 'The sealed record is no longer stored.' }

const named = (captureId: string, { code, message }: Failure): Failure => ({
  code,
  message: `Capture ${captureId} cannot be exported: ${message} Keep the copies made before, and leave it out.`,
})

function expectedError(captureId: string, failure: Failure): ExpectedError {
  const { code, message } = named(captureId, failure)
  return new ExpectedError(code, message)
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
