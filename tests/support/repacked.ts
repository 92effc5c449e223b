import { canonicalJson } from '../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../lib/core/digest.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { ledgerLine, nextLedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { fingerprintOf, pemOf, type SigningKey, sign } from '../../lib/evidence/seal/seal.ts'
import {
  capturePaths,
  type EvidencePackManifest,
  exportPayload,
  isScreenshot,
  packPaths,
} from '../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { summedAgain } from './evidence-pack.ts'

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>
// biome-ignore lint/suspicious/noExplicitAny: records are changed into what no type allows
export type AnyRecord = any

export interface PackChanges {
  /** Changes what the newest record of each capture states. */
  record?: (record: AnyRecord, index: number) => unknown
  /** Changes the rows before the last; their hashes are made to fit. */
  rows?: (rows: LedgerRow[]) => LedgerRow[]
  manifest?: (manifest: EvidencePackManifest) => unknown
}

/**
 * The pack as someone would make it who has the key and wants it to say something else: every hash, signature and
 * row made to fit. Only what the changes themselves break is then wrong with it.
 */
export async function repacked(files: Files, key: SigningKey, changes: PackChanges) {
  const again = new Map(files)
  const text = (name: string) => new TextDecoder().decode(again.get(name))
  const put = (name: string, content: string) => again.set(name, new TextEncoder().encode(content))
  const manifest: EvidencePackManifest = JSON.parse(text(packPaths.manifest))
  const newHashes = new Map<string, string>()
  const publicKeySha256 = await fingerprintOf(key.publicKey)
  for (const [index, packed] of manifest.records.entries()) {
    const paths = capturePaths(packed.captureId)
    const record: AnyRecord = JSON.parse(text(paths.record))
    record.signature.publicKeySha256 = publicKeySha256
    const changed = changes.record?.(record, index) ?? record
    for (const { name, kind } of record.artefacts) {
      if (!isScreenshot(kind)) again.delete(paths.annotated(name))
    }
    put(paths.record, typeof changed === 'string' ? changed : canonicalJson(changed))
    const bytes = again.get(paths.record) ?? new Uint8Array()
    again.set(paths.signature, await sign(key, bytes))
    newHashes.set(packed.sha256, await sha256Hex(bytes))
    packed.sha256 = newHashes.get(packed.sha256) ?? packed.sha256
  }
  manifest.publicKeySha256 = publicKeySha256
  put(packPaths.publicKey, pemOf(key.publicKey))
  const payloadHash = await sha256Hex(new TextEncoder().encode(exportPayload(manifest)))
  const rows: LedgerRow[] = text(packPaths.ledger)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const rest = rows.slice(0, -1)
  const chained = await rechained([
    ...(changes.rows?.(rest) ?? rest).map((row) => ({
      ...row,
      payloadHash: newHashes.get(row.payloadHash) ?? row.payloadHash,
    })),
    ...rows.slice(-1).map((row) => ({ ...row, payloadHash })),
  ])
  put(packPaths.ledger, chained.map(ledgerLine).join(''))
  const head = chained.at(-1)
  if (head) Object.assign(manifest.ledger, { headSeq: head.seq, headHash: head.hash })
  put(packPaths.manifest, canonicalJson(changes.manifest?.(manifest) ?? manifest))
  return summedAgain(again, key)
}

/** The same rows, numbered and hashed from the first one's place on. */
async function rechained(rows: LedgerRow[]): Promise<LedgerRow[]> {
  const [first] = rows
  if (!first) return rows
  let last: LedgerRow = { ...first, seq: first.seq - 1, hash: first.previousHash }
  const chained: LedgerRow[] = []
  for (const row of rows) {
    last = await nextLedgerRow(first.seq === 1 && chained.length === 0 ? null : last, row, row.at)
    chained.push(last)
  }
  return chained
}
