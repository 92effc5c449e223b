import type { CalendarDate } from '../rights/right.ts'
import type { FollowUp } from './follow-up.ts'
import type { Certainty, Portal, PortalRules } from './portal-rules.ts'

/** A day by which something has to be done, and by which rule. */
export interface DueDate {
  what: 'answer' | 'legal-action' | 'appeal'
  on: CalendarDate
  certainty: Certainty
}

/**
 * The clocks that a follow-up starts, soonest first; none where it is answered, but the one for legal action, which
 * a rejection does not stop.
 * @param addBusinessDays counts on by the days that the platform works
 */
export function dueDatesOf(
  followUp: Pick<FollowUp, 'kind' | 'state' | 'receivedOn'>,
  portal: Pick<Portal, 'answerBusinessDays'> | null,
  { legalWindowDays, appealMonths }: Pick<PortalRules, 'legalWindowDays' | 'appealMonths'>,
  addBusinessDays: (on: CalendarDate, businessDays: number) => CalendarDate,
): DueDate[] {
  const { kind, state, receivedOn } = followUp
  const isOpen = state === 'received'
  if (kind === 'appeal') {
    if (!isOpen) return []
    const on = addMonths(receivedOn, appealMonths.value)
    return [{ what: 'appeal', on, certainty: appealMonths.certainty }]
  }
  const dates: DueDate[] = []
  if (isOpen && portal) {
    const { value, certainty } = portal.answerBusinessDays
    dates.push({ what: 'answer', on: addBusinessDays(receivedOn, value), certainty })
  }
  if (state !== 'accepted') {
    dates.push({
      what: 'legal-action',
      on: addDays(receivedOn, legalWindowDays.value),
      certainty: legalWindowDays.certainty,
    })
  }
  return dates.sort((one, other) => (one.on < other.on ? -1 : 1))
}

const utc = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)
const calendar = (date: Date): CalendarDate => date.toISOString().slice(0, 10)

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = utc(date)
  day.setUTCDate(day.getUTCDate() + days)
  return calendar(day)
}

/** The same day of a later month, or its last where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const day = utc(date)
  const wanted = day.getUTCDate()
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() + months + 1, 0)
  day.setUTCDate(Math.min(wanted, day.getUTCDate()))
  return calendar(day)
}
