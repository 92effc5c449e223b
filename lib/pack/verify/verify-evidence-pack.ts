import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import { checkRecordBytes } from '../../evidence/seal/check-record.ts'
import { fingerprintOf } from '../../evidence/seal/seal.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  isScreenshot,
  keyPath,
  type PackedRecord,
  packPaths,
  reportParts,
  reportPath,
  timeStampPaths,
} from '../evidence-pack/evidence-pack-layout.ts'
import { type CheckedRecord, isCheckedRecord } from '../evidence-pack/evidence-pack-shapes.ts'
import { Flawed, type PackFiles, type PackFlaw, present, readCanonical, readPackFile } from './pack-files.ts'
import {
  checkDeparture,
  checkLedger,
  checkSums,
  enteredRecords,
  isEnteredIn,
  readLedger,
  readManifest,
  readPublicKey,
} from './pack-papers.ts'
import { checkOrigins } from './verify-origins.ts'
import { checkTimeStamps } from './verify-time-stamps.ts'

export interface Verification {
  /** What was checked and found right, in order, each in one sentence. */
  checks: string[]
  /** What no check can tell and a person has to know, each in one sentence: whose clock the times are by. */
  notes: string[]
  /** The first flaw; checking ends there. Null where everything is right. */
  flaw: PackFlaw | null
  /** Fingerprint of the key, to be compared with the one in the case file; null where none could be read. */
  fingerprint: string | null
  /** `pack.json`, where everything is right. */
  manifest: EvidencePackManifest | null
}

/**
 * Checks an evidence pack, which is hostile until every check has passed: key, signature over the sums, hash
 * of every file and none besides, every record with its signature and files, the ledger's chain, and that the
 * ledger entered each record and this export. Needs no Docket and no network. `expectedFingerprint` is the one
 * from the case file: anyone can make a whole pack with a key of their own.
 */
export async function verifyEvidencePack(
  files: PackFiles,
  expectedFingerprint?: string,
): Promise<Verification> {
  const verification: Verification = {
    checks: [],
    notes: [],
    flaw: null,
    fingerprint: null,
    manifest: null,
  }
  try {
    await check(files, verification, expectedFingerprint)
  } catch (error) {
    if (!(error instanceof Flawed)) throw error
    verification.flaw = error.flaw
  }
  return verification
}

async function check(files: PackFiles, verification: Verification, expected?: string): Promise<void> {
  const { checks } = verification
  const publicKey = await readPublicKey(files)
  verification.fingerprint = await fingerprintOf(publicKey)
  if (expected !== undefined && expected.toLowerCase() !== verification.fingerprint) {
    throw new Flawed(packPaths.publicKey, 'key-differs', `The key is another one than ${expected}.`)
  }
  checks.push(expected ? 'The public key is the expected one.' : 'The public key is a P-256 key.')

  const sums = await checkSums(files, publicKey)
  checks.push('SHA256SUMS is signed with this key.')
  const held = await checkFileHashes(files, sums)
  checks.push(`All ${sums.size} files have the hash that SHA256SUMS states, and there are no others.`)

  const manifest = await readManifest(files, publicKey)
  const known = new Set<string>(Object.values(packPaths))
  const keys = await readKeys(files, manifest, publicKey, known)
  const earlier = Map.groupBy(manifest.earlierRecords, ({ captureId }) => captureId)
  const captureIds = new Set(manifest.records.map(({ captureId }) => captureId))
  if (captureIds.size !== manifest.records.length || [...earlier.keys()].some((id) => !captureIds.has(id))) {
    throw new Flawed(
      packPaths.manifest,
      'manifest-malformed',
      'pack.json names the records of a capture twice.',
    )
  }
  const signed = new Map<string, number>()
  const copied: string[] = []
  const undrawn = new Set(manifest.undrawn)
  for (const record of manifest.records) {
    const chain = [record, ...(earlier.get(record.captureId) ?? [])]
    const { names, screenshots, signedWith } = await checkCapture(files, chain, keys, held)
    for (const name of names) known.add(name)
    for (const copy of screenshots.map(capturePaths(record.captureId).annotated)) {
      // Only of what was imported may a copy be missing, and only where the signed pack.json says so.
      if (record.origin === undefined || !undrawn.delete(copy)) copied.push(copy)
      else
        verification.notes.push(
          `No ${copy}: that imported picture could not be drawn. The file itself is there.`,
        )
    }
    signed.set(signedWith, (signed.get(signedWith) ?? 0) + 1)
  }
  if (undrawn.size > 0) {
    throw new Flawed(
      packPaths.manifest,
      'manifest-malformed',
      'pack.json names copies as missing that may not be missing.',
    )
  }
  const origins = await checkOrigins(files, manifest)
  for (const name of origins.names) known.add(name)
  for (const { ledgerSeq } of manifest.timeStamps ?? []) {
    for (const name of Object.values(timeStampPaths(ledgerSeq))) known.add(name)
  }
  if (manifest.purpose !== 'copy') {
    // Of the bytes of copies for reading nothing can be said but their hash.
    for (const name of [...copied, ...reportPaths(manifest.records.length)]) known.add(present(files, name))
  }
  refuseUnexpected(files, known)
  for (const [fingerprint, records] of signed) {
    const key = fingerprint === verification.fingerprint ? 'this key' : `another key, ${fingerprint}`
    checks.push(`${counted(records, 'record')} signed with ${key}; every file they name is there.`)
  }

  const rows = await readLedger(files)
  await checkLedger(rows, manifest)
  checks.push(`The ledger's rows ${manifest.ledger.firstSeq} to ${manifest.ledger.headSeq} form one chain.`)
  checkEntries(rows, manifest)
  await checkDeparture(rows, manifest)
  const imported = manifest.records.filter(({ origin }) => origin !== undefined).length
  checks.push('The ledger has entered every record, and this export as its last row.')
  if (imported > 0) {
    checks.push(
      `${counted(imported, 'record')} imported: entered in the ledger of the pack that they came from, whose signed papers are there.`,
    )
  }

  const stamps = await checkTimeStamps((name) => readPackFile(files, name), manifest, rows)
  if (stamps.flaw) throw new Flawed(stamps.flaw.file, stamps.flaw.code, stamps.flaw.message)
  checks.push(...stamps.checks)
  verification.notes.push(...stamps.notes, ...origins.notes)
  verification.manifest = manifest
}

const reportPaths = (captures: number): string[] =>
  Array.from({ length: reportParts(captures) }, (_, index) => reportPath(index + 1))

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? ' is' : 's are'}`

/** Size and hash of every file as it is. */
type HeldFiles = ReadonlyMap<string, { bytes: number; sha256: string }>

async function checkFileHashes(files: PackFiles, sums: Map<string, string>): Promise<HeldFiles> {
  const unsummed: string[] = [packPaths.sums, packPaths.sumsSignature]
  for (const name of files.names) {
    if (!sums.has(name) && !unsummed.includes(name)) {
      throw new Flawed(name, 'file-unknown', `${name} is not in SHA256SUMS.`)
    }
  }
  const held = new Map<string, { bytes: number; sha256: string }>()
  for (const [path, sha256] of sums) {
    const bytes = await readPackFile(files, path)
    const actual = await sha256Hex(bytes)
    if (actual !== sha256) {
      throw new Flawed(
        path,
        'file-changed',
        `${path} has the SHA-256 ${actual}; SHA256SUMS states ${sha256}.`,
      )
    }
    held.set(path, { bytes: bytes.byteLength, sha256 })
  }
  return held
}

type PublicKeys = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The pack's own key and those under `keys/`, by fingerprint. Adds their names to `known`. */
async function readKeys(
  files: PackFiles,
  manifest: EvidencePackManifest,
  publicKey: Uint8Array<ArrayBuffer>,
  known: Set<string>,
): Promise<PublicKeys> {
  const keys = new Map([[manifest.publicKeySha256, publicKey]])
  for (const fingerprint of manifest.keys ?? []) {
    const path = keyPath(fingerprint)
    const key = await readPublicKey(files, path)
    if ((await fingerprintOf(key)) !== fingerprint) {
      throw new Flawed(path, 'key-differs', `${path} is another key than its name says.`)
    }
    keys.set(fingerprint, key)
    known.add(path)
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

function refuseUnexpected(files: PackFiles, expected: Set<string>): void {
  const stranger = [...files.names].find((name) => !expected.has(name))
  if (stranger) throw new Flawed(stranger, 'file-unknown', `${stranger} does not belong to an evidence pack.`)
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

function checkEntries(rows: LedgerRow[], manifest: EvidencePackManifest): void {
  const entered = enteredRecords(rows)
  for (const record of [...manifest.records, ...manifest.earlierRecords]) {
    if (record.origin === undefined && !isEnteredIn(entered, record)) {
      throw new Flawed(
        packPaths.ledger,
        'record-unentered',
        `The ledger has not entered the record of ${record.captureId}.`,
      )
    }
  }
}
