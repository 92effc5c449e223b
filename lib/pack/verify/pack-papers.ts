import { sha256Hex } from '../../core/digest.ts'
import { type LedgerRow, verifyLedger } from '../../evidence/ledger/ledger.ts'
import { fingerprintOf, isSignedBy, publicKeyOfPem } from '../../evidence/seal/seal.ts'
import {
  type EvidencePackManifest,
  exportPayload,
  packPaths,
  sumsLine,
} from '../evidence-pack/evidence-pack-layout.ts'
import { isLedgerRow, isManifest } from '../evidence-pack/evidence-pack-shapes.ts'
import {
  canonicalValue,
  Flawed,
  type PackFiles,
  packText,
  readCanonical,
  readPackFile,
  readPackText,
} from './pack-files.ts'

// The papers of a pack: key, sums, manifest and ledger, which its maker signed. Every check throws Flawed.

export async function readPublicKey(
  files: PackFiles,
  path: string = packPaths.publicKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await publicKeyOfPem(await readPackText(files, path))
  if (!key.ok) throw new Flawed(path, key.error.code, key.error.message)
  return key.value
}

/** Path → hash as `SHA256SUMS` states them, after its signature was checked. */
export async function checkSums(
  files: PackFiles,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<Map<string, string>> {
  const bytes = await readPackFile(files, packPaths.sums)
  if (!(await isSignedBy(publicKey, await readPackFile(files, packPaths.sumsSignature), bytes))) {
    throw new Flawed(
      packPaths.sums,
      'signature-wrong',
      'SHA256SUMS was not signed with this key as it stands.',
    )
  }
  const text = packText(packPaths.sums, bytes)
  const sums = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
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
  if (again !== text) {
    throw new Flawed(packPaths.sums, 'sums-malformed', 'SHA256SUMS does not end with a whole line.')
  }
  return sums
}

export async function readManifest(
  files: PackFiles,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<EvidencePackManifest> {
  const value = await readCanonical(files, packPaths.manifest)
  if (!isManifest(value)) {
    throw new Flawed(
      packPaths.manifest,
      'manifest-malformed',
      'pack.json is no manifest of an evidence pack.',
    )
  }
  if (value.publicKeySha256 !== (await fingerprintOf(publicKey))) {
    throw new Flawed(packPaths.manifest, 'key-differs', 'pack.json names another key than public-key.pem.')
  }
  return value
}

export const readLedger = async (files: PackFiles): Promise<LedgerRow[]> =>
  ledgerRowsOf(packPaths.ledger, await readPackText(files, packPaths.ledger))

/** Rows as `ledgerLine` writes them. Their hashes and order are not checked yet. */
export function ledgerRowsOf(name: string, text: string): LedgerRow[] {
  const lines = text.split('\n')
  if (lines.pop() !== '') {
    throw new Flawed(name, 'ledger-malformed', 'The ledger does not end with a whole row.')
  }
  return lines.map((line, index) => {
    const row = canonicalValue(name, line)
    if (!isLedgerRow(row)) {
      throw new Flawed(name, 'ledger-malformed', `Line ${index + 1} of the ledger is no row.`)
    }
    return row
  })
}

/** That the rows form one chain, from where to where the manifest says. */
export async function checkLedger(rows: LedgerRow[], { ledger }: EvidencePackManifest): Promise<void> {
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

/** That the ledger's last row is the one by which this very pack left. */
export async function checkDeparture(rows: LedgerRow[], manifest: EvidencePackManifest): Promise<void> {
  const last = rows.at(-1)
  const [action, subject] =
    manifest.purpose === 'copy'
      ? ['copied', manifest.records.length === 1 ? manifest.records[0]?.captureId : undefined]
      : ['exported', manifest.packId]
  const payloadHash = await sha256Hex(new TextEncoder().encode(exportPayload(manifest)))
  if (last?.action !== action || last.subject !== subject || last.payloadHash !== payloadHash) {
    throw new Flawed(packPaths.ledger, 'export-unentered', "The ledger's last row is not this export.")
  }
}

const entryOf = (captureId: string, sha256: string) => `${captureId} ${sha256}`

/** The records that these rows enter; see `isEnteredIn`. */
export const enteredRecords = (rows: LedgerRow[]): ReadonlySet<string> =>
  new Set(
    rows
      .filter(({ action }) => action === 'capture-sealed')
      .map((row) => entryOf(row.subject, row.payloadHash)),
  )

export const isEnteredIn = (
  entered: ReadonlySet<string>,
  { captureId, sha256 }: { captureId: string; sha256: string },
): boolean => entered.has(entryOf(captureId, sha256))
