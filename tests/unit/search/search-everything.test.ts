import { describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { type Found, hitId } from '../../../lib/search/found.ts'
import { searchEverything } from '../../../lib/search/search-everything.ts'
import type { SearchReader } from '../../../lib/search/search-reader.ts'
import { catchUpSellers } from '../../../lib/sellers/seller-index.ts'
import { usItemNumber } from '../../../lib/site/item-id.ts'
import { dexieSearch } from '../../../lib/storage/dexie-search.ts'
import { dexieSellerIndex } from '../../../lib/storage/dexie-seller-index.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildListing, buildNewFlag } from '../../support/records.ts'
import { buildHolder, buildTrademark } from '../../support/rights.ts'
import { buildFiledLine } from '../../support/seller-traces.ts'

const comId = '1005007000000001'

async function openHouse() {
  const house = await openTestDatabase()
  const { database } = house
  const flag = async (id: string, title: string, note = '', more = {}) => {
    const wanted = buildNewFlag({
      comId: id,
      note,
      listing: buildListing(id, {
        title: found(title, 'h1'),
        sellerId: found('2679000001', 'message link'),
        storeName: found('山路用品店', 'store link'),
        storeNumbers: found(['1102670001'], 'store link'),
        ...more,
      }),
      row: null,
    })
    const saved = await flagListing({ repo: house.flags, clock: house.clock }, wanted)
    if (!saved.ok) throw new Error(saved.error.message)
    return wanted.capture.captureId
  }
  const captureId = await flag(comId, 'Velmora Бутылка 1 L', 'Sold at the fair in Köln')
  await database.holders.add(buildHolder())
  await database.rights.add(buildTrademark())
  const { complaint } = buildFiledLine(comId)
  const { rightId } = buildTrademark()
  const filed = { ...complaint, complaintId: '01JDC0000000000000000000C1', rightId, note: 'Urgent for Aoki' }
  await database.complaints.add({ ...filed, caseNumber: 'CN-2026-77' })
  for await (const step of catchUpSellers(dexieSellerIndex(database), new AbortController().signal)) void step
  const reader = dexieSearch(database)
  const search = async (text: string, own: SearchReader = reader) => {
    const steps: Found[] = []
    for await (const step of searchEverything(own, text, new AbortController().signal)) steps.push(step)
    const last = steps.at(-1)
    if (!last) throw new Error('The search said nothing.')
    return { steps, ids: last.hits.map(hitId), last }
  }
  return { ...house, reader, search, flag, captureId }
}

describe('the search over everything', () => {
  test('finds each thing by what names it', async () => {
    const { search, captureId } = await openHouse()
    const listing = `listings-${comId}`
    const capture = `captures-${captureId}`
    for (const text of [
      comId,
      usItemNumber(comId),
      `https://www.aliexpress.us/item/${usItemNumber(comId)}.html`,
    ])
      expect((await search(text)).ids).toEqual([listing, capture])
    expect((await search('бутылка VELMORA')).ids).toEqual([listing, capture])
    expect((await search('fair koln')).ids).toEqual([listing, capture])
    expect((await search('山路')).ids).toEqual([listing, 'sellers-2679000001', capture])
    expect((await search('2679000001')).ids).toEqual(['sellers-2679000001'])
    expect((await search('1102670001')).ids).toEqual(['sellers-2679000001'])
    expect((await search('https://www.aliexpress.com/store/1102670001')).ids).toEqual(['sellers-2679000001'])
    expect((await search('cn-2026')).ids).toEqual(['complaints-01JDC0000000000000000000C1'])
    expect((await search('aoki')).ids).toEqual(['complaints-01JDC0000000000000000000C1'])
    expect((await search(captureId.toLowerCase())).ids).toEqual([listing, capture])
    const { number, rightId } = buildTrademark()
    expect((await search(number)).ids).toEqual([`rights-${rightId}`])
    expect((await search('nothing like it')).last).toEqual({ hits: [], more: [], isEnded: true })
    expect((await search('  ')).last).toEqual({ hits: [], more: [], isEnded: true })
  })

  test('says a note that was found, and none that a judgement no longer has', async () => {
    const { search, database } = await openHouse()
    expect((await search('koln')).last.hits[0]).toMatchObject({
      note: 'Sold at the fair in Köln',
      isJudged: true,
    })
    await database.flags.toCollection().modify({ status: 'undone' })
    expect((await search('koln')).ids).toEqual([])
    expect((await search(comId)).last.hits[0]).toMatchObject({ isJudged: false, note: null })
  })

  test('says six of a kind and that there are more, and then reads no further', async () => {
    const { search, reader, database } = await openHouse()
    const row = await database.listings.get(comId)
    if (!row) throw new Error('The listing is not stored.')
    await database.listings.bulkPut(
      Array.from({ length: 2500 }, (_, index) => ({
        ...row,
        comId: String(1_005_008_000_000_000 + index),
        title: `Lamp ${index}`,
      })),
    )
    let slices = 0
    const counted: SearchReader = {
      ...reader,
      listingsAfter: (after, many) => {
        slices += 1
        return reader.listingsAfter(after, many)
      },
    }
    const { last } = await search('lamp', counted)
    expect(last.hits.filter(({ group }) => group === 'listings')).toHaveLength(6)
    expect(last.more).toEqual(['listings'])
    expect(slices).toBe(1)
    expect((await search('lamp 2499', counted)).ids).toEqual(['listings-1005008000002499'])
    expect(slices).toBe(4)
    // A number that names a listing is not looked for in titles.
    expect((await search('1005008000002499', counted)).ids).toEqual(['listings-1005008000002499'])
    expect(slices).toBe(4)
  })

  test('ends where it is told to, and says first what the text names', async () => {
    const { reader, search } = await openHouse()
    const stop = new AbortController()
    let slices = 0
    const stopping: SearchReader = {
      ...reader,
      complaintsAfter: (after, many) => {
        slices += 1
        stop.abort()
        return reader.complaintsAfter(after, many)
      },
      listingsAfter: () => Promise.reject(new Error('Nothing is read after the end.')),
    }
    const steps: Found[] = []
    for await (const step of searchEverything(stopping, comId, stop.signal)) steps.push(step)
    expect(slices).toBe(1)
    expect(steps).toHaveLength(1)
    expect(steps[0]?.isEnded).toBe(false)
    expect(steps[0]?.hits.map(({ group }) => group)).toEqual(['listings', 'captures'])
    expect((await search(comId)).steps[0]?.hits).toHaveLength(2)
  })
})
