import { describe, expect, test } from 'vitest'
import type { Sighting } from '../../../lib/evidence/sighting.ts'
import { dexieFiledListings } from '../../../lib/storage/dexie-filed-listings.ts'
import { decideComplaint } from '../../../lib/tracking/decide-complaint.ts'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import { noteSeen } from '../../../lib/tracking/note-seen.ts'
import { suggestSeen } from '../../../lib/tracking/suggest-seen.ts'
import { takeBack } from '../../../lib/tracking/take-back.ts'
import { buildOpened, houseWithFiled, today } from './tracking-house.ts'

async function houseWithLine() {
  const made = await houseWithFiled([2])
  const [line] = made.lines
  if (!line) throw new Error('No line was filed.')
  const see = (sighting: Partial<Sighting>) => noteSeen(made.deps, buildOpened(line.comId, {}, sighting), [])
  const enter = (state: 'removed' | 'withdrawn' | 'counter-noticed', on = today) =>
    enterOutcomes(
      made.deps,
      [{ lineId: line.lineId, outcome: plainOutcome(state), on, note: '' }],
      'hand',
      today,
    )
  const standing = async () => {
    const [filed] = await made.reader.filed()
    if (!filed) throw new Error('Nothing is filed.')
    return filed
  }
  const onPage = async () =>
    (await dexieFiledListings(made.house.database).states([line.comId])).get(line.comId)
  return { ...made, line, see, enter, standing, onPage }
}

describe('the page of a filed listing that is opened', () => {
  test('is noted once a capture, with its evidence, changes no state, and stands in the ledger', async () => {
    const { deps, line, standing, waitingActs } = await houseWithLine()
    const before = (await waitingActs()).length
    const capture = buildOpened(line.comId, {}, { pageState: 'removed' })
    expect(await noteSeen(deps, capture, [capture])).toBe(1)
    expect(await noteSeen(deps, capture, [capture])).toBe(0)
    const { track } = (await standing()).lines[0] ?? {}
    expect(track).toMatchObject({ state: 'filed', since: null })
    expect(track?.events).toMatchObject([
      { place: 1, source: 'seen', on: today, change: { seen: 'removed', captureId: capture.captureId } },
    ])
    const acts = (await waitingActs()).slice(before)
    expect(acts.map(({ act }) => [act.action, act.subject])).toEqual([['listing-seen', line.lineId]])
  })

  test('is not noted where it is a challenge, nor of the time before the filing, nor of other listings', async () => {
    const { deps, see, standing } = await houseWithLine()
    expect(await see({ pageState: 'challenge' })).toBe(0)
    const early = { wallMs: Date.parse('2026-11-19T12:00:00Z'), monotonicMs: 1, offsetMinutes: 0 }
    expect(await see({ pageState: 'removed', seenAt: early })).toBe(0)
    expect(await noteSeen(deps, buildOpened('1005009999999999'), [])).toBe(0)
    expect((await standing()).lines.flatMap(({ track }) => track.events)).toEqual([])
  })

  test('seen gone is offered as an outcome, which says that it was seen and not told, and can be taken back', async () => {
    const { deps, see, standing, onPage } = await houseWithLine()
    await see({ pageState: 'removed' })
    const offered = suggestSeen(await standing())
    expect(offered).toHaveLength(1)
    const entered = await enterOutcomes(deps, offered, 'seen', today)
    expect(await onPage()).toMatchObject({ state: 'removed', isBySight: true, seen: { state: 'removed' } })
    expect(suggestSeen(await standing())).toEqual([])
    if (entered.ok) await takeBack(deps, entered.value)
    expect(await onPage()).toMatchObject({ state: 'filed', isBySight: false, seen: { state: 'removed' } })
  })

  test('what the portal said later than it was seen is not questioned', async () => {
    const { see, enter, standing } = await houseWithLine()
    await see({ pageState: 'removed' })
    await enter('counter-noticed')
    expect(suggestSeen(await standing())).toEqual([])
  })
})

describe('why a listing is still up', () => {
  test('is asked only of one that was seen live since', async () => {
    const { see, onPage, enter } = await houseWithLine()
    expect((await onPage())?.whyUp).toBeNull()
    await see({})
    expect((await onPage())?.whyUp).toEqual({ cause: 'undecided', since: '2026-11-20', reason: '' })
    await enter('removed')
    expect((await onPage())?.whyUp).toBeNull()
    await see({})
    expect((await onPage())?.whyUp).toMatchObject({ cause: 'back', since: today })
  })

  test('follows what was entered of the listing, and then of the complaint', async () => {
    const { deps, line, see, onPage, enter, complaintIds } = await houseWithLine()
    await see({})
    const decide = (state: 'accepted' | 'rejected', reason: string) =>
      decideComplaint(
        deps,
        complaintIds[0] ?? '',
        { outcome: { state, reason }, on: today, note: '', withLines: false },
        today,
      )
    await decide('rejected', 'No proof')
    expect((await onPage())?.whyUp).toMatchObject({ cause: 'rejected', reason: 'No proof' })
    await decide('accepted', '')
    expect((await onPage())?.whyUp?.cause).toBe('no-outcome')
    await enter('counter-noticed')
    expect((await onPage())?.whyUp?.cause).toBe('contested')
    const reinstated = { state: 'reinstated', by: 'platform', relistedAs: null, reason: '' } as const
    await enterOutcomes(
      deps,
      [{ lineId: line.lineId, outcome: reinstated, on: today, note: '' }],
      'hand',
      today,
    )
    expect((await onPage())?.whyUp?.cause).toBe('platform-accepted')
  })

  test('an accepted counter-notice explains it, also where nothing of it is entered', async () => {
    const { house, see, onPage, line, complaintIds } = await houseWithLine()
    await see({})
    await house.database.followUps.put({
      ...{ kind: 'counter-notice', state: 'accepted', grounds: [], followUpId: 'f1' },
      ...{ complaintId: complaintIds[0] ?? '', comIds: [line.comId], receivedOn: '2026-11-24' },
      ...{ stated: '', answer: '', attachments: [], answeredOn: '2026-11-25', note: '' },
      ...{ createdAtMs: 1, changedAtMs: 1 },
    })
    expect((await onPage())?.whyUp).toMatchObject({ cause: 'holder-accepted', since: '2026-11-25' })
  })
})
