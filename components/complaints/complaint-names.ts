import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { ListingFacts } from '../../lib/complaints/listing-facts.ts'
import { type PortalRules, type Reason, reasonOf } from '../../lib/complaints/portal-rules.ts'
import type { Ground } from '../../lib/complaints/propose-right.ts'
import type { Right } from '../../lib/rights/right.ts'
import type { Choice } from '../ui/field.tsx'
import type { Known } from './read-known.ts'
import { words } from './words.ts'

export const rightName = ({ rightOf }: Known, rightId: string): string =>
  rightOf.get(rightId)?.label ?? words.rightGone

const reasonName = ({ rules }: Known, reasonId: string): string =>
  reasonOf(rules, reasonId)?.name.value ?? words.reasonGone(reasonId)

/** E.g. "VELMORA word mark · Counterfeit Features". */
export const complaintName = (
  known: Known,
  { rightId, reasonId }: Pick<Complaint, 'rightId' | 'reasonId'>,
): string => `${rightName(known, rightId)} · ${reasonName(known, reasonId)}`

export const listingTitle = ({ title, comId }: ListingFacts): string => title ?? words.titleUnknown(comId)

export const groundText = (grounds: readonly Ground[]): string =>
  grounds.map(({ in: place, shown }) => words.ground[place](shown)).join(' · ')

/** Reasons that may be given for a right. */
export const reasonsFor = (right: Right, { reasons }: PortalRules): Reason[] =>
  reasons.filter(
    ({ ipType, patentKinds }) =>
      ipType === right.ipType &&
      (right.ipType !== 'patent' || patentKinds.length === 0 || patentKinds.includes(right.kind)),
  )

/** The same as choices, with an empty one first. */
export const reasonChoices = (right: Right | undefined, rules: PortalRules): Choice[] => [
  { value: '', label: words.chooseReason },
  ...(right ? reasonsFor(right, rules) : []).map(({ reasonId, name }) => ({
    value: reasonId,
    label: name.value,
  })),
]
