import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import { checkRecordBytes } from '../../evidence/seal/check-record.ts'
import { fingerprintOf } from '../../evidence/seal/seal.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  isScreenshot,
  keyPath,
  type PackedRecord,
  packPaths,
} from '../evidence-pack/evidence-pack-layout.ts'
import { type CheckedRecord, isCheckedRecord } from '../evidence-pack/evidence-pack-shapes.ts'
import { Flawed, type PackFiles, readCanonical, readPackFile } from './pack-files.ts'
import { readPublicKey } from './pack-papers.ts'

/** Size and hash of every file as it is. */
export type HeldFiles = ReadonlyMap<string, { bytes: number; sha256: string }>

/** The records of a pack, found right. */
interface CheckedRecords {
  /** All their files, and those of their keys. */
  names: string[]
  /** Annotated copies that must be there. */
  copies: string[]
  /** How many of the newest records each key signed, by fingerprint. */
  signedWith: ReadonlyMap<string, number>
  /** What a person has to know, each in one sentence. */
  notes: string[]
}

/** Checks every record with its signature, its files and the records that it replaced. @throws Flawed */
export async function checkRecords(
  files: PackFiles,
  manifest: EvidencePackManifest,
  publicKey: Uint8Array<ArrayBuffer>,
  held: HeldFiles,
): Promise<CheckedRecords> {
  const keys = await readKeys(files, manifest, publicKey)
  const earlier = Map.groupBy(manifest.earlierRecords, ({ captureId }) => captureId)
  const captureIds = new Set(manifest.records.map(({ captureId }) => captureId))
  if (captureIds.size !== manifest.records.length || [...earlier.keys()].some((id) => !captureIds.has(id))) {
    throw malformed('pack.json names the records of a capture twice.')
  }
  const names = (manifest.keys ?? []).map(keyPath)
  const notes: string[] = []
  const copies: string[] = []
  const signedWith = new Map<string, number>()
  const undrawn = new Set(manifest.undrawn)
  for (const record of manifest.records) {
    const chain = [record, ...(earlier.get(record.captureId) ?? [])]
    const capture = await checkCapture(files, chain, keys, held)
    names.push(...capture.names)
    for (const copy of capture.screenshots.map(capturePaths(record.captureId).annotated)) {
      // Only of what was imported may a copy be missing, and only where the signed pack.json says so.
      if (record.origin === undefined || !undrawn.delete(copy)) copies.push(copy)
      else notes.push(`No ${copy}: that imported picture could not be drawn. The file itself is there.`)
    }
    signedWith.set(capture.signedWith, (signedWith.get(capture.signedWith) ?? 0) + 1)
  }
  if (undrawn.size > 0) throw malformed('pack.json names copies as missing that may not be missing.')
  return { names, copies, signedWith, notes }
}

const malformed = (message: string) => new Flawed(packPaths.manifest, 'manifest-malformed', message)

type PublicKeys = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The pack's own key and those under `keys/`, by fingerprint. */
async function readKeys(
  files: PackFiles,
  manifest: EvidencePackManifest,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<PublicKeys> {
  const keys = new Map([[manifest.publicKeySha256, publicKey]])
  for (const fingerprint of manifest.keys ?? []) {
    const path = keyPath(fingerprint)
    const key = await readPublicKey(files, path)
    if ((await fingerprintOf(key)) !== fingerprint) {
      throw new Flawed(path, 'key-differs', `${path} is another key than its name says.`)
    }
    keys.set(fingerprint, key)
  }
  return keys
}

/**
 * Checks the records of a capture, each with the one it replaces after it. Returns the names of all its files,
 * those of its screenshots within the capture, and the fingerprint of the key that signed the newest.
 */
async function checkCapture(
  files: PackFiles,
  chain: PackedRecord[],
  keys: PublicKeys,
  held: HeldFiles,
): Promise<{ names: string[]; screenshots: string[]; signedWith: string }> {
  const paths = capturePaths(chain[0]?.captureId ?? '')
  const names: string[] = []
  const screenshots: string[] = []
  let signedWith: string | null = null
  let reference: unknown = chain[0] && { recordId: chain[0].recordId, sha256: chain[0].sha256 }
  const artefacts = new Set<string>()
  for (const [index, packed] of chain.entries()) {
    const isNewest = index === 0
    const name = isNewest ? paths.record : paths.earlierRecord(packed.recordId)
    const signatureName = isNewest ? paths.signature : paths.earlierSignature(packed.recordId)
    if (canonicalJson(reference) !== canonicalJson({ recordId: packed.recordId, sha256: packed.sha256 })) {
      throw new Flawed(name, 'record-unlinked', `${name} is not the record that the newer one replaces.`)
    }
    const { record, publicKey } = await readRecord(files, name, packed, keys)
    const flaw = await checkRecordBytes(await readPackFile(files, name), {
      sha256: packed.sha256,
      signature: await readPackFile(files, signatureName),
      publicKey,
    })
    if (flaw) throw new Flawed(name, flaw.code, flaw.message)
    if (record.captureId !== packed.captureId || record.recordId !== packed.recordId) {
      throw new Flawed(name, 'record-misplaced', `${name} is the record of another capture.`)
    }
    signedWith ??= record.signature.publicKeySha256
    names.push(name, signatureName)
    for (const artefact of record.artefacts) {
      if (isNewest) {
        const path = paths.artefact(artefact.name)
        checkArtefact(held, path, artefact)
        names.push(path)
        if (isScreenshot(artefact.kind)) screenshots.push(artefact.name)
        artefacts.add(artefact.sha256)
      } else if (!artefacts.has(artefact.sha256)) {
        throw new Flawed(
          name,
          'artefact-missing',
          `${name} names the file ${artefact.name}, which is not there.`,
        )
      }
    }
    reference = record.supersedes
  }
  if (reference !== null) {
    throw new Flawed(paths.record, 'record-missing', 'A record that was replaced is missing from the pack.')
  }
  return { names, screenshots, signedWith: signedWith ?? '' }
}

function checkArtefact(held: HeldFiles, name: string, artefact: { bytes: number; sha256: string }): void {
  const file = held.get(name)
  if (!file) throw new Flawed(name, 'file-missing', `${name} is missing.`)
  if (file.bytes !== artefact.bytes || file.sha256 !== artefact.sha256) {
    throw new Flawed(name, 'artefact-changed', `${name} is not the file that its record names.`)
  }
}

/** A record, and the key that it says it is signed with. The bytes are held against the manifest's hash first. */
async function readRecord(
  files: PackFiles,
  name: string,
  { sha256 }: PackedRecord,
  keys: PublicKeys,
): Promise<{ record: CheckedRecord; publicKey: Uint8Array<ArrayBuffer> }> {
  const actual = await sha256Hex(await readPackFile(files, name))
  if (actual !== sha256) {
    throw new Flawed(name, 'record-changed', `${name} has the SHA-256 ${actual}; pack.json states ${sha256}.`)
  }
  const value = await readCanonical(files, name)
  if (!isCheckedRecord(value)) {
    throw new Flawed(name, 'record-malformed', `${name} is no evidence record that this verifier knows.`)
  }
  const publicKey = keys.get(value.signature.publicKeySha256)
  if (!publicKey) throw new Flawed(name, 'key-differs', `${name} names a key that is not in the pack.`)
  return { record: value, publicKey }
}
