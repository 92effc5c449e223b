import { expect, test } from 'vitest'
import { markState } from '../../../lib/complaints/desk-store.ts'
import { dexieDeskStore } from '../../../lib/storage/dexie-desk-store.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

test('a tick counts for the value that it was given for, for its subject alone', async () => {
  const { database } = await openTestDatabase()
  const store = dexieDeskStore(database)
  await store.mark({ subjectId: 'one', entryId: 'reason', value: 'Test buy', atMs: 1 })
  await store.mark({ subjectId: 'two', entryId: 'links', value: 'x', atMs: 1 })
  const marks = await store.marks('one')
  expect(marks).toHaveLength(1)
  expect(markState(marks, 'reason', 'Test buy')).toBe('done')
  expect(markState(marks, 'reason', 'Keyword misuse')).toBe('changed')
  expect(markState(marks, 'links', 'x')).toBe('open')
  await store.unmark('one', 'reason')
  expect(await store.marks('one')).toEqual([])
  expect(await store.marks('two')).toHaveLength(1)
})

test('what was put on the desk lies there until something else does', async () => {
  const { database } = await openTestDatabase()
  const store = dexieDeskStore(database)
  expect(await store.onDesk()).toBeNull()
  await store.putOnDesk('one')
  await store.putOnDesk('two')
  expect(await store.onDesk()).toBe('two')
})
