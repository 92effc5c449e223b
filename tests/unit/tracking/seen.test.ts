import { describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import type { Capture } from '../../../lib/evidence/capture.ts'
import { removedListing } from '../../../lib/extract/removed-listing.ts'
import { readPageContext } from '../../../lib/site/page-kind.ts'
import { isSameVisit } from '../../../lib/tracking/same-visit.ts'
import { pageAsFiled, seenIn } from '../../../lib/tracking/seen.ts'
import { buildListing } from '../../support/records.ts'
import { buildOpened } from './tracking-house.ts'

const comId = '1005007000000001'
const gone = (): Capture => {
  const url = new URL(`https://www.aliexpress.com/item/${comId}.html`)
  const context = readPageContext(url)
  return buildOpened(comId, { listing: context && removedListing(context) }, { pageState: 'removed' })
}

describe('what the page of a filed listing shows', () => {
  test('is live where it is as it was', () => {
    expect(seenIn(buildOpened(comId), buildOpened(comId))).toMatchObject({ seen: 'live', changed: [] })
    expect(seenIn(buildOpened(comId), null)).toMatchObject({ seen: 'live' })
  })

  test('is gone where the page says so, and not for sale where the page is there and says that', () => {
    expect(seenIn(gone(), buildOpened(comId))?.seen).toBe('removed')
    const listing = buildListing(comId, { available: found(false, 'json-ld') })
    expect(seenIn(buildOpened(comId, { listing }), null)?.seen).toBe('not-sold')
  })

  test.each(['challenge', 'login', 'loading', 'unknown'] as const)('a %s page shows nothing', (pageState) => {
    expect(seenIn(buildOpened(comId, {}, { pageState }), null)).toBeNull()
  })

  test('a results page, and evidence of somebody else, show nothing', () => {
    expect(seenIn(buildOpened(comId, { listing: null }, { pageKind: 'search' }), null)).toBeNull()
    const importedFrom = {
      ...{ packId: 'p', publicKeySha256: '', packMadeAt: { wallMs: 1, offsetMinutes: 0 } },
      ...{ importedAtMs: 1, enteredIn: 'p' },
    }
    expect(seenIn(buildOpened(comId, { importedFrom }), null)).toBeNull()
  })

  test('is changed where both pages state something, and not the same', () => {
    const other = buildListing(comId, {
      title: found('Another bottle', 'h1'),
      sellerId: found('2679000002', 'message link'),
      images: found([{ hash: 'S2', url: 'https://ae01.alicdn.com/kf/S2.jpg' }], 'state'),
    })
    const seen = seenIn(buildOpened(comId, { listing: other }), buildOpened(comId))
    expect(seen).toMatchObject({ seen: 'changed', changed: ['title', 'pictures', 'seller'] })
  })

  test('a title in another language, or from another place of the page, is no change', () => {
    const german = buildListing(comId, { title: found('Trinkflasche', 'h1') })
    expect(
      seenIn(buildOpened(comId, { listing: german }, { locale: 'de_DE' }), buildOpened(comId))?.seen,
    ).toBe('live')
    const head = buildListing(comId, { title: found('Bottle | AliExpress', 'og:title') })
    expect(seenIn(buildOpened(comId, { listing: head }), buildOpened(comId))?.seen).toBe('live')
  })

  test('is compared with the newest whole page up to the filing, else with the first', () => {
    const at = (day: number) => buildOpened(comId, {}, { seenAt: seenAt(day) })
    const [one, two, three] = [at(18), at(20), at(24)]
    expect(pageAsFiled([three, one, two], '2026-11-20')).toBe(two)
    expect(pageAsFiled([three], '2026-11-20')).toBe(three)
    expect(pageAsFiled([gone()], '2026-11-20')).toBeNull()
  })
})

const seenAt = (day: number) => ({ wallMs: Date.UTC(2026, 10, day, 9), monotonicMs: 1, offsetMinutes: 0 })

describe('a visit', () => {
  const seen = { state: 'live', on: '2026-11-27', atMs: 1_000_000_000 } as const
  test.each([
    ['half an hour later in the same state is the same', 'ready', 29 * 60_000, true],
    ['later is another', 'ready', 31 * 60_000, false],
    ['to a page that is gone by now is another at once', 'removed', 1000, false],
  ] as const)('%s', (_, state, laterMs, isSame) => {
    expect(isSameVisit(seen, state, seen.atMs + laterMs)).toBe(isSame)
    expect(isSameVisit(null, state, seen.atMs)).toBe(false)
  })
})
