import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import { readWhole, rowsOfEach } from '../../../lib/storage/read-whole.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

const row = (comId: string) => ({
  ...{ comId, shownId: comId, title: null, sellerId: `s${comId}`, storeName: null, price: null },
  ...{ imageUrl: null, url: '', lastSeenUrl: null, lastSeenAtMs: null, hasItemCapture: false },
})

test('a live query that reads much is told of every change of the table', async () => {
  const { database } = await openTestDatabase()
  const { listings } = database
  const seen: number[] = []
  const query = liveQuery(() => readWhole([listings], () => listings.toCollection().primaryKeys()))
  const subscription = query.subscribe((keys) => void seen.push(keys.length))
  await expect.poll(() => seen).toEqual([0])
  await listings.put(row('1'))
  await expect.poll(() => seen.at(-1)).toBe(1)
  await listings.put(row('2'))
  await expect.poll(() => seen.at(-1)).toBe(2)
  await listings.delete('1')
  await expect.poll(() => seen.at(-1)).toBe(1)
  subscription.unsubscribe()
})

test('a failure of the reading is the failure of the query', async () => {
  const { database } = await openTestDatabase()
  await expect(readWhole([database.flags], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('rows are found by each key, in the order of the keys', async () => {
  const { database } = await openTestDatabase()
  await database.listings.bulkPut(['1', '2', '3'].map(row))
  const found = await rowsOfEach(database.listings, 'sellerId', ['s3', 's9', 's1'])
  expect(found.map(({ comId }) => comId)).toEqual(['3', '1'])
})
