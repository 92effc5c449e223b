import { makeZip } from 'client-zip'
import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import { ok, type Result } from '../../core/result.ts'
import { pemOf, sign } from '../../evidence/seal/seal.ts'
import type { ReportedPack } from '../evidence-report/report-input.ts'
import { evidencePackName } from '../pack-names.ts'
import { carriedFiles, carriesTimeStamps } from './carried-papers.ts'
import { counted } from './counted.ts'
import {
  type CopyOptions,
  contentsOf,
  type EnteredExport,
  type ExportOptions,
  type ExportSource,
  enterExport,
  ledgerLines,
} from './enter-export.ts'
import { type EvidencePackManifest, packPaths, sumsLine } from './evidence-pack-layout.ts'
import { certificateText, eidasNoteText, readmeText } from './evidence-pack-texts.ts'
import {
  gatherTimeStamps,
  type PackTimeStampSource,
  type PackTimeStamps,
  packedTimeStamp,
  timeStampFiles,
} from './pack-time-stamps.ts'
import { type ReadingCopies, type ReadingCopySource, readingCopies } from './reading-copies.ts'
import { captureFiles, parsedRecord, readRecord } from './sealed-captures.ts'
import { timesVouchedFor } from './time-stamp-texts.ts'

/** Where the parts of a second copy come from. */
export interface EvidenceCopySource extends ExportSource {
  /** `verify.html` as built; only the larger of two checks time stamps. */
  verifierPage(needs: { timeStamps: boolean }): Promise<Uint8Array<ArrayBuffer>>
  timeStamps: Pick<PackTimeStampSource, 'stamps'>
}

/** Where the parts of an evidence pack come from. */
export interface EvidencePackSource extends EvidenceCopySource, ReadingCopySource {
  timeStamps: PackTimeStampSource
}

export interface EvidencePack {
  /** E.g. "docket-evidence-2026-11-23-1530-3-captures.zip", in local time. */
  name: string
  packId: string
  /** Number of the ledger row by which it leaves. */
  ledgerSeq: number
  /** `fingerprintOf` the key that signed it, for the case file. */
  fingerprint: string
  /** The time stamps that it carries, newest last, and whether its own export was stamped. */
  timeStamps: PackTimeStamps
  /** Annotated copies that could not be made of imported pictures; whole when the stream has ended. */
  undrawn: readonly string[]
  /**
   * The ZIP. Errs where a record, a signature or a file is not what was sealed: an evidence pack is whole or
   * it is none.
   */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Builds a pack of sealed captures as a ZIP that is made while it is read; one file is in memory at a time, and the
 * reduced pictures of one part of the report.
 * The export stands in the ledger before the first byte leaves. Then that row is time-stamped, where a person
 * wants that; a pack is made also where no stamp can be had, and says so. Fails as `enterExport` does.
 */
export async function buildEvidencePack(
  source: EvidencePackSource,
  { captureIds, onProgress }: ExportOptions,
): Promise<Result<EvidencePack>> {
  const entered = await enterExport(source, captureIds)
  if (!entered.ok) return entered
  const timeStamps = await stampsOf(source, entered.value)
  const copies = readingCopies(source, await reportedPack(source, entered.value, timeStamps))
  return ok(
    packOf(
      entered.value,
      timeStamps,
      packFiles(source, entered.value, timeStamps, copies, onProgress),
      copies,
    ),
  )
}

/**
 * Builds the second copy of a sealed capture in the same way: the evidence and what proves it, without copies for
 * reading. No authority is asked for it: it carries the time stamps that there are. Fails as `enterExport` does.
 */
export async function buildEvidenceCopy(
  { timeStamps: { stamps }, ...source }: EvidenceCopySource,
  captureId: string,
  copy: CopyOptions,
): Promise<Result<EvidencePack>> {
  const entered = await enterExport(source, [captureId], copy)
  if (!entered.ok) return entered
  const stampRow = async () => ({ state: 'off' }) as const
  const timeStamps = await stampsOf({ ...source, timeStamps: { stamps, stampRow } }, entered.value)
  return ok(packOf(entered.value, timeStamps, packFiles(source, entered.value, timeStamps, null)))
}

const stampsOf = (
  source: Pick<EvidencePackSource, 'timeStamps' | 'ledger'>,
  { chosen, departed }: EnteredExport,
): Promise<PackTimeStamps> =>
  gatherTimeStamps(
    source,
    chosen.flatMap(({ ledgerSeqs }) => ledgerSeqs),
    departed,
  )

const packOf = (
  { fingerprint, chosen, contents, departed, made }: EnteredExport,
  timeStamps: PackTimeStamps,
  files: AsyncGenerator<ZipInput>,
  copies: ReadingCopies | null = null,
): EvidencePack => ({
  name: evidencePackName(chosen.length, made),
  packId: contents.packId,
  ledgerSeq: departed.seq,
  fingerprint,
  timeStamps,
  undrawn: copies?.undrawn ?? [],
  stream: makeZip(files, { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
})

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

async function* packFiles(
  source: Omit<EvidenceCopySource, 'timeStamps'>,
  entered: EnteredExport,
  timeStamps: PackTimeStamps,
  copies: ReadingCopies | null,
  onProgress?: ExportOptions['onProgress'],
): AsyncGenerator<ZipInput> {
  const { key, chosen, carried, purpose, departed, made } = entered
  const { extension } = await source.describeInstallation()
  const lastModified = new Date(made.wallMs)
  let sums = ''
  const file = async (name: string, input: Uint8Array<ArrayBuffer>): Promise<ZipInput> => {
    sums += sumsLine(await sha256Hex(input), name)
    return { name, lastModified, input }
  }
  const text = (name: string, content: string) => file(name, encode(content))

  for (const [index, capture] of chosen.entries()) {
    const sealed = await readRecord(source, capture.record)
    const record = parsedRecord(sealed)
    const isImported = capture.record.origin !== undefined
    for await (const { name, bytes, artefact } of captureFiles(source, capture)) {
      yield await file(name, bytes)
      const copy = artefact && (await copies?.ofArtefact(record, artefact, bytes, isImported))
      if (copy) yield await file(copy.name, copy.bytes)
    }
    const ledgerRow = await source.ledger.row(sealed.ledgerSeq)
    if (!ledgerRow) throw new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')
    const report = await copies?.endCapture(record, {
      sha256: sealed.sha256,
      origin: capture.record.origin ?? null,
      ledgerRow,
    })
    if (report) yield await file(report.name, report.bytes)
    onProgress?.(index + 1, chosen.length)
  }
  yield {
    name: packPaths.ledger,
    lastModified,
    input: counted(ledgerLines(source, entered), (sha256) => {
      sums += sumsLine(sha256, packPaths.ledger)
    }),
  }
  for (const { name, bytes } of carriedFiles(carried)) yield await file(name, bytes)
  for (const stamp of timeStamps.stamps) {
    for (const { name, bytes } of timeStampFiles(stamp)) yield await file(name, bytes)
  }
  const manifest: EvidencePackManifest = {
    format: 'docket-evidence-pack',
    formatVersion: 2,
    purpose,
    ...(await contentsOf(source, entered)),
    timeStamps: timeStamps.stamps.map(packedTimeStamp),
    ...(copies && copies.undrawn.length > 0 ? { undrawn: copies.undrawn } : {}),
  }
  const facts = {
    packId: manifest.packId,
    captures: manifest.records,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    fingerprint: manifest.publicKeySha256,
    otherKeys: [...carried.keys.keys()],
    hasOrigins: carried.origins.size > 0,
    isCopy: purpose === 'copy',
    undrawn: copies?.undrawn ?? [],
    docketVersion: extension.version,
    buildSha256: extension.buildSha256,
    timeStamps,
    headSeq: departed.seq,
  }
  yield await text(packPaths.manifest, canonicalJson(manifest))
  yield await text(packPaths.publicKey, pemOf(key.publicKey))
  yield await text(packPaths.readme, readmeText(facts))
  yield await text(packPaths.certificate, certificateText(facts))
  yield await text(packPaths.eidasNote, eidasNoteText(facts))
  const needs = { timeStamps: timeStamps.stamps.length > 0 || carriesTimeStamps(carried) }
  yield await file(packPaths.verifier, await source.verifierPage(needs))
  const sumsBytes = encode(sums)
  yield { name: packPaths.sums, lastModified, input: sumsBytes }
  yield { name: packPaths.sumsSignature, lastModified, input: await sign(key, sumsBytes) }
}

async function reportedPack(
  source: EvidencePackSource,
  { fingerprint, carried, contents, operator, made }: EnteredExport,
  timeStamps: PackTimeStamps,
): Promise<ReportedPack> {
  const { extension } = await source.describeInstallation()
  return {
    packId: contents.packId,
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    madeBy: operator,
    docketVersion: extension.version,
    buildSha256: extension.buildSha256,
    fingerprint,
    hasOtherKeys: carried.keys.size > 0,
    captures: contents.records.length,
    timeStatement: timesVouchedFor(timeStamps),
  }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
