import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settleInterrupted } from '../../../../lib/evidence/gather/settle-interrupted.ts'
import { verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import type { EvidenceRecord } from '../../../../lib/evidence/seal/evidence-record.ts'
import { type Sealing, sealCaptures, sealInterrupted } from '../../../../lib/evidence/seal/seal-captures.ts'
import { flagListing } from '../../../../lib/queue/flag-listing.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { buildListing, buildNewFlag } from '../../../support/records.ts'

let house: TestHouse

beforeEach(async () => {
  house = await openTestDatabase()
})

const seal = async (captureId: string, sealing: Sealing = house.sealing) =>
  (await sealCaptures(sealing, [captureId])).get(captureId)

async function storedRecords(): Promise<EvidenceRecord[]> {
  const records = await house.database.records.orderBy('recordId').toArray()
  return records.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)))
}

describe('sealing', () => {
  test('a capture with its screenshot becomes a signed record and a row of the ledger', async () => {
    const captureId = await captureWithScreenshot(house)
    expect(await seal(captureId)).toMatchObject({ state: 'sealed' })
    const [record] = await house.database.records.toArray()
    const [row] = await house.database.ledger.toArray()
    expect(row).toMatchObject({
      seq: 1,
      action: 'capture-sealed',
      subject: captureId,
      payloadHash: record?.sha256,
    })
    expect(house.anchors.anchor).toEqual({ count: 1, head: row?.hash })
    expect(await storedRecords()).toMatchObject([
      {
        format: 'docket-evidence-record',
        captureId,
        supersedes: null,
        canonicalUrl: 'https://www.aliexpress.com/item/1005007000000001.html',
        sighting: { keyword: 'velmora', rank: 7, shipTo: 'US' },
        artefacts: [{ name: 'viewport-screenshot.png', bytes: 40, obtainedBy: 'tabs.captureVisibleTab' }],
        failures: [{ part: 'page-data', code: 'no-second-witness' }],
        installation: { os: { name: 'linux' } },
      },
    ])
  })

  test('repeating it changes nothing', async () => {
    const captureId = await captureWithScreenshot(house)
    const first = await seal(captureId)
    expect(await seal(captureId)).toEqual(first)
    expect(await house.database.records.count()).toBe(1)
    expect(await house.database.ledger.count()).toBe(1)
  })

  test('a capture without screenshot is sealed with the reason', async () => {
    const flag = buildNewFlag()
    await flagListing({ repo: house.flags, clock: house.clock }, flag)
    const { captureId } = flag.capture
    expect(await seal(captureId)).toBeUndefined()
    const failure = { code: 'tab-closed', message: 'The tab was closed before the screenshot.' }
    await house.evidence.saveStatuses(new Map([[captureId, { state: 'failed', failure, tries: 1 }]]), 1)
    expect(await seal(captureId)).toMatchObject({ state: 'sealed' })
    expect(await storedRecords()).toMatchObject([
      { artefacts: [], failures: [{ part: 'viewport-screenshot', ...failure }, { part: 'page-data' }] },
    ])
  })

  test('what is gathered later makes a new record that names the former, which stays', async () => {
    const captureId = await captureWithScreenshot(house)
    await seal(captureId)
    const [former] = await house.database.records.toArray()
    const pageData = buildListing('1005007000000001')
    await house.evidence.savePageData(captureId, { pageData, disagreements: [] }, house.clock().wallMs)
    expect(await seal(captureId)).toMatchObject({ state: 'sealed' })
    expect(await storedRecords()).toMatchObject([
      { supersedes: null, observations: { pageData: null } },
      { supersedes: { recordId: former?.recordId, sha256: former?.sha256 }, failures: [] },
    ])
    expect(await house.database.records.get(former?.recordId ?? '')).toEqual(former)
  })

  test('a screenshot that is not what was taken gets no signature', async () => {
    const captureId = await captureWithScreenshot(house)
    const [blob] = await house.database.blobs.toArray()
    if (!blob) throw new Error('no screenshot was stored')
    await house.database.blobs.put({ ...blob, bytes: blob.bytes.with(7, (blob.bytes[7] ?? 0) ^ 1) })
    for (const tries of [1, 2]) {
      expect(await seal(captureId)).toMatchObject({
        state: 'due',
        tries,
        failure: { code: 'artefact-changed' },
      })
    }
    expect(await seal(captureId)).toMatchObject({
      state: 'failed',
      tries: 3,
      failure: { code: 'artefact-changed' },
    })
    expect(await seal(captureId)).toMatchObject({ state: 'failed', tries: 3 })
    expect(await house.database.records.count()).toBe(0)
    expect(await house.database.ledger.count()).toBe(0)
  })

  test('a record that does not come back as written is not called sealed', async () => {
    const captureId = await captureWithScreenshot(house)
    const { record } = house.sealing.seals
    const seals = {
      ...house.sealing.seals,
      record: async (recordId: string) => {
        const stored = await record(recordId)
        return stored && { ...stored, bytes: stored.bytes.with(50, 0) }
      },
    }
    expect(await seal(captureId, { ...house.sealing, seals })).toMatchObject({
      state: 'due',
      failure: { code: 'record-changed' },
    })
    expect(await seal(captureId)).toMatchObject({ state: 'sealed' })
  })

  test('what was gathered while it was being sealed is sealed next', async () => {
    const captureId = await captureWithScreenshot(house)
    const pageData = buildListing('1005007000000001')
    const meanwhile = vi.fn(async () => {
      await house.evidence.savePageData(captureId, { pageData, disagreements: [] }, house.clock().wallMs)
      return house.sealing.describeInstallation()
    })
    const sealing = { ...house.sealing, describeInstallation: meanwhile }
    expect(await seal(captureId, sealing)).toMatchObject({ state: 'due', tries: 0 })
    expect(await house.database.records.count()).toBe(0)
    expect(await seal(captureId)).toMatchObject({ state: 'sealed' })
    expect(await storedRecords()).toMatchObject([
      { observations: { pageData: { comId: { status: 'found' } } } },
    ])
  })

  test('nothing is entered in a ledger that has become shorter than its anchor', async () => {
    await seal(await captureWithScreenshot(house))
    await house.database.ledger.clear()
    expect(await seal(await captureWithScreenshot(house))).toMatchObject({
      state: 'due',
      failure: { code: 'ledger-cut' },
    })
    expect(await house.database.ledger.count()).toBe(0)
  })

  test('an interrupted sealing is taken up later, after its screenshot was named interrupted', async () => {
    const flag = buildNewFlag()
    await flagListing({ repo: house.flags, clock: house.clock }, flag)
    const captureId = await captureWithScreenshot(house)
    expect(await sealInterrupted(house.sealing)).toEqual(new Map())
    const clock = () => ({ ...house.clock(), wallMs: house.clock().wallMs + 600_000 })
    await settleInterrupted({ repo: house.evidence, clock })
    const statuses = await sealInterrupted({ ...house.sealing, clock })
    expect(statuses.get(captureId)).toMatchObject({ state: 'sealed' })
    const later = () => ({ ...clock(), wallMs: clock().wallMs + 600_000 })
    const rest = await sealInterrupted({ ...house.sealing, clock: later })
    expect([...rest]).toMatchObject([[flag.capture.captureId, { state: 'sealed' }]])
  })

  // Which of the two comes first differs from run to run.
  test.each(Array.from({ length: 20 }, (_, run) => run))(
    'two that seal at the same time make one record each (run %i)',
    async () => {
      const captureIds = [await captureWithScreenshot(house), await captureWithScreenshot(house)]
      await Promise.all([sealCaptures(house.sealing, captureIds), sealCaptures(house.sealing, captureIds)])
      await sealCaptures(house.sealing, captureIds)
      const rows = await house.database.ledger.toArray()
      expect(await verifyLedger(rows, house.anchors.anchor ?? { count: 0, head: '' })).toBeNull()
      expect(await house.database.records.count()).toBe(2)
      expect(rows).toHaveLength(2)
    },
  )
})
