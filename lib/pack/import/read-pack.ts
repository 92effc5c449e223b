import { ExpectedError } from '../../core/expected-error.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import { checkArtefactBytes } from '../../evidence/seal/check-record.ts'
import { parseRecord, type StatedRecord } from '../../evidence/seal/record-schema.ts'
import type { PackPapers } from '../evidence-pack/carried-papers.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  keyPath,
  originPath,
  originPaths,
  type PackedRecord,
  packPaths,
} from '../evidence-pack/evidence-pack-layout.ts'
import { importLimits, openPackZip } from '../verify/open-pack-zip.ts'
import { filesUnder, type PackFiles, readCanonical } from '../verify/pack-files.ts'
import { readLedger, readPublicKey } from '../verify/pack-papers.ts'
import { verifyEvidencePack } from '../verify/verify-evidence-pack.ts'

/** A whole evidence pack, every check passed. Its files stay in the ZIP and are read when their turn comes. */
export interface ReadPack {
  manifest: EvidencePackManifest
  captures: ReadCapture[]
  /** Its piece of the ledger. */
  rows: LedgerRow[]
  /** Every key that records of it are signed with, its own among them, by fingerprint. */
  keys: Map<string, Uint8Array<ArrayBuffer>>
  /** Freshly read and held against the record's hash. @throws ExpectedError where it changed meanwhile. */
  artefact(captureId: string, artefact: StatedRecord['artefacts'][number]): Promise<Uint8Array<ArrayBuffer>>
  /** The papers of this pack, or of one that it names as an origin. */
  papers(packId: string): Promise<PackPapers>
}

/** One capture of a pack, its newest record first. */
export interface ReadCapture {
  captureId: string
  /** The pack whose ledger entered it, where that is another one. */
  origin: string | null
  records: [newest: ReadRecord, ...earlier: ReadRecord[]]
}

export interface ReadRecord {
  stated: StatedRecord
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  signature: Uint8Array<ArrayBuffer>
}

/**
 * Reads a pack that anyone may have made: names, sizes, ratio, hashes, signatures, ledger and every statement are
 * checked before anything of it is handed on. One file is in memory at a time, and the records.
 *
 * Fails with `zip-refused`, with what `verifyEvidencePack` finds, and with `record-not-understood`.
 */
export async function readPack(zip: Blob): Promise<Result<ReadPack>> {
  try {
    const files = await openPackZip(zip, importLimits)
    const { flaw, manifest } = await verifyEvidencePack(files)
    if (flaw) return fail(flaw.code, `This pack is not as it was signed: ${flaw.message}`)
    if (!manifest) throw new Error('A pack without a flaw has a manifest.')
    return await readVerified(files, manifest)
  } catch (error) {
    if (error instanceof ExpectedError) return fail(error.code, error.message)
    throw error
  }
}

async function readVerified(files: PackFiles, manifest: EvidencePackManifest): Promise<Result<ReadPack>> {
  const earlier = Map.groupBy(manifest.earlierRecords, ({ captureId }) => captureId)
  const captures: ReadCapture[] = []
  for (const packed of manifest.records) {
    const newest = await readRecord(files, packed, true)
    if (!newest.ok) return newest
    const records: ReadCapture['records'] = [newest.value]
    for (const older of earlier.get(packed.captureId) ?? []) {
      const record = await readRecord(files, older, false)
      if (!record.ok) return record
      records.push(record.value)
    }
    captures.push({ captureId: packed.captureId, origin: packed.origin ?? null, records })
  }
  const keys = new Map([[manifest.publicKeySha256, await readPublicKey(files)]])
  for (const fingerprint of manifest.keys ?? []) {
    keys.set(fingerprint, await readPublicKey(files, keyPath(fingerprint)))
  }
  return ok({
    manifest,
    captures,
    rows: await readLedger(files),
    keys,
    async artefact(captureId, artefact) {
      const bytes = await files.read(capturePaths(captureId).artefact(artefact.name))
      const flaw = await checkArtefactBytes(bytes, artefact)
      if (flaw) throw new ExpectedError(flaw.code, flaw.message)
      return bytes
    },
    papers: (packId) => papersIn(packId === manifest.packId ? files : filesUnder(files, originPath(packId))),
  })
}

/** The manifest was checked with the pack. */
async function papersIn(files: PackFiles): Promise<PackPapers> {
  const manifest = (await readCanonical(files, packPaths.manifest)) as EvidencePackManifest
  const papers: PackPapers = {}
  for (const path of originPaths(manifest)) papers[path] = await files.read(path)
  return papers
}

async function readRecord(
  files: PackFiles,
  { captureId, recordId, sha256 }: PackedRecord,
  isNewest: boolean,
): Promise<Result<ReadRecord>> {
  const paths = capturePaths(captureId)
  const bytes = await files.read(isNewest ? paths.record : paths.earlierRecord(recordId))
  const signature = await files.read(isNewest ? paths.signature : paths.earlierSignature(recordId))
  const stated = parseRecord(bytes)
  return stated.ok ? ok({ stated: stated.value, bytes, sha256, signature }) : stated
}
