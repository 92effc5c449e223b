import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { parseOperatorName } from '../../../lib/evidence/operator-name.ts'
import { dexieOperatorName } from '../../../lib/storage/dexie-operator-name.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

test.each([
  ['  Anna Müller ', 'Anna Müller'],
  ['Mu\u0308ller', 'Müller'],
  [' ', null],
])('%j becomes %j', (typed, name) => {
  expect(parseOperatorName(typed)).toEqual({ ok: true, value: name })
})

test.each([
  ['x'.repeat(101), 'name-too-long'],
  ['Anna\nMüller', 'name-unreadable'],
  ['Anna \u202erelluM', 'name-unreadable'],
])('%j is refused', (typed, code) => {
  expect(parseOperatorName(typed)).toMatchObject({ ok: false, error: { code } })
})

test('what is saved is what records will state, until it is taken away', async () => {
  const house = await openTestDatabase()
  const store = dexieOperatorName(house.database)
  expect(await house.sealing.seals.operatorName()).toBeNull()
  await store.save('Anna Müller')
  expect(await house.sealing.seals.operatorName()).toBe('Anna Müller')
  await store.save(null)
  expect(await store.read()).toBeNull()
})
