import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'

/** One line of the list as it is scrolled: the head of a group, or a listing. */
type ListLine =
  | { kind: 'head'; key: string; group: QueueGroup }
  | { kind: 'row'; key: string; group: QueueGroup; entry: QueueEntry; position: number; size: number }

export interface ListLayout {
  lines: ListLine[]
  /** Flag ids of the rows that are not folded away, in the order shown. */
  shownIds: string[]
  /** Index in `lines`, by flag id. */
  lineOf: ReadonlyMap<string, number>
}

/** Lays groups out one under the other; empty groups have no head, folded ones only that. */
export function listLayout(groups: ComplaintGroup[], folded: ReadonlySet<QueueGroup>): ListLayout {
  const lines: ListLine[] = []
  const shownIds: string[] = []
  const lineOf = new Map<string, number>()
  for (const { group, entries } of groups) {
    if (entries.length === 0) continue
    lines.push({ kind: 'head', key: group, group })
    if (folded.has(group)) continue
    for (const [index, entry] of entries.entries()) {
      const { flagId } = entry.flag
      lineOf.set(flagId, lines.length)
      shownIds.push(flagId)
      lines.push({ kind: 'row', key: flagId, group, entry, position: index + 1, size: entries.length })
    }
  }
  return { lines, shownIds, lineOf }
}
