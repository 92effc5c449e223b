import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import type { EvidenceEntry, EvidenceReader } from '../../lib/evidence/evidence-reader.ts'

const none: ReadonlyMap<string, EvidenceEntry> = new Map()

/**
 * The captures in view, in one query, kept up to date. While the next ones are read those that were read before
 * stay, so that scrolling does not flicker.
 */
export function useEntries(reader: EvidenceReader, captureIds: string[]): ReadonlyMap<string, EvidenceEntry> {
  const last = useRef(none)
  const found = useLiveQuery(() => reader.entries(captureIds), [reader, captureIds.join()])
  if (found) last.current = found
  return last.current
}
