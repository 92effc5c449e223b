import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeJudgements } from '../../../lib/queue/change-judgement.ts'
import { ipTypes, isQueued, queueGroupOf, verdicts } from '../../../lib/queue/flag.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { removeFlags, restoreFlags, undoFlag } from '../../../lib/queue/undo-flag.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

const listingOf = (index: number) => `100500700000000${index}`

const step = fc.oneof(
  fc.record({
    do: fc.constant('flag' as const),
    listing: fc.nat(2),
    verdict: fc.constantFrom(...verdicts),
    ipType: fc.option(fc.constantFrom(...ipTypes)),
  }),
  fc.record({ do: fc.constantFrom('undo', 'remove', 'restore', 'repeat' as const), which: fc.nat(20) }),
  fc.record({
    do: fc.constant('change' as const),
    which: fc.nat(20),
    ipType: fc.option(fc.constantFrom(...ipTypes)),
  }),
)

test('whatever a person does, a listing has at most one current judgement and the index tells the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { database, flags: repo, clock } = await openTestDatabase()
      const deps = { repo, clock }
      const made: ReturnType<typeof buildNewFlag>[] = []
      for (const action of steps) {
        if (action.do === 'flag') {
          const flag = buildNewFlag({
            comId: listingOf(action.listing),
            verdict: action.verdict,
            ipType: action.ipType,
          })
          made.push(flag)
          expect((await flagListing(deps, flag)).ok).toBe(true)
          continue
        }
        const flag = made[action.which % Math.max(1, made.length)]
        if (!flag) continue
        if (action.do === 'undo') await undoFlag(deps, flag)
        if (action.do === 'repeat') await flagListing(deps, flag)
        if (action.do === 'remove') await removeFlags(deps, [flag.flagId])
        if (action.do === 'restore') await restoreFlags(deps, [flag.flagId])
        if (action.do === 'change') {
          const change = { flagId: flag.flagId, judgement: { ipType: action.ipType } }
          await changeJudgements(deps, [change])
        }
      }
      const rows = await database.flags.toArray()
      expect(rows).toHaveLength(made.length)
      for (let index = 0; index < 3; index++) {
        const current = rows.filter((row) => row.comId === listingOf(index) && row.status === 'current')
        expect(current.length).toBeLessThanOrEqual(1)
      }
      expect(await repo.countQueued()).toBe(rows.filter(isQueued).length)
      for (const row of rows) {
        expect(row.queueGroup ?? null).toBe(queueGroupOf(row))
        if (row.verdict !== 'infringing') expect(row.ipType).toBeNull()
      }
      database.close()
    }),
    { numRuns: 150 },
  )
})

test('changing many is one commit: one that is no longer current leaves all as they were', async () => {
  const { database, flags: repo, clock } = await openTestDatabase()
  const first = buildNewFlag({ comId: listingOf(0) })
  const second = buildNewFlag({ comId: listingOf(1) })
  for (const flag of [first, second]) await flagListing({ repo, clock }, flag)
  await removeFlags({ repo, clock }, [second.flagId])
  const answer = await changeJudgements(
    { repo, clock },
    [first, second].map(({ flagId }) => ({ flagId, judgement: { ipType: 'patent' as const } })),
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-current' } })
  expect((await database.flags.get(first.flagId))?.ipType).toBe('trademark')
})

test('a change hands back what undoes it', async () => {
  const { database, flags: repo, clock } = await openTestDatabase()
  const flag = buildNewFlag({ verdict: 'suspicious', ipType: null, note: 'logo?' })
  await flagListing({ repo, clock }, flag)
  const changed = await changeJudgements({ repo, clock }, [
    { flagId: flag.flagId, judgement: { ipType: 'copyright', note: 'photo 3' } },
  ])
  expect(await database.flags.get(flag.flagId)).toMatchObject({
    verdict: 'infringing',
    ipType: 'copyright',
    note: 'photo 3',
    queueGroup: 'copyright',
  })
  if (!changed.ok) throw new Error(changed.error.message)
  await changeJudgements({ repo, clock }, changed.value)
  expect(await database.flags.get(flag.flagId)).toMatchObject({
    verdict: 'suspicious',
    ipType: null,
    note: 'logo?',
    queueGroup: 'undecided',
  })
})

test('a note that is too long is refused before anything is written', async () => {
  const { flags: repo, clock } = await openTestDatabase()
  const answer = await changeJudgements({ repo, clock }, [
    { flagId: 'unknown', judgement: { note: 'x'.repeat(2001) } },
  ])
  expect(answer).toMatchObject({ ok: false, error: { code: 'note-too-long' } })
})

test('a Monday’s worth is removed, restored and changed in one go', async () => {
  const { flags: repo, clock } = await openTestDatabase()
  const deps = { repo, clock }
  const made = Array.from({ length: 500 }, (_, index) =>
    buildNewFlag({ comId: String(1_005_007_000_000_000 + index) }),
  )
  for (const flag of made) expect((await flagListing(deps, flag)).ok).toBe(true)
  const flagIds = made.map((flag) => flag.flagId)
  expect(await removeFlags(deps, flagIds)).toHaveLength(500)
  expect(await repo.countQueued()).toBe(0)
  expect(await restoreFlags(deps, flagIds)).toHaveLength(500)
  const changes = flagIds.map((flagId) => ({ flagId, judgement: { ipType: 'patent' as const } }))
  expect((await changeJudgements(deps, changes)).ok).toBe(true)
  expect(await repo.countQueued()).toBe(500)
})
