import { isRecord } from '../core/hostile-json.ts'
import type { Capture } from './capture.ts'

/** The pack that brought a capture which was not made here; null for one of this installation. */
export function importedFromOf(capture: Capture): string | null {
  const from: unknown = 'importedFrom' in capture ? capture.importedFrom : null
  if (!isRecord(from)) return null
  return typeof from.packId === 'string' ? from.packId : ''
}
