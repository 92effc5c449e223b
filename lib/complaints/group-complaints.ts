import type { ComplaintKey } from './complaint.ts'
import { linksPerComplaint, type PortalRules, portalOf, reasonOf } from './portal-rules.ts'

/** A queued listing with what is decided of it; a listing without right or reason waits. */
export interface ListingToGroup {
  flagId: string
  comId: string
  rightId: string | null
  reasonId: string | null
}

/** What will be one complaint. */
export interface ProposedComplaint<Listing extends ListingToGroup> {
  key: ComplaintKey
  /** 1, 2, 3 … of `of` complaints with this key. */
  part: number
  of: number
  listings: Listing[]
}

export interface Grouping<Listing extends ListingToGroup> {
  complaints: ProposedComplaint<Listing>[]
  /** Listings that cannot go anywhere yet, in their order. */
  waiting: Listing[]
}

/**
 * Cuts the queue into complaints: portal × platform × right × type × reason, at most the portal's number of
 * links each; a test purchase stands alone. The order of listings stays, and complaints come in the order of
 * their first listing, so that the same queue always gives the same complaints. No listing is lost or doubled.
 *
 * @param rights kind of each known right; a listing whose right is not among them, or whose reason is of another
 *   kind, waits
 */
export function groupComplaints<Listing extends ListingToGroup>(
  listings: readonly Listing[],
  {
    rules,
    portalId,
    platformId,
    complaintType,
    rights,
  }: Omit<ComplaintKey, 'rightId' | 'reasonId'> & {
    rules: PortalRules
    rights: ReadonlyMap<string, { ipType: string }>
  },
): Grouping<Listing> {
  const portal = portalOf(rules, portalId)
  const groups = new Map<string, { key: ComplaintKey; limit: number; listings: Listing[] }>()
  const waiting: Listing[] = []
  for (const listing of listings) {
    const { rightId, reasonId } = listing
    const reason = reasonId === null ? null : reasonOf(rules, reasonId)
    const right = rightId === null ? undefined : rights.get(rightId)
    if (!portal || rightId === null || !right || !reason || reason.ipType !== right.ipType) {
      waiting.push(listing)
      continue
    }
    const name = `${rightId} ${reason.reasonId}`
    const group = groups.get(name) ?? {
      key: { portalId, platformId, complaintType, rightId, reasonId: reason.reasonId },
      limit: linksPerComplaint(portal, reason),
      listings: [],
    }
    group.listings.push(listing)
    groups.set(name, group)
  }
  const complaints = [...groups.values()].flatMap(({ key, limit, listings: grouped }) => {
    const of = Math.ceil(grouped.length / limit)
    return Array.from({ length: of }, (_, at) => ({
      key,
      part: at + 1,
      of,
      listings: grouped.slice(at * limit, (at + 1) * limit),
    }))
  })
  return { complaints, waiting }
}
