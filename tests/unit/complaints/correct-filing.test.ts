import { describe, expect, test } from 'vitest'
import { correctFiling, takeBackFiling } from '../../../lib/complaints/correct-filing.ts'
import { enterFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { dexieFollowUpRepo } from '../../../lib/storage/dexie-follow-up-repo.ts'
import { buildNewFlag } from '../../support/records.ts'
import { houseWithDrafts } from './complaint-house.ts'

const today = '2026-11-25'
const filing = { caseNumber: 'IPP-1', filedOn: '2026-11-20', note: 'By hand' }

/** A complaint with three listings, filed on 20 November 2026, and one that is not. */
async function houseWithFiled() {
  const { house, deps, drafts, linesOf } = await houseWithDrafts([
    { reasonId: 'tm-counterfeit-features', count: 3 },
    { reasonId: 'tm-keyword-misuse', count: 1 },
  ])
  const [draft, other] = drafts
  const complaintId = draft?.complaintId ?? ''
  const filed = await fileComplaint(deps, complaintId, filing, today)
  if (!filed.ok) throw new Error(filed.error.message)
  const all = { ...deps, followUps: dexieFollowUpRepo(house.database) }
  const flags = () => house.database.flags.toArray()
  return { house, all, complaintId, draftId: other?.complaintId ?? '', lines: () => linesOf(draft), flags }
}

const counterNotice = {
  kind: 'counter-notice' as const,
  receivedOn: '2026-11-24',
  grounds: [],
  stated: '',
}

describe('a filing that was entered wrongly', () => {
  test('is corrected; its lines and the queue stay as they are', async () => {
    const { all, complaintId, lines, flags } = await houseWithFiled()
    const [before, flagsBefore] = [await lines(), await flags()]
    const right = { caseNumber: ' IPP-2 ', filedOn: '2026-11-19', note: 'By form' }
    expect(await correctFiling(all, complaintId, right, today)).toMatchObject({ ok: true })
    expect(await all.repo.complaint(complaintId)).toMatchObject({
      ...{ state: 'filed', caseNumber: 'IPP-2', filedOn: '2026-11-19', note: 'By form' },
    })
    expect([await lines(), await flags()]).toEqual([before, flagsBefore])
  })

  test.each([
    ['case-number-missing', { caseNumber: '  ' }],
    ['case-number-long', { caseNumber: '1'.repeat(101) }],
    ['filing-day-missing', { filedOn: '2026-02-30' }],
    ['filed-in-future', { filedOn: '2026-11-26' }],
    ['after-follow-up', { filedOn: '2026-11-25' }],
  ])('is refused with %s, and nothing is changed', async (code, wrong) => {
    const { all, complaintId, lines } = await houseWithFiled()
    const comIds = (await lines()).map(({ comId }) => comId)
    await enterFollowUp(all, complaintId, { ...counterNotice, comIds }, today)
    const refused = await correctFiling(all, complaintId, { ...filing, ...wrong }, today)
    expect(refused).toMatchObject({ ok: false, error: { code } })
    expect(await all.repo.complaint(complaintId)).toMatchObject(filing)
  })

  test('of a draft there is none', async () => {
    const { all, draftId } = await houseWithFiled()
    expect(await correctFiling(all, draftId, filing, today)).toMatchObject({ error: { code: 'not-filed' } })
    expect(await takeBackFiling(all, draftId)).toMatchObject({ error: { code: 'not-filed' } })
  })
})

describe('not filed after all', () => {
  test('the complaint is a draft again, and its listings wait in the queue as before', async () => {
    const { all, complaintId, lines, flags } = await houseWithFiled()
    expect((await flags()).filter(({ filedIn }) => filedIn === complaintId)).toHaveLength(3)
    expect(await takeBackFiling(all, complaintId)).toMatchObject({ ok: true })
    expect(await all.repo.complaint(complaintId)).toMatchObject({
      ...{ state: 'draft', caseNumber: null, filedOn: null },
    })
    expect((await lines()).map(({ state }) => state)).toEqual(['queued', 'queued', 'queued'])
    const stored = await flags()
    expect(stored.map(({ filedIn }) => filedIn)).toEqual(stored.map(() => null))
    expect(stored.map(({ queueGroup }) => queueGroup)).toEqual(stored.map(() => 'trademark'))
    expect(await fileComplaint(all, complaintId, filing, today)).toMatchObject({ ok: true })
  })

  test('a flag that was judged anew meanwhile is not touched, and the former one is free', async () => {
    const { house, all, complaintId, lines, flags } = await houseWithFiled()
    const [first] = await lines()
    const anew = buildNewFlag({ comId: first?.comId ?? '', verdict: 'genuine', ipType: null })
    await flagListing({ repo: house.flags, clock: house.clock }, anew)
    await takeBackFiling(all, complaintId)
    const own = (await flags()).filter(({ comId }) => comId === first?.comId)
    expect(own.map(({ status, filedIn, queueGroup }) => [status, filedIn, queueGroup]).sort()).toEqual([
      ['current', null, undefined],
      ['replaced', null, undefined],
    ])
  })

  test('is refused once the portal answered', async () => {
    const { all, complaintId, lines } = await houseWithFiled()
    const comIds = (await lines()).map(({ comId }) => comId)
    await enterFollowUp(all, complaintId, { ...counterNotice, comIds }, today)
    expect(await takeBackFiling(all, complaintId)).toMatchObject({ error: { code: 'has-follow-ups' } })
    expect(await all.repo.complaint(complaintId)).toMatchObject({ state: 'filed' })
  })
})
