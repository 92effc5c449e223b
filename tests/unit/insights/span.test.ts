import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, monthsBetween, readSpanChoice, spanOf, stepsOf } from '../../../lib/insights/span.ts'
import { daysBetween } from '../../../lib/rights/expiry.ts'

const someDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

describe('days that are looked at', () => {
  test('end today, and begin no earlier than what is known', () => {
    expect(spanOf('last-3', '2026-05-31', '2020-01-01')).toEqual({ from: '2026-03-01', to: '2026-05-31' })
    expect(spanOf('last-12', '2026-11-25', '2020-01-01')).toEqual({ from: '2025-11-26', to: '2026-11-25' })
    expect(spanOf('last-12', '2026-11-25', '2026-10-02')).toEqual({ from: '2026-10-02', to: '2026-11-25' })
    expect(spanOf('all', '2026-11-25', '2024-02-29')).toEqual({ from: '2024-02-29', to: '2026-11-25' })
    expect(spanOf('all', '2026-11-25', null)).toEqual({ from: '2026-11-25', to: '2026-11-25' })
  })

  test('are a whole month where one is chosen', () => {
    expect(spanOf('2024-02', '2026-11-25', null)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(monthsBetween('2025-11-30', '2026-02-01')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  })

  test.each(['', '2026-13', '2026-1', 'last-6', '2026-00', null])('are not read from %j', (text) => {
    expect(readSpanChoice(text)).toBeNull()
  })

  test('short ones have steps of weeks from Monday on, long ones of months', () => {
    expect(stepsOf({ from: '2026-11-25', to: '2026-12-07' })).toEqual([
      { kind: 'week', from: '2026-11-25', to: '2026-11-29' },
      { kind: 'week', from: '2026-11-30', to: '2026-12-06' },
      { kind: 'week', from: '2026-12-07', to: '2026-12-07' },
    ])
    expect(stepsOf({ from: '2026-01-30', to: '2026-05-02' }).map(({ kind, from }) => [kind, from])).toEqual([
      ['week', '2026-01-30'],
      ...Array.from({ length: 13 }, (_, week) => [
        'week',
        new Date(Date.UTC(2026, 1, 2 + week * 7)).toISOString().slice(0, 10),
      ]),
    ])
    expect(stepsOf({ from: '2025-12-31', to: '2026-04-03' }).map(({ from }) => from)).toEqual([
      ...['2025-12-31', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'],
    ])
  })

  test('steps hold every day of the span once, and no other', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 900 }), someDay, (from, length, day) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10)
        const steps = stepsOf({ from, to })
        const days = steps.reduce((sum, step) => sum + daysBetween(step.from, step.to) + 1, 0)
        expect(days).toBe(length + 1)
        const holding = steps.filter((step) => isWithin(step, day)).length
        expect(holding).toBe(isWithin({ from, to }, day) ? 1 : 0)
      }),
    )
  })
})
