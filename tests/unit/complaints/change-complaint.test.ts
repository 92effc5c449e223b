import { expect, test } from 'vitest'
import { releaseLines, splitComplaint } from '../../../lib/complaints/arrange-lines.ts'
import { changeComplaint, settleComplaint } from '../../../lib/complaints/change-complaint.ts'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import { blocking, warning } from '../../../lib/complaints/open-point.ts'
import { restoreDrafts } from '../../../lib/complaints/restore-drafts.ts'
import { startComplaints } from '../../../lib/complaints/start-complaints.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { dexieComplaintReader } from '../../../lib/storage/dexie-complaint-reader.ts'
import { buildNewFlag } from '../../support/records.ts'
import { houseWithDrafts, lineIdsOf } from './complaint-house.ts'

async function oneDraft(count = 3) {
  const house = await houseWithDrafts([{ reasonId: 'tm-keyword-misuse', count }])
  const draft = house.drafts[0] as Complaint
  const stored = () => house.repo.complaint(draft.complaintId)
  return { ...house, draft, stored }
}

test('a complaint is ready when nothing blocks it, and a draft again when it is changed', async () => {
  const { deps, draft, stored } = await oneDraft()
  await settleComplaint(deps, draft, [warning('stale', 'lines', 'old')])
  expect(await stored()).toMatchObject({ state: 'ready' })
  await changeComplaint(deps, draft.complaintId, { answers: { statement: 'never made' } })
  expect(await stored()).toMatchObject({ state: 'draft', answers: { statement: 'never made' } })
  // What was checked before the change says nothing of what stands there now.
  await settleComplaint(deps, draft, [])
  expect(await stored()).toMatchObject({ state: 'draft' })
  await settleComplaint(deps, (await stored()) as Complaint, [blocking('gone', 'lines', 'gone')])
  expect(await stored()).toMatchObject({ state: 'draft' })
})

test('a filed complaint is not changed', async () => {
  const { deps, draft, stored } = await oneDraft()
  await fileComplaint(
    deps,
    draft.complaintId,
    { caseNumber: '7', filedOn: '2026-11-23', note: '' },
    '2026-11-23',
  )
  const outcome = await changeComplaint(deps, draft.complaintId, { portalId: 'e-mail' })
  expect(outcome).toMatchObject({ ok: false, error: { code: 'not-a-draft' } })
  await settleComplaint(deps, (await stored()) as Complaint, [blocking('gone', 'lines', 'gone')])
  expect(await stored()).toMatchObject({ state: 'filed' })
})

test('what was split off or released stands again where it stood, and the empty draft goes', async () => {
  const { house, deps, repo, draft, linesOf } = await oneDraft()
  const lines = await linesOf(draft)
  const former = [{ complaint: draft, lines }]
  await splitComplaint(deps, { complaintId: draft.complaintId, lineIds: lineIdsOf(lines).slice(1) })
  expect((await restoreDrafts(deps, former)).ok).toBe(true)
  expect(lineIdsOf(await linesOf(draft))).toEqual(lineIdsOf(lines))
  expect(await house.database.complaints.count()).toBe(1)
  await releaseLines(deps, { complaintId: draft.complaintId, lineIds: lineIdsOf(lines) })
  expect(await repo.complaint(draft.complaintId)).toBeNull()
  expect((await restoreDrafts(deps, former)).ok).toBe(true)
  expect(lineIdsOf(await linesOf(draft))).toEqual(lineIdsOf(lines))
})

test('a listing that went into another complaint meanwhile stays there, and nothing is undone', async () => {
  const { deps, draft, proposed, linesOf } = await oneDraft()
  const lines = await linesOf(draft)
  await releaseLines(deps, { complaintId: draft.complaintId, lineIds: lineIdsOf(lines) })
  const [anew] = await startComplaints(deps, proposed, 'en')
  const outcome = await restoreDrafts(deps, [{ complaint: draft, lines }])
  expect(outcome).toMatchObject({ ok: false, error: { code: 'taken-meanwhile' } })
  expect(await linesOf(anew)).toHaveLength(3)
  expect(await linesOf(draft)).toHaveLength(0)
})

test('a listing that is judged anew stands where it stood: no second draft takes it, and filing clears the queue', async () => {
  const { house, deps, draft, proposed } = await oneDraft(1)
  const reader = dexieComplaintReader(house.database)
  const [listing] = proposed[0]?.listings ?? []
  const anew = buildNewFlag({ comId: listing?.comId ?? '', ipType: 'trademark' })
  await flagListing({ repo: house.flags, clock: house.clock }, anew)
  await house.database.flags.update(anew.flagId, { rightId: 'right-tm' })
  expect(await reader.queued()).toMatchObject([{ flagId: anew.flagId, complaintId: draft.complaintId }])
  const again = proposed.map(({ key, listings, ...part }) => ({
    ...{ key, ...part },
    listings: listings.map((one) => ({ ...one, flagId: anew.flagId })),
  }))
  expect(await startComplaints(deps, again, 'en')).toEqual([])
  const filing = { caseNumber: '7', filedOn: '2026-11-23', note: '' }
  await fileComplaint(deps, draft.complaintId, filing, '2026-11-23')
  expect(await house.flags.countQueued()).toBe(0)
})

test('a listing whose flag was taken back is named as such in its complaint', async () => {
  const { house, draft } = await oneDraft(1)
  const reader = dexieComplaintReader(house.database)
  const { lines } = (await reader.complaint(draft.complaintId)) ?? { lines: [] }
  expect(lines[0]?.facts.isFlagged).toBe(true)
  await house.database.flags.toCollection().modify({ status: 'undone' })
  const after = await reader.complaint(draft.complaintId)
  expect(after?.lines[0]?.facts.isFlagged).toBe(false)
})
