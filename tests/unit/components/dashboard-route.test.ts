import { describe, expect, test } from 'vitest'
import { behindHash, insightsHash } from '../../../components/insights/insights-view.ts'
import { evidenceKinds } from '../../../components/pack/evidence-kind.ts'
import { packsHash } from '../../../components/pack/packs-view.ts'
import { playHash, reviewHash } from '../../../components/review/review-view.ts'
import { sellerHash, sellersHash } from '../../../components/sellers/sellers-view.ts'
import { caseHash, followUpHash, followUpParts } from '../../../components/tracking/follow-up-view.ts'
import {
  captureHash,
  capturesHash,
  chosenEvidenceHash,
  evidenceHash,
  readRoute,
  storageHash,
} from '../../../entrypoints/dashboard/route.ts'
import { newId } from '../../../lib/core/ids.ts'
import { everything, type ReviewFilter } from '../../../lib/queue/review/review-filter.ts'

describe('the address of the dashboard', () => {
  test.each([null, [newId()], [newId(), newId()]])(
    'leads back to the choice it was made from',
    (captureIds) => {
      const choice = { group: 'patent', captureIds } as const
      for (const kind of evidenceKinds) {
        expect(readRoute(evidenceHash(choice, kind))).toEqual({ page: 'evidence', kind, choice })
      }
    },
  )

  test('names the list of review with its filter, and its play', () => {
    expect(readRoute(playHash)).toEqual({ page: 'review', view: { view: 'play' } })
    const filters: Array<Partial<ReviewFilter>> = [
      {},
      { text: '山路 & "bottle"', verdict: 'genuine', type: 'undecided', right: 'none', sort: 'seller' },
      { sellerId: '2679000001', from: '2026-11-01', to: '2026-11-25', keyword: 'a b', mark: 'agreed' },
      { right: newId(), evidence: 'without' },
    ]
    for (const change of filters) {
      const filter = { ...everything, ...change }
      expect(readRoute(reviewHash(filter))).toEqual({ page: 'review', view: { view: 'list', filter } })
    }
    expect(readRoute('#/review?verdict=guilty&seller=x&from=today&sort=price')).toEqual({
      page: 'review',
      view: { view: 'list', filter: everything },
    })
    expect(readRoute('#/review/other')).toEqual({ page: 'unknown' })
  })

  test('names the parts of Follow up, its cases, and nothing else there', () => {
    for (const part of followUpParts) {
      expect(readRoute(followUpHash(part))).toEqual({ page: 'follow-up', view: { part } })
    }
    const complaintId = newId()
    expect(readRoute(caseHash(complaintId))).toEqual({
      page: 'follow-up',
      view: { part: 'case', complaintId },
    })
    for (const hash of ['#/follow-up/today', '#/follow-up/x', '#/follow-up/list/x']) {
      expect(readRoute(hash)).toEqual({ page: 'unknown' })
    }
  })

  test('names a seller, and the list of sellers as it was filtered', () => {
    expect(readRoute(sellerHash('2679000001'))).toEqual({
      page: 'sellers',
      view: { view: 'seller', sellerId: '2679000001' },
    })
    const filter = { text: '山路 store', sort: 'name', list: 'deny' } as const
    expect(readRoute(sellersHash(filter))).toEqual({ page: 'sellers', view: { view: 'list', filter } })
    expect(readRoute('#/sellers/__proto__')).toEqual({ page: 'unknown' })
  })

  test('names the days of insights, and one number of them', () => {
    for (const span of ['last-12', 'all', '2026-11'] as const) {
      expect(readRoute(insightsHash(span))).toEqual({ page: 'insights', view: { span, behind: null } })
      const place = { table: 'success-sellerId', row: '', column: 'taken-down' }
      expect(readRoute(behindHash(span, place))).toEqual({ page: 'insights', view: { span, behind: place } })
    }
    const odd = { table: 'exposure', row: '山路 & "x"=1#/?', column: 'share' }
    expect(readRoute(behindHash('all', odd))).toMatchObject({ view: { behind: odd } })
    expect(readRoute('#/insights?span=2026-13')).toEqual(readRoute('#/insights'))
    expect(readRoute('#/insights/behind?table=open')).toEqual({ page: 'unknown' })
  })

  test('names the settings', () => {
    expect(readRoute('#/settings')).toEqual({ page: 'settings' })
  })

  test.each(['named', 'included'] as const)('leads back to the packs, with evidence %s', (evidence) => {
    const view = { complaintIds: [newId(), newId()], evidence }
    expect(readRoute(packsHash(view))).toEqual({ page: 'packs', view })
  })

  test('names the field of a complaint that is to be mended, if there is such a field', () => {
    const complaintId = newId()
    expect(readRoute(`#/complaints/${complaintId}?field=declaration`)).toEqual({
      ...{ page: 'complaint', complaintId, field: 'declaration' },
    })
    expect(readRoute(`#/complaints/${complaintId}?field=__proto__`)).toEqual({
      ...{ page: 'complaint', complaintId, field: null },
    })
  })

  test('without a kind of pack is a complaint pack', () => {
    expect(readRoute('#/export?type=trademark')).toEqual({ page: 'export', group: 'trademark' })
  })

  test.each(['settings', 'import', 'restore'])('names the page %s', (page) => {
    expect(readRoute(`#/${page}`)).toEqual({ page })
  })

  test('of chosen captures names exactly these', () => {
    const captureIds = [newId(), newId()]
    expect(readRoute(chosenEvidenceHash(captureIds))).toMatchObject({
      page: 'evidence',
      choice: { captureIds },
    })
  })

  test.each([
    { text: '', state: 'all' },
    { text: 'nike & <b> #/x?y=1', state: 'all' },
    { text: 'ｃａｆé', state: 'incomplete' },
  ] as const)('of the list leads back to the filter %j', (filter) => {
    expect(readRoute(capturesHash(filter))).toEqual({ page: 'captures', filter })
  })

  test('of a capture leads back to it and to its part; a state that is none shows all', () => {
    const captureId = newId()
    expect(readRoute(captureHash(captureId))).toEqual({ page: 'capture', captureId, part: null })
    expect(readRoute(captureHash(captureId, 'record'))).toEqual({
      page: 'capture',
      captureId,
      part: 'record',
    })
    expect(readRoute('#/evidence?state=__proto__')).toEqual({
      page: 'captures',
      filter: { text: '', state: 'all' },
    })
    expect(readRoute(storageHash)).toEqual({ page: 'storage' })
    expect(readRoute('#/settings')).toEqual({ page: 'settings' })
    expect(readRoute('')).toEqual({ page: 'welcome' })
  })

  test.each([
    '#/evidence/..%2F..',
    '#/evidence/short',
    '#/nowhere',
    '#/export?type=trademark&pack=other',
    '#/export?type=__proto__&pack=evidence',
    '#/export?pack=evidence',
    '#/export?type=trademark&pack=evidence&capture=..%2F..',
    // Never more than was asked for: a choice that is not understood is not "all of the group".
    '#/export?type=trademark&pack=evidence&capture=',
    `#/export?type=trademark&capture=${newId()}`,
    '#/complaints/packs',
    '#/complaints/packs?complaint=',
    `#/complaints/packs?complaint=${newId()}&evidence=some`,
    `#/complaints/packs/more?complaint=${newId()}`,
  ])('%s names no page', (hash) => {
    expect(readRoute(hash)).toEqual({ page: 'unknown' })
  })
})
