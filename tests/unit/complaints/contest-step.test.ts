import { describe, expect, test } from 'vitest'
import { addContestStep, contestSteps } from '../../../lib/complaints/contest-step.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { dexieFollowUpRepo } from '../../../lib/storage/dexie-follow-up-repo.ts'
import { namedByRights } from '../../../lib/storage/named-files.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { documentOf } from '../../support/rights.ts'

const today = '2026-11-27'
const answered: FollowUp = {
  ...{ kind: 'counter-notice', state: 'rejected', grounds: ['invoice'], followUpId: 'f1', complaintId: 'c1' },
  ...{ comIds: ['1005007000000001'], receivedOn: '2026-11-20', stated: '', answer: 'No.', attachments: [] },
  ...{ answeredOn: '2026-11-23', note: '', createdAtMs: 1, changedAtMs: 1 },
}
const step = { kind: 'decision', on: '2026-11-25', text: 'Ours', files: [] } as const

async function houseWithContest() {
  const house = await openTestDatabase()
  const followUps = dexieFollowUpRepo(house.database)
  await followUps.add(answered)
  const add = (part: Partial<Parameters<typeof addContestStep>[2]> = {}) =>
    addContestStep({ followUps, clock: house.clock }, answered, { ...step, files: [], ...part }, today)
  return { house, followUps, add }
}

describe('what happens to a counter-notice', () => {
  test('is added after it was answered too, stands in the order of its days, and keeps its documents', async () => {
    const { house, followUps, add } = await houseWithContest()
    const invoice = documentOf('invoice.pdf', { sha256: 'a'.repeat(64) })
    expect((await add()).ok).toBe(true)
    expect((await add({ kind: 'seller-sent', on: '2026-11-21', text: '', files: [invoice] })).ok).toBe(true)
    const [stored] = await followUps.all()
    expect(stored).toMatchObject({ state: 'rejected', answer: 'No.' })
    expect(contestSteps(stored ?? {}).map(({ kind }) => kind)).toEqual(['seller-sent', 'decision'])
    // Files that a step names are not dropped with those that nobody names.
    const named = await namedByRights(house.database, [invoice.sha256, 'b'.repeat(64)])
    expect([...named]).toEqual([invoice.sha256])
  })

  test.each([
    ['day-missing', { on: '' }],
    ['day-in-future', { on: '2026-11-28' }],
    ['before-received', { on: '2026-11-19' }],
    ['nothing-said', { text: ' ' }],
    ['text-long', { text: 'x'.repeat(4001) }],
  ])('is refused with %s, and nothing is stored', async (code, part) => {
    const { followUps, add } = await houseWithContest()
    expect(await add(part)).toMatchObject({ ok: false, error: { code } })
    expect((await followUps.all())[0]?.steps).toBeUndefined()
  })

  test('is refused where the counter-notice is gone', async () => {
    const { house, add } = await houseWithContest()
    await house.database.followUps.clear()
    expect(await add()).toMatchObject({ error: { code: 'follow-up-gone' } })
  })
})
