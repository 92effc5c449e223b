import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../../lib/core/digest.ts'
import { emptyLedgerAnchor, verifyLedger } from '../../../lib/evidence/ledger/ledger.ts'
import { isPurged, type PurgePlan, planPurge, purgeCapture } from '../../../lib/evidence/purge-capture.ts'
import { artefactsOf } from '../../../lib/evidence/seal/evidence-record.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { dexiePurgeRepo } from '../../../lib/storage/dexie-purge-repo.ts'
import { dexieRightsRepo } from '../../../lib/storage/dexie-rights-repo.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { type StorageFault, withFault } from '../../support/failing-storage.ts'
import { gatheredCapture } from '../../support/gathered-capture.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { buildHolder, buildTrademark, documentOf } from '../../support/rights.ts'

let house: TestHouse

const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => sha256Hex(bytesOf(text))
const purgingOn = (of: TestHouse) => ({ ...of.sealing, purges: dexiePurgeRepo(of.database) })
const shot = (number: number) => new Uint8Array([137, 80, 78, 71, number])

/** A listing's capture with two pictures: one of its own, one that others may have too. */
const captured = (number: number, shared = 'shared picture', of = house) =>
  gatheredCapture(
    of,
    {
      'product-images': [
        { name: 'product-image-01.jpg', mediaType: 'image/jpeg', bytes: bytesOf(`picture ${number}`) },
        { name: 'product-image-02.jpg', mediaType: 'image/jpeg', bytes: bytesOf(shared) },
      ],
    },
    { comId: `100500700000000${number}` },
    shot(number),
  )

async function planned(captureId: string, of = house): Promise<PurgePlan> {
  const plan = await planPurge(purgingOn(of), captureId)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}

const names = (artefacts: Array<{ name: string }>) => artefacts.map(({ name }) => name)
const isStored = async (sha256: string) => (await house.database.blobs.get(sha256)) !== undefined

beforeEach(async () => {
  house = await openTestDatabase()
})

describe('deleting the files of a capture', () => {
  test('keeps those that a right or complaint names, also one that came while the person decided', async () => {
    const [first, rights] = [await captured(1, 'own picture'), dexieRightsRepo(house.database)]
    const [shown, own] = [await sha256Hex(shot(1)), await hashOf('picture 1')]
    await rights.saveRight(buildTrademark({ references: [documentOf('shown.png', { sha256: shown })] }))
    const plan = await planned(first)
    expect(names(plan.shared)).toEqual(['viewport-screenshot.png'])
    await rights.saveHolder(buildHolder({ identityDocuments: [documentOf('own.jpg', { sha256: own })] }))
    expect(await purgeCapture(purgingOn(house), plan)).toMatchObject({ error: { code: 'changed-meanwhile' } })
    expect([await isStored(shown), await isStored(own)]).toEqual([true, true])
    const again = await planned(first)
    expect(names(again.goes)).toEqual(['product-image-02.jpg'])
    expect(await purgeCapture(purgingOn(house), again)).toMatchObject({ ok: true })
    expect([await isStored(shown), await isStored(own)]).toEqual([true, true])
    expect(await isStored(await hashOf('own picture'))).toBe(false)
  })

  test('takes its own files, keeps those that others name, and keeps record, hashes and rows', async () => {
    const [first, second] = [await captured(1), await captured(2)]
    const before = await house.database.records.toArray()
    const jobBefore = await house.database.captureJobs.get(first)
    const plan = await planned(first)
    expect(names(plan.goes)).toEqual(['viewport-screenshot.png', 'product-image-01.jpg'])
    expect(names(plan.shared)).toEqual(['product-image-02.jpg'])
    const purged = await purgeCapture(purgingOn(house), plan)
    expect(purged).toMatchObject({
      ok: true,
      value: { action: 'deleted', subject: first, actor: 'operator' },
    })
    expect(await isStored(await hashOf('picture 1'))).toBe(false)
    expect(await isStored(await sha256Hex(shot(1)))).toBe(false)
    expect(await isStored(await hashOf('shared picture'))).toBe(true)
    const kept = await house.database.captureJobs.get(second)
    for (const { sha256 } of kept ? artefactsOf(kept) : []) expect(await isStored(sha256)).toBe(true)
    expect(await house.database.records.toArray()).toEqual(before)
    expect(await house.database.captureJobs.get(first)).toEqual(jobBefore)
    const rows = await house.database.ledger.toArray()
    expect(await verifyLedger(rows, house.anchors.anchor ?? emptyLedgerAnchor)).toBeNull()
    expect(await isPurged(house.sealing, first)).toBe(true)
    expect(await isPurged(house.sealing, second)).toBe(false)
  })

  test('the tombstone holds the hash of what went and what stayed', async () => {
    const captureId = await captured(1)
    await captured(2)
    const { goes, shared, recordId } = await planned(captureId)
    await purgeCapture(purgingOn(house), await planned(captureId))
    const row = (await house.database.ledger.toArray()).at(-1)
    const file = ({ name, sha256, bytes }: (typeof goes)[number]) => ({ name, sha256, bytes })
    const payload = { captureId, recordId, deleted: goes.map(file), kept: shared.map(file) }
    expect(row?.payloadHash).toBe(await hashOf(canonicalJson(payload)))
  })

  test('the last that names a shared file takes it along, also where a deleted one named it too', async () => {
    const [first, second] = [await captured(1), await captured(2)]
    await purgeCapture(purgingOn(house), await planned(first))
    const plan = await planned(second)
    expect(plan.shared).toEqual([])
    await purgeCapture(purgingOn(house), plan)
    expect(await isStored(await hashOf('shared picture'))).toBe(false)
    expect(await house.database.blobs.count()).toBe(0)
  })

  test('finds a sharer among hundreds', async () => {
    const first = await captured(1)
    const template = await house.database.captureJobs.get(await captured(2, 'another picture'))
    if (!template) throw new Error('no job')
    const others = Array.from({ length: 450 }, (_, index) => ({
      ...template,
      captureId: `01JD${String(index).padStart(22, '0')}`,
    }))
    await house.database.captureJobs.bulkAdd(others)
    expect((await planned(first)).shared).toEqual([])
    await captured(3)
    expect(names((await planned(first)).shared)).toEqual(['product-image-02.jpg'])
  })

  test('is refused while it is gathered or sealed, a second time, and where there are no files', async () => {
    const open = await gatheredCapture(house, {}, { isSealed: false })
    expect(await planPurge(purgingOn(house), open)).toMatchObject({ error: { code: 'not-settled' } })
    expect(await planPurge(purgingOn(house), 'unknown')).toMatchObject({ error: { code: 'unknown-capture' } })
    const captureId = await captured(1)
    await purgeCapture(purgingOn(house), await planned(captureId))
    expect(await planPurge(purgingOn(house), captureId)).toMatchObject({ error: { code: 'purged-before' } })
  })
})

describe('between the look and the word', () => {
  const refused = { ok: false, error: { code: 'changed-meanwhile' } }

  test('another capture that took the same file saves it', async () => {
    const captureId = await captured(1)
    const plan = await planned(captureId)
    await captured(2)
    const rows = await house.database.ledger.count()
    expect(await purgeCapture(purgingOn(house), plan)).toMatchObject(refused)
    expect(await house.database.ledger.count()).toBe(rows)
    expect(await isStored(await hashOf('shared picture'))).toBe(true)
    expect(names((await planned(captureId)).shared)).toEqual(['product-image-02.jpg'])
  })

  test.each([false, true])(
    'one that was there and got the file since saves it (sealed: %s)',
    async (isSealed) => {
      const captureId = await captured(1)
      const other = await captured(2, 'another picture')
      const plan = await planned(captureId)
      const [from, to] = await house.evidence.jobs([captureId, other])
      const file = from?.parts['product-images']?.artefacts[1]
      if (!file || !to) throw new Error('no file')
      await house.evidence.keepArtefact(other, 'product-images', file, bytesOf('shared picture'), 5)
      if (isSealed) await sealCaptures(house.sealing, [other])
      expect(await purgeCapture(purgingOn(house), plan)).toMatchObject(refused)
      expect(await isStored(file.sha256)).toBe(true)
    },
  )

  test('more that was gathered for it stops it', async () => {
    const captureId = await captured(1)
    const plan = await planned(captureId)
    await house.evidence.addServerDates(captureId, [], 7)
    expect(await purgeCapture(purgingOn(house), plan)).toMatchObject(refused)
  })

  test('what others do that touches none of its files does not', async () => {
    const captureId = await captured(1)
    const other = await captured(2, 'another picture')
    const plan = await planned(captureId)
    await house.evidence.addServerDates(other, [], 7)
    expect(await purgeCapture(purgingOn(house), plan)).toMatchObject({ ok: true })
  })
})

describe('where the storage fails', () => {
  const faults: StorageFault[] = [{ kind: 'refused', name: 'QuotaExceededError' }, { kind: 'undone' }]
  test.each(faults)(
    'at its n-th request ($kind), tombstone and deletion are both there or both not',
    async (fault) => {
      for (let n = 1; ; n++) {
        const own = await openTestDatabase()
        const captureId = await captured(1, 'shared', own)
        const plan = await planned(captureId, own)
        const { reached } = await withFault(fault, n, () => purgeCapture(purgingOn(own), plan))
        const files = await own.database.blobs.count()
        expect(files, `request ${n}`).toBe((await isPurged(own.sealing, captureId)) ? 0 : 3)
        own.database.close()
        if (!reached) break
      }
    },
  )
})

test('a person who set a name is named in the tombstone', async () => {
  await house.database.meta.put({ key: 'operatorName', name: 'Anna Müller' })
  const captureId = await captureWithScreenshot(house)
  await sealCaptures(house.sealing, [captureId])
  const purged = await purgeCapture(purgingOn(house), await planned(captureId))
  expect(purged).toMatchObject({ value: { actor: 'Anna Müller' } })
})
