import { expect, test } from 'vitest'
import { changeJudgements } from '../../../lib/queue/change-judgement.ts'
import { decideRights } from '../../../lib/queue/decide-right.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

const comId = '1005007000000001'
const mark = { rightId: 'right-tm', reasonId: 'tm-keyword-misuse', ipType: 'trademark' } as const

async function houseWith(flag = buildNewFlag({ comId, ipType: null, verdict: 'suspicious' })) {
  const house = await openTestDatabase()
  const deps = { repo: house.flags, clock: house.clock }
  await flagListing(deps, flag)
  const stored = async () => (await house.flags.readBack(flag.flagId)).flag
  return { house, deps, flag, stored }
}

test('a right makes a doubtful listing infringing, of its type; undo brings back what stood there', async () => {
  const { deps, flag, stored } = await houseWith()
  const before = await stored()
  const outcome = await decideRights(deps, [{ flagId: flag.flagId, ...mark }])
  expect(await stored()).toMatchObject({ verdict: 'infringing', ...mark })
  if (!outcome.ok) throw new Error(outcome.error.message)
  await decideRights(deps, outcome.value)
  expect(await stored()).toEqual({ ...before, changedAtMs: expect.any(Number) })
})

test('judged anew, right and reason stay where the type fits and go where it does not', async () => {
  const { house, deps, flag } = await houseWith()
  await decideRights(deps, [{ flagId: flag.flagId, ...mark }])
  const same = buildNewFlag({ comId, ipType: 'trademark' })
  await flagListing(deps, same)
  expect((await house.flags.readBack(same.flagId)).flag).toMatchObject(mark)
  const other = buildNewFlag({ comId, ipType: 'patent' })
  await flagListing(deps, other)
  expect((await house.flags.readBack(other.flagId)).flag).toMatchObject({ rightId: null, reasonId: null })
})

test('another type takes right and reason away, and its undo brings them back', async () => {
  const { deps, flag, stored } = await houseWith()
  await decideRights(deps, [{ flagId: flag.flagId, ...mark }])
  const changed = await changeJudgements(deps, [{ flagId: flag.flagId, judgement: { ipType: 'patent' } }])
  expect(await stored()).toMatchObject({ ipType: 'patent', rightId: null, reasonId: null })
  if (!changed.ok) throw new Error(changed.error.message)
  await changeJudgements(deps, changed.value)
  expect(await stored()).toMatchObject(mark)
  await changeJudgements(deps, [{ flagId: flag.flagId, judgement: { note: 'lid' } }])
  expect(await stored()).toMatchObject({ ...mark, note: 'lid' })
})

test('where one listing was judged again or filed, nothing at all is changed', async () => {
  const { house, deps, flag, stored } = await houseWith()
  const gone = await decideRights(deps, [
    { flagId: flag.flagId, ...mark },
    { flagId: 'unknown', ...mark },
  ])
  expect(gone).toMatchObject({ ok: false, error: { code: 'not-current' } })
  expect(await stored()).toMatchObject({ rightId: null })
  await house.database.flags.update(flag.flagId, { filedIn: 'a complaint' })
  const filed = await decideRights(deps, [{ flagId: flag.flagId, ...mark }])
  expect(filed).toMatchObject({ ok: false, error: { code: 'already-filed' } })
})
