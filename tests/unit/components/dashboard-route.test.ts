import { describe, expect, test } from 'vitest'
import { evidenceHash, readRoute } from '../../../entrypoints/dashboard/route.ts'
import { newId } from '../../../lib/core/ids.ts'

describe('the address of the dashboard', () => {
  test.each([null, [newId()], [newId(), newId()]])(
    'leads back to the choice it was made from',
    (captureIds) => {
      const choice = { group: 'patent', captureIds } as const
      expect(readRoute(evidenceHash(choice))).toEqual({ page: 'evidence', choice })
    },
  )

  test('without a kind of pack is a complaint pack', () => {
    expect(readRoute('#/export?type=trademark')).toEqual({ page: 'export', group: 'trademark' })
  })

  test.each(['settings', 'import', 'restore'])('names the page %s', (page) => {
    expect(readRoute(`#/${page}`)).toEqual({ page })
  })

  test.each([
    '#/export?type=trademark&pack=other',
    '#/export?type=__proto__&pack=evidence',
    '#/export?pack=evidence',
    '#/export?type=trademark&pack=evidence&capture=..%2F..',
    // Never more than was asked for: a choice that is not understood is not "all of the group".
    '#/export?type=trademark&pack=evidence&capture=',
    `#/export?type=trademark&capture=${newId()}`,
  ])('%s names no page', (hash) => {
    expect(readRoute(hash)).toEqual({ page: 'unknown' })
  })
})
