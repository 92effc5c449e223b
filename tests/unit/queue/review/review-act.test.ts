import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ipTypes, verdicts } from '../../../../lib/queue/flag.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { type ReviewAct, runReviewAct } from '../../../../lib/queue/review/review-act.ts'
import { checkOf, skipOf, skipReasons } from '../../../../lib/queue/review/review-mark.ts'
import { dexieReviewMarks } from '../../../../lib/storage/dexie-review.ts'
import { readWaitingActs } from '../../../../lib/storage/waiting-acts.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { buildNewFlag } from '../../../support/records.ts'

async function reviewHouse(listings = 3) {
  const { database, flags: repo, clock } = await openTestDatabase()
  const deps = { repo, clock, marks: dexieReviewMarks(database) }
  const flagIds: string[] = []
  for (let index = 0; index < listings; index++) {
    // The first was judged twice: removing it lets the former judgement stand again.
    for (const verdict of index === 0 ? (['suspicious', 'infringing'] as const) : [verdicts[index % 4]]) {
      const flag = buildNewFlag({ comId: `100500700000000${index}`, ...(verdict ? { verdict } : {}) })
      await flagListing({ repo, clock }, flag)
      flagIds.push(flag.flagId)
    }
  }
  const state = async () => ({
    flags: (await database.flags.toArray()).map(({ changedAtMs: _when, ...flag }) => flag),
    marks: await database.reviewMarks.toArray(),
  })
  const ledgerActs = async () => (await readWaitingActs(database, 1000)).map(({ act }) => act)
  return { database, deps, flagIds, state, ledgerActs }
}

const many = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('judge' as const),
    which: many,
    judgement: fc.oneof(
      fc.record({ verdict: fc.constantFrom(...verdicts) }),
      fc.record({ ipType: fc.option(fc.constantFrom(...ipTypes)) }),
      fc.record({ note: fc.string({ maxLength: 9 }) }),
    ),
  }),
  fc.record({
    do: fc.constant('right' as const),
    which: many,
    ipType: fc.constantFrom(...ipTypes),
    rightId: fc.constantFrom('right-1', 'right-2'),
  }),
  fc.record({ do: fc.constant('remove' as const), which: many }),
  fc.record({ do: fc.constant('skip' as const), which: fc.nat(3), reason: fc.constantFrom(...skipReasons) }),
  fc.record({ do: fc.constant('check' as const), which: fc.nat(3), agrees: fc.boolean() }),
)

function actOf(
  chosen: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
  ids: string[],
): ReviewAct {
  const at = (index: number) => ids[index % ids.length] ?? ''
  switch (chosen.do) {
    case 'judge':
      return {
        kind: 'judge',
        changes: chosen.which.map((index) => ({ flagId: at(index), judgement: chosen.judgement })),
      }
    case 'right':
      return {
        kind: 'right',
        decisions: chosen.which.map((index) => ({
          flagId: at(index),
          ipType: chosen.ipType,
          rightId: chosen.rightId,
          reasonId: 'some-reason',
        })),
      }
    case 'remove':
      return { kind: 'remove', flagIds: chosen.which.map(at) }
    case 'skip':
      return { kind: 'skip', flagId: at(chosen.which), reason: chosen.reason, note: '' }
    case 'check':
      return { kind: 'check', flagId: at(chosen.which), name: 'Wei', agrees: chosen.agrees, note: '' }
  }
}

describe('what is done in review', () => {
  test('is undone to any depth: every step back gives exactly what stood there before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { database, deps, flagIds, state } = await reviewHouse()
        const before: Array<{ inverse: ReviewAct; state: Awaited<ReturnType<typeof state>> }> = []
        for (const chosen of steps) {
          const stood = await state()
          const outcome = await runReviewAct(deps, actOf(chosen, flagIds))
          // What is refused, or changes nothing, leaves everything as it was.
          if (!outcome.ok || !outcome.value.inverse) expect(await state()).toEqual(stood)
          else before.push({ inverse: outcome.value.inverse, state: stood })
        }
        for (const { inverse, state: stood } of before.reverse()) {
          expect((await runReviewAct(deps, inverse)).ok).toBe(true)
          expect(await state()).toEqual(stood)
        }
        database.close()
      }),
      { numRuns: 120 },
    )
  })

  test('a skip and a second check are entered in the ledger, and so is taking them back', async () => {
    const { deps, flagIds, state, ledgerActs } = await reviewHouse()
    const [, flagId = ''] = flagIds
    const judged = (await ledgerActs()).length
    const skipped = await runReviewAct(deps, { kind: 'skip', flagId, reason: 'right-unclear', note: 'ask' })
    await runReviewAct(deps, { kind: 'check', flagId, name: ' Wei ', agrees: false, note: 'no logo' })
    const [mark] = (await state()).marks
    expect(mark).toMatchObject({ skip: { reason: 'right-unclear' }, check: { name: 'Wei', agrees: false } })
    if (!skipped.ok || !skipped.value.inverse) throw new Error('not skipped')
    await runReviewAct(deps, skipped.value.inverse)
    const acts = (await ledgerActs()).slice(judged)
    expect(acts.map(({ action }) => action)).toEqual([
      'review-skipped',
      'judgement-checked',
      'review-skipped',
      'judgement-checked',
    ])
    expect(acts[1]).toMatchObject({ subject: flagId, actor: 'operator' })
    expect(JSON.parse(acts[1]?.payload ?? '')).toMatchObject({
      before: null,
      after: { name: 'Wei', agrees: false, note: 'no logo', of: { verdict: 'infringing' } },
    })
  })

  test('a skip and a check are about the judgement that stood then', async () => {
    const { database, deps, flagIds } = await reviewHouse()
    const [, flagId = ''] = flagIds
    await runReviewAct(deps, { kind: 'skip', flagId, reason: 'other', note: '' })
    await runReviewAct(deps, { kind: 'check', flagId, name: 'Wei', agrees: true, note: '' })
    const read = async () => {
      const [flag, mark] = await Promise.all([database.flags.get(flagId), database.reviewMarks.get(flagId)])
      if (!flag || !mark) throw new Error('not stored')
      return { skip: skipOf(mark, flag), check: checkOf(mark, flag) }
    }
    expect(await read()).toMatchObject({ skip: { reason: 'other' }, check: { agrees: true } })
    await runReviewAct(deps, { kind: 'judge', changes: [{ flagId, judgement: { note: 'said more' } }] })
    expect((await read()).check).not.toBeNull()
    await runReviewAct(deps, { kind: 'judge', changes: [{ flagId, judgement: { verdict: 'genuine' } }] })
    expect(await read()).toEqual({ skip: null, check: null })
  })

  test.each([
    ['', 'name-missing'],
    ['ANNA  de Vries', 'same-person'],
    ['a\u202eb', 'name-unreadable'],
  ])('a check by %j is refused: %s', async (name, code) => {
    const { database, deps, flagIds, state } = await reviewHouse()
    await database.meta.put({ key: 'operatorName', name: 'Anna de Vries' })
    const outcome = await runReviewAct(deps, {
      kind: 'check',
      flagId: flagIds[1] ?? '',
      agrees: true,
      note: '',
      name,
    })
    expect(outcome).toMatchObject({ ok: false, error: { code } })
    expect((await state()).marks).toEqual([])
  })

  test('what was filed keeps its judgement, and may have another note', async () => {
    const { database, deps, flagIds } = await reviewHouse()
    const [, flagId = ''] = flagIds
    await database.flags.update(flagId, { filedIn: 'a complaint' })
    const judge = (judgement: object) =>
      runReviewAct(deps, { kind: 'judge', changes: [{ flagId, judgement }] })
    expect(await judge({ verdict: 'genuine' })).toMatchObject({ ok: false, error: { code: 'already-filed' } })
    expect(await judge({ note: 'answered' })).toMatchObject({ ok: true })
    expect(await runReviewAct(deps, { kind: 'remove', flagIds: [flagId] })).toEqual({
      ok: true,
      value: { inverse: null, many: 0 },
    })
  })
})
