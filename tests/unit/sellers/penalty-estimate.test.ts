import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimatePenalties, type PenaltyCase } from '../../../lib/sellers/penalty-estimate.ts'

const today = '2026-11-25'
const serious = (on: string, comId = on): PenaltyCase => ({ comId, on, isSerious: true })
const general = (on: string, comId = on): PenaltyCase => ({ comId, on, isSerious: false })
const from = Date.parse('2025-01-01T00:00:00Z')
const dayAt = (days: number) => new Date(from + days * 86_400_000).toISOString().slice(0, 10)

const anyCase = fc.record({
  comId: fc.integer({ min: 1, max: 9 }).map(String),
  on: fc.integer({ min: 0, max: 728 }).map(dayAt),
  isSerious: fc.boolean(),
})

describe('the estimate of penalties', () => {
  test('counts all serious cases within three days as one strike, and the fourth day as the next', () => {
    const { strikes } = estimatePenalties(
      ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'].map((on) => serious(on)),
      today,
    )
    expect(strikes).toMatchObject([
      { from: '2026-11-01', until: '2026-11-03', comIds: ['2026-11-01', '2026-11-02', '2026-11-03'] },
      { from: '2026-11-04', until: '2026-11-06' },
    ])
  })

  test('says what closes next, and from which day a further strike is possible', () => {
    const { strikeSanction, next } = estimatePenalties([serious('2026-06-01'), serious('2026-11-24')], today)
    expect(strikeSanction).toBe('frozen-deposit')
    expect(next).toEqual({
      isClosedByRules: false,
      strikesToClose: 1,
      pointDaysToClose: 9,
      nextStrikeFrom: '2026-11-27',
      firstLapseOn: '2027-06-01',
    })
  })

  test('the third strike closes', () => {
    const estimate = estimatePenalties(
      [serious('2026-01-10'), serious('2026-05-10'), serious('2026-11-10')],
      today,
    )
    expect(estimate).toMatchObject({
      strikeSanction: 'closed',
      next: { isClosedByRules: true, strikesToClose: 0 },
    })
  })

  test('the first day has no points, each further day has six, however many listings', () => {
    const estimate = estimatePenalties(
      [
        general('2026-10-01', 'a'),
        general('2026-10-02', 'a'),
        general('2026-10-02', 'b'),
        general('2026-10-09'),
      ],
      today,
    )
    expect(estimate.pointDays.map(({ points }) => points)).toEqual([0, 6, 6])
    expect(estimate).toMatchObject({ points: 12, pointSanction: 'frozen-7-days' })
  })

  test('nine days with removals are 48 points, which close', () => {
    const days = Array.from({ length: 9 }, (_, at) => general(`2026-10-0${at + 1}`))
    expect(estimatePenalties(days.slice(1), today).next.pointDaysToClose).toBe(1)
    expect(estimatePenalties(days, today)).toMatchObject({
      points: 48,
      pointSanction: 'closed',
      next: { isClosedByRules: true, pointDaysToClose: 0 },
    })
  })

  test('a record counts for 365 days and not on the day after', () => {
    const cases = [serious('2025-11-26')]
    expect(estimatePenalties(cases, '2026-11-25').strikes).toHaveLength(1)
    expect(estimatePenalties(cases, '2026-11-26').strikes).toHaveLength(0)
    expect(estimatePenalties(cases, '2026-11-25').next.firstLapseOn).toBe('2026-11-26')
  })

  test('nothing known is nothing counted', () => {
    expect(estimatePenalties([], today)).toMatchObject({
      points: 0,
      strikeSanction: 'none',
      pointSanction: 'none',
      next: { strikesToClose: 3, pointDaysToClose: 9, firstLapseOn: null, nextStrikeFrom: today },
    })
  })

  test('the order of cases, and the same case twice, make no difference', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (cases) => {
        const summary = (given: PenaltyCase[]) => {
          const { strikes, pointDays, points, next } = estimatePenalties(given, today)
          const sorted = (ids: string[]) => [...ids].sort()
          return {
            strikes: strikes.map((one) => ({ ...one, comIds: sorted(one.comIds) })),
            days: pointDays.map((one) => ({ ...one, comIds: sorted(one.comIds) })),
            points,
            next,
          }
        }
        expect(summary([...cases].reverse().concat(cases))).toEqual(summary(cases))
      }),
    )
  })

  test('strikes never overlap, each living serious case lies in one, and more cases never mean fewer strikes', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), anyCase, (cases, more) => {
        const all = cases.map((one) => ({ ...one, isSerious: true }))
        const { strikes } = estimatePenalties(all, today)
        for (const [at, strike] of strikes.entries()) {
          const before = strikes[at - 1]
          if (before) expect(strike.from > before.until).toBe(true)
        }
        const oldest = strikes[0]?.from
        for (const { on } of all) {
          if (on > today || oldest === undefined || on < oldest) continue
          expect(strikes.filter(({ from, until }) => from <= on && on <= until)).toHaveLength(1)
        }
        // Where all of them live, one more never takes a strike away.
        const living = (one: PenaltyCase) => ({
          ...one,
          isSerious: true,
          on: one.on < '2026-01-01' ? '2026-01-01' : one.on,
        })
        const before = estimatePenalties(all.map(living), '2026-12-31').strikes.length
        expect(
          estimatePenalties([...all, more].map(living), '2026-12-31').strikes.length,
        ).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('points are six for every living day but the first, and cases after today count for nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (cases) => {
        const { points, pointDays } = estimatePenalties(cases, today)
        expect(points).toBe(Math.max(0, pointDays.length - 1) * 6)
        expect(pointDays.every(({ on }) => on <= today && on > '2025-11-25')).toBe(true)
        expect(
          estimatePenalties(
            cases.filter(({ on }) => on <= today),
            today,
          ),
        ).toEqual(estimatePenalties(cases, today))
      }),
    )
  })
})
