import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import { groupComplaints } from '../../lib/complaints/group-complaints.ts'
import { type PortalRules, reasonOf } from '../../lib/complaints/portal-rules.ts'
import type { IpType, QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'

/** What the queue must know of rights and rules to show what will be one complaint. */
export interface ComplaintKnowledge {
  rights: ReadonlyMap<string, { ipType: IpType; label: string }>
  rules: PortalRules
}

/** Part of a group: what will be one complaint, or what has no right yet. */
export interface ComplaintSection {
  key: string
  /** Right and reason; null for what waits. */
  name: string | null
  /** 1 of 1 where it is not cut. */
  part: number
  of: number
  entries: QueueEntry[]
}

/** The groups' entries by what will be one complaint; groups of which nothing has a right are left out. */
export function complaintSections(
  groups: readonly ComplaintGroup[],
  { rights, rules }: ComplaintKnowledge,
): ReadonlyMap<QueueGroup, ComplaintSection[]> {
  const sections = new Map<QueueGroup, ComplaintSection[]>()
  for (const { group, entries } of groups) {
    const { complaints, waiting } = groupComplaints(
      entries.map((entry) => {
        const { flagId, comId, rightId, reasonId } = entry.flag
        return { flagId, comId, rightId, reasonId, entry }
      }),
      {
        rules,
        rights,
        portalId: rules.defaultPortalId,
        platformId: rules.platforms[0]?.platformId ?? '',
        complaintType: 'product-listing',
      },
    )
    if (complaints.length === 0) continue
    const decided = complaints.map(({ key, part, of, listings }): ComplaintSection => {
      const right = rights.get(key.rightId)?.label ?? key.rightId
      const reason = reasonOf(rules, key.reasonId)?.name.value ?? key.reasonId
      return {
        key: `${group} ${key.rightId} ${key.reasonId} ${part}`,
        name: `${right} · ${reason}`,
        ...{ part, of },
        entries: listings.map(({ entry }) => entry),
      }
    })
    const undecided: ComplaintSection[] =
      waiting.length === 0
        ? []
        : [
            {
              key: `${group} waiting`,
              name: null,
              ...{ part: 1, of: 1 },
              entries: waiting.map(({ entry }) => entry),
            },
          ]
    sections.set(group, [...decided, ...undecided])
  }
  return sections
}
