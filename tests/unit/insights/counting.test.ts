import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FiledListing } from '../../../lib/insights/filed-listing.ts'
import { howLongItTook, medianOf } from '../../../lib/insights/how-long.ts'
import { openByAge } from '../../../lib/insights/open-by-age.ts'
import { overTime } from '../../../lib/insights/over-time.ts'
import { rejections } from '../../../lib/insights/rejections.ts'
import { type JudgedPlace, searchExposure } from '../../../lib/insights/search-exposure.ts'
import { shareOf } from '../../../lib/insights/share.ts'
import { stepsOf } from '../../../lib/insights/span.ts'
import { decidedOf, successBy, successColumns, successKeys } from '../../../lib/insights/success.ts'
import { workSaved } from '../../../lib/insights/work-saved.ts'
import { isOpenState, lineStates } from '../../../lib/tracking/line-outcome.ts'
import { buildFiledListing, buildJudgedListing } from '../../support/insight-facts.ts'

const span = { from: '2026-09-01', to: '2026-11-25' }
const day = fc
  .integer({ min: 0, max: 200 })
  .map((days) => new Date(Date.UTC(2026, 6, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const anyFiled: fc.Arbitrary<FiledListing[]> = fc.array(
  fc
    .record({
      ...{ comId: fc.constantFrom('1', '2', '3'), standing: fc.constantFrom(...lineStates) },
      ...{ flaggedOn: maybe(day), filedOn: day, since: maybe(day), decidedOn: maybe(day) },
      ...{ removedOn: maybe(day), reason: fc.constantFrom('', 'No evidence', ' no  EVIDENCE') },
      ...{ rightId: fc.constantFrom('a', 'b'), sellerId: fc.constantFrom(null, '7') },
    })
    .map(buildFiledListing),
  { maxLength: 40 },
)
const filedWithin = (filed: readonly FiledListing[]) =>
  filed.filter(({ filedOn }) => filedOn >= span.from && filedOn <= span.to)

describe('medians', () => {
  test('are the middle, or between the two in the middle, and none of nothing', () => {
    expect(medianOf([9, 1, 4])).toBe(4)
    expect(medianOf([9, 1, 4, 5])).toBe(4.5)
    expect(medianOf([0])).toBe(0)
    expect(medianOf([])).toBeNull()
  })

  test('have as many values below as above, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? Number.NaN
        const below = values.filter((value) => value < median).length
        const above = values.filter((value) => value > median).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
        expect(medianOf(values.toReversed())).toBe(median)
      }),
    )
  })
})

describe('how long it takes', () => {
  test('counts what is over, and what is open apart, never as zero', () => {
    const filed = [
      buildFiledListing({ decidedOn: '2026-10-05', removedOn: '2026-10-05', standing: 'removed' }),
      buildFiledListing({ decidedOn: '2026-10-12', standing: 'rejected' }),
      buildFiledListing(),
      buildFiledListing({ standing: 'counter-noticed' }),
      buildFiledListing({ standing: 'gone-before-filing' }),
      buildFiledListing({ decidedOn: '2026-10-01', standing: 'rejected' }),
    ]
    const judged = [buildJudgedListing(), buildJudgedListing({ isQueued: false })]
    const [toFile, toDecision, toRemoval] = howLongItTook({ judged, filed }, span)
    const counts = (row: typeof toFile) =>
      row &&
      [row.medianDays, row.over, row.open, row.otherwise, row.unclear].map((part) =>
        Array.isArray(part) ? part.length : part,
      )
    expect(counts(toFile)).toEqual([2, 6, 1, 0, 0])
    expect(counts(toDecision)).toEqual([5.5, 2, 2, 1, 1])
    expect(counts(toRemoval)).toEqual([2, 1, 2, 3, 0])
  })

  test('puts every listing into exactly one list', () => {
    fc.assert(
      fc.property(anyFiled, (filed) => {
        for (const { over, open, otherwise, unclear, medianDays, shortestDays } of howLongItTook(
          { judged: [], filed },
          span,
        )) {
          const all = [over, open, otherwise, unclear].reduce((sum, { length }) => sum + length, 0)
          expect(all).toBe(filedWithin(filed).length)
          expect(medianDays === null).toBe(over.length === 0)
          expect(shortestDays ?? 0).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('success', () => {
  test('is told of what was decided; withdrawn and open ones are beside it', () => {
    const filed = lineStates.map((standing) => buildFiledListing({ standing }))
    const [row] = successBy('rightId', filed, span)
    const many = successColumns.map((column) => row?.members[column].length)
    expect(many).toEqual([9, 3, 1, 1, 2, 2])
    expect(row && decidedOf(row).length).toBe(5)
  })

  test('has parts that make up the whole, and rows that make up all that was filed', () => {
    fc.assert(
      fc.property(anyFiled, fc.constantFrom(...successKeys), (filed, key) => {
        const rows = successBy(key, filed, span)
        for (const { members } of rows) {
          const parts = successColumns.filter((column) => column !== 'filed')
          expect(parts.reduce((sum, part) => sum + members[part].length, 0)).toBe(members.filed.length)
        }
        const all = rows.reduce((sum, { members }) => sum + members.filed.length, 0)
        expect(all).toBe(filedWithin(filed).length)
      }),
    )
  })

  test('has no percentage of few', () => {
    expect(shareOf(2, 3)).toEqual({ part: 2, of: 3, percent: null })
    expect(shareOf(19, 19).percent).toBeNull()
    expect(shareOf(13, 20).percent).toBe(65)
    // Never rounded up to what was not reached.
    expect(shareOf(999, 1000).percent).toBe(99)
    expect(shareOf(0, 0).percent).toBeNull()
  })
})

describe('over time', () => {
  test('puts each listing on the day of what happened, and what came back not under taken down', () => {
    const filed = [
      buildFiledListing({ standing: 'removed', since: '2026-10-05' }),
      buildFiledListing({ standing: 'relisted', since: '2026-11-02' }),
      buildFiledListing({ standing: 'rejected', since: '2026-12-01' }),
    ]
    const judged = [buildJudgedListing(), buildJudgedListing({ verdict: 'genuine' })]
    const rows = overTime({ judged, filed }, { from: '2026-06-01', to: '2026-11-25' })
    const many = rows.map(({ step, members }) => [
      step.from.slice(0, 7),
      ...Object.values(members).map(({ length }) => length),
    ])
    expect(many.slice(-2)).toEqual([
      ['2026-10', 2, 1, 3, 1, 0, 0],
      ['2026-11', 0, 0, 0, 0, 0, 1],
    ])
  })

  test('counts in its steps what lies in the span, and nothing else', () => {
    fc.assert(
      fc.property(anyFiled, (filed) => {
        const rows = overTime({ judged: [], filed }, span)
        const all = rows.reduce((sum, { members }) => sum + members.filed.length, 0)
        expect(all).toBe(filedWithin(filed).length)
        for (const { step, members } of rows) {
          for (const { on } of members.filed) expect(on >= step.from && on <= step.to).toBe(true)
        }
      }),
    )
  })
})

test('rejections are grouped by reason, whatever its case and spaces', () => {
  const reasons = ['No evidence', ' no  EVIDENCE', '', 'Wrong right']
  const filed = reasons.map((reason) => buildFiledListing({ standing: 'rejected', reason }))
  expect(
    rejections([...filed, buildFiledListing()], span).map(({ reason, members }) => [reason, members.length]),
  ).toEqual([
    ['No evidence', 2],
    ['', 1],
    ['Wrong right', 1],
  ])
})

test('open ones have one age each, also filed today or by a clock that runs ahead', () => {
  const filed = [
    '2026-11-26',
    '2026-11-25',
    '2026-11-22',
    '2026-11-18',
    '2026-10-26',
    '2026-10-25',
    '2020-01-01',
  ]
  const rows = openByAge(
    [...filed.map((filedOn) => buildFiledListing({ filedOn })), buildFiledListing({ standing: 'removed' })],
    '2026-11-25',
  )
  expect(rows.map(({ members }) => members.length)).toEqual([2, 2, 0, 1, 2])
  fc.assert(
    fc.property(anyFiled, day, (lines, today) => {
      const all = openByAge(lines, today).reduce((sum, { members }) => sum + members.length, 0)
      expect(all).toBe(lines.filter(({ standing }) => isOpenState(standing)).length)
    }),
  )
})

describe('search exposure', () => {
  const place = (overrides: Partial<JudgedPlace>): JudgedPlace => ({
    ...{ keyword: 'trail bottle', comId: '1', captureId: 'a', on: '2026-10-05', verdict: 'infringing' },
    ...overrides,
  })

  test('counts a listing once for each search, with its newest capture', () => {
    const rows = searchExposure(
      [
        place({}),
        place({ captureId: 'b', keyword: ' Trail  BOTTLE' }),
        place({ comId: '2', captureId: 'c', verdict: 'genuine' }),
        place({ comId: '3', captureId: 'd', keyword: 'lamp' }),
        place({ comId: '4', captureId: 'e', on: '2026-08-31' }),
        place({ comId: '5', captureId: 'f', keyword: ' ' }),
      ],
      [{ kind: 'month', ...span }],
    )
    expect(
      rows.map(({ keyword, judged, infringing }) => [
        keyword,
        judged.length,
        infringing.map(({ captureId }) => captureId),
      ]),
    ).toEqual([
      ['lamp', 1, ['d']],
      ['trail bottle', 2, ['b']],
    ])
  })

  test('never has more infringing than judged, whatever the steps', () => {
    const places = fc.array(
      fc
        .record({
          ...{ comId: fc.constantFrom('1', '2', '3'), keyword: fc.constantFrom('a', 'A', 'b'), on: day },
          ...{ verdict: fc.constantFrom('infringing', 'genuine'), captureId: fc.string() },
        })
        .map((one) => place(one as Partial<JudgedPlace>)),
    )
    fc.assert(
      fc.property(places, (all) => {
        for (const { judged, infringing } of searchExposure(all, stepsOf(span))) {
          expect(infringing.length).toBeLessThanOrEqual(judged.length)
          expect(new Set(judged.map(({ comId }) => comId)).size).toBe(judged.length)
        }
      }),
    )
  })
})

test('work saved is by the person’s minutes, and may be less than nothing', () => {
  const baseline = {
    evidence: { byHand: 12, withDocket: 0.5 },
    filing: { byHand: 1, withDocket: 2 },
    outcome: { byHand: 3, withDocket: 3 },
  }
  const judged = [
    buildJudgedListing(),
    buildJudgedListing({ captureId: null }),
    buildJudgedListing({ verdict: 'genuine' }),
    buildJudgedListing({ judgedOn: '2026-12-01' }),
  ]
  const filed = [buildFiledListing(), buildFiledListing({ since: '2026-11-01', standing: 'removed' })]
  expect(
    workSaved({ judged, filed }, baseline, span).map(({ members, savedMinutes }) => [
      members.length,
      savedMinutes,
    ]),
  ).toEqual([
    [1, 11.5],
    [2, -2],
    [1, 0],
  ])
})
