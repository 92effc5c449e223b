import { type QueueGroup, queueGroupOf } from '../queue/flag.ts'
import type { QueueEntry } from '../queue/queue-entry.ts'

/** The groups in the order in which they are shown; undecided ones wait at the end. */
export const queueGroups = ['trademark', 'copyright', 'patent', 'undecided'] as const satisfies QueueGroup[]

export interface ComplaintGroup {
  group: QueueGroup
  entries: QueueEntry[]
}

/**
 * Groups the queue as complaints are filed: one IP type each. All four groups are there, in fixed order,
 * empty or not; the order of entries within a group stays. Flags that are not queued are left out.
 */
export function groupByIpType(entries: readonly QueueEntry[]): ComplaintGroup[] {
  const byGroup = new Map<QueueGroup, QueueEntry[]>(queueGroups.map((group) => [group, []]))
  for (const entry of entries) {
    const group = queueGroupOf(entry.flag)
    if (group) byGroup.get(group)?.push(entry)
  }
  return [...byGroup].map(([group, grouped]) => ({ group, entries: grouped }))
}

/** True for the name of a group, e.g. from a page's address. */
export const isQueueGroup = (text: string | null): text is QueueGroup =>
  (queueGroups as readonly (string | null)[]).includes(text)
