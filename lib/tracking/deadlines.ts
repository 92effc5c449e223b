import type { FollowUp } from '../complaints/follow-up.ts'
import { addMonths, dueDatesOf } from '../complaints/follow-up-dates.ts'
import { type Certainty, type PortalRules, portalOf } from '../complaints/portal-rules.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { BusinessCalendar, YearCertainty } from './business-days.ts'
import type { FiledComplaint } from './track-repo.ts'

export const deadlineKinds = ['review', 'counter-window', 'answer', 'legal-action', 'appeal'] as const
/**
 * - `review`: the portal's decision is to be expected by then.
 * - `counter-window`: until then the seller may contest a removal; nothing is to be done.
 * - `answer`: our answer to a counter-notice.
 * - `legal-action`: a court or agency complaint, or the measures end.
 * - `appeal`: until then a decision may be appealed.
 */
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface Deadline {
  kind: DeadlineKind
  complaintId: string
  /** The counter-notice or decision that started it; null where the complaint itself did. */
  followUpId: string | null
  on: CalendarDate
  /** How many listings it is about. */
  listings: number
  /** How sure the rule is. */
  certainty: Certainty
  /** How sure the free days up to it are; null where it is not counted in business days. */
  daysOff: YearCertainty | null
}

interface DeadlineFacts {
  followUps: readonly FollowUp[]
  rules: PortalRules
  calendar: BusinessCalendar
}

/** The clocks that run for a filed complaint, soonest first; none where its case is closed. */
export function deadlinesOf(
  filed: FiledComplaint,
  { followUps, rules, calendar }: DeadlineFacts,
): Deadline[] {
  const { complaint, track, lines } = filed
  if (track.state === 'closed' || complaint.filedOn === null) return []
  const { complaintId, filedOn } = complaint
  const portal = portalOf(rules, complaint.portalId)
  const common = { complaintId, followUpId: null }
  const deadlines: Deadline[] = []
  const waiting = lines.filter(({ track: { state } }) => state === 'filed')
  if (portal && track.state === 'filed' && waiting.length > 0) {
    const { value, certainty } = portal.reviewBusinessDays
    const on = calendar.addBusinessDays(filedOn, value)
    const daysOff = calendar.certaintyOf(on)
    deadlines.push({ ...common, kind: 'review', on, listings: waiting.length, certainty, daysOff })
  }
  const taken = lines.filter(({ track: { state } }) => state === 'removed' || state === 'geo-blocked')
  const newest = taken
    .map(({ track: { since } }) => since ?? filedOn)
    .toSorted()
    .at(-1)
  if (portal && newest !== undefined && track.state !== 'withdrawn') {
    const { value, certainty } = portal.counterNoticeBusinessDays
    const on = calendar.addBusinessDays(newest, value)
    const daysOff = calendar.certaintyOf(on)
    deadlines.push({ ...common, kind: 'counter-window', on, listings: taken.length, certainty, daysOff })
  }
  const own = followUps.filter((followUp) => followUp.complaintId === complaintId)
  for (const followUp of own) {
    for (const due of dueDatesOf(followUp, portal, rules, calendar.addBusinessDays)) {
      deadlines.push({
        ...{ kind: due.what, complaintId, followUpId: followUp.followUpId, on: due.on },
        ...{ listings: followUp.comIds.length, certainty: due.certainty },
        daysOff: due.what === 'answer' ? calendar.certaintyOf(due.on) : null,
      })
    }
  }
  // A decision that was entered as one to be appealed has its own clock.
  const rejected = lines.filter(({ track: { state } }) => state === 'rejected')
  const decided = rejected.map(({ track: { since } }) => since ?? filedOn).toSorted()[0]
  if (decided !== undefined && !own.some(({ kind }) => kind === 'appeal')) {
    const { value, certainty } = rules.appealMonths
    const on = addMonths(decided, value)
    deadlines.push({ ...common, kind: 'appeal', on, listings: rejected.length, certainty, daysOff: null })
  }
  return deadlines.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
