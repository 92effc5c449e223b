import { describe, expect, test } from 'vitest'
import { changeComplaint } from '../../../lib/complaints/change-complaint.ts'
import { enterPack } from '../../../lib/complaints/enter-pack.ts'
import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import { readToPack } from '../../../lib/complaints/read-to-pack.ts'
import { newId } from '../../../lib/core/ids.ts'
import { undoFlag } from '../../../lib/queue/undo-flag.ts'
import { dexieComplaintReader } from '../../../lib/storage/dexie-complaint-reader.ts'
import { dexiePortalRules } from '../../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../../lib/storage/dexie-rights-repo.ts'
import { buildAnswers, buildHolder, buildTrademark, today } from '../../support/rights.ts'
import { houseWithDrafts } from './complaint-house.ts'

async function openHouse(counts: number[]) {
  const built = await houseWithDrafts(counts.map((count) => ({ reasonId: 'tm-model-does-not-exist', count })))
  const { house, repo, deps, drafts } = built
  const rights = dexieRightsRepo(house.database)
  await rights.saveHolder(buildHolder())
  await rights.saveRight(buildTrademark())
  // Screenshots, without which a listing blocks its complaint.
  await house.database.captureJobs.toCollection().modify((job) => {
    job.screenshot = { state: 'saved', artefact: { kind: 'viewport-screenshot' } as never }
  })
  const sources = {
    reader: dexieComplaintReader(house.database),
    ...{ repo, rights, rules: dexiePortalRules(house.database) },
  }
  const answer = (complaintId: string, answers = buildAnswers({ statement: 'Never made.' })) =>
    changeComplaint(deps, complaintId, { answers })
  const read = (ids: readonly string[]) => readToPack(sources, ids, { today, nowMs: house.clock().wallMs })
  return { ...built, answer, read, ids: drafts.map(({ complaintId }) => complaintId) }
}

describe('what may be packed', () => {
  test('is what nothing blocks, with all that it rests on; the rest says why', async () => {
    const { read, answer, ids } = await openHouse([2])
    const [id = ''] = ids
    const before = await read([id, newId()])
    expect(before.ready).toEqual([])
    expect(
      before.blocked.map(({ complaint, points }) => [complaint?.complaintId, points[0]?.severity]),
    ).toEqual([
      [id, 'blocking'],
      [undefined, undefined],
    ])
    await answer(id)
    const { ready, blocked } = await read([id, id])
    expect(blocked).toEqual([])
    expect(ready).toMatchObject([
      {
        complaint: { complaintId: id },
        portal: { portalId: 'aidc-ipp' },
        reason: { reasonId: 'tm-model-does-not-exist' },
        right: { rightId: 'right-tm' },
        holder: { holderId: 'holder-1' },
      },
    ])
    expect(ready[0]?.lines).toHaveLength(2)
    expect(ready[0]?.otherForms.map(({ portalId }) => portalId)).toEqual(['web-form', 'aliexpress-notice'])
    expect(ready[0]?.warnings.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  test('is never a complaint whose listing was taken back or is not stored', async () => {
    const { read, answer, house, ids, listings } = await openHouse([2])
    const [id = ''] = ids
    await answer(id)
    const flag = await house.database.flags.get(listings[0]?.flagId ?? '')
    if (!flag) throw new Error('The house has no flag.')
    await undoFlag({ repo: house.flags, clock: house.clock }, flag)
    expect((await read([id])).blocked[0]?.points[0]).toMatchObject({ code: 'withdrawn', field: 'lines' })
    await house.database.listings.delete(listings[1]?.comId ?? '')
    const codes = (await read([id])).blocked[0]?.points.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['withdrawn', 'listing-missing']))
  })

  test('a filed complaint is packed for the records', async () => {
    const { read, answer, deps, ids } = await openHouse([1])
    const [id = ''] = ids
    await answer(id)
    const filing = { caseNumber: 'CN-1', filedOn: today, note: '' }
    expect((await fileComplaint(deps, id, filing, today)).ok).toBe(true)
    expect((await read([id])).ready).toHaveLength(1)
  })
})

describe('that a pack was made', () => {
  test('is entered on the complaint, files nothing and changes nothing else', async () => {
    const { answer, deps, repo, ids, linesOf, drafts } = await openHouse([2])
    const [id = ''] = ids
    await answer(id)
    const before = await repo.complaint(id)
    const act = { packId: newId(), name: 'pack.zip', sha256: 'a'.repeat(64), packedAtMs: 1 }
    await enterPack(deps, [id, newId()], act)
    expect(await repo.complaint(id)).toEqual({ ...before, lastPack: act })
    expect((await linesOf(drafts[0])).map(({ state }) => state)).toEqual(['queued', 'queued'])
  })
})
