import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { ListingSummary } from '../../../lib/queue/flag.ts'
import { compactTable } from '../../../lib/storage/compact-table.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

const summary = (comId: string, title: string): ListingSummary => ({
  ...{ comId, shownId: comId, title, sellerId: null, storeName: null, price: null, imageUrl: null },
  ...{ url: '', lastSeenUrl: null, lastSeenAtMs: null, hasItemCapture: false },
})

async function openListings(count: number) {
  const { database } = await openTestDatabase()
  const { listings } = database
  const id = (at: number) => `1005${String(at).padStart(8, '0')}`
  await listings.bulkPut(Array.from({ length: count }, (_, at) => summary(id(at), `title ${at}`)))
  const read: string[] = []
  const titles = compactTable(listings, ({ comId, title }) => {
    read.push(comId)
    return title
  })
  return { database, listings, id, titles, read }
}

describe('what is kept of a table', () => {
  test('is read whole in slices, and only what changed afterwards', async () => {
    const { listings, id, titles, read } = await openListings(4321)
    expect(titles.isRead()).toBe(false)
    expect((await titles.rows()).size).toBe(4321)
    expect(titles.isRead()).toBe(true)
    expect(read.length).toBe(4321)
    await listings.put(summary(id(7), 'changed'))
    await listings.put(summary(id(9000), 'added'))
    await listings.delete(id(8))
    const rows = await titles.rows()
    expect([rows.get(id(7)), rows.get(id(8)), rows.get(id(9000)), rows.size]).toEqual([
      ...['changed', undefined, 'added'],
      4321,
    ])
    expect(read.slice(4321).sort()).toEqual([id(7), id(9000)])
  })

  test('is read anew where many changed at once', async () => {
    const { listings, id, titles } = await openListings(100)
    await titles.rows()
    await listings.bulkPut(Array.from({ length: 100 }, (_, at) => summary(id(at), `anew ${at}`)))
    expect([...(await titles.rows()).values()].every((title) => title?.startsWith('anew'))).toBe(true)
  })

  test('a change during the reading is not lost, and two readers read once', async () => {
    const { listings, id, titles, read } = await openListings(4100)
    const both = Promise.all([titles.rows(), titles.rows()])
    await listings.put(summary(id(3), 'meanwhile'))
    await both
    expect((await titles.rows()).get(id(3))).toBe('meanwhile')
    expect(read.length).toBeLessThanOrEqual(4102)
  })

  test('is forgotten when the connection is closed', async () => {
    const { database, titles } = await openListings(3)
    await titles.rows()
    database.close()
    expect(titles.isRead()).toBe(false)
  })
})
