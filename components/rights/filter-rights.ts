import type { IpType } from '../../lib/queue/flag.ts'
import { foldText } from '../../lib/rights/find-words.ts'
import { nameOfRight } from '../../lib/rights/new-right.ts'
import type { Holder, PortalStatus, Right } from '../../lib/rights/right.ts'
import { locale } from '../language/language.ts'

/** What a person narrows the list by. */
export interface RightsFilter {
  text: string
  ipType: IpType | null
  state: PortalStatus['state'] | null
}

export const noFilter: RightsFilter = { text: '', ipType: null, state: null }

/** The rights that fit, by name. Every word of the text stands somewhere in what is said of the right. */
export function filterRights(
  rights: readonly Right[],
  holders: readonly Holder[],
  { text, ipType, state }: RightsFilter,
): Right[] {
  const wanted = foldText(text).split(/\s+/).filter(Boolean)
  const nameOf = new Map(holders.map(({ holderId, name }) => [holderId, name]))
  return rights
    .filter((right) => ipType === null || right.ipType === ipType)
    .filter((right) => state === null || right.portal.state === state)
    .filter((right) => {
      const said = foldText(saidOf(right, nameOf.get(right.holderId) ?? ''))
      return wanted.every((word) => said.includes(word))
    })
    .sort((one, other) => nameOfRight(one).localeCompare(nameOfRight(other), locale, { numeric: true }))
}

const saidOf = (right: Right, holder: string): string =>
  [
    nameOfRight(right),
    right.label,
    right.number,
    right.registrant,
    right.jurisdiction,
    holder,
    right.ipType === 'trademark' ? right.mark : '',
    right.ipType === 'copyright' ? `${right.workTitle} ${right.author}` : '',
    right.ipType === 'patent' ? right.title : '',
    ...right.vocabulary.names,
    ...right.vocabulary.products,
  ].join(' ')
