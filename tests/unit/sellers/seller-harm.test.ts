import { describe, expect, test } from 'vitest'
import { defaultPortalRules } from '../../../lib/complaints/portal-rules-data.ts'
import { foldSeller } from '../../../lib/sellers/fold-seller.ts'
import { isOpen, openOutcome, seenOutcome, withEntered } from '../../../lib/sellers/line-outcome.ts'
import { penaltyCases } from '../../../lib/sellers/penalty-cases.ts'
import { harmOf } from '../../../lib/sellers/seller-harm.ts'
import { buildFiledLine, buildTrace } from '../../support/seller-traces.ts'

const listings =
  foldSeller(
    ['11', '12', '13', '14'].map((comId, at) =>
      buildTrace({
        captureId: `C${at}`,
        comId,
        sold: `${10 ** at}+ sold`,
        price: { text: null, value: at + 1, currency: at === 0 ? null : 'USD' },
      }),
    ),
  )?.listings ?? []

describe('harm', () => {
  test('counts a listing once however many complaints it stands in, and only sales of accused ones', () => {
    const filed = [
      buildFiledLine('11', { removedOn: '2026-10-05' }),
      buildFiledLine('11', { removedOn: '2026-10-06', relistedOn: '2026-10-20' }, { complaintId: 'c2' }),
      buildFiledLine('12', { counteredOn: '2026-10-08' }),
    ]
    expect(harmOf(listings, filed, new Set(['13', 'other']))).toEqual({
      removed: 1,
      relisted: 1,
      countered: 1,
      open: 2,
      queued: 1,
      sold: 111,
      prices: [
        {
          currency: '',
          low: { text: null, value: 1, currency: null },
          high: { text: null, value: 1, currency: null },
        },
        {
          currency: 'USD',
          low: { text: null, value: 2, currency: 'USD' },
          high: { text: null, value: 3, currency: 'USD' },
        },
      ],
      score: 3 + 5 + 2 + 2 * 2 + 1 + 2,
    })
  })

  test('a seller against whom nothing is filed or to be filed does no harm, whatever it sells', () => {
    expect(harmOf(listings, [], new Set())).toMatchObject({ sold: 0, score: 0, prices: [] })
  })
})

describe('what became of a line', () => {
  const seen = (seenOn: string, pageState: string, captureId = seenOn) => ({
    captureId,
    seenOn,
    seenAtMs: Date.parse(seenOn),
    pageState,
  })

  test('gone after the filing, and there again', () => {
    const pages = [seen('2026-10-09', 'ready'), seen('2026-10-05', 'removed'), seen('2026-09-01', 'ready')]
    expect(seenOutcome('l', '2026-10-01', pages)).toMatchObject({
      removedOn: '2026-10-05',
      removedCaptureId: '2026-10-05',
      relistedOn: '2026-10-09',
    })
  })

  test('a challenge page, a page before the filing and an unknown day of filing say nothing', () => {
    expect(seenOutcome('l', '2026-10-01', [seen('2026-10-05', 'challenge')])).toEqual(openOutcome('l'))
    expect(seenOutcome('l', '2026-10-01', [seen('2026-09-30', 'removed')])).toEqual(openOutcome('l'))
    expect(seenOutcome('l', null, [seen('2026-10-05', 'removed')])).toEqual(openOutcome('l'))
  })

  test('is open until it is gone or rejected, and again when it is back', () => {
    expect(isOpen(openOutcome('l'))).toBe(true)
    expect(isOpen({ ...openOutcome('l'), removedOn: '2026-10-05' })).toBe(false)
    expect(isOpen({ ...openOutcome('l'), removedOn: '2026-10-05', relistedOn: '2026-10-09' })).toBe(true)
    expect(isOpen({ ...openOutcome('l'), ended: { as: 'rejected', on: '2026-10-05' } })).toBe(false)
  })
})

describe('what was entered of a listing', () => {
  const seen = { ...openOutcome('l'), removedOn: '2026-10-09', relistedOn: '2026-10-20' }

  test('a removal counts from its first day, and a later return stays', () => {
    const outcome = withEntered(seen, [{ state: 'removed', on: '2026-10-05' }])
    expect(outcome).toMatchObject({ removedOn: '2026-10-05', relistedOn: '2026-10-20', ended: null })
    expect(isOpen(outcome)).toBe(true)
    expect(isOpen(withEntered(seen, [{ state: 'removed', on: '2026-10-25' }]))).toBe(false)
  })

  test.each(['rejected', 'reinstated', 'withdrawn', 'gone-before-filing'] as const)(
    'what was %s is not open, counts for no penalty, and may be removed after all',
    (state) => {
      const ended = withEntered(openOutcome('l'), [
        { state: 'removed', on: '2026-10-05' },
        { state, on: '2026-10-08' },
      ])
      expect(ended.ended).toEqual({ as: state, on: '2026-10-08' })
      expect(isOpen(ended)).toBe(false)
      expect(penaltyCases([buildFiledLine('16', ended)], defaultPortalRules)).toEqual([])
      expect(withEntered(ended, [{ state: 'removed', on: '2026-10-12' }]).ended).toBeNull()
    },
  )

  test('what is blocked in some countries is still open', () => {
    expect(isOpen(withEntered(openOutcome('l'), [{ state: 'geo-blocked', on: '2026-10-05' }]))).toBe(true)
  })
})

describe('what may count as a penalty', () => {
  test('serious only where the complaint says so; nothing without a removal or with a refusal', () => {
    const cases = penaltyCases(
      [
        buildFiledLine('11', { removedOn: '2026-10-05' }),
        buildFiledLine('12', { removedOn: '2026-10-05' }, { isSerious: false }),
        buildFiledLine('13', { removedOn: '2026-10-05' }, { reasonId: 'cr-image-theft' }),
        buildFiledLine('14', { removedOn: '2026-10-05', ended: { as: 'rejected', on: '2026-10-06' } }),
        buildFiledLine('15'),
      ],
      defaultPortalRules,
    )
    expect(cases.map(({ comId, isSerious }) => [comId, isSerious])).toEqual([
      ['11', true],
      ['12', false],
      ['13', false],
    ])
  })
})
