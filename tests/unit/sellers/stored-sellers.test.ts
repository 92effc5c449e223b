import { describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import { enterWaitingActs } from '../../../lib/evidence/ledger/append-to-ledger.ts'
import type { ObservedListing } from '../../../lib/extract/listing.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { catchUpSellers, readSellerOf } from '../../../lib/sellers/seller-index.ts'
import { markSeller } from '../../../lib/sellers/seller-mark.ts'
import { dexieLineOutcomes } from '../../../lib/storage/dexie-line-outcomes.ts'
import { dexieSellerIndex } from '../../../lib/storage/dexie-seller-index.ts'
import { dexieSellerMarks } from '../../../lib/storage/dexie-seller-marks.ts'
import { dexieSellerReader } from '../../../lib/storage/dexie-seller-reader.ts'
import { dexieSellerRecords } from '../../../lib/storage/dexie-seller-records.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildListing, buildNewFlag, buildSighting } from '../../support/records.ts'
import { buildFiledLine } from '../../support/seller-traces.ts'

async function openSellers() {
  const house = await openTestDatabase()
  const index = dexieSellerIndex(house.database)
  const reader = dexieSellerReader(house.database, dexieLineOutcomes(house.database))
  const flag = async (
    comId: string,
    listing: Partial<ObservedListing>,
    on = '2026-11-20',
    pageState = 'ready',
  ) => {
    const seenAt = { wallMs: Date.parse(`${on}T10:00:00Z`), monotonicMs: 1, offsetMinutes: 60 }
    const wanted = buildNewFlag({
      comId,
      sighting: buildSighting({ seenAt, pageState: pageState as 'ready' }),
      listing: buildListing(comId, listing),
      row: null,
    })
    const saved = await flagListing({ repo: house.flags, clock: house.clock }, wanted)
    if (!saved.ok) throw new Error(saved.error.message)
    return wanted.capture.captureId
  }
  const catchUp = async () => {
    const steps: number[] = []
    for await (const { of } of catchUpSellers(index, new AbortController().signal)) steps.push(of)
    return steps
  }
  return { ...house, index, reader, flag, catchUp }
}

const seller = (sellerId: string, more: Partial<ObservedListing> = {}) => ({
  sellerId: found(sellerId, 'message link'),
  ...more,
})

describe('sellers in the storage', () => {
  test('are read once from captures, and again only while evidence is gathered', async () => {
    const { database, flag, catchUp, reader } = await openSellers()
    const captureId = await flag('1005007000000001', seller('2679000001'))
    await flag('1005007000000002', seller('2679000001', { storeName: found('Other Name Store', 'x') }))
    expect(await catchUp()).toEqual([2])
    await database.captureJobs.toCollection().modify({ gathering: 'ended' })
    // Those that were open when they were read.
    await catchUp()
    expect(await catchUp()).toEqual([])
    const [one] = await reader.all()
    expect(one?.seller.names.map(({ value }) => value).sort()).toEqual([
      'Other Name Store',
      'Pinefall Outdoor Store',
    ])
    expect(one?.seller.names.flatMap((fact) => [fact.firstCaptureId, fact.lastCaptureId])).toContain(
      captureId,
    )
    expect(one?.harm).toMatchObject({ queued: 2, score: 2 })
  })

  test('those of one listing are read at once, and the others wait', async () => {
    const { database, index, flag, catchUp, reader } = await openSellers()
    await flag('1005007000000001', seller('2679000001'))
    await flag('1005007000000002', seller('2679000002'))
    expect(await index.isBehind()).toBe(true)
    await database.captureJobs.toCollection().modify({ gathering: 'ended' })
    await readSellerOf(index, '1005007000000001')
    expect((await reader.all()).map((one) => one.seller.sellerId)).toEqual(['2679000001'])
    expect(await index.unreadIdsOf('1005007000000001')).toEqual([])
    expect(await index.isBehind()).toBe(true)
    expect(await catchUp()).toEqual([1])
    expect(await index.isBehind()).toBe(false)
  })

  test('a capture that names another account when it is read again leaves the former one', async () => {
    const { database, flag, catchUp, reader } = await openSellers()
    const captureId = await flag('1005007000000001', { sellerId: { status: 'absent' } })
    const say = (sellerId: string) =>
      database.captureJobs.update(captureId, {
        gathering: 'open',
        pageData: buildListing('1005007000000001', { sellerId: found(sellerId, 'data call') }),
      })
    await say('2679000001')
    await catchUp()
    await say('2679000002')
    await catchUp()
    expect((await reader.all()).map((listed) => listed.seller.sellerId)).toEqual(['2679000002'])
  })

  test('a listing whose captures name two accounts counts for neither', async () => {
    const { flag, catchUp, reader } = await openSellers()
    await flag('1005007000000001', seller('2679000001'))
    await flag('1005007000000001', seller('2679000002'))
    await catchUp()
    expect((await reader.all()).map(({ harm }) => harm.score)).toEqual([0, 0])
    const record = await reader.seller('2679000001')
    expect(record?.listings).toMatchObject([{ otherSellerIds: ['2679000002'] }])
    expect(record?.harm.score).toBe(0)
  })

  test('has its filed listings, what became of them, and who else has the same company', async () => {
    const { database, flag, catchUp, reader } = await openSellers()
    const company = { companyId: found('234567890', 'state') }
    await flag('1005007000000001', seller('2679000001', company), '2026-09-20')
    const gone = await flag('1005007000000001', seller('2679000001', company), '2026-10-05', 'removed')
    await flag('1005007000000002', seller('2679000001', company))
    await flag('1005007000000003', seller('2679000002', company))
    await flag('1005007000000004', seller('2679000003', { images: { status: 'absent' } }))
    await catchUp()
    const filed = ['1005007000000001', '1005007000000002'].map((comId) => buildFiledLine(comId))
    await database.complaints.bulkPut(filed.map(({ complaint }) => complaint))
    await database.complaintLines.bulkPut(filed.map(({ line }) => line))
    await database.followUps.add({
      kind: 'counter-notice',
      state: 'received',
      grounds: ['invoice'],
      followUpId: 'f1',
      complaintId: 'c1',
      comIds: ['1005007000000002'],
      receivedOn: '2026-10-07',
      stated: 'We have an invoice.',
      answer: '',
      attachments: [],
      answeredOn: null,
      note: '',
      createdAtMs: 1,
      changedAtMs: 1,
    })
    const record = await reader.seller('2679000001')
    const outcomeOf = new Map(record?.filed.map(({ line, outcome }) => [line.comId, outcome]))
    expect(['1005007000000001', '1005007000000002'].map((comId) => outcomeOf.get(comId))).toMatchObject([
      { removedOn: '2026-10-05', removedCaptureId: gone, relistedOn: null },
      { removedOn: null, counteredOn: '2026-10-07' },
    ])
    expect(record?.harm).toMatchObject({ removed: 1, countered: 1, open: 1 })
    expect(record?.counterNotices).toHaveLength(1)
    expect(record?.links.map(({ linked }) => [linked.sellerId, linked.strength])).toEqual([
      ['2679000002', 'strong'],
      ['2679000003', 'name'],
    ])
    const listed = (await reader.all()).find((one) => one.seller.sellerId === '2679000001')
    expect(listed?.harm).toEqual(record?.harm)
  })

  test('captures that name a store number alone are counted apart, never as the seller’s', async () => {
    const { flag, catchUp, reader } = await openSellers()
    await flag('1005007000000001', seller('2679000001'))
    const loose = await flag('1005007000000002', { sellerId: { status: 'absent' } })
    await catchUp()
    const record = await reader.seller('2679000001')
    expect(record?.looseCaptureIds).toEqual([loose])
    expect(record?.listings.map(({ listing }) => listing.comId)).toEqual(['1005007000000001'])
  })

  test('an account that no capture names is none', async () => {
    const { reader } = await openSellers()
    expect(await reader.seller('2679000001')).toBeNull()
  })
})

describe('a seller’s list', () => {
  test('is stored, and the ledger enters every change once', async () => {
    const { database, clock, sealing } = await openSellers()
    const marks = dexieSellerMarks(database)
    const mark = (wanted: Parameters<typeof markSeller>[2]) =>
      markSeller({ marks, clock }, '2679000001', wanted)
    await mark({ list: 'deny', note: ' sold fakes ' })
    await mark({ list: 'deny', note: 'sold fakes' })
    expect((await marks.marks(['2679000001', '1'])).get('2679000001')).toMatchObject({
      list: 'deny',
      note: 'sold fakes',
    })
    await mark(null)
    expect(await database.sellerMarks.count()).toBe(0)
    await enterWaitingActs(sealing)
    expect(await database.ledger.toArray()).toMatchObject([
      { action: 'seller-listed', subject: '2679000001', actor: 'operator' },
      { action: 'seller-listed', subject: '2679000001' },
    ])
    expect(await mark({ list: 'watch', note: 'x'.repeat(501) })).toMatchObject({
      ok: false,
      error: { code: 'mark-note-long' },
    })
  })
})

describe('what pages say of a seller', () => {
  test('its list and its record, on every listing of it that was read, and nothing of a doubtful one', async () => {
    const { database, clock, flag, catchUp } = await openSellers()
    const [filedId, otherId, doubtfulId] = ['1005007000000001', '1005007000000002', '1005007000000003']
    await flag(filedId, seller('2679000001'), '2026-10-05', 'removed')
    await flag(otherId, seller('2679000001'))
    await flag(doubtfulId, seller('2679000001'))
    await flag(doubtfulId, seller('2679000002'))
    await catchUp()
    const { line, complaint } = buildFiledLine(filedId)
    await database.complaints.put(complaint)
    await database.complaintLines.put(line)
    await markSeller({ marks: dexieSellerMarks(database), clock }, '2679000001', { list: 'deny', note: '' })
    const records = dexieSellerRecords(database, dexieLineOutcomes(database))
    const said = await records([otherId, doubtfulId, '1005007000000009'])
    expect(said.get(otherId)).toEqual({
      ...{ list: 'deny', removed: 1, relisted: 0, countered: 0, open: 0 },
    })
    expect(said.get(doubtfulId) ?? null).toBeNull()
    expect(said.has('1005007000000009')).toBe(false)
  })
})
