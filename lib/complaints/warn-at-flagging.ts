import type { IpType } from '../queue/flag.ts'
import { allowedSellerOf } from '../rights/allowed-seller.ts'
import { isInForce } from '../rights/expiry.ts'
import type { CalendarDate, Right } from '../rights/right.ts'
import { checkListing } from './check-lines.ts'
import { checkState } from './check-right-to-file.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { OpenPoint } from './open-point.ts'
import type { PortalRules } from './portal-rules.ts'
import { matchRights } from './propose-right.ts'

/** What a person should know of a listing the moment it is flagged, in few words each; see `warnAtFlagging`. */
const shortWords: Record<string, (point: OpenPoint, listing: ListingFacts) => string> = {
  'seller-allowed': () => sellerAllowed,
  'filed-before': () => 'already filed with this right',
  'in-other-complaint': () => 'already in an open complaint',
  'removed-before': () => 'already removed once',
  territory: (_, { shipTo }) => `the right may not apply in ${shipTo}`,
  'right-expired': () => 'the right has ended',
  'right-refused': () => 'the portal refused the right',
  'right-unverified': () => 'the right is not verified on the portal',
}

const sellerAllowed = 'this seller may sell these goods'

/**
 * The same checks as before packing, of which only those are said that matter while the page is open. The right is
 * the one that the person chose, else the one that fits best; where no right fits, all that can be said is that none
 * of the kind is entered. A permission counts under every right that fits.
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
  const rightOf = new Map(rights.map((right) => [right.rightId, right]))
  const matches = matchRights(listing, flag.ipType, { rights, rules }).flatMap(
    ({ rightId }) => rightOf.get(rightId) ?? [],
  )
  const chosen = flag.rightId === null ? undefined : rightOf.get(flag.rightId)
  const right = chosen ?? matches.find((match) => isInForce(match, today)) ?? matches[0]
  if (!right) {
    const isKindMissing =
      rights.length > 0 && flag.ipType !== null && rights.every(({ ipType }) => ipType !== flag.ipType)
    return isKindMissing ? [`no ${flag.ipType} is entered under Rights`] : []
  }
  const context = {
    right,
    rights,
    complaintId: null,
    today,
    nowMs,
    lastSeenMaxHours: rules.lastSeenMaxHours.value,
  }
  const said = [...checkListing(listing, context), ...checkState(right, today)].flatMap(
    (point) => shortWords[point.code]?.(point, listing) ?? [],
  )
  const isAllowed = matches.some((match) => allowedSellerOf(match, listing, today))
  return [...new Set([...(isAllowed ? [sellerAllowed] : []), ...said])]
}
