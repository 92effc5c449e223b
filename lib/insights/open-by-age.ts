import { daysBetween } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import { isOpenState } from '../tracking/line-outcome.ts'
import { type FiledListing, memberOfFiled } from './filed-listing.ts'
import type { Member } from './member.ts'

/** Days since the filing, from the first to the last of each; the last has no end. */
export const ages = [
  { from: 0, to: 2 },
  { from: 3, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: null },
] as const
export type Age = (typeof ages)[number]

/** Listings that wait for an answer today, whenever they were filed. */
export function openByAge(
  filed: readonly FiledListing[],
  today: CalendarDate,
): Array<{ age: Age; members: Member[] }> {
  const open = filed
    .filter(({ standing }) => isOpenState(standing))
    .map((line) => ({ days: Math.max(0, daysBetween(line.filedOn, today)), member: memberOfFiled(line) }))
  return ages.map((age) => ({
    age,
    members: open
      .filter(({ days }) => days >= age.from && (age.to === null || days <= age.to))
      .map(({ member }) => member),
  }))
}
