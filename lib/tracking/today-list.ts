import type { Complaint } from '../complaints/complaint.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { BusinessCalendar } from './business-days.ts'
import type { Deadline } from './deadlines.ts'
import { countOpen } from './enter-outcomes.ts'
import { reminderMark } from './reminders.ts'
import type { FiledComplaint } from './track-repo.ts'

/** What asks for the person today. */
export interface TodayList {
  /** Past their day. */
  overdue: Deadline[]
  /** Today and within the next business days, see `reminderDays`. */
  due: Deadline[]
  /** Every listing has its outcome: the case can be decided and closed. */
  answered: FiledComplaint[]
  toFile: Array<{ complaint: Complaint; lines: number }>
  /** Filed or ready, with listings of which no picture is kept. */
  evidenceMissing: Array<{ complaint: Complaint; comIds: string[] }>
}

export function todayList(
  {
    filed,
    deadlines,
    ready,
    evidenceMissing,
    calendar,
  }: {
    filed: readonly FiledComplaint[]
    deadlines: readonly Deadline[]
    ready: TodayList['toFile']
    evidenceMissing: TodayList['evidenceMissing']
    calendar: BusinessCalendar
  },
  today: CalendarDate,
): TodayList {
  const marked = deadlines
    .map((deadline) => ({ deadline, mark: reminderMark(deadline, today, calendar) }))
    .toSorted((one, other) => (one.deadline.on < other.deadline.on ? -1 : 1))
  return {
    overdue: marked.flatMap(({ deadline, mark }) => (mark === 'overdue' ? [deadline] : [])),
    due: marked.flatMap(({ deadline, mark }) => (mark !== null && mark !== 'overdue' ? [deadline] : [])),
    answered: filed.filter(
      ({ track, lines }) =>
        track.state !== 'closed' && lines.length > 0 && countOpen(lines.map((one) => one.track)) === 0,
    ),
    toFile: [...ready],
    evidenceMissing: [...evidenceMissing],
  }
}
