import type { IpType } from '../queue/flag.ts'
import { allowedSellerOf } from '../rights/allowed-seller.ts'
import { isInForce } from '../rights/expiry.ts'
import { findWords } from '../rights/find-words.ts'
import type { CalendarDate, Right } from '../rights/right.ts'
import { coversCountry } from '../rights/territory.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { PortalRules } from './portal-rules.ts'

/** What speaks for a right: where its words were found, and what else fits. Shown beside every proposal. */
export interface Ground {
  in: 'title' | 'brand' | 'store-name' | 'territory'
  /** The word as the page writes it, or the country. */
  shown: string
}

/** A right that may fit a listing. Always a proposal: a person decides. */
export interface RightProposal {
  rightId: string
  /** Null where the type has several reasons and nothing tells them apart. */
  reasonId: string | null
  grounds: Ground[]
  /** For the order only. */
  score: number
}

/** What a ground weighs: a brand field names the brand; a title may only compare with it. */
const weights = { brand: 4, title: 3, 'store-name': 2, territory: 1 } as const

interface Known {
  rights: readonly Right[]
  rules: PortalRules
  today: CalendarDate
}

/**
 * Rights that may fit, best first; none where no word of any right is on the page. Rights that have ended are left
 * out. None at all where this very seller may sell under one that fits: a mark is often registered twice, and the
 * permission entered once.
 */
export function proposeRights(listing: ListingFacts, ipType: IpType | null, known: Known): RightProposal[] {
  const inForce = known.rights.filter((right) => isInForce(right, known.today))
  const matches = matchRights(listing, ipType, { ...known, rights: inForce })
  const rightOf = new Map(inForce.map((right) => [right.rightId, right]))
  const isAllowed = matches.some(({ rightId }) => {
    const right = rightOf.get(rightId)
    return right !== undefined && allowedSellerOf(right, listing, known.today) !== null
  })
  return isAllowed ? [] : matches
}

/**
 * The same, with rights that have ended and such under which this very seller may sell: for saying so. Of two that
 * fit as well, one that the portal has verified goes first: complaints on others are not processed.
 */
export function matchRights(
  listing: ListingFacts,
  ipType: IpType | null,
  { rights, rules }: Pick<Known, 'rights' | 'rules'>,
): RightProposal[] {
  const verified = new Set(
    rights.filter(({ portal }) => portal.state === 'verified').map(({ rightId }) => rightId),
  )
  const isUnverified = ({ rightId }: RightProposal) => Number(!verified.has(rightId))
  return rights
    .filter((right) => ipType === null || right.ipType === ipType)
    .flatMap((right): RightProposal[] => {
      const words = groundsIn(listing, right)
      if (words.length === 0) return []
      const grounds = [...words, ...territoryGround(listing, right)]
      const score = grounds.reduce((sum, ground) => sum + weights[ground.in], 0)
      return [{ rightId: right.rightId, reasonId: proposeReason(right, rules), grounds, score }]
    })
    .sort((one, other) => other.score - one.score || isUnverified(one) - isUnverified(other))
}

function groundsIn(listing: ListingFacts, { vocabulary }: Right): Ground[] {
  const words = [...vocabulary.names, ...vocabulary.products]
  const places = [
    ['brand', listing.brand],
    ['title', listing.title],
    ['store-name', listing.storeName],
  ] as const
  return places.flatMap(([place, text]) =>
    text ? findWords(text, words).map(({ shown }): Ground => ({ in: place, shown })) : [],
  )
}

const territoryGround = ({ shipTo }: ListingFacts, right: Right): Ground[] =>
  shipTo !== null && coversCountry(right, shipTo) ? [{ in: 'territory', shown: shipTo }] : []

/** The one reason that the kind of right leaves; null where several are possible. */
function proposeReason(right: Right, { reasons }: PortalRules): string | null {
  const fitting = reasons.filter(
    ({ ipType, patentKinds, isSingle, demands }) =>
      ipType === right.ipType &&
      !isSingle &&
      !demands.includes('decision') &&
      (right.ipType !== 'patent' || patentKinds.length === 0 || patentKinds.includes(right.kind)),
  )
  return fitting.length === 1 ? (fitting[0]?.reasonId ?? null) : null
}
