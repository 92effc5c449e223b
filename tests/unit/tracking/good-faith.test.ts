import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import {
  decidedOf,
  forecastOf,
  goodFaithMeters,
  ratesOf,
  type Tally,
} from '../../../lib/tracking/good-faith.ts'
import type { LineState } from '../../../lib/tracking/line-outcome.ts'
import type { FiledComplaint } from '../../../lib/tracking/track-repo.ts'

const today = '2026-11-25'

/** A filed complaint with listings that stand so since these days; only what the meter reads of it. */
const filedWith = (
  portalId: string,
  reasonId: string,
  lines: Array<[LineState, string | null]>,
): FiledComplaint =>
  ({
    complaint: { portalId, reasonId },
    track: {},
    lines: lines.map(([state, since]) => ({ line: {}, track: { state, since } })),
  }) as unknown as FiledComplaint

describe('the good-faith meter', () => {
  test('counts what was decided in the last three months, in all and by reason, each portal for itself', () => {
    const meters = goodFaithMeters(
      [
        filedWith('aidc-ipp', 'tm-unfair-use', [
          ['removed', '2026-11-20'],
          ['removed', '2026-08-25'],
          ['removed', '2026-08-24'],
          ['filed', null],
          ['counter-noticed', '2026-11-20'],
          ['gone-before-filing', '2026-11-20'],
        ]),
        filedWith('aidc-ipp', 'cr-art-work', [
          ['reinstated', '2026-11-01'],
          ['relisted', '2026-11-01'],
          ['geo-blocked', '2026-11-01'],
          ['rejected', '2026-11-01'],
          ['withdrawn', '2026-11-01'],
        ]),
        filedWith('e-mail', 'cr-art-work', [['rejected', '2026-11-01']]),
      ],
      rules,
      today,
    )
    expect(meters.map(({ portalId, from, total }) => [portalId, from, total])).toEqual([
      ['aidc-ipp', '2026-08-25', { successful: 4, countered: 1, rejected: 1, withdrawn: 1 }],
      ['e-mail', '2026-08-25', { successful: 0, countered: 0, rejected: 1, withdrawn: 0 }],
    ])
    expect(meters[0]?.reasons.map(({ reasonId, tally }) => [reasonId, decidedOf(tally)])).toEqual([
      ['cr-art-work', 5],
      ['tm-unfair-use', 2],
    ])
  })

  test('knows no rate of nothing', () => {
    const none = { successful: 0, countered: 0, rejected: 0, withdrawn: 0 }
    expect(ratesOf(none)).toEqual({ success: null, countered: null })
    expect(ratesOf({ ...none, successful: 3, countered: 1 })).toEqual({ success: 0.75, countered: 0.25 })
  })

  test('says before filing how far the rate may go', () => {
    const tally = { successful: 88, countered: 2, rejected: 8, withdrawn: 0 }
    const { best, worst, mayFail } = forecastOf(tally, 12, 0.9)
    expect([best, worst].map((rate) => Math.round(rate * 1000) / 10)).toEqual([90.9, 80])
    expect(mayFail).toBe(1)
    expect(forecastOf({ ...tally, rejected: 30 }, 12, 0.9).mayFail).toBeNull()
  })

  test('lets exactly as many fail as the rate bears', () => {
    const many = fc.integer({ min: 0, max: 400 })
    const tallies = fc.record({ successful: many, countered: many, rejected: many, withdrawn: many })
    const share = fc.constantFrom(0.9, 0.5, 1, 0.95)
    fc.assert(
      fc.property(tallies, fc.integer({ min: 1, max: 300 }), share, (tally: Tally, listings, needed) => {
        const { mayFail, best } = forecastOf(tally, listings, needed)
        const all = decidedOf(tally) + listings
        const rateWith = (failed: number) => (tally.successful + listings - failed) / all
        if (mayFail === null) expect(best).toBeLessThan(needed)
        else {
          expect(rateWith(mayFail)).toBeGreaterThanOrEqual(needed - 1e-9)
          if (mayFail < listings) expect(rateWith(mayFail + 1)).toBeLessThan(needed)
        }
      }),
    )
  })
})
