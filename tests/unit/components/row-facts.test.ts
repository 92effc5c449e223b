import { describe, expect, it } from 'vitest'
import { placeOf, relativeTime, sellerOf, siteName, titleOf } from '../../../components/queue/row-facts.ts'
import { searchEntries } from '../../../components/queue/search-entries.ts'
import type { QueueEntry } from '../../../lib/queue/queue-entry.ts'
import { buildSighting } from '../../support/records.ts'
import { packSource } from '../pack/pack-source.ts'

const now = Date.UTC(2026, 10, 23, 12)
const minute = 60_000

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [5 * minute, '5 min. ago'],
    [3 * 60 * minute, '3 hr. ago'],
    [24 * 60 * minute, 'yesterday'],
    [6 * 24 * 60 * minute, '6 days ago'],
    [20 * 24 * 60 * minute, 'Nov 3'],
    [400 * 24 * 60 * minute, 'Oct 19, 2025'],
  ])('says %d ms before as %s', (agoMs, text) => {
    expect(relativeTime(now - agoMs, now)).toBe(text)
  })

  it('takes a clock that was set back for now', () => {
    expect(relativeTime(now + 20 * minute, now)).toBe('just now')
  })
})

describe('placeOf', () => {
  it('says what was searched and where it stood', () => {
    expect(placeOf(buildSighting({ sponsored: true }))).toBe('search “velmora”, page 2, place 7, ad')
  })

  it('leaves out what the page did not say', () => {
    const nothing = { keyword: null, resultsPage: null, rank: null, sponsored: null }
    expect(placeOf(buildSighting(nothing))).toBe('search')
    expect(placeOf(buildSighting({ ...nothing, pageKind: 'item' }))).toBe('item page')
  })
})

it('names the site as in the address', () => {
  expect(siteName('https://www.aliexpress.us/item/1.html')).toBe('aliexpress.us')
  expect(siteName('https://pl.aliexpress.com/w/x')).toBe('pl.aliexpress.com')
})

const entries = packSource([
  { title: 'NIKE café runner', storeName: null, sellerId: '2679000001', note: 'logo on heel' },
  { title: '维尔莫拉水壶', storeName: '松瀑专营店', sellerId: null },
  { title: null, storeName: null, sellerId: null },
]).source.entries
const [nike, bottle, bare] = entries as [QueueEntry, QueueEntry, QueueEntry]

describe('titleOf and sellerOf', () => {
  it('say what is not known in place of a guess', () => {
    expect(titleOf(bare)).toBe('Title not shown on the page')
    expect(titleOf({ ...bare, listing: null })).toContain('1005007000000003')
    expect([sellerOf(nike), sellerOf(bottle), sellerOf(bare)]).toEqual([
      'Seller 2679000001',
      '松瀑专营店',
      null,
    ])
  })
})

describe('searchEntries', () => {
  it.each([
    ['nike', [nike]],
    ['  CAFE nike ', [nike]],
    ['ｎｉｋｅ', [nike]],
    ['heel', [nike]],
    ['水壶', [bottle]],
    ['松瀑', [bottle]],
    ['1005007000000003', [bare]],
    ['2679000001', [nike]],
    ['nike 水壶', []],
    ['   ', [nike, bottle, bare]],
  ])('finds by %j', (text, found) => {
    expect(searchEntries(entries, text)).toEqual(found)
  })
})
