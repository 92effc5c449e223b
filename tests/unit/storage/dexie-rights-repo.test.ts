import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../lib/complaints/complaint.ts'
import { noAnswers } from '../../../lib/complaints/complaint.ts'
import { dexiePortalSteps } from '../../../lib/storage/dexie-portal-steps.ts'
import { dexieRightsRepo } from '../../../lib/storage/dexie-rights-repo.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildHolder, buildTrademark, documentOf, rightDocumentOf } from '../../support/rights.ts'

const complaintOf = (rightId: string, attachment: string | null = null): Complaint => ({
  complaintId: 'complaint-1',
  portalId: 'aidc-ipp',
  platformId: 'aliexpress',
  rightId,
  complaintType: 'product-listing',
  reasonId: 'x',
  state: 'draft',
  answers: {
    ...noAnswers('en'),
    attachments: attachment === null ? [] : [documentOf('a.pdf', { sha256: attachment })],
  },
  caseNumber: null,
  filedOn: null,
  note: '',
  createdAtMs: 0,
  changedAtMs: 0,
})

async function openRepo() {
  const house = await openTestDatabase()
  return { ...house, repo: dexieRightsRepo(house.database) }
}

describe('saving', () => {
  test('over a version that the person did not see is refused, and says that what was typed stays', async () => {
    const { repo } = await openRepo()
    await repo.saveRight(buildTrademark({ changedAtMs: 1 }), null)
    await repo.saveRight(buildTrademark({ label: 'Mine', changedAtMs: 2 }), 1)
    const late = repo.saveRight(buildTrademark({ label: 'Theirs', changedAtMs: 3 }), 1)
    await expect(late).rejects.toMatchObject({
      code: 'right-changed',
      message: expect.stringContaining('typed stays'),
    })
    const again = repo.saveRight(buildTrademark({ changedAtMs: 4 }), null)
    await expect(again).rejects.toMatchObject({ code: 'right-changed' })
    expect(await repo.right('right-tm')).toMatchObject({ label: 'Mine' })
  })

  test('of many is all or none', async () => {
    const { repo } = await openRepo()
    await repo.saveHolder(buildHolder({ changedAtMs: 1 }))
    const change = {
      holders: [{ holder: buildHolder({ name: 'New', changedAtMs: 2 }), seen: 1 }],
      rights: [
        { right: buildTrademark(), seen: null },
        { right: buildTrademark({ rightId: 'other' }), seen: 5 },
      ],
    }
    await expect(repo.saveAll(change)).rejects.toMatchObject({ code: 'right-changed' })
    expect(await repo.rights()).toEqual([])
    expect(await repo.holder('holder-1')).toMatchObject({ name: 'Velmora Outdoor GmbH' })
  })
})

describe('removing', () => {
  test('is refused with the reason while something rests on it', async () => {
    const { repo, database } = await openRepo()
    await repo.saveHolder(buildHolder())
    await repo.saveRight(buildTrademark())
    await expect(repo.removeHolder('holder-1')).rejects.toMatchObject({ code: 'holder-in-use' })
    await database.complaints.put(complaintOf('right-tm'))
    await expect(repo.removeRight('right-tm')).rejects.toMatchObject({ code: 'right-in-use' })
    await database.complaints.clear()
    await repo.removeRight('right-tm')
    await repo.removeHolder('holder-1')
    expect([await repo.rights(), await repo.holders()]).toEqual([[], []])
  })
})

describe('files', () => {
  test('go only where nothing names them: no right, holder, complaint or capture', async () => {
    const house = await openRepo()
    const { repo, database } = house
    const captureId = await captureWithScreenshot(house)
    const job = await database.captureJobs.get(captureId)
    const ofCapture = job?.screenshot.state === 'saved' ? job.screenshot.artefact.sha256 : ''
    expect(ofCapture).toMatch(/^[0-9a-f]{64}$/)
    const [ofRight, ofHolder, ofComplaint, ofNobody] = ['1', '2', '3', '4'].map((sign) =>
      sign.repeat(64),
    ) as [string, string, string, string]
    for (const sha256 of [ofRight, ofHolder, ofComplaint, ofNobody]) {
      await repo.keepFile(sha256, new Uint8Array([1]))
    }
    await repo.saveRight(
      buildTrademark({ documents: [rightDocumentOf('certificate', 'c.pdf', { sha256: ofRight })] }),
    )
    await repo.saveHolder(buildHolder({ identityDocuments: [documentOf('i.pdf', { sha256: ofHolder })] }))
    await database.complaints.put(complaintOf('right-tm', ofComplaint))
    const named = [ofCapture, ofRight, ofHolder, ofComplaint]
    await repo.dropFiles([...named, ofNobody])
    const left = await Promise.all([...named, ofNobody].map((sha256) => repo.readFile(sha256)))
    expect(left.map((bytes) => bytes !== null)).toEqual([true, true, true, true, false])
  })
})

test('steps on the portal are remembered with their day, and can be taken back', async () => {
  const { database } = await openTestDatabase()
  const steps = dexiePortalSteps(database)
  expect(await steps.read()).toEqual({})
  await steps.mark('register', '2026-11-25')
  await steps.mark('enter-rights', '2026-11-26')
  expect(await steps.read()).toEqual({ register: '2026-11-25', 'enter-rights': '2026-11-26' })
  await steps.mark('register', null)
  expect(await steps.read()).toEqual({ 'enter-rights': '2026-11-26' })
})
