import { parseHostileJson } from '../../core/hostile-json.ts'
import type { EvidenceRecord } from './evidence-record.ts'
import type { SealedRecord } from './seal-repo.ts'

/**
 * What a stored record states; null where its bytes are no evidence record (any more). Records of older versions,
 * and imported ones, may lack what today's have: show what is there.
 */
export function readStoredRecord({ bytes }: Pick<SealedRecord, 'bytes'>): EvidenceRecord | null {
  const parsed = parseHostileJson(new TextDecoder().decode(bytes))
  const record = parsed.ok ? (parsed.value as Partial<EvidenceRecord> | null) : null
  return record?.format === 'docket-evidence-record' && Array.isArray(record.artefacts)
    ? (record as EvidenceRecord)
    : null
}
