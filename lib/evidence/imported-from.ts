import { isRecord } from '../core/hostile-json.ts'
import type { Capture } from './capture.ts'

/** Where a capture that was made elsewhere came from, in a few words; null for one of this installation. */
export function importedFromOf(capture: Capture): string | null {
  const from: unknown = 'importedFrom' in capture ? capture.importedFrom : null
  if (typeof from === 'string') return from
  if (!isRecord(from)) return null
  const named = [from.name, from.packId, from.publicKeySha256].find((value) => typeof value === 'string')
  return typeof named === 'string' ? named : ''
}
