import { isRecord } from '../../core/hostile-json.ts'
import { idPattern } from '../../core/ids.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import type { EvidencePackManifest, PackedRecord, PackedTimeStamp } from './evidence-pack-layout.ts'

// By hand and not with zod: these checks also lie in every pack, in the verifier page.

/** What of a record is checked here; the rest is covered by its hash. */
export interface CheckedRecord {
  captureId: string
  recordId: string
  supersedes: unknown
  artefacts: Array<{ name: string; kind: string; bytes: number; sha256: string }>
  signature: { publicKeySha256: string }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isFileName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,99}$/.test(value)

export const isCheckedRecord = (value: unknown): value is CheckedRecord =>
  isRecord(value) &&
  value.format === 'docket-evidence-record' &&
  (value.formatVersion === 1 || value.formatVersion === 2) &&
  isId(value.captureId) &&
  isId(value.recordId) &&
  'supersedes' in value &&
  isRecord(value.signature) &&
  isHash(value.signature.publicKeySha256) &&
  Array.isArray(value.artefacts) &&
  value.artefacts.every(
    (artefact) =>
      isRecord(artefact) &&
      isFileName(artefact.name) &&
      typeof artefact.kind === 'string' &&
      isCount(artefact.bytes) &&
      isHash(artefact.sha256),
  )

const isPackedRecord = (value: unknown): value is PackedRecord =>
  isRecord(value) &&
  isId(value.captureId) &&
  isId(value.recordId) &&
  isHash(value.sha256) &&
  (value.origin === undefined || isId(value.origin))

const isOrdered = (values: unknown[]) =>
  values.every((value, index) => index === 0 || String(values[index - 1]) < String(value))

const isVersion1 = (value: Record<string, unknown>): boolean =>
  value.formatVersion === 1 && value.purpose === undefined && !value.keys && !value.origins

const isVersion2 = ({ formatVersion, purpose, keys, origins }: Record<string, unknown>): boolean =>
  formatVersion === 2 &&
  (purpose === 'export' || purpose === 'copy') &&
  Array.isArray(keys) &&
  keys.every(isHash) &&
  isOrdered(keys) &&
  Array.isArray(origins) &&
  origins.every(isId) &&
  isOrdered(origins)

/** What it states is held against the token; here it must only be there. */
const isPackedTimeStamp = (value: unknown): value is PackedTimeStamp =>
  isRecord(value) &&
  isCount(value.ledgerSeq) &&
  isCount(value.entrySeq) &&
  isHash(value.sha256) &&
  typeof value.time === 'string' &&
  typeof value.authority === 'string' &&
  typeof value.issuer === 'string'

export const isManifest = (value: unknown): value is EvidencePackManifest =>
  isRecord(value) &&
  value.format === 'docket-evidence-pack' &&
  (isVersion1(value) || isVersion2(value)) &&
  isId(value.packId) &&
  isHash(value.publicKeySha256) &&
  Array.isArray(value.records) &&
  value.records.length > 0 &&
  value.records.every(isPackedRecord) &&
  Array.isArray(value.earlierRecords) &&
  value.earlierRecords.every(isPackedRecord) &&
  (value.timeStamps === undefined ||
    (Array.isArray(value.timeStamps) && value.timeStamps.every(isPackedTimeStamp))) &&
  (value.undrawn === undefined ||
    (Array.isArray(value.undrawn) && value.undrawn.every((path) => typeof path === 'string'))) &&
  isRecord(value.ledger) &&
  isCount(value.ledger.firstSeq) &&
  isHash(value.ledger.previousHash) &&
  isCount(value.ledger.headSeq) &&
  isHash(value.ledger.headHash)

export const isLedgerRow = (value: unknown): value is LedgerRow =>
  isRecord(value) &&
  isCount(value.seq) &&
  isHash(value.previousHash) &&
  isHash(value.hash) &&
  isHash(value.payloadHash) &&
  typeof value.action === 'string' &&
  typeof value.subject === 'string' &&
  typeof value.actor === 'string' &&
  isRecord(value.at)
