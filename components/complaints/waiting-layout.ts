import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import type { ProposalGroup } from '../../lib/complaints/group-proposals.ts'

export type WaitingGroup = ProposalGroup<QueuedListing>

/** One line of the list as it is scrolled: the head of a group, or a listing. */
export type WaitingLine =
  | { kind: 'head'; key: string; group: WaitingGroup }
  | { kind: 'row'; key: string; group: WaitingGroup; listing: QueuedListing }

export interface WaitingLayout {
  lines: WaitingLine[]
  /** Flag ids in the order shown. */
  shownIds: string[]
  rowOf: ReadonlyMap<string, { group: WaitingGroup; listing: QueuedListing; line: number }>
}

export function waitingLayout(groups: readonly WaitingGroup[]): WaitingLayout {
  const lines: WaitingLine[] = []
  const rowOf = new Map<string, { group: WaitingGroup; listing: QueuedListing; line: number }>()
  for (const group of groups) {
    lines.push({ kind: 'head', key: `head ${group.key}`, group })
    for (const listing of group.listings) {
      rowOf.set(listing.flagId, { group, listing, line: lines.length })
      lines.push({ kind: 'row', key: listing.flagId, group, listing })
    }
  }
  return { lines, shownIds: [...rowOf.keys()], rowOf }
}
