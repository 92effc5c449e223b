import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../../lib/tracking/business-days.ts'
import { chineseHolidays } from '../../../lib/tracking/chinese-holidays-data.ts'

const { addBusinessDays, isBusinessDay, certaintyOf } = buildCalendar([])

describe('business days', () => {
  test.each([
    ['over a weekend', '2026-11-20', 2, '2026-11-24'],
    ['over National Day, with the Saturday that is worked', '2026-09-30', 3, '2026-10-10'],
    ['over Spring Festival, with the Saturday before and after it', '2026-02-12', 3, '2026-02-24'],
    ['over the turn of the year', '2025-12-31', 1, '2026-01-04'],
    ['over a law’s days of a year without a notice', '2027-02-04', 1, '2027-02-09'],
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['with weekends alone where nothing is known', '2031-10-01', 1, '2031-10-02'],
  ])('are counted %s', (_, from, days, until) => {
    expect(addBusinessDays(from, days)).toBe(until)
  })

  test('say how sure the year’s free days are', () => {
    expect(['2026-05-01', '2027-05-01', '2031-05-01'].map(certaintyOf)).toEqual([
      'announced',
      'by-law',
      'weekends-only',
    ])
  })

  test('follow the person’s own days before the data', () => {
    const own = buildCalendar([
      { on: '2026-11-23', kind: 'free', name: 'Office closed' },
      { on: '2026-10-01', kind: 'worked', name: '' },
    ])
    expect(own.addBusinessDays('2026-11-20', 1)).toBe('2026-11-24')
    expect(own.isBusinessDay('2026-10-01')).toBe(true)
  })

  test('never end on a free day, and pass over free days alone', () => {
    const day = fc.date({ min: new Date('2024-06-01'), max: new Date('2029-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (date, count) => {
        const from = date.toISOString().slice(0, 10)
        const until = addBusinessDays(from, count)
        let passed = 0
        for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(until); at += 86_400_000) {
          if (isBusinessDay(new Date(at).toISOString().slice(0, 10))) passed += 1
        }
        expect(isBusinessDay(until)).toBe(true)
        expect(passed).toBe(count)
      }),
    )
  })
})

describe('the data of free days', () => {
  const daysOf = ({ from, to }: { from: string; to: string }) =>
    Array.from({ length: (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 }, (_, at) =>
      new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10),
    )
  /** Month and day of the Chinese calendar, as ICU reckons it. */
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const lunarOf = (on: string) => {
    const parts = lunar.formatToParts(new Date(`${on}T00:00:00Z`))
    return ['month', 'day'].map((kind) => parts.find(({ type }) => type === kind)?.value).join('-')
  }

  test.each(chineseHolidays)('of $year lies in it, and works only weekend days', ({ year, free, worked }) => {
    const days = free.flatMap(daysOf)
    expect(days.filter((on) => !on.startsWith(`${year}-`))).toEqual([])
    expect(new Set(days).size).toBe(days.length)
    for (const on of worked) {
      expect([0, 6], on).toContain(new Date(on).getUTCDay())
      expect(days).not.toContain(on)
    }
  })

  test.each(chineseHolidays)(
    'of $year has the festivals on their days of the Chinese calendar',
    ({ free }) => {
      for (const [name, day] of [
        ['Spring Festival', '1-1'],
        ['Dragon Boat Festival', '5-5'],
        ['Mid-Autumn Festival', '8-15'],
      ] as const) {
        const one = free.find((other) => other.name.includes(name))
        expect(one && daysOf(one).map(lunarOf), name).toContain(day)
      }
    },
  )
})
