import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import type { QueueEvidence, QueueReader } from '../../lib/queue/queue-entry.ts'

const none: ReadonlyMap<string, QueueEvidence> = new Map()

/**
 * What was captured of the rows in view, in one query, kept up to date. While the next rows are read those
 * that were read before stay, so that scrolling does not flicker.
 */
export function useVisibleEvidence(
  reader: QueueReader,
  captureIds: string[],
): ReadonlyMap<string, QueueEvidence> {
  const last = useRef(none)
  const found = useLiveQuery(() => reader.evidence(captureIds), [reader, captureIds.join()])
  if (found) last.current = found
  return last.current
}
