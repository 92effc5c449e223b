import { expect, test } from 'vitest'
import { dexieHeaderMask } from '../../../lib/storage/dexie-header-mask.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

test('the header is covered until the person chooses otherwise, and their choice is kept', async () => {
  const { database } = await openTestDatabase()
  const setting = dexieHeaderMask(database)
  expect(await setting.read()).toBe(true)
  await setting.save(false)
  expect(await dexieHeaderMask(database).read()).toBe(false)
  await setting.save(true)
  expect(await setting.read()).toBe(true)
  expect(await database.meta.get('headerMask')).toEqual({ key: 'headerMask', isOn: true })
})
