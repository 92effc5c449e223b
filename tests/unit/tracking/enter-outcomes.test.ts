import { describe, expect, test } from 'vitest'
import { dexieComplaintReader } from '../../../lib/storage/dexie-complaint-reader.ts'
import { decideComplaint } from '../../../lib/tracking/decide-complaint.ts'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { type LineOutcome, plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import { takeBack } from '../../../lib/tracking/take-back.ts'
import { houseWithFiled, today } from './tracking-house.ts'

const removed = plainOutcome('removed')
const entryOf = (line: { lineId: string } | undefined, outcome: LineOutcome = removed, on = today) => ({
  ...{ lineId: line?.lineId ?? '', outcome, on, note: '' },
})

describe('outcomes', () => {
  test('keep day, source and note, and the ledger is told who entered what', async () => {
    const { deps, reader, lines, waitingActs, house } = await houseWithFiled([2])
    await house.database.meta.put({ key: 'operatorName', name: 'A. Person' })
    const before = (await waitingActs()).length
    const entry = { ...entryOf(lines[0]), on: '2026-11-24', note: 'By the portal’s mail' }
    expect(await enterOutcomes(deps, [entry], 'csv', today)).toMatchObject({
      value: [{ subjectId: lines[0]?.lineId, place: 1 }],
    })
    const [filed] = await reader.filed()
    expect(filed?.lines.map(({ track }) => [track.state, track.since])).toEqual([
      ['removed', '2026-11-24'],
      ['filed', null],
    ])
    expect(filed?.lines[0]?.track.events).toMatchObject([
      { place: 1, on: '2026-11-24', source: 'csv', note: 'By the portal’s mail' },
    ])
    const acts = (await waitingActs()).slice(before)
    expect(acts.map(({ act }) => [act.actor, act.action, act.subject])).toEqual([
      ['A. Person', 'outcome-entered', lines[0]?.lineId],
    ])
    expect(JSON.parse(acts[0]?.act.payload ?? '')).toMatchObject({
      ...{ kind: 'line', comId: lines[0]?.comId, before: 'filed', after: 'removed', source: 'csv' },
    })
  })

  test.each([
    ['day-missing', '2026-11-31'],
    ['day-in-future', '2026-11-28'],
    ['before-filing', '2026-11-19'],
  ])('are refused with %s, all of them', async (code, on) => {
    const { deps, reader, lines } = await houseWithFiled([2])
    const entries = [entryOf(lines[0]), entryOf(lines[1], removed, on)]
    expect(await enterOutcomes(deps, entries, 'hand', today)).toMatchObject({ ok: false, error: { code } })
    expect((await reader.filed())[0]?.lines.map(({ track }) => track.state)).toEqual(['filed', 'filed'])
  })

  test('are refused before the last entry’s day, and for listings that are not filed', async () => {
    const { deps, lines, draftLines } = await houseWithFiled([1])
    await enterOutcomes(deps, [entryOf(lines[0], removed, '2026-11-25')], 'hand', today)
    const contested = entryOf(lines[0], plainOutcome('counter-noticed'), '2026-11-24')
    expect(await enterOutcomes(deps, [contested], 'hand', today)).toMatchObject({
      error: { code: 'before-last' },
    })
    expect(await enterOutcomes(deps, [entryOf(draftLines[0])], 'hand', today)).toMatchObject({
      error: { code: 'not-filed' },
    })
  })

  test('say what can follow where a step is illegal', async () => {
    const { deps, lines } = await houseWithFiled([1])
    const relisted: LineOutcome = { ...removed, state: 'relisted', relistedAs: '1005009000000001' }
    expect(await enterOutcomes(deps, [entryOf(lines[0], relisted)], 'hand', today)).toMatchObject({
      error: { code: 'illegal-step', message: expect.stringContaining('Possible: removed,') },
    })
  })
})

test('a listing that was taken down is known so where it is complained of again', async () => {
  const { deps, lines, house } = await houseWithFiled([1])
  const known = async () => {
    const [facts] = await dexieComplaintReader(house.database).facts(lines.map(({ comId }) => comId))
    return facts?.elsewhere.map(({ wasRemoved }) => wasRemoved)
  }
  expect(await known()).toEqual([false])
  const entered = await enterOutcomes(deps, [entryOf(lines[0])], 'hand', today)
  expect(await known()).toEqual([true])
  await takeBack(deps, entered.ok ? entered.value : [])
  expect(await known()).toEqual([false])
})

test('filing is told to the ledger, with its case and listings', async () => {
  const { complaintIds, lines, waitingActs } = await houseWithFiled([2])
  const filings = (await waitingActs()).filter(({ act }) => act.action === 'complaint-filed')
  expect(filings.map(({ act }) => act.subject)).toEqual(complaintIds)
  expect(JSON.parse(filings[0]?.act.payload ?? '')).toMatchObject({
    ...{ caseNumber: 'IPP-1', comIds: lines.map(({ comId }) => comId) },
  })
})

describe('a decision', () => {
  test('on the whole gives its listings the outcome that goes with it, and only those that wait', async () => {
    const { deps, reader, lines, complaintIds } = await houseWithFiled([3])
    await enterOutcomes(deps, [entryOf(lines[0])], 'hand', today)
    const decision = {
      ...{
        outcome: { state: 'rejected' as const, reason: 'No comparison' },
        on: today,
        note: '',
        withLines: true,
      },
    }
    const [complaintId = ''] = complaintIds
    expect(await decideComplaint(deps, complaintId, decision, today)).toMatchObject({ ok: true })
    const [filed] = await reader.filed()
    expect(filed?.track).toMatchObject({ state: 'rejected', reason: 'No comparison' })
    expect(filed?.lines.map(({ track }) => [track.state, track.reason])).toEqual([
      ['removed', ''],
      ['rejected', 'No comparison'],
      ['rejected', 'No comparison'],
    ])
  })

  test('closes no case with open listings', async () => {
    const { deps, complaintIds } = await houseWithFiled([2])
    const [complaintId = ''] = complaintIds
    const decide = (state: 'accepted' | 'closed') =>
      decideComplaint(
        deps,
        complaintId,
        { outcome: { state, reason: '' }, on: today, note: '', withLines: false },
        today,
      )
    expect(await decide('closed')).toMatchObject({ error: { code: 'illegal-step' } })
    expect(await decide('accepted')).toMatchObject({ ok: true })
    expect(await decide('closed')).toMatchObject({
      error: { code: 'lines-open', message: expect.stringContaining('2 listings') },
    })
  })
})
