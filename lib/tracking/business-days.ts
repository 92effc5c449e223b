import type { CalendarDate } from '../rights/right.ts'
import { chineseHolidays, type HolidayYear } from './chinese-holidays-data.ts'

/** A day that the person added: free for the platform, or worked although the data says otherwise. */
export interface OwnDay {
  on: CalendarDate
  kind: 'free' | 'worked'
  name: string
}

/**
 * How sure the free days of a year are: announced by the State Council; only those that the law names, without the
 * days moved to bridge them; or none but the weekends.
 */
export type YearCertainty = HolidayYear['certainty'] | 'weekends-only'

/** Which days the platform works. */
export interface BusinessCalendar {
  isBusinessDay(on: CalendarDate): boolean
  /** The day itself does not count. */
  addBusinessDays(on: CalendarDate, businessDays: number): CalendarDate
  certaintyOf(on: CalendarDate): YearCertainty
}

/** Mainland China's days with those of the person, whose word goes first. */
export function buildCalendar(
  own: readonly OwnDay[],
  years: readonly HolidayYear[] = chineseHolidays,
): BusinessCalendar {
  const kinds = new Map<CalendarDate, OwnDay['kind']>()
  for (const { free, worked } of years) {
    for (const { from, to } of free) for (const on of daysFromTo(from, to)) kinds.set(on, 'free')
    for (const on of worked) kinds.set(on, 'worked')
  }
  for (const { on, kind } of own) kinds.set(on, kind)
  const certainties = new Map(years.map(({ year, certainty }) => [year, certainty]))

  const isBusinessDay = (on: CalendarDate): boolean => {
    const kind = kinds.get(on)
    return kind === undefined ? !isWeekend(on) : kind === 'worked'
  }
  return {
    isBusinessDay,
    addBusinessDays(on, businessDays) {
      let day = on
      for (let left = businessDays; left > 0; ) {
        day = nextDay(day)
        if (isBusinessDay(day)) left -= 1
      }
      return day
    },
    certaintyOf: (on) => certainties.get(Number(on.slice(0, 4))) ?? 'weekends-only',
  }
}

/** Calendar dates are counted in UTC, so that no time zone and no summer time moves them. */
function nextDay(on: CalendarDate): CalendarDate {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

function daysFromTo(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days = [from]
  for (let day = from; day < to; ) {
    day = nextDay(day)
    days.push(day)
  }
  return days
}

const isWeekend = (on: CalendarDate): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
