import { useEffect, useState } from 'react'
import type { EvidenceRecord } from '../../lib/evidence/seal/evidence-record.ts'
import { readStoredRecord } from '../../lib/evidence/seal/read-stored-record.ts'
import type { SealedRecord } from '../../lib/evidence/seal/seal-repo.ts'

/** A stored record and what it states; null where its bytes are no record any more. */
export interface ShownRecord {
  stored: SealedRecord
  stated: EvidenceRecord | null
}

/** The newest sealed record and those it replaced, newest first; null while they are read. */
export function useRecords(
  { record }: { record(recordId: string): Promise<SealedRecord | null> },
  recordId: string | null,
): ShownRecord[] | null {
  const [records, setRecords] = useState<ShownRecord[] | null>(null)
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const found: ShownRecord[] = []
      for (let next = recordId; next !== null; ) {
        const stored = await record(next)
        if (!stored) break
        const stated = readStoredRecord(stored)
        found.push({ stored, stated })
        const earlier: string | null = stated?.supersedes?.recordId ?? null
        next = found.some((one) => one.stored.recordId === earlier) ? null : earlier
      }
      if (!isGone) setRecords(found)
    }
    read().catch((error: unknown) => {
      // The page's boundary says why it cannot be read.
      setRecords(() => {
        throw error
      })
    })
    return () => {
      isGone = true
    }
  }, [record, recordId])
  return records
}
