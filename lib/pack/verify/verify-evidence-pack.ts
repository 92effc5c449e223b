import { sha256Hex } from '../../core/digest.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import { fingerprintOf } from '../../evidence/seal/seal.ts'
import {
  type EvidencePackManifest,
  packPaths,
  reportParts,
  reportPath,
  timeStampPaths,
} from '../evidence-pack/evidence-pack-layout.ts'
import { Flawed, type PackFiles, type PackFlaw, present, readPackFile } from './pack-files.ts'
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
import { checkRecords, type HeldFiles } from './verify-records.ts'
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
  const records = await checkRecords(files, manifest, publicKey, held)
  for (const name of records.names) known.add(name)
  const origins = await checkOrigins(files, manifest)
  for (const name of origins.names) known.add(name)
  for (const { ledgerSeq } of manifest.timeStamps ?? []) {
    for (const name of Object.values(timeStampPaths(ledgerSeq))) known.add(name)
  }
  if (manifest.purpose !== 'copy') {
    // Of the bytes of copies for reading nothing can be said but their hash.
    for (const name of [...records.copies, ...reportPaths(manifest.records.length)])
      known.add(present(files, name))
  }
  refuseUnexpected(files, known)
  for (const [fingerprint, many] of records.signedWith) {
    const key = fingerprint === verification.fingerprint ? 'this key' : `another key, ${fingerprint}`
    checks.push(`${counted(many, 'record')} signed with ${key}; every file they name is there.`)
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
  verification.notes.push(...records.notes, ...stamps.notes, ...origins.notes)
  verification.manifest = manifest
}

const reportPaths = (captures: number): string[] =>
  Array.from({ length: reportParts(captures) }, (_, index) => reportPath(index + 1))

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? ' is' : 's are'}`

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

function refuseUnexpected(files: PackFiles, expected: Set<string>): void {
  const stranger = [...files.names].find((name) => !expected.has(name))
  if (stranger) throw new Flawed(stranger, 'file-unknown', `${stranger} does not belong to an evidence pack.`)
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
