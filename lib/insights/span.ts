import { addDays, addMonths } from '../complaints/follow-up-dates.ts'
import { daysBetween } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'

/** Days that are looked at, both included. */
export interface Span {
  from: CalendarDate
  to: CalendarDate
}

/** Which days a person chose: the last months, everything, or one month as "2026-11". */
export type SpanChoice = 'last-3' | 'last-12' | 'all' | CalendarMonth
export type CalendarMonth = `${number}-${number}`

const isMonth = (text: string): text is CalendarMonth => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

const monthOf = (on: CalendarDate): CalendarDate => on.slice(0, 7)

/** Null for anything but what a person can choose. */
export function readSpanChoice(text: string | null): SpanChoice | null {
  if (text === 'last-3' || text === 'last-12' || text === 'all') return text
  return text !== null && isMonth(text) ? text : null
}

/**
 * A month is whole; anything else begins no earlier than what is known.
 * @param first the first day of which anything is known; null for nothing
 */
export function spanOf(choice: SpanChoice, today: CalendarDate, first: CalendarDate | null): Span {
  if (isMonth(choice)) return { from: `${choice}-01`, to: lastDayOf(choice) }
  const begin = first !== null && first < today ? first : today
  if (choice === 'all') return { from: begin, to: today }
  const from = addDays(addMonths(today, choice === 'last-3' ? -3 : -12), 1)
  const isKnownFrom = begin <= from
  return { from: isKnownFrom ? from : begin, to: today }
}

export const isWithin = ({ from, to }: Span, on: CalendarDate): boolean => on >= from && on <= to

/** Every month from the first day to the last, the newest first. */
export function monthsBetween(first: CalendarDate, last: CalendarDate): CalendarMonth[] {
  const months: CalendarMonth[] = []
  for (let month = monthOf(last); month >= monthOf(first); month = monthOf(addMonths(`${month}-01`, -1))) {
    if (isMonth(month)) months.push(month)
  }
  return months
}

/** One step of time in a chart, by its first day. */
export interface Step extends Span {
  kind: 'week' | 'month'
}

/** The longest span that is shown by weeks. */
const mostDaysByWeeks = 93

/** A span in weeks from Monday on, or in months where it is long; cut off at both ends, together the whole span. */
export function stepsOf({ from, to }: Span): Step[] {
  const kind = daysBetween(from, to) < mostDaysByWeeks ? 'week' : 'month'
  const steps: Step[] = []
  for (let start = from; start <= to; ) {
    const end = kind === 'week' ? sundayOf(start) : lastDayOf(monthOf(start))
    steps.push({ kind, from: start, to: end < to ? end : to })
    start = addDays(end, 1)
  }
  return steps
}

/** Place of the last step that begins on this day or before it; steps are in their order. */
export function stepOf(steps: readonly Step[], on: CalendarDate): number {
  let [low, high] = [0, steps.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((steps[middle]?.from ?? '') <= on) low = middle
    else high = middle - 1
  }
  return low
}

const sundayOf = (on: CalendarDate): CalendarDate => addDays(on, (7 - new Date(on).getUTCDay()) % 7)
const lastDayOf = (month: CalendarDate): CalendarDate => addDays(addMonths(`${month}-01`, 1), -1)
