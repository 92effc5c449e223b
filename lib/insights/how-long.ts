import { daysBetween } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import { isOpenState } from '../tracking/line-outcome.ts'
import { type FiledListing, memberOfFiled } from './filed-listing.ts'
import { type JudgedListing, memberOfJudged } from './judged-listing.ts'
import type { Member } from './member.ts'
import { isWithin, type Span } from './span.ts'

export const distances = ['to-file', 'to-decision', 'to-removal'] as const
export type Distance = (typeof distances)[number]

/** How long something took. Every listing is in exactly one of the four lists. */
export interface HowLong {
  distance: Distance
  /** Days in the middle of those that are over; null where none is. */
  medianDays: number | null
  shortestDays: number | null
  longestDays: number | null
  over: Member[]
  /** Not over yet: they count for no median, and never as zero. */
  open: Member[]
  /** They ended in another way. */
  otherwise: Member[]
  /** Their days contradict each other, or one is not known. */
  unclear: Member[]
}

/** The middle value, or the mean of the two in the middle; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [below, above] = [sorted[middle - 1], sorted[middle]]
  if (above === undefined) return null
  return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2
}

type Part = 'over' | 'open' | 'otherwise' | 'unclear'

function howLong(
  distance: Distance,
  members: ReadonlyArray<{ member: Member; from: CalendarDate | null; to: CalendarDate | null; else: Part }>,
): HowLong {
  const lists: Record<Part, Member[]> = { over: [], open: [], otherwise: [], unclear: [] }
  const days: number[] = []
  for (const { member, from, to, else: part } of members) {
    if (to === null) {
      lists[part].push(member)
      continue
    }
    if (from === null || to < from) {
      lists.unclear.push(member)
      continue
    }
    lists.over.push(member)
    days.push(daysBetween(from, to))
  }
  return {
    distance,
    medianDays: medianOf(days),
    shortestDays: days.length === 0 ? null : days.reduce((one, other) => Math.min(one, other)),
    longestDays: days.length === 0 ? null : days.reduce((one, other) => Math.max(one, other)),
    ...lists,
  }
}

/**
 * From the judgement to the filing, of listings filed in these days and of those judged in them that still wait; from
 * the filing to the first decision and to the removal, of listings filed in them, whenever the answer came.
 */
export function howLongItTook(
  { judged, filed }: { judged: readonly JudgedListing[]; filed: readonly FiledListing[] },
  span: Span,
): HowLong[] {
  const own = filed.filter(({ filedOn }) => isWithin(span, filedOn))
  const waiting = judged.filter(({ isQueued, judgedOn }) => isQueued && isWithin(span, judgedOn))
  const end = (line: FiledListing): Part => (isOpenState(line.standing) ? 'open' : 'otherwise')
  return [
    howLong('to-file', [
      ...own.map((line) => ({
        ...{ member: memberOfFiled(line), from: line.flaggedOn, to: line.filedOn, else: 'unclear' as const },
      })),
      ...waiting.map((listing) => ({
        ...{ member: memberOfJudged(listing), from: listing.judgedOn, to: null, else: 'open' as const },
      })),
    ]),
    howLong(
      'to-decision',
      own.map((line) => ({
        ...{ member: memberOfFiled(line), from: line.filedOn, to: line.decidedOn, else: end(line) },
      })),
    ),
    howLong(
      'to-removal',
      own.map((line) => ({
        ...{ member: memberOfFiled(line), from: line.filedOn, to: line.removedOn, else: end(line) },
      })),
    ),
  ]
}
