import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { liveValue } from '../../../lib/storage/live-value.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

const incident = (incidentId: string) => ({
  incidentId,
  atMs: 1,
  doing: 'testing',
  failure: { code: 'test', message: 'Nothing happened.' },
  pageUrl: null,
})

test('has its first reading from the start, and follows every change for whoever listens', async () => {
  const { database } = await openTestDatabase()
  await database.incidents.add(incident('one'))
  const count = await liveValue(() => database.incidents.count())
  expect(count.current()).toBe(1)

  const listener = vi.fn()
  const stop = count.subscribe(listener)
  await database.incidents.add(incident('two'))
  await vi.waitFor(() => expect(count.current()).toBe(2))
  expect(listener).toHaveBeenCalledTimes(1)

  stop()
  await database.incidents.add(incident('three'))
  await vi.waitFor(() => expect(count.current()).toBe(3))
  expect(listener).toHaveBeenCalledTimes(1)
})

test('keeps the same value between changes, as a screen needs it', async () => {
  const { database } = await openTestDatabase()
  const rows = await liveValue(() => database.incidents.toArray())
  expect(rows.current()).toBe(rows.current())
})

test('fails where the first reading fails', async () => {
  const broken = new Error('The store cannot be read.')
  await expect(liveValue(() => Promise.reject(broken))).rejects.toBe(broken)
})

test('tells a later failure to whoever asks', async () => {
  const { database } = await openTestDatabase()
  const value = await liveValue(async () => {
    const count = await database.incidents.count()
    if (count > 0) throw new Error('Too many.')
    return count
  })
  const listener = vi.fn()
  value.subscribe(listener)
  await database.incidents.add(incident('one'))
  await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1))
  expect(() => value.current()).toThrow('Too many.')
})
