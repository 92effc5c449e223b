import { canonicalJson } from '../core/canonical-json.ts'
import { sha256Hex } from '../core/digest.ts'
import { parseHostileJson } from '../core/hostile-json.ts'
import type { Failure } from '../core/result.ts'
import { checkRecordBytes } from '../evidence/check-record.ts'
import { type LedgerRow, verifyLedger } from '../evidence/ledger.ts'
import { fingerprintOf, isSignedBy, publicKeyOfPem } from '../evidence/seal.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  exportPayload,
  isScreenshot,
  type PackedRecord,
  packPaths,
  reportParts,
  reportPath,
  sumsLine,
  timeStampPaths,
} from './evidence-pack-layout.ts'
import { type CheckedRecord, isCheckedRecord, isLedgerRow, isManifest } from './evidence-pack-shapes.ts'
import { checkTimeStamps } from './verify-time-stamps.ts'

/** The files of a pack: from a ZIP, a folder or memory. */
export interface PackFiles {
  names: ReadonlySet<string>
  /** @throws where the file cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>
}

/** The first thing that is wrong, and in which file. */
interface PackFlaw extends Failure {
  file: string
}

export interface Verification {
  /** What was checked and found right, in order, each in one sentence. */
  checks: string[]
  /** What no check can tell and a person has to know, each in one sentence: whose clock the times are by. */
  notes: string[]
  /** The first flaw; checking ends there. Null where everything is right. */
  flaw: PackFlaw | null
  /** Fingerprint of the key, to be compared with the one in the case file; null where none could be read. */
  fingerprint: string | null
}

/** Thrown at the first flaw; never leaves this file. */
class Flawed extends Error {
  readonly flaw: PackFlaw

  constructor(file: string, code: string, message: string) {
    super(message)
    this.flaw = { file, code, message }
  }
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
  const verification: Verification = { checks: [], notes: [], flaw: null, fingerprint: null }
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
  await checkFileHashes(files, sums)
  checks.push(`All ${sums.size} files have the hash that SHA256SUMS states, and there are no others.`)

  const manifest = await readManifest(files, verification.fingerprint)
  const known = new Set<string>(Object.values(packPaths))
  const earlier = Map.groupBy(manifest.earlierRecords, ({ captureId }) => captureId)
  const captureIds = new Set(manifest.records.map(({ captureId }) => captureId))
  if (captureIds.size !== manifest.records.length || [...earlier.keys()].some((id) => !captureIds.has(id))) {
    throw new Flawed(
      packPaths.manifest,
      'manifest-malformed',
      'pack.json names the records of a capture twice.',
    )
  }
  for (const record of manifest.records) {
    const chain = [record, ...(earlier.get(record.captureId) ?? [])]
    for (const name of await checkCapture(files, chain, publicKey)) known.add(name)
  }
  for (const { ledgerSeq } of manifest.timeStamps ?? []) {
    for (const name of Object.values(timeStampPaths(ledgerSeq))) known.add(name)
  }
  for (const name of readingCopies(files, manifest.records.length)) known.add(name)
  refuseUnexpected(files, known)
  checks.push(
    `${counted(manifest.records.length, 'record')} signed with this key; every file they name is there.`,
  )

  const rows = await readLedger(files)
  await checkLedger(rows, manifest)
  checks.push(`The ledger's rows ${manifest.ledger.firstSeq} to ${manifest.ledger.headSeq} form one chain.`)
  await checkEntries(rows, manifest)
  checks.push('The ledger has entered every record, and this export as its last row.')

  const stamps = await checkTimeStamps((name) => read(files, name), manifest, rows)
  if (stamps.flaw) throw new Flawed(stamps.flaw.file, stamps.flaw.code, stamps.flaw.message)
  checks.push(...stamps.checks)
  verification.notes.push(...stamps.notes)
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? ' is' : 's are'}`

async function readPublicKey(files: PackFiles): Promise<Uint8Array<ArrayBuffer>> {
  const key = await publicKeyOfPem(await readText(files, packPaths.publicKey))
  if (!key.ok) throw new Flawed(packPaths.publicKey, key.error.code, key.error.message)
  return key.value
}

/** Path → hash as `SHA256SUMS` states them, after its signature was checked. */
async function checkSums(files: PackFiles, publicKey: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const bytes = await read(files, packPaths.sums)
  if (!(await isSignedBy(publicKey, await read(files, packPaths.sumsSignature), bytes))) {
    throw new Flawed(
      packPaths.sums,
      'signature-wrong',
      'SHA256SUMS was not signed with this key as it stands.',
    )
  }
  const sums = new Map<string, string>()
  for (const line of textOf(packPaths.sums, bytes).split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
    if (!sha256 || !path || sums.has(path)) {
      throw new Flawed(
        packPaths.sums,
        'sums-malformed',
        `SHA256SUMS has a line that is none: "${line.slice(0, 100)}".`,
      )
    }
    sums.set(path, sha256)
  }
  const again = [...sums].map(([path, sha256]) => sumsLine(sha256, path)).join('')
  if (again !== textOf(packPaths.sums, bytes)) {
    throw new Flawed(packPaths.sums, 'sums-malformed', 'SHA256SUMS does not end with a whole line.')
  }
  return sums
}

async function checkFileHashes(files: PackFiles, sums: Map<string, string>): Promise<void> {
  const unsummed: string[] = [packPaths.sums, packPaths.sumsSignature]
  for (const name of files.names) {
    if (!sums.has(name) && !unsummed.includes(name)) {
      throw new Flawed(name, 'file-unknown', `${name} is not in SHA256SUMS.`)
    }
  }
  for (const [path, sha256] of sums) {
    const actual = await sha256Hex(await read(files, path))
    if (actual !== sha256) {
      throw new Flawed(
        path,
        'file-changed',
        `${path} has the SHA-256 ${actual}; SHA256SUMS states ${sha256}.`,
      )
    }
  }
}

async function readManifest(files: PackFiles, fingerprint: string): Promise<EvidencePackManifest> {
  const value = await readCanonical(files, packPaths.manifest)
  if (!isManifest(value)) {
    throw new Flawed(
      packPaths.manifest,
      'manifest-malformed',
      'pack.json is no manifest of an evidence pack.',
    )
  }
  if (value.publicKeySha256 !== fingerprint) {
    throw new Flawed(packPaths.manifest, 'key-differs', 'pack.json names another key than public-key.pem.')
  }
  return value
}

/** Checks the records of a capture, each with the one it replaces after it. Returns the names of all its files. */
async function checkCapture(
  files: PackFiles,
  chain: PackedRecord[],
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  const paths = capturePaths(chain[0]?.captureId ?? '')
  const publicKeySha256 = await fingerprintOf(publicKey)
  const names: string[] = []
  let reference: unknown = chain[0] && { recordId: chain[0].recordId, sha256: chain[0].sha256 }
  const held = new Set<string>()
  for (const [index, packed] of chain.entries()) {
    const isNewest = index === 0
    const name = isNewest ? paths.record : paths.earlierRecord(packed.recordId)
    const signatureName = isNewest ? paths.signature : paths.earlierSignature(packed.recordId)
    if (canonicalJson(reference) !== canonicalJson({ recordId: packed.recordId, sha256: packed.sha256 })) {
      throw new Flawed(name, 'record-unlinked', `${name} is not the record that the newer one replaces.`)
    }
    const flaw = await checkRecordBytes(await read(files, name), {
      sha256: packed.sha256,
      signature: await read(files, signatureName),
      publicKey,
    })
    if (flaw) throw new Flawed(name, flaw.code, flaw.message)
    const record = await readRecord(files, name)
    if (record.captureId !== packed.captureId || record.recordId !== packed.recordId) {
      throw new Flawed(name, 'record-misplaced', `${name} is the record of another capture.`)
    }
    if (record.signature.publicKeySha256 !== publicKeySha256) {
      throw new Flawed(name, 'key-differs', `${name} names another key than public-key.pem.`)
    }
    names.push(name, signatureName)
    for (const artefact of record.artefacts) {
      if (isNewest) {
        await checkArtefact(files, paths.artefact(artefact.name), artefact)
        names.push(paths.artefact(artefact.name))
        held.add(artefact.sha256)
        // Of its bytes nothing can be said but their hash: it is a copy for reading.
        if (isScreenshot(artefact.kind)) names.push(present(files, paths.annotated(artefact.name)))
      } else if (!held.has(artefact.sha256)) {
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
  return names
}

async function checkArtefact(
  files: PackFiles,
  name: string,
  artefact: { bytes: number; sha256: string },
): Promise<void> {
  const bytes = await read(files, name)
  if (bytes.byteLength !== artefact.bytes || (await sha256Hex(bytes)) !== artefact.sha256) {
    throw new Flawed(name, 'artefact-changed', `${name} is not the file that its record names.`)
  }
}

/** The report's parts; their bytes are covered by their hash alone. */
const readingCopies = (files: PackFiles, captures: number): string[] =>
  Array.from({ length: reportParts(captures) }, (_, index) => present(files, reportPath(index + 1)))

/** The name again. @throws Flawed where no such file is there. */
function present(files: PackFiles, name: string): string {
  if (!files.names.has(name)) throw new Flawed(name, 'file-missing', `${name} is missing.`)
  return name
}

function refuseUnexpected(files: PackFiles, expected: Set<string>): void {
  const stranger = [...files.names].find((name) => !expected.has(name))
  if (stranger) throw new Flawed(stranger, 'file-unknown', `${stranger} does not belong to an evidence pack.`)
}

async function readLedger(files: PackFiles): Promise<LedgerRow[]> {
  const text = await readText(files, packPaths.ledger)
  const lines = text.split('\n')
  if (lines.pop() !== '') {
    throw new Flawed(packPaths.ledger, 'ledger-malformed', 'The ledger does not end with a whole row.')
  }
  return lines.map((line, index) => {
    const row = canonicalValue(packPaths.ledger, line)
    if (!isLedgerRow(row)) {
      throw new Flawed(packPaths.ledger, 'ledger-malformed', `Line ${index + 1} of the ledger is no row.`)
    }
    return row
  })
}

async function checkLedger(rows: LedgerRow[], { ledger }: EvidencePackManifest): Promise<void> {
  const start = { count: ledger.firstSeq - 1, head: ledger.previousHash }
  const flaw = await verifyLedger(rows, { count: ledger.headSeq, head: ledger.headHash }, start)
  if (flaw) throw new Flawed(packPaths.ledger, flaw.code, flaw.message)
  if (rows.at(-1)?.seq !== ledger.headSeq) {
    throw new Flawed(
      packPaths.ledger,
      'head-differs',
      'The ledger goes on after the row that pack.json names.',
    )
  }
}

async function checkEntries(rows: LedgerRow[], manifest: EvidencePackManifest): Promise<void> {
  const entered = new Set(
    rows
      .filter(({ action }) => action === 'capture-sealed')
      .map((row) => `${row.subject} ${row.payloadHash}`),
  )
  for (const { captureId, sha256 } of [...manifest.records, ...manifest.earlierRecords]) {
    if (!entered.has(`${captureId} ${sha256}`)) {
      throw new Flawed(
        packPaths.ledger,
        'record-unentered',
        `The ledger has not entered the record of ${captureId}.`,
      )
    }
  }
  const last = rows.at(-1)
  const payloadHash = await sha256Hex(new TextEncoder().encode(exportPayload(manifest)))
  if (last?.action !== 'exported' || last.subject !== manifest.packId || last.payloadHash !== payloadHash) {
    throw new Flawed(packPaths.ledger, 'export-unentered', "The ledger's last row is not this export.")
  }
}

async function read(files: PackFiles, name: string): Promise<Uint8Array<ArrayBuffer>> {
  present(files, name)
  try {
    return await files.read(name)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Flawed(name, 'file-unreadable', `${name} cannot be read (${reason}).`)
  }
}

const readText = async (files: PackFiles, name: string) => textOf(name, await read(files, name))

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Flawed(name, 'text-malformed', `${name} is not UTF-8 text.`)
  }
}

const readCanonical = async (files: PackFiles, name: string) =>
  canonicalValue(name, await readText(files, name))

/** JSON that is exactly the one canonical text of its value. */
function canonicalValue(name: string, text: string): unknown {
  const value = parseHostileJson(text)
  if (!value.ok || canonicalJson(value.value) !== text) {
    throw new Flawed(name, 'not-canonical', `${name} is not canonical JSON (RFC 8785).`)
  }
  return value.value
}

async function readRecord(files: PackFiles, name: string): Promise<CheckedRecord> {
  const value = await readCanonical(files, name)
  if (!isCheckedRecord(value)) {
    throw new Flawed(name, 'record-malformed', `${name} is no evidence record that this verifier knows.`)
  }
  return value
}
