import type { CalendarDate, Right } from './right.ts'

/** Days before the end at which a person is warned, first to last. */
const warningDays = [90, 30, 7] as const

/** How the end of something stands today. `inDays`: whole days until the last day in force; negative after it. */
export type Expiry =
  | { state: 'no-end' }
  | { state: 'far'; inDays: number }
  | { state: 'soon'; inDays: number; warning: (typeof warningDays)[number] }
  | { state: 'ended'; inDays: number }

/** Both dates are calendar dates, so that no time zone moves the end. */
export function expiryOf(until: CalendarDate | null, today: CalendarDate): Expiry {
  if (until === null) return { state: 'no-end' }
  const inDays = daysBetween(today, until)
  if (inDays < 0) return { state: 'ended', inDays }
  const warning = warningDays.findLast((days) => inDays <= days)
  return warning === undefined ? { state: 'far', inDays } : { state: 'soon', inDays, warning }
}

/** Whole days from one day to the other, negative where it is before. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Whether a text is a day that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The calendar date of a moment where the person is. @param offsetMinutes to add to UTC */
export const calendarDateOf = (wallMs: number, offsetMinutes: number): CalendarDate =>
  new Date(wallMs + offsetMinutes * 60_000).toISOString().slice(0, 10)

/** Whether a right is in force today, its last day included; one without an end always is. */
export const isInForce = ({ validUntil }: Pick<Right, 'validUntil'>, today: CalendarDate): boolean =>
  expiryOf(validUntil, today).state !== 'ended'
