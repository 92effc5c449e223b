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
  keyPath,
  type OriginPath,
  originPath,
  originPaths,
  type PackedRecord,
  packPaths,
  sumsLine,
} from './evidence-pack-layout.ts'
import { certificateText, eidasNoteText, readmeText } from './evidence-pack-texts.ts'
import { evidencePackName } from './pack-names.ts'

/** Where the parts of an evidence pack come from. */
export interface EvidencePackSource extends LedgerWriter {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes' | 'operatorName'>
  keys: KeyStore
  describeInstallation(): Promise<Installation>
  /** `verify.html` as built. */
  verifierPage(): Promise<Uint8Array<ArrayBuffer>>
  /** What was kept of a pack that captures were imported from; null for unknown packs. */
  papersOf(packId: string): Promise<PackPapers | null>
}

/** The papers of a pack, byte for byte as they were in it. */
export type PackPapers = Record<OriginPath, Uint8Array<ArrayBuffer>>

/** The ledger row by which a copy leaves. */
export interface CopyEntry {
  packId: string
  ledgerSeq: number
}

export interface EvidencePackOptions {
  captureIds: string[]
  /**
   * Makes the second copy of one capture instead of an export: its row is entered once for all tries, and its
   * piece of the ledger begins no later than `ledgerFrom`, so that all copies together hold every row.
   */
  copy?: { entry: CopyEntry | null; ledgerFrom: number }
  /** Told after every capture: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
}

export interface EvidencePack {
  /** E.g. "docket-evidence-2026-11-23-1530-3-captures.zip", in local time. */
  name: string
  packId: string
  /** Number of the ledger row by which it leaves. */
  ledgerSeq: number
  /** `fingerprintOf` the key that signed it, for the case file. */
  fingerprint: string
  /**
   * The ZIP. Errs where a record, a signature or a file is not what was sealed: an evidence pack is whole or
   * it is none.
   */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Builds a pack of sealed captures as a ZIP that is made while it is read; one file is in memory at a time.
 * The export enters the ledger before the first byte leaves: a pack that got out always left a trace.
 *
 * Fails with `nothing-chosen`, `not-sealed` (names the captures), `key-unknown`, `origin-unknown`, and with what
 * `checkRecordBytes` finds.
 */
export async function buildEvidencePack(
  source: EvidencePackSource,
  { captureIds, copy, onProgress }: EvidencePackOptions,
): Promise<Result<EvidencePack>> {
  if (captureIds.length === 0) return fail('nothing-chosen', 'Choose at least one capture to export.')
  const key = await source.keys.signingKey()
  const publicKeySha256 = await fingerprintOf(key.publicKey)
  const keys = new Map<string, Uint8Array<ArrayBuffer>>()
  const origins = new Map<string, PackPapers>()
  const chosen: ChosenCapture[] = []
  const unsealed: string[] = []
  for (const captureId of new Set(captureIds)) {
    const records = await sealedRecords(source.seals, captureId)
    if (!records) {
      unsealed.push(captureId)
      continue
    }
    for (const record of [records.newest, ...records.earlier]) {
      const publicKey = await source.keys.publicKeyOf(record.publicKeySha256)
      if (!publicKey) return { ok: false, error: named(captureId, keyUnknown) }
      const flaw = await checkRecordBytes(record.bytes, { ...record, publicKey })
      if (flaw) return { ok: false, error: named(captureId, flaw) }
      if (record.publicKeySha256 !== publicKeySha256) keys.set(record.publicKeySha256, publicKey)
    }
    if (records.origin !== null) {
      const papers = await source.papersOf(records.origin)
      if (!papers) return { ok: false, error: named(captureId, originUnknown) }
      origins.set(records.origin, papers)
    }
    chosen.push(summaryOf(records))
  }
  if (unsealed.length > 0) {
    return fail(
      'not-sealed',
      `Not sealed yet: ${unsealed.join(', ')}. Wait until sealing has ended, or leave them out of the export.`,
    )
  }
  const contents = {
    packId: copy?.entry?.packId ?? newId(source.clock().wallMs),
    records: chosen.map(({ record }) => record),
    earlierRecords: chosen.flatMap(({ earlier }) => earlier),
  }
  const departed = await depart(source, contents, copy ?? null)
  const made = source.clock()
  const pack: PackInHand = {
    source,
    key,
    keys: sortedByKey(keys),
    origins: sortedByKey(origins),
    chosen,
    contents,
    purpose: copy ? 'copy' : 'export',
    firstSeq: Math.min(copy?.ledgerFrom ?? departed.seq, ...chosen.map(({ firstSeq }) => firstSeq)),
    departed,
    made,
    onProgress,
  }
  return ok({
    name: evidencePackName(chosen.length, made),
    packId: contents.packId,
    ledgerSeq: departed.seq,
    fingerprint: publicKeySha256,
    stream: makeZip(packFiles(pack), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}

type PackContents = Pick<EvidencePackManifest, 'packId' | 'records' | 'earlierRecords'>

/** Enters in the ledger that the pack leaves. A copy that was begun before has its row already. */
async function depart(
  source: EvidencePackSource,
  contents: PackContents,
  copy: EvidencePackOptions['copy'] | null,
): Promise<LedgerRow> {
  const payloadHash = await sha256Hex(encode(exportPayload(contents)))
  if (!copy) {
    const actor = (await source.seals.operatorName()) ?? 'docket'
    return appendToLedger(source, { actor, action: 'exported', subject: contents.packId, payloadHash })
  }
  const subject = contents.records[0]?.captureId ?? ''
  const begun = copy.entry && (await source.ledger.row(copy.entry.ledgerSeq))
  if (begun?.action === 'copied' && begun.subject === subject && begun.payloadHash === payloadHash)
    return begun
  return appendToLedger(source, { actor: 'docket', action: 'copied', subject, payloadHash })
}

const sortedByKey = <T>(map: Map<string, T>): Map<string, T> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))

/**
 * Why this capture cannot go into a pack, found by reading all of it as packing does; null where it can. So a
 * damaged capture is known before the export enters the ledger, and can be left out.
 */
export async function flawOfCapture(source: EvidencePackSource, captureId: string): Promise<Failure | null> {
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

/** A capture's records by name; their bytes are read again when their turn comes. */
interface ChosenCapture {
  record: PackedRecord
  earlier: PackedRecord[]
  firstSeq: number
}

interface PackInHand {
  source: EvidencePackSource
  key: SigningKey
  /** Other keys that records are signed with, by fingerprint. */
  keys: Map<string, Uint8Array<ArrayBuffer>>
  /** Papers of the packs that captures were imported from. */
  origins: Map<string, PackPapers>
  chosen: ChosenCapture[]
  contents: PackContents
  purpose: 'export' | 'copy'
  /** Where its piece of the ledger begins. */
  firstSeq: number
  /** The ledger row by which it leaves. */
  departed: LedgerRow
  made: Moment
  onProgress: EvidencePackOptions['onProgress']
}

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

async function* packFiles(pack: PackInHand): AsyncGenerator<ZipInput> {
  const { source, key, keys, origins, chosen, made, onProgress } = pack
  const lastModified = new Date(made.wallMs)
  let sums = ''
  const file = async (name: string, input: Uint8Array<ArrayBuffer>): Promise<ZipInput> => {
    sums += sumsLine(await sha256Hex(input), name)
    return { name, lastModified, input }
  }
  const text = (name: string, content: string) => file(name, encode(content))

  for (const [index, capture] of chosen.entries()) {
    for await (const { name, bytes } of captureFiles(source, capture)) yield await file(name, bytes)
    onProgress?.(index + 1, chosen.length)
  }
  yield {
    name: packPaths.ledger,
    lastModified,
    input: ledgerLines(pack, (sha256) => {
      sums += sumsLine(sha256, packPaths.ledger)
    }),
  }
  for (const [fingerprint, publicKey] of keys) yield await text(keyPath(fingerprint), pemOf(publicKey))
  for (const [packId, papers] of origins) {
    for (const path of originPaths) yield await file(originPath(packId, path), papers[path])
  }
  const manifest = await manifestOf(pack)
  const { extension } = await source.describeInstallation()
  const facts = {
    packId: manifest.packId,
    captures: manifest.records,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    fingerprint: manifest.publicKeySha256,
    otherKeys: [...keys.keys()],
    hasOrigins: origins.size > 0,
    isCopy: pack.purpose === 'copy',
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
async function* captureFiles(source: EvidencePackSource, { record, earlier }: ChosenCapture) {
  const { seals } = source
  const { captureId } = record
  const paths = capturePaths(captureId)
  const newest = await readRecord(source, record)
  yield { name: paths.record, bytes: newest.bytes }
  yield { name: paths.signature, bytes: newest.signature }
  for (const artefact of parsed(newest).artefacts) {
    const bytes = await seals.readBytes(artefact.sha256)
    const flaw = await checkArtefactBytes(bytes, artefact)
    if (flaw || !bytes) throw expectedError(captureId, flaw ?? missing)
    yield { name: paths.artefact(artefact.name), bytes }
  }
  for (const reference of earlier) {
    const { recordId, bytes, signature } = await readRecord(source, reference)
    yield { name: paths.earlierRecord(recordId), bytes }
    yield { name: paths.earlierSignature(recordId), bytes: signature }
  }
}

async function readRecord(
  { seals, keys }: EvidencePackSource,
  { captureId, recordId, sha256 }: PackedRecord,
): Promise<SealedRecord> {
  const record = await seals.record(recordId)
  if (!record) throw expectedError(captureId, missing)
  const publicKey = await keys.publicKeyOf(record.publicKeySha256)
  if (!publicKey) throw expectedError(captureId, keyUnknown)
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
  return { newest, earlier, origin: stored.capture.importedFrom?.enteredIn ?? null }
}

const summaryOf = ({
  newest,
  earlier,
  origin,
}: NonNullable<Awaited<ReturnType<typeof sealedRecords>>>): ChosenCapture => ({
  record: packed(newest, origin),
  earlier: earlier.map((record) => packed(record, origin)),
  firstSeq: Math.min(newest.ledgerSeq, ...earlier.map(({ ledgerSeq }) => ledgerSeq)),
})

const packed = ({ captureId, recordId, sha256 }: SealedRecord, origin: string | null): PackedRecord => ({
  captureId,
  recordId,
  sha256,
  ...(origin === null ? {} : { origin }),
})

/** Our own bytes, whose hash and signature were checked before. */
const parsed = ({ bytes }: SealedRecord): EvidenceRecord => JSON.parse(new TextDecoder().decode(bytes))

const rowsAtOnce = 200

async function* ledgerLines(
  { source, firstSeq, departed }: PackInHand,
  done: (sha256: string) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = runningSha256()
  for (let seq = firstSeq; seq <= departed.seq; ) {
    const rows = await source.ledger.rowsFrom(seq, Math.min(rowsAtOnce, departed.seq - seq + 1))
    const lines = encode(rows.map(ledgerLine).join(''))
    if (rows.length === 0)
      throw new ExpectedError('ledger-row-missing', `Row ${seq} of the ledger is missing.`)
    digest.update(lines)
    yield lines
    seq += rows.length
  }
  done(digest.finish())
}

async function manifestOf(pack: PackInHand): Promise<EvidencePackManifest> {
  const { source, key, keys, origins, contents, purpose, departed, made } = pack
  const first = await source.ledger.row(pack.firstSeq)
  if (!first) throw new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')
  const { extension } = await source.describeInstallation()
  return {
    format: 'docket-evidence-pack',
    formatVersion: 2,
    ...contents,
    purpose,
    keys: [...keys.keys()],
    origins: [...origins.keys()],
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    docketVersion: extension.version,
    publicKeySha256: await fingerprintOf(key.publicKey),
    ledger: {
      firstSeq: first.seq,
      previousHash: first.previousHash,
      headSeq: departed.seq,
      headHash: departed.hash,
    },
  }
}

const missing: Failure = { code: 'record-missing', message: 'The sealed record is no longer stored.' }

const keyUnknown: Failure = {
  code: 'key-unknown',
  message: 'The public key that its record was signed with is no longer stored.',
}

const originUnknown: Failure = {
  code: 'origin-unknown',
  message: 'The papers of the pack that it was imported from are no longer stored.',
}

const named = (captureId: string, { code, message }: Failure): Failure => ({
  code,
  message: `Capture ${captureId} cannot be exported: ${message} Keep the copies made before, and leave it out.`,
})

function expectedError(captureId: string, failure: Failure): ExpectedError {
  const { code, message } = named(captureId, failure)
  return new ExpectedError(code, message)
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
