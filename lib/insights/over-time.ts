import type { CalendarDate } from '../rights/right.ts'
import { type FiledListing, memberOfFiled } from './filed-listing.ts'
import { type JudgedListing, memberOfJudged } from './judged-listing.ts'
import type { Member } from './member.ts'
import { isWithin, type Span, type Step, stepOf, stepsOf } from './span.ts'

export const timeColumns = ['judged', 'infringing', 'filed', 'taken-down', 'rejected', 'came-back'] as const
export type TimeColumn = (typeof timeColumns)[number]

export interface TimeRow {
  step: Step
  members: Record<TimeColumn, Member[]>
}

/**
 * Listings by the day on which something happened to them: judged, filed, and by how they stand now since when. A
 * listing that was taken down and came back counts as came back.
 */
export function overTime(
  { judged, filed }: { judged: readonly JudgedListing[]; filed: readonly FiledListing[] },
  span: Span,
): TimeRow[] {
  const steps = stepsOf(span)
  const rows = steps.map((step): TimeRow => {
    const members = Object.fromEntries(timeColumns.map((column) => [column, [] as Member[]]))
    return { step, members: members as TimeRow['members'] }
  })
  const add = (column: TimeColumn, on: CalendarDate | null, member: (on: CalendarDate) => Member) => {
    if (on !== null && isWithin(span, on)) rows[stepOf(steps, on)]?.members[column].push(member(on))
  }
  for (const listing of judged) {
    add('judged', listing.judgedOn, () => memberOfJudged(listing))
    if (listing.verdict === 'infringing') add('infringing', listing.judgedOn, () => memberOfJudged(listing))
  }
  for (const line of filed) {
    const member = (on: CalendarDate) => memberOfFiled(line, on)
    add('filed', line.filedOn, member)
    const column = columnOf(line)
    if (column !== null) add(column, line.since, member)
  }
  return rows
}

function columnOf({ standing }: FiledListing): TimeColumn | null {
  if (standing === 'removed' || standing === 'geo-blocked') return 'taken-down'
  if (standing === 'rejected') return 'rejected'
  return standing === 'reinstated' || standing === 'relisted' ? 'came-back' : null
}
