import { describe, expect, test } from 'vitest'
import { absent, found } from '../../../lib/core/observation.ts'
import type { Capture, CaptureJob } from '../../../lib/evidence/capture.ts'
import { newCaptureJob } from '../../../lib/evidence/new-capture-job.ts'
import { linkKeysOf, readTrace } from '../../../lib/sellers/read-trace.ts'
import { buildListing, buildNewFlag, buildRow, buildSighting } from '../../support/records.ts'

const comId = '1005007000000001'

const captureOf = (parts: Partial<Capture>): Capture => ({
  ...buildNewFlag({ comId }).capture,
  row: null,
  ...parts,
})
const jobWith = (capture: Capture, changes: Partial<CaptureJob>): CaptureJob => ({
  ...newCaptureJob(capture, { documentKey: 'd', wantsEvidence: true, nowMs: 1 }),
  ...changes,
})

describe('the trace of a capture', () => {
  test('names the account of the item page, with where it was read', () => {
    const trace = readTrace(
      captureOf({ listing: buildListing(comId, { companyId: found('234567890', 'state') }) }),
      null,
    )
    expect(trace).toMatchObject({
      sellerId: '2679000001',
      sellerSource: 'message link',
      statedBy: 'item-page',
      companyIds: [{ value: '234567890', source: 'state' }],
      storeNumbers: [{ value: '1102000001' }],
      pictureHashes: ['S1234567890abcdef1234567890abcdefA'],
      seenOn: '2026-11-23',
    })
  })

  test('names no account where page and data call differ', () => {
    const capture = captureOf({ listing: buildListing(comId) })
    const pageData = buildListing(comId, { sellerId: found('2679000009', 'data call') })
    expect(readTrace(capture, jobWith(capture, { pageData }))).toMatchObject({
      sellerId: null,
      statedBy: null,
    })
  })

  test('takes the account of the data call where the page states none', () => {
    const capture = captureOf({ listing: buildListing(comId, { sellerId: absent }) })
    const pageData = buildListing(comId, { sellerId: found('2679000009', 'data call') })
    expect(readTrace(capture, jobWith(capture, { pageData }))).toMatchObject({
      sellerId: '2679000009',
      statedBy: 'page-data',
    })
  })

  test('says that a card named it', () => {
    const row = buildRow(comId, { sellerId: found('2679000001', 'store.aliMemberId') })
    expect(readTrace(captureOf({ row }), null)).toMatchObject({
      statedBy: 'card',
      sellerSource: 'store.aliMemberId',
    })
  })

  test('what somebody else’s pack states counts for nothing', () => {
    const importedFrom = {
      packId: 'p',
      publicKeySha256: 'a'.repeat(64),
      packMadeAt: { wallMs: 1, offsetMinutes: 0 },
      importedAtMs: 2,
      enteredIn: 'p',
    }
    const trace = readTrace(captureOf({ listing: buildListing(comId), importedFrom }), null)
    expect(trace).toMatchObject({ isOwn: false, sellerId: null, storeNumbers: [], pictureHashes: [] })
    expect(linkKeysOf(trace)).toEqual([])
  })

  test('is read again while evidence is being gathered', () => {
    const capture = captureOf({ listing: buildListing(comId) })
    expect(readTrace(capture, jobWith(capture, { gathering: 'open' })).reading).toBe('open')
    expect(readTrace(capture, jobWith(capture, { gathering: 'ended' })).reading).toBe('ended')
  })

  test('the day is the person’s own', () => {
    const seenAt = { wallMs: Date.UTC(2026, 10, 23, 23, 30), monotonicMs: 1, offsetMinutes: 60 }
    expect(readTrace(captureOf({ sighting: buildSighting({ seenAt }) }), null).seenOn).toBe('2026-11-24')
  })

  test('a name that the site gave links nobody; spelling and width make no difference', () => {
    const keys = (name: string) =>
      linkKeysOf(
        readTrace(captureOf({ listing: buildListing(comId, { storeName: found(name, 'x') }) }), null),
      ).filter((key) => key.startsWith('name:'))
    expect(keys('Shop1102000001 Store')).toEqual([])
    expect(keys('ＰＩＮＥＦＡＬＬ  Store')).toEqual(keys('Pinefall Store'))
  })
})
