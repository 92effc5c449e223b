import { describe, expect, test } from 'vitest'
import { filedListings } from '../../../lib/insights/filed-listing.ts'
import { judgedListings } from '../../../lib/insights/judged-listing.ts'
import type { LineOutcome as KnownOutcome } from '../../../lib/sellers/line-outcome.ts'
import { type LineOutcome, plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import {
  newComplaintTrack,
  newLineTrack,
  withComplaintEvent,
  withLineEvent,
} from '../../../lib/tracking/track.ts'
import { buildFiledLine } from '../../support/seller-traces.ts'

const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)
const flag = (
  own: Partial<Parameters<typeof judgedListings>[0][number]>,
): Parameters<typeof judgedListings>[0][number] => ({
  ...{ flagId: 'f1', comId: '1', captureId: 'a', status: 'current', verdict: 'infringing', filedIn: null },
  ...{ createdAtMs: Date.UTC(2026, 9, 2) },
  ...own,
})

describe('listings that were judged', () => {
  test('count once, from the first judgement, by the one that stands', () => {
    expect(
      judgedListings(
        [
          flag({ verdict: 'genuine', createdAtMs: Date.UTC(2026, 9, 9), captureId: 'b' }),
          flag({ flagId: 'f0', status: 'replaced' }),
          flag({ flagId: 'f2', status: 'undone', createdAtMs: Date.UTC(2026, 8, 1) }),
        ],
        dayOf,
      ),
    ).toEqual([{ comId: '1', judgedOn: '2026-10-02', verdict: 'genuine', captureId: 'a', isQueued: false }])
  })

  test('count for nothing once everything is taken back', () => {
    expect(judgedListings([flag({ status: 'undone' })], dayOf)).toEqual([])
    expect(judgedListings([flag({ status: 'replaced' }), flag({ status: 'undone' })], dayOf)).toEqual([])
  })

  test('wait while nothing filed them', () => {
    expect(judgedListings([flag({})], dayOf)[0]?.isQueued).toBe(true)
    expect(judgedListings([flag({ filedIn: 'c1' })], dayOf)[0]?.isQueued).toBe(false)
  })
})

describe('listings that were filed', () => {
  const at = { wallMs: 1, offsetMinutes: 0 }
  const listingOf = (
    entered: Array<LineOutcome & { on: string }>,
    seen: Partial<KnownOutcome> = {},
    reason = '',
  ) => {
    const { line, complaint, outcome } = buildFiledLine('1', seen)
    const track = entered.reduce(
      (before, { on, ...change }) =>
        withLineEvent(before, { change: { kind: 'outcome', ...change }, on, source: 'hand', note: '', at }),
      newLineTrack(line),
    )
    const whole = newComplaintTrack(complaint.complaintId)
    const rejected = withComplaintEvent(whole, {
      ...{
        change: { kind: 'outcome', state: 'rejected', reason },
        on: '2026-10-09',
        source: 'hand',
        note: '',
        at,
      },
    })
    const [listing] = filedListings(
      [{ complaint, track: reason ? rejected : whole, lines: [{ line, track }] }],
      {
        outcomes: new Map([[line.lineId, outcome]]),
        flaggedOn: () => '2026-09-30',
        sellerOf: () => null,
      },
    )
    const { standing, since, decidedOn, removedOn, reason: told } = listing ?? {}
    return { standing, since, decidedOn, removedOn, reason: told }
  }
  const entry = (state: Parameters<typeof plainOutcome>[0], on: string, reason = '') => ({
    ...plainOutcome(state, reason),
    on,
  })

  test('stand as a capture shows where nothing was entered', () => {
    expect(listingOf([])).toMatchObject({ standing: 'filed', since: null, decidedOn: null })
    expect(listingOf([], { removedOn: '2026-10-04' })).toMatchObject({
      ...{ standing: 'removed', since: '2026-10-04', decidedOn: '2026-10-04', removedOn: '2026-10-04' },
    })
    expect(listingOf([], { removedOn: '2026-10-04', relistedOn: '2026-10-20' })).toMatchObject({
      ...{ standing: 'relisted', since: '2026-10-20', removedOn: '2026-10-04' },
    })
    expect(listingOf([], { counteredOn: '2026-10-05' })).toMatchObject({ standing: 'counter-noticed' })
  })

  test('were decided on the first day that says so, entered or seen', () => {
    const entered = [entry('geo-blocked', '2026-10-05'), entry('removed', '2026-10-08')]
    expect(listingOf(entered, { removedOn: '2026-10-08' })).toMatchObject({
      ...{ standing: 'removed', decidedOn: '2026-10-05', removedOn: '2026-10-08' },
    })
    expect(listingOf([entry('removed', '2026-10-08')], { removedOn: '2026-10-06' })).toMatchObject({
      decidedOn: '2026-10-06',
    })
    expect(listingOf([entry('withdrawn', '2026-10-05')])).toMatchObject({
      ...{ standing: 'withdrawn', decidedOn: null },
    })
  })

  test('that were gone before were never decided or removed by the portal, also where they came back', () => {
    const gone = entry('gone-before-filing', '2026-10-02')
    const back = { state: 'relisted' as const, by: null, relistedAs: '2', reason: '', on: '2026-10-09' }
    for (const entered of [[gone], [gone, back]]) {
      expect(listingOf(entered, { removedOn: '2026-10-03' })).toMatchObject({
        ...{ standing: 'gone-before-filing', decidedOn: null, removedOn: null },
      })
    }
  })

  test('have the reason of their own rejection, or that of the whole complaint', () => {
    const own = entry('rejected', '2026-10-05', 'Wrong right')
    expect(listingOf([own], {}, 'No evidence')).toMatchObject({ reason: 'Wrong right' })
    expect(listingOf([entry('rejected', '2026-10-05')], {}, 'No evidence')).toMatchObject({
      reason: 'No evidence',
    })
    expect(listingOf([], {}, 'No evidence')).toMatchObject({ reason: '' })
  })
})
