import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import type { ComplaintSection } from './complaint-sections.ts'

/** One line of the list as it is scrolled: the head of a group, or a listing. */
type ListLine =
  | { kind: 'head'; key: string; group: QueueGroup }
  /** What will be one complaint, within a group. `rowsAbove`: rows of the group before it. */
  | {
      kind: 'complaint'
      key: string
      group: QueueGroup
      section: ComplaintSection
      rowsAbove: number
      headsAbove: number
    }
  | {
      kind: 'row'
      key: string
      group: QueueGroup
      entry: QueueEntry
      position: number
      size: number
      /** Heads of complaints of the group that stand before it. */
      headsAbove: number
    }

export interface ListLayout {
  lines: ListLine[]
  /** Flag ids of the rows that are not folded away, in the order shown. */
  shownIds: string[]
  /** Index in `lines`, by flag id. */
  lineOf: ReadonlyMap<string, number>
}

/**
 * Lays groups out one under the other; empty groups have no head, folded ones only that. Where it is known what will
 * be one complaint, the entries of a group stand under the heads of these.
 */
export function listLayout(
  groups: readonly ComplaintGroup[],
  folded: ReadonlySet<QueueGroup>,
  complaints: ReadonlyMap<QueueGroup, ComplaintSection[]> = new Map(),
): ListLayout {
  const lines: ListLine[] = []
  const shownIds: string[] = []
  const lineOf = new Map<string, number>()
  for (const { group, entries } of groups) {
    if (entries.length === 0) continue
    lines.push({ kind: 'head', key: group, group })
    if (folded.has(group)) continue
    let [position, headsAbove] = [0, 0]
    for (const section of complaints.get(group) ?? [{ key: group, entries, isWhole: true as const }]) {
      if (!('isWhole' in section)) {
        lines.push({ kind: 'complaint', key: section.key, group, section, rowsAbove: position, headsAbove })
        headsAbove += 1
      }
      for (const entry of section.entries) {
        const { flagId } = entry.flag
        position += 1
        lineOf.set(flagId, lines.length)
        shownIds.push(flagId)
        lines.push({ kind: 'row', key: flagId, group, entry, position, size: entries.length, headsAbove })
      }
    }
  }
  return { lines, shownIds, lineOf }
}
