import { expect, test } from 'vitest'
import { answerFollowUp, enterFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { dexieComplaintRepo } from '../../../lib/storage/dexie-complaint-repo.ts'
import { dexieFollowUpRepo } from '../../../lib/storage/dexie-follow-up-repo.ts'
import { enterOutcomes } from '../../../lib/tracking/enter-outcomes.ts'
import { plainOutcome } from '../../../lib/tracking/line-outcome.ts'
import { suggestOutcomes } from '../../../lib/tracking/suggest-outcomes.ts'
import { houseWithFiled, today } from './tracking-house.ts'

test('a counter-notice suggests what it says, once, and what our answer makes of it', async () => {
  const { house, deps, reader, complaintIds, lines } = await houseWithFiled([2])
  const { database, clock } = house
  const followUps = dexieFollowUpRepo(database)
  const all = { repo: dexieComplaintRepo(database), followUps, clock }
  const [complaintId = ''] = complaintIds
  const suggestions = async () => {
    const [filed] = await reader.filed()
    return filed ? suggestOutcomes(filed, await followUps.all()) : []
  }
  const statesSuggested = async () =>
    (await suggestions()).map(({ outcome, entries }) => [
      outcome.state,
      outcome.by,
      entries.map(({ lineId, on }) => [lineId, on]),
    ])
  const lineId = lines[0]?.lineId ?? ''
  const removed = { lineId, outcome: plainOutcome('removed'), on: '2026-11-24', note: '' }
  await enterOutcomes(deps, [removed], 'hand', today)
  expect(await suggestions()).toEqual([])

  const entered = await enterFollowUp(
    all,
    complaintId,
    {
      ...{ kind: 'counter-notice', receivedOn: '2026-11-25', grounds: [], stated: '' },
      comIds: [lines[0]?.comId ?? ''],
    },
    today,
  )
  if (!entered.ok) throw new Error(entered.error.message)
  expect(await statesSuggested()).toEqual([['counter-noticed', null, [[lineId, '2026-11-25']]]])
  const [contested] = await suggestions()
  await enterOutcomes(deps, contested?.entries ?? [], 'hand', today)
  expect(await suggestions()).toEqual([])

  // The platform decided for us: it is not contested anew.
  await enterOutcomes(deps, [{ ...removed, on: '2026-11-25' }], 'hand', today)
  expect(await suggestions()).toEqual([])

  const answer = { how: 'accepted', on: '2026-11-26', note: '' } as const
  await answerFollowUp(all, entered.value, answer, today)
  expect(await statesSuggested()).toEqual([['reinstated', 'holder', [[lineId, '2026-11-26']]]])
})
