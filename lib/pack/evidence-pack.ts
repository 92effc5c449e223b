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
import { certificateText, eidasNoteText, readmeText } from './evidence-pack-texts.ts'
import { evidencePackName } from './pack-names.ts'
import {
  gatherTimeStamps,
  type PackTimeStampSource,
  type PackTimeStamps,
  packedTimeStamp,
  timeStampFiles,
} from './pack-time-stamps.ts'

/** Where the parts of an evidence pack come from. */
export interface EvidencePackSource extends LedgerWriter {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes' | 'operatorName'>
  keys: KeyStore
  describeInstallation(): Promise<Installation>
  /** `verify.html` as built; only the larger of two checks time stamps. */
  verifierPage(needs: { timeStamps: boolean }): Promise<Uint8Array<ArrayBuffer>>
  timeStamps: PackTimeStampSource
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
  /** The time stamps that it carries, newest last, and whether its own export was stamped. */
  timeStamps: PackTimeStamps
  /**
   * The ZIP. Errs where a record, a signature or a file is not what was sealed: an evidence pack is whole or
   * it is none.
   */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Builds a pack of sealed captures as a ZIP that is made while it is read; one file is in memory at a time.
 * The export enters the ledger before the first byte leaves: a pack that got out always left a trace. Then that row is
 * time-stamped, where a person wants that; a pack is made also where no stamp can be had, and says so.
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
  const exported = await appendToLedger(source, {
    actor: (await source.seals.operatorName()) ?? 'docket',
    action: 'exported',
    subject: packId,
    payloadHash: await sha256Hex(encode(exportPayload(contents))),
  })
  const made = source.clock()
  const recordSeqs = chosen.flatMap(({ ledgerSeqs }) => ledgerSeqs)
  const timeStamps = await gatherTimeStamps(source, recordSeqs, exported)
  const pack: PackInHand = { source, key, chosen, contents, exported, made, timeStamps, onProgress }
  return ok({
    name: evidencePackName(chosen.length, made),
    packId,
    fingerprint: await fingerprintOf(key.publicKey),
    timeStamps,
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
  /** The rows that entered them. */
  ledgerSeqs: number[]
}

interface PackInHand {
  source: EvidencePackSource
  key: SigningKey
  chosen: ChosenCapture[]
  contents: Pick<EvidencePackManifest, 'packId' | 'records' | 'earlierRecords'>
  exported: LedgerRow
  made: Moment
  timeStamps: PackTimeStamps
  onProgress: EvidencePackOptions['onProgress']
}

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

async function* packFiles(pack: PackInHand): AsyncGenerator<ZipInput> {
  const { source, key, chosen, exported, made, onProgress } = pack
  const lastModified = new Date(made.wallMs)
  let sums = ''
  const file = async (name: string, input: Uint8Array<ArrayBuffer>): Promise<ZipInput> => {
    sums += sumsLine(await sha256Hex(input), name)
    return { name, lastModified, input }
  }
  const text = (name: string, content: string) => file(name, encode(content))

  for (const [index, capture] of chosen.entries()) {
    for await (const { name, bytes } of captureFiles(source, key, capture)) yield await file(name, bytes)
    onProgress?.(index + 1, chosen.length)
  }
  yield {
    name: packPaths.ledger,
    lastModified,
    input: ledgerLines(pack, (sha256) => {
      sums += sumsLine(sha256, packPaths.ledger)
    }),
  }
  for (const stamp of pack.timeStamps.stamps) {
    for (const { name, bytes } of timeStampFiles(stamp)) yield await file(name, bytes)
  }
  const manifest = await manifestOf(pack)
  const { extension } = await source.describeInstallation()
  const facts = {
    packId: manifest.packId,
    captures: manifest.records,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    fingerprint: manifest.publicKeySha256,
    docketVersion: extension.version,
    buildSha256: extension.buildSha256,
    timeStamps: pack.timeStamps,
    headSeq: exported.seq,
  }
  yield await text(packPaths.manifest, canonicalJson(manifest))
  yield await text(packPaths.publicKey, pemOf(key.publicKey))
  yield await text(packPaths.readme, readmeText(facts))
  yield await text(packPaths.certificate, certificateText(facts))
  yield await text(packPaths.eidasNote, eidasNoteText(facts))
  const needs = { timeStamps: pack.timeStamps.stamps.length > 0 }
  yield await file(packPaths.verifier, await source.verifierPage(needs))
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
  yield { name: paths.record, bytes: newest.bytes }
  yield { name: paths.signature, bytes: newest.signature }
  for (const artefact of parsed(newest).artefacts) {
    const bytes = await seals.readBytes(artefact.sha256)
    const flaw = await checkArtefactBytes(bytes, artefact)
    if (flaw || !bytes) throw expectedError(captureId, flaw ?? missing)
    yield { name: paths.artefact(artefact.name), bytes }
  }
  for (const reference of earlier) {
    const { recordId, bytes, signature } = await readRecord(seals, key, reference)
    yield { name: paths.earlierRecord(recordId), bytes }
    yield { name: paths.earlierSignature(recordId), bytes: signature }
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
  ledgerSeqs: [newest, ...earlier].map(({ ledgerSeq }) => ledgerSeq),
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

const firstSeqOf = (chosen: ChosenCapture[]) => Math.min(...chosen.flatMap(({ ledgerSeqs }) => ledgerSeqs))

async function manifestOf(pack: PackInHand): Promise<EvidencePackManifest> {
  const { source, key, chosen, contents, exported, made } = pack
  const first = await source.ledger.row(firstSeqOf(chosen))
  if (!first) throw new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')
  const { extension } = await source.describeInstallation()
  return {
    format: 'docket-evidence-pack',
    formatVersion: 1,
    ...contents,
    timeStamps: pack.timeStamps.stamps.map(packedTimeStamp),
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
