import { describe, expect, test } from 'vitest'
import { dexieVisitList } from '../../../lib/storage/dexie-visit-list.ts'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import { noteSeen } from '../../../lib/tracking/note-seen.ts'
import {
  listingsToVisit,
  noVisits,
  startedWith,
  type VisitList,
  withMetChallenge,
  withNext,
  withPause,
  withSkipped,
} from '../../../lib/tracking/visit-list.ts'
import { buildOpened, houseWithFiled, today } from './tracking-house.ts'

const nowMs = Date.UTC(2026, 10, 25, 9)
const startedList = (): VisitList => {
  const started = startedWith(['1', '2', '3'])(noVisits)
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}
const changed = (result: ReturnType<ReturnType<typeof withNext>>): VisitList => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('the visit list', () => {
  test('opens one at a press, and not the next too soon or while paused', () => {
    const one = changed(withNext(nowMs, 0)(startedList()))
    expect(one).toMatchObject({ waiting: ['2', '3'], visited: [{ comId: '1', openedAtMs: nowMs }] })
    expect(withNext(nowMs + 7_999, 0)(one)).toMatchObject({ error: { code: 'too-soon' } })
    const paused = changed(withPause(true)(one))
    expect(withNext(nowMs + 60_000, 0)(paused)).toMatchObject({ error: { code: 'paused' } })
    expect(changed(withNext(nowMs + 8_000, 0)(one)).waiting).toEqual(['3'])
  })

  test('stops at a challenge, whose listing waits again', () => {
    const met = changed(withMetChallenge('1', nowMs)(changed(withNext(nowMs, 0)(startedList()))))
    expect(met).toMatchObject({ waiting: ['1', '2', '3'], visited: [], isPaused: true })
    const goingOn = changed(withPause(false)(met))
    expect(withNext(nowMs + 60_000, 0)(goingOn)).toMatchObject({ error: { code: 'too-soon' } })
  })

  test('a new list does not shorten what is to be waited', () => {
    const met = changed(withMetChallenge('1', nowMs)(changed(withNext(nowMs, 0)(startedList()))))
    const anew = changed(startedWith(['9'])(met))
    expect(withNext(nowMs + 60_000, 0)(anew)).toMatchObject({ error: { code: 'too-soon' } })
  })

  test('puts off, and ends', () => {
    expect(changed(withSkipped(startedList())).waiting).toEqual(['2', '3', '1'])
    expect(withNext(nowMs, 0)(noVisits)).toMatchObject({ error: { code: 'nothing-waits' } })
  })

  test('is stored, and a refusal leaves it as it was', async () => {
    const { house } = await houseWithFiled([1])
    const store = dexieVisitList(house.database)
    expect(await store.read()).toEqual(noVisits)
    await store.change(startedWith(['1', '2']))
    await store.change(withNext(nowMs, 0))
    expect(await store.change(withNext(nowMs + 1, 0))).toMatchObject({ ok: false })
    expect(await store.read()).toMatchObject({ waiting: ['2'], visited: [{ comId: '1' }] })
  })

  test('offers what has no outcome, the longest unseen first, or what is entered as down and was not seen so', async () => {
    const { deps, reader, lines } = await houseWithFiled([3])
    const [first, second, third] = lines
    if (!first || !second || !third) throw new Error('Three lines are filed.')
    await noteSeen(deps, buildOpened(first.comId), [])
    expect(listingsToVisit(await reader.filed(), 'open')).toEqual([second.comId, third.comId, first.comId])
    const removed = plainOutcome('removed')
    const entries = [first, second].map(({ lineId }) => ({ lineId, outcome: removed, on: today, note: '' }))
    await enterOutcomes(deps, entries, 'hand', today)
    await noteSeen(deps, buildOpened(second.comId, {}, { pageState: 'removed' }), [])
    const filed = await reader.filed()
    expect(listingsToVisit(filed, 'open')).toEqual([third.comId])
    expect(listingsToVisit(filed, 'unproven')).toEqual([first.comId])
  })
})
