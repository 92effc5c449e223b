import type { LineState } from '../tracking/line-outcome.ts'
import { type FiledListing, memberOfFiled } from './filed-listing.ts'
import type { Member } from './member.ts'
import { isWithin, type Span } from './span.ts'

export const successKeys = ['rightId', 'reasonId', 'sellerId', 'portalId'] as const
/** By what success is told apart. */
export type SuccessKey = (typeof successKeys)[number]

export const successColumns = ['filed', 'taken-down', 'rejected', 'reinstated', 'other', 'open'] as const
export type SuccessColumn = (typeof successColumns)[number]

/** Listings filed in these days, by how they stand now. `filed` is all of them, the others are its parts. */
export interface SuccessRow {
  /** Null: not known. */
  key: string | null
  members: Record<SuccessColumn, Member[]>
}

/** As the good-faith meter judges them; `other` was withdrawn, or gone before it was filed. */
const columnOf: Record<LineState, Exclude<SuccessColumn, 'filed'>> = {
  filed: 'open',
  'counter-noticed': 'open',
  removed: 'taken-down',
  'geo-blocked': 'taken-down',
  relisted: 'taken-down',
  rejected: 'rejected',
  reinstated: 'reinstated',
  withdrawn: 'other',
  'gone-before-filing': 'other',
}

/** Those with the most filed first. */
export function successBy(key: SuccessKey, filed: readonly FiledListing[], span: Span): SuccessRow[] {
  const own = filed.filter(({ filedOn }) => isWithin(span, filedOn))
  const rows = [...Map.groupBy(own, (line) => line[key])].map(([value, lines]): SuccessRow => {
    const parts = Object.fromEntries(
      successColumns.map((column) => [
        column,
        lines.flatMap((line) =>
          column === 'filed' || columnOf[line.standing] === column ? [memberOfFiled(line)] : [],
        ),
      ]),
    )
    return { key: value, members: parts as SuccessRow['members'] }
  })
  return rows.sort(
    (one, other) =>
      other.members.filed.length - one.members.filed.length || (one.key ?? '').localeCompare(other.key ?? ''),
  )
}

/** What the portal decided: the whole of which the taken down are a part. */
export const decidedOf = ({ members }: SuccessRow): Member[] => [
  ...members['taken-down'],
  ...members.rejected,
  ...members.reinstated,
]
