import { describe, expect, test } from 'vitest'
import { enterFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { dexieComplaintRepo } from '../../../lib/storage/dexie-complaint-repo.ts'
import { dexieFollowUpRepo } from '../../../lib/storage/dexie-follow-up-repo.ts'
import { buildCalendar } from '../../../lib/tracking/business-days.ts'
import { deadlinesOf } from '../../../lib/tracking/deadlines.ts'
import { decideComplaint } from '../../../lib/tracking/decide-complaint.ts'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { type LineOutcome, plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import { todayList } from '../../../lib/tracking/today-list.ts'
import { houseWithFiled, today } from './tracking-house.ts'

async function houseWithClocks() {
  const one = await houseWithFiled([2])
  const { database, clock } = one.house
  const followUps = dexieFollowUpRepo(database)
  const calendar = buildCalendar([])
  const [complaintId = ''] = one.complaintIds
  const deadlines = async () => {
    const [filed] = await one.reader.filed()
    if (!filed) throw new Error('Nothing is filed.')
    return deadlinesOf(filed, { followUps: await followUps.all(), rules, calendar })
  }
  return {
    ...one,
    complaintId,
    deadlines,
    days: async () => (await deadlines()).map(({ kind, on, listings }) => [kind, on, listings]),
    enter: (at: number, outcome: LineOutcome, on: string) =>
      enterOutcomes(
        one.deps,
        [{ lineId: one.lines[at]?.lineId ?? '', outcome, on, note: '' }],
        'hand',
        today,
      ),
    contest: () =>
      enterFollowUp(
        { repo: dexieComplaintRepo(database), followUps, clock },
        complaintId,
        {
          ...{ kind: 'counter-notice', receivedOn: '2026-11-26', grounds: [], stated: '' },
          comIds: [one.lines[0]?.comId ?? ''],
        },
        today,
      ),
  }
}

describe('deadlines', () => {
  test('begin with the portal’s review, in business days', async () => {
    const { deadlines } = await houseWithClocks()
    // Filed on a Friday.
    expect(await deadlines()).toMatchObject([
      { kind: 'review', on: '2026-11-24', listings: 2, certainty: 'official', daysOff: 'announced' },
    ])
  })

  test('go on with the seller’s window, our answer and the legal one', async () => {
    const { days, enter, contest } = await houseWithClocks()
    await enter(0, plainOutcome('removed'), '2026-11-24')
    await contest()
    expect(await days()).toEqual([
      ['review', '2026-11-24', 1],
      ['counter-window', '2026-11-27', 1],
      ['answer', '2026-12-01', 1],
      ['legal-action', '2026-12-11', 1],
    ])
  })

  test('name the last day of an appeal, and stop when the case is closed', async () => {
    const { days, deps, complaintId } = await houseWithClocks()
    const decide = (state: 'rejected' | 'closed') =>
      decideComplaint(
        deps,
        complaintId,
        { outcome: { state, reason: 'No evidence' }, on: today, note: '', withLines: true },
        today,
      )
    await decide('rejected')
    expect(await days()).toEqual([['appeal', '2027-05-27', 2]])
    await decide('closed')
    expect(await days()).toEqual([])
  })
})

describe('the list of today', () => {
  test('parts what is overdue from what is due soon, and leaves out what asks for nothing', async () => {
    const { deadlines, enter, contest, reader } = await houseWithClocks()
    await enter(0, plainOutcome('removed'), '2026-11-24')
    await contest()
    const facts = {
      ...{ filed: await reader.filed(), deadlines: await deadlines(), ready: [], evidenceMissing: [] },
      calendar: buildCalendar([]),
    }
    const kindsOn = (day: string) => {
      const { overdue, due } = todayList(facts, day)
      return [overdue.map(({ kind }) => kind), due.map(({ kind }) => kind)]
    }
    expect(kindsOn('2026-11-23')).toEqual([[], ['review']])
    expect(kindsOn('2026-11-28')).toEqual([['review'], ['answer']])
    expect(kindsOn('2026-12-02')).toEqual([['review', 'answer'], []])
  })

  test('names what is answered until its case is closed', async () => {
    const { enter, reader, deps, complaintId } = await houseWithClocks()
    const answered = async () =>
      todayList(
        {
          ...{ filed: await reader.filed(), deadlines: [], ready: [], evidenceMissing: [] },
          calendar: buildCalendar([]),
        },
        today,
      ).answered
    await enter(0, plainOutcome('removed'), today)
    expect(await answered()).toEqual([])
    await enter(1, plainOutcome('rejected'), today)
    expect(await answered()).toHaveLength(1)
    for (const state of ['accepted', 'closed'] as const) {
      const outcome = { state, reason: '' }
      await decideComplaint(deps, complaintId, { outcome, on: today, note: '', withLines: true }, today)
    }
    expect(await answered()).toEqual([])
  })
})
