import type { IpType } from '../queue/flag.ts'
import type { CalendarDate, Right } from '../rights/right.ts'
import { checkListing } from './check-lines.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { OpenPoint } from './open-point.ts'
import type { PortalRules } from './portal-rules.ts'
import { matchRights } from './propose-right.ts'

/** What a person should know of a listing the moment it is flagged, in few words each; see `warnAtFlagging`. */
const shortWords: Record<string, (point: OpenPoint, listing: ListingFacts) => string> = {
  'seller-allowed': () => 'this seller may sell these goods',
  'filed-before': () => 'already filed with this right',
  'in-other-complaint': () => 'already in an open complaint',
  'removed-before': () => 'already removed once',
  territory: (_, { shipTo }) => `the right may not apply in ${shipTo}`,
}

/**
 * The same checks as before packing, of which only those are said that matter while the page is open. The right is
 * the one that the person chose, else the one that fits best; none where no right fits.
 */
export function warnAtFlagging(
  listing: ListingFacts,
  flag: { ipType: IpType | null; rightId: string | null },
  {
    rights,
    rules,
    today,
    nowMs,
  }: { rights: readonly Right[]; rules: PortalRules; today: CalendarDate; nowMs: number },
): string[] {
  const rightId = flag.rightId ?? matchRights(listing, flag.ipType, { rights, rules, today })[0]?.rightId
  const right = rights.find((known) => known.rightId === rightId)
  if (!right) return []
  const context = { right, complaintId: null, today, nowMs, lastSeenMaxHours: rules.lastSeenMaxHours.value }
  const said = checkListing(listing, context).flatMap(
    (point) => shortWords[point.code]?.(point, listing) ?? [],
  )
  return [...new Set(said)]
}
