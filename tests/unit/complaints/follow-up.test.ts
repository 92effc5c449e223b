import { describe, expect, test } from 'vitest'
import { answerFollowUp, changeAnswer, enterFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { addMonths, dueDatesOf } from '../../../lib/complaints/follow-up-dates.ts'
import { portalOf } from '../../../lib/complaints/portal-rules.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { dexieFollowUpRepo } from '../../../lib/storage/dexie-follow-up-repo.ts'
import { buildCalendar } from '../../../lib/tracking/business-days.ts'
import { houseWithDrafts } from './complaint-house.ts'

const today = '2026-11-25'

/** A complaint with three listings, filed on 20 November 2026. */
async function houseWithFiled() {
  const { house, deps, drafts, linesOf } = await houseWithDrafts([
    { reasonId: 'tm-counterfeit-features', count: 3 },
    { reasonId: 'tm-keyword-misuse', count: 1 },
  ])
  const [draft, other] = drafts
  const complaintId = draft?.complaintId ?? ''
  const filing = { caseNumber: 'IPP-1', filedOn: '2026-11-20', note: '' }
  const filed = await fileComplaint(deps, complaintId, filing, today)
  if (!filed.ok) throw new Error(filed.error.message)
  const followUps = dexieFollowUpRepo(house.database)
  const comIds = (await linesOf(draft)).map(({ comId }) => comId)
  return { all: { ...deps, followUps }, complaintId, draftId: other?.complaintId ?? '', comIds }
}

const factsOf = (comIds: readonly string[]) => ({
  kind: 'counter-notice' as const,
  receivedOn: '2026-11-24',
  comIds,
  grounds: ['invoice' as const],
  stated: ' An invoice of May. ',
})

describe('a follow-up', () => {
  test('is entered on a filed complaint, with listings of it alone', async () => {
    const { all, complaintId, comIds } = await houseWithFiled()
    const [first = ''] = comIds
    const facts = factsOf([first, first, '1005007999999999'])
    const entered = await enterFollowUp(all, complaintId, facts, today)
    expect(entered).toMatchObject({
      ok: true,
      value: { kind: 'counter-notice', state: 'received', comIds: [first], stated: 'An invoice of May.' },
    })
    expect(await all.followUps.all()).toHaveLength(1)
  })

  test.each([
    ['day-missing', { receivedOn: '' }],
    ['day-missing', { receivedOn: '2026-11-31' }],
    ['day-in-future', { receivedOn: '2026-11-26' }],
    ['before-filing', { receivedOn: '2026-11-19' }],
    ['no-listing', { comIds: ['1005007999999999'] }],
  ])('is refused with %s, and nothing is stored', async (code, wrong) => {
    const { all, complaintId, comIds } = await houseWithFiled()
    const refused = await enterFollowUp(all, complaintId, { ...factsOf(comIds), ...wrong }, today)
    expect(refused).toMatchObject({ ok: false, error: { code } })
    expect(await all.followUps.all()).toEqual([])
  })

  test('is refused on a draft', async () => {
    const { all, draftId, comIds } = await houseWithFiled()
    expect(await enterFollowUp(all, draftId, factsOf(comIds), today)).toMatchObject({
      error: { code: 'not-filed' },
    })
  })

  test('keeps its answer while it is open, and is fixed once it is answered', async () => {
    const { all, complaintId, comIds } = await houseWithFiled()
    const entered = await enterFollowUp(all, complaintId, factsOf(comIds), today)
    if (!entered.ok) throw new Error(entered.error.message)
    const followUp = entered.value
    await changeAnswer(all, followUp.followUpId, { answer: 'Another model.' })
    const answer = { how: 'rejected' as const, on: today, note: 'By the form' }
    expect(await answerFollowUp(all, followUp, { ...answer, how: 'appealed' }, today)).toMatchObject({
      error: { code: 'other-answer' },
    })
    expect(await answerFollowUp(all, followUp, { ...answer, on: '2026-11-23' }, today)).toMatchObject({
      error: { code: 'before-received' },
    })
    expect(await answerFollowUp(all, followUp, { ...answer, on: '2026-11-26' }, today)).toMatchObject({
      error: { code: 'day-in-future' },
    })
    expect(await answerFollowUp(all, followUp, answer, today)).toMatchObject({
      value: { state: 'rejected', answeredOn: today, answer: 'Another model.' },
    })
    expect(await changeAnswer(all, followUp.followUpId, { answer: 'Changed' })).toMatchObject({
      error: { code: 'already-answered' },
    })
    expect(await answerFollowUp(all, followUp, { ...answer, how: 'accepted' }, today)).toMatchObject({
      error: { code: 'already-answered' },
    })
    expect(await all.followUps.all()).toMatchObject([{ state: 'rejected', answer: 'Another model.' }])
  })

  test('of a decision is appealed', async () => {
    const { all, complaintId, comIds } = await houseWithFiled()
    const facts = { ...factsOf(comIds), kind: 'appeal' as const }
    const entered = await enterFollowUp(all, complaintId, facts, today)
    if (!entered.ok) throw new Error(entered.error.message)
    expect(entered.value).not.toHaveProperty('grounds')
    const answer = { how: 'appealed' as const, on: today, note: '' }
    expect(await answerFollowUp(all, entered.value, answer, today)).toMatchObject({
      value: { state: 'appealed' },
    })
  })
})

describe('its dates', () => {
  const portal = portalOf(rules, 'aidc-ipp')
  const open = { kind: 'counter-notice', state: 'received', receivedOn: '2026-11-25' } as const
  const { addBusinessDays } = buildCalendar([])
  const datesOf = (followUp: Pick<FollowUp, 'kind' | 'state' | 'receivedOn'>) =>
    dueDatesOf(followUp, portal, rules, addBusinessDays).map(({ what, on }) => [what, on])

  test('are three business days and fifteen days for a counter-notice, from the rules', () => {
    // A Wednesday.
    expect(datesOf(open)).toEqual([
      ['answer', '2026-11-30'],
      ['legal-action', '2026-12-10'],
    ])
    const edited = { ...rules, legalWindowDays: { ...rules.legalWindowDays, value: 1 } }
    expect(dueDatesOf(open, null, edited, addBusinessDays).map(({ on }) => on)).toEqual(['2026-11-26'])
  })

  test('a rejection does not stop the clock for legal action; accepting does', () => {
    expect(datesOf({ ...open, state: 'rejected' })).toEqual([['legal-action', '2026-12-10']])
    expect(datesOf({ ...open, state: 'accepted' })).toEqual([])
  })

  test('are six months for an appeal, to the last day of a shorter month', () => {
    const appeal = { kind: 'appeal', state: 'received', receivedOn: '2026-08-31' } as const
    expect(datesOf(appeal)).toEqual([['appeal', '2027-02-28']])
    expect(datesOf({ ...appeal, state: 'appealed' })).toEqual([])
    expect(addMonths('2027-08-29', 6)).toBe('2028-02-29')
    expect(addMonths('2026-10-31', 12)).toBe('2027-10-31')
  })
})
