import type { IpType } from '../queue/flag.ts'
import type { CalendarDate, Right } from '../rights/right.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { PortalRules } from './portal-rules.ts'
import { type Ground, proposeRights, type RightProposal } from './propose-right.ts'

/** A listing that waits for a right and a reason. */
export interface WaitingListing {
  flagId: string
  ipType: IpType | null
  facts: ListingFacts
}

/** Waiting listings for which the same right is proposed on the same ground. */
export interface ProposalGroup<Listing extends WaitingListing> {
  /** The same for the same right and ground. */
  key: string
  /** Null where no right's words are on the page. */
  proposal: Pick<RightProposal, 'rightId' | 'reasonId' | 'grounds'> | null
  listings: Listing[]
}

/**
 * Puts waiting listings together by what is proposed for them, the strongest ground first and those without any at
 * the end, so that one word of the person decides many. The order of listings stays within each.
 */
export function groupProposals<Listing extends WaitingListing>(
  waiting: readonly Listing[],
  known: { rights: readonly Right[]; rules: PortalRules; today: CalendarDate },
): ProposalGroup<Listing>[] {
  const groups = new Map<string, ProposalGroup<Listing> & { score: number }>()
  for (const listing of waiting) {
    const [best] = proposeRights(listing.facts, listing.ipType, known)
    const key = best ? `${best.rightId} ${best.grounds.map(groundKey).join(' ')}` : ''
    const group = groups.get(key) ?? { key, proposal: best ?? null, listings: [], score: best?.score ?? 0 }
    group.listings.push(listing)
    groups.set(key, group)
  }
  // By name where grounds are as strong: groups stay where they are while the person works through them.
  return [...groups.values()].sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1))
}

const groundKey = ({ in: place, shown }: Ground): string => `${place}=${shown}`
