import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canShareLines,
  mergeComplaints,
  moveLines,
  orderLines,
  releaseLines,
  splitComplaint,
} from '../../../lib/complaints/arrange-lines.ts'
import { changeComplaint, settleComplaint } from '../../../lib/complaints/change-complaint.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import { startComplaints } from '../../../lib/complaints/start-complaints.ts'
import { buildAnswers, documentOf } from '../../support/rights.ts'
import { houseWithDrafts, lineIdsOf } from './complaint-house.ts'

const one = 'tm-counterfeit-features'
const other = 'tm-unfair-use'
const idOf = (draft: { complaintId: string } | undefined) => draft?.complaintId ?? ''

describe('drafts', () => {
  test('hold every listing once, and starting them again changes nothing', async () => {
    const { deps, proposed, drafts, linesOf, repo } = await houseWithDrafts([
      { reasonId: one, count: 3 },
      { reasonId: other, count: 2 },
    ])
    expect(drafts.map(({ reasonId }) => reasonId)).toEqual([one, other])
    expect((await linesOf(drafts[0])).map(({ position }) => position)).toEqual([0, 1, 2])
    expect(await startComplaints(deps, proposed, 'en')).toEqual([])
    expect(await repo.complaint(idOf(drafts[0]))).toEqual(drafts[0])
  })

  test('are split, joined again and put in order without losing a line', async () => {
    const { deps, drafts, linesOf } = await houseWithDrafts([{ reasonId: one, count: 4 }])
    const complaintId = idOf(drafts[0])
    const before = await linesOf(drafts[0])
    const [, second, , fourth] = lineIdsOf(before)
    const split = await splitComplaint(deps, { complaintId, lineIds: [second ?? '', fourth ?? ''] })
    if (!split.ok) throw new Error(split.error.message)
    expect((await linesOf(drafts[0])).map(({ comId, position }) => [comId, position])).toEqual([
      [before[0]?.comId, 0],
      [before[2]?.comId, 1],
    ])
    const merged = await mergeComplaints(deps, [split.value.complaintId, complaintId])
    expect(merged).toMatchObject({ ok: true, value: { complaintId: split.value.complaintId } })
    expect(await linesOf(drafts[0])).toEqual([])
    const after = await linesOf(split.value)
    expect(after.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    const reversed = lineIdsOf(after).reverse()
    expect((await orderLines(deps, { complaintId: split.value.complaintId, lineIds: reversed })).ok).toBe(
      true,
    )
    expect(lineIdsOf(await linesOf(split.value))).toEqual(reversed)
    expect([...reversed].sort()).toEqual(lineIdsOf(before).sort())
  })

  test('share listings only with other drafts of their kind', async () => {
    const { drafts } = await houseWithDrafts([
      { reasonId: one, count: 1 },
      { reasonId: other, count: 1 },
    ])
    const [draft] = drafts
    if (!draft) throw new Error('no draft')
    const another = { ...draft, complaintId: 'another' }
    expect(canShareLines(draft, another)).toBe(true)
    expect(canShareLines(draft, draft)).toBe(false)
    expect(canShareLines(draft, { ...another, state: 'filed' })).toBe(false)
    for (const key of ['portalId', 'platformId', 'rightId', 'reasonId'] as const)
      expect(canShareLines(draft, { ...another, [key]: 'x' })).toBe(false)
    expect(canShareLines(draft, { ...another, complaintType: 'store-front' as never })).toBe(false)
  })

  test('an emptied draft goes, and what is released may be started anew', async () => {
    const { deps, drafts, linesOf, proposed, repo } = await houseWithDrafts([{ reasonId: one, count: 2 }])
    const complaintId = idOf(drafts[0])
    await releaseLines(deps, { complaintId, lineIds: lineIdsOf(await linesOf(drafts[0])) })
    expect(await repo.complaint(complaintId)).toBeNull()
    expect(await startComplaints(deps, proposed, 'en')).toHaveLength(1)
  })

  test('a test purchase stays with its listing: nothing of it is said of those that are split off', async () => {
    const { deps, drafts, linesOf, repo } = await houseWithDrafts([{ reasonId: one, count: 3 }])
    const complaintId = idOf(drafts[0])
    const testPurchase = {
      ...{ orderNumber: '8123456789012345', orderedOn: null, receivedOn: null, findings: 'Another cap.' },
      ...{ photos: [documentOf('photo.png')], report: documentOf('report.pdf') },
    }
    const answers = buildAnswers({ testPurchase, explanation: 'We bought it (order 8123456789012345).' })
    await changeComplaint(deps, complaintId, { answers })
    const lineIds = lineIdsOf(await linesOf(drafts[0])).slice(1)
    const split = await splitComplaint(deps, { complaintId, lineIds })
    expect(split).toMatchObject({
      ok: true,
      value: { answers: { testPurchase: null, explanation: '', declaration: null } },
    })
    expect((await repo.complaint(complaintId))?.answers).toEqual(answers)
  })

  test('what was looked at and declared of one draft is not said of listings that come from another', async () => {
    const { deps, drafts, linesOf, repo } = await houseWithDrafts([{ reasonId: one, count: 4 }])
    const first = idOf(drafts[0])
    const splitOff = async (lineId: string | undefined) => {
      const split = await splitComplaint(deps, { complaintId: first, lineIds: [lineId ?? ''] })
      if (!split.ok) throw new Error(split.error.message)
      return split.value.complaintId
    }
    const [, second, third] = lineIdsOf(await linesOf(drafts[0]))
    const [moved, joined] = [await splitOff(second), await splitOff(third)]
    const said = { isConfirmedNotGenuine: true, declaration: { name: 'Ines', on: '2026-11-25' } }
    const unsaid = { isConfirmedNotGenuine: false, declaration: null }
    const declare = async () => {
      await changeComplaint(deps, first, { answers: said })
      await settleComplaint(deps, (await repo.complaint(first)) ?? { complaintId: '', changedAtMs: 0 }, [])
      expect(await repo.complaint(first)).toMatchObject({ state: 'ready', answers: said })
    }
    await declare()
    expect((await moveLines(deps, { from: moved, to: first, lineIds: [second ?? ''] })).ok).toBe(true)
    expect(await repo.complaint(first)).toMatchObject({ state: 'draft', answers: unsaid })
    await declare()
    expect((await mergeComplaints(deps, [first, joined])).ok).toBe(true)
    expect(await repo.complaint(first)).toMatchObject({ state: 'draft', answers: unsaid })
    // Said of both, it still holds.
    await declare()
    expect((await mergeComplaints(deps, [first, await splitOff(second)])).ok).toBe(true)
    expect(await repo.complaint(first)).toMatchObject({ answers: said })
  })

  test('of two kinds cannot share listings', async () => {
    const { deps, drafts, linesOf } = await houseWithDrafts([
      { reasonId: one, count: 2 },
      { reasonId: other, count: 1 },
    ])
    const lineIds = lineIdsOf(await linesOf(drafts[0])).slice(0, 1)
    const [from, to] = [idOf(drafts[0]), idOf(drafts[1])]
    expect(await moveLines(deps, { from, to, lineIds })).toMatchObject({
      ok: false,
      error: { code: 'other-kind' },
    })
    expect(await mergeComplaints(deps, [from, to])).toMatchObject({
      ok: false,
      error: { code: 'other-kind' },
    })
    expect(await linesOf(drafts[0])).toHaveLength(2)
  })

  test('a line that is not there stops everything', async () => {
    const { deps, drafts, linesOf } = await houseWithDrafts([{ reasonId: one, count: 2 }])
    const complaintId = idOf(drafts[0])
    const lineIds = [...lineIdsOf(await linesOf(drafts[0])), 'another']
    for (const outcome of [
      await splitComplaint(deps, { complaintId, lineIds }),
      await orderLines(deps, { complaintId, lineIds }),
    ]) {
      expect(outcome).toMatchObject({ ok: false, error: { code: 'line-missing' } })
    }
    expect(await linesOf(drafts[0])).toHaveLength(2)
  })

  test('no series of splits, merges, moves and orders loses or doubles a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(), fc.nat()), { maxLength: 12 }),
        async (steps) => {
          const { deps, drafts, house } = await houseWithDrafts([{ reasonId: one, count: 6 }])
          const all = async () =>
            (await house.database.complaintLines.toArray()).map(({ comId }) => comId).sort()
          const before = await all()
          expect(drafts).toHaveLength(1)
          for (const [kind, a, b] of steps) {
            const complaints = await house.database.complaints.toArray()
            const pick = (at: number) => complaints[at % complaints.length]?.complaintId ?? ''
            const lines = lineIdsOf(await deps.repo.lines(pick(a)))
            const some = lines.filter((_, at) => (b >> at) % 2 === 1)
            if (kind === 0) await splitComplaint(deps, { complaintId: pick(a), lineIds: some })
            if (kind === 1 && pick(a) !== pick(b)) await mergeComplaints(deps, [pick(a), pick(b)])
            if (kind === 2 && pick(a) !== pick(b))
              await moveLines(deps, { from: pick(a), to: pick(b), lineIds: some })
            if (kind === 3) await orderLines(deps, { complaintId: pick(a), lineIds: lines.reverse() })
            expect(await all()).toEqual(before)
            for (const { complaintId } of await house.database.complaints.toArray()) {
              const rows = await deps.repo.lines(complaintId)
              expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at))
              expect(rows.length).toBeGreaterThan(0)
            }
          }
          house.database.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('filing', () => {
  const filing = { caseNumber: ' CN-2026-0042 ', filedOn: '2026-11-24', note: '' }

  test('enters the case number, files the lines, and frees the queue of them', async () => {
    const { deps, drafts, linesOf, house } = await houseWithDrafts([
      { reasonId: one, count: 2 },
      { reasonId: other, count: 1 },
    ])
    expect(await house.flags.countQueued()).toBe(3)
    const filed = await fileComplaint(deps, idOf(drafts[0]), filing, '2026-11-25')
    expect(filed).toMatchObject({ ok: true, value: { state: 'filed', caseNumber: 'CN-2026-0042' } })
    expect((await linesOf(drafts[0])).map(({ state }) => state)).toEqual(['filed', 'filed'])
    expect(await house.flags.countQueued()).toBe(1)
    expect(await fileComplaint(deps, idOf(drafts[0]), filing, '2026-11-25')).toMatchObject({
      ok: false,
      error: { code: 'not-a-draft' },
    })
    const lineIds = lineIdsOf(await linesOf(drafts[0]))
    expect(await releaseLines(deps, { complaintId: idOf(drafts[0]), lineIds })).toMatchObject({ ok: false })
  })

  test.each([
    ['case-number-missing', { ...filing, caseNumber: '  ' }],
    ['case-number-long', { ...filing, caseNumber: '9'.repeat(101) }],
    ['filing-day-missing', { ...filing, filedOn: '' }],
    ['filing-day-missing', { ...filing, filedOn: '2026-11-31' }],
    ['filed-in-future', { ...filing, filedOn: '2026-11-26' }],
  ])('refuses: %s', async (code, wrong) => {
    const { deps, drafts } = await houseWithDrafts([{ reasonId: one, count: 1 }])
    expect(await fileComplaint(deps, idOf(drafts[0]), wrong, '2026-11-25')).toMatchObject({
      ok: false,
      error: { code },
    })
  })
})
