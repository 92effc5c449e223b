import type { CalendarDate } from '../rights/right.ts'
import type { BusinessCalendar } from './business-days.ts'
import type { Deadline } from './deadlines.ts'

/** Business days before a deadline at which a person is reminded (PORTAL.md §4.2). */
export const reminderDays = { soon: 2, ahead: 5 } as const

/** How a deadline presses: past, on this day, or within the business days of `reminderDays`. */
export type ReminderMark = 'overdue' | 'today' | keyof typeof reminderDays

/**
 * Null where it asks for nothing now: it is further away, nobody can appeal any more, or only the seller may act.
 */
export function reminderMark(
  { kind, on }: Pick<Deadline, 'kind' | 'on'>,
  today: CalendarDate,
  { addBusinessDays }: Pick<BusinessCalendar, 'addBusinessDays'>,
): ReminderMark | null {
  if (kind === 'counter-window') return null
  if (on < today) return kind === 'appeal' ? null : 'overdue'
  if (on === today) return 'today'
  if (on <= addBusinessDays(today, reminderDays.soon)) return 'soon'
  return on <= addBusinessDays(today, reminderDays.ahead) ? 'ahead' : null
}

/** How many deadlines press, and how. */
export type Reminders = Record<ReminderMark, number>

export function countReminders(
  deadlines: readonly Deadline[],
  today: CalendarDate,
  calendar: Pick<BusinessCalendar, 'addBusinessDays'>,
): Reminders {
  const counts: Reminders = { overdue: 0, today: 0, soon: 0, ahead: 0 }
  for (const deadline of deadlines) {
    const mark = reminderMark(deadline, today, calendar)
    if (mark) counts[mark] += 1
  }
  return counts
}

/** What toolbar and popup are told; it is kept, since they cannot count twenty thousand listings each time. */
export interface KnownReminders {
  /** The day for which it was counted. */
  on: CalendarDate
  counts: Reminders
}

/** Port: the reminders as counted last, and whether the person wants to see them outside of Follow up. */
export interface ReminderStore {
  read(): Promise<{ known: KnownReminders | null; isSilent: boolean }>
  silence(isSilent: boolean): Promise<void>
  keep(known: KnownReminders): Promise<void>
}

/** Port: counts from all that is stored. */
export type CountReminders = (today: CalendarDate) => Promise<KnownReminders>
