import type { ArtefactKind } from './capture.ts'
import type { EvidenceReader } from './evidence-reader.ts'
import { artefactsOf } from './seal/evidence-record.ts'

/** How many files of a kind there are, and what they take. */
export interface KindSize {
  files: number
  bytes: number
}

export interface MeasuredFiles {
  kinds: ReadonlyMap<ArtefactKind, KindSize>
  lookedAt: number
  of: number
}

const step = 200

/**
 * Adds up the files of all captures by kind, a few captures at a time. A file that several captures name is stored
 * once and counts once; files of a capture that was purged do not count.
 */
export async function* measureFiles(
  reader: Pick<EvidenceReader, 'captureIds' | 'entries'>,
  signal: AbortSignal,
): AsyncGenerator<MeasuredFiles> {
  const captureIds = await reader.captureIds()
  const kinds = new Map<ArtefactKind, KindSize>()
  const counted = new Set<string>()
  const of = captureIds.length
  yield { kinds, lookedAt: 0, of }
  for (let from = 0; from < of && !signal.aborted; from += step) {
    const entries = await reader.entries(captureIds.slice(from, from + step))
    for (const { job, purge } of entries.values()) {
      for (const { kind, sha256, bytes } of job && !purge ? artefactsOf(job) : []) {
        if (counted.has(sha256)) continue
        counted.add(sha256)
        const before = kinds.get(kind) ?? { files: 0, bytes: 0 }
        kinds.set(kind, { files: before.files + 1, bytes: before.bytes + bytes })
      }
    }
    yield { kinds: new Map(kinds), lookedAt: Math.min(from + step, of), of }
  }
}
