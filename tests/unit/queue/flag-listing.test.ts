import { beforeEach, describe, expect, test } from 'vitest'
import { absent, found } from '../../../lib/core/observation.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { removeFlags, restoreFlags, undoFlag } from '../../../lib/queue/undo-flag.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildListing, buildNewFlag, buildRow } from '../../support/records.ts'

const comId = '1005007000000001'
let house: Awaited<ReturnType<typeof openTestDatabase>>
let deps: { repo: (typeof house)['flags']; clock: (typeof house)['clock'] }

beforeEach(async () => {
  house = await openTestDatabase()
  deps = { repo: house.flags, clock: house.clock }
})

const statusOf = async (flagId: string) => (await house.database.flags.get(flagId))?.status

describe('flagging', () => {
  test('stores flag, capture, job and summary together', async () => {
    const wanted = buildNewFlag({ comId })
    const saved = await flagListing(deps, wanted)
    expect(saved).toMatchObject({ ok: true, value: { repeated: false, flag: { comId, status: 'current' } } })
    expect(await house.database.captures.get(wanted.capture.captureId)).toEqual(wanted.capture)
    expect(await house.database.captureJobs.get(wanted.capture.captureId)).toMatchObject({
      screenshot: { state: 'pending' },
      documentKey: wanted.documentKey,
    })
    expect(await house.database.listings.get(comId)).toMatchObject({
      title: 'Velmora style trail bottle 750 ml',
      price: 'US $12.50',
      sellerId: null,
      url: `https://www.aliexpress.com/item/${comId}.html`,
      hasItemCapture: false,
    })
  })

  test('the same request twice changes nothing', async () => {
    const wanted = buildNewFlag({ comId })
    await flagListing(deps, wanted)
    const before = await house.database.flags.toArray()
    expect(await flagListing(deps, wanted)).toMatchObject({ ok: true, value: { repeated: true } })
    expect(await house.database.flags.toArray()).toEqual(before)
    expect(await house.database.captures.count()).toBe(1)
  })

  test('a flag id of another listing is refused and changes nothing', async () => {
    const first = buildNewFlag({ comId })
    await flagListing(deps, first)
    const forged = buildNewFlag({ comId: '1005007000000002', flagId: first.flagId })
    expect(await flagListing(deps, forged)).toMatchObject({ ok: false, error: { code: 'id-reused' } })
    expect(await house.database.captures.count()).toBe(1)
  })

  test('a capture id of another listing is refused and changes nothing', async () => {
    const first = buildNewFlag({ comId })
    await flagListing(deps, first)
    const forged = buildNewFlag({ comId: '1005007000000002', captureId: first.capture.captureId })
    expect(await flagListing(deps, forged)).toMatchObject({ ok: false, error: { code: 'id-reused' } })
    expect(await house.database.flags.count()).toBe(1)
  })

  test('a commit whose read-back differs is not saved', async () => {
    const tampering = {
      ...house.flags,
      readBack: async (flagId: string) => {
        const stored = await house.flags.readBack(flagId)
        return { ...stored, flag: stored.flag && { ...stored.flag, note: 'other' } }
      },
    }
    const saved = await flagListing({ repo: tampering, clock: house.clock }, buildNewFlag())
    expect(saved).toMatchObject({ ok: false, error: { code: 'not-stored' } })
  })

  test('an IP type is kept only with infringing', async () => {
    const wanted = buildNewFlag({ verdict: 'suspicious', ipType: 'patent' })
    expect(await flagListing(deps, wanted)).toMatchObject({ ok: true, value: { flag: { ipType: null } } })
    expect(await house.judged.lastIpType()).toBeNull()
  })

  test('a listing judged genuine or out of scope waits for no screenshot', async () => {
    for (const verdict of ['genuine', 'out-of-scope'] as const) {
      const wanted = buildNewFlag({ verdict, ipType: null })
      await flagListing(deps, wanted)
      const job = await house.database.captureJobs.get(wanted.capture.captureId)
      expect(job?.screenshot).toEqual({ state: 'not-wanted' })
    }
  })

  test('a results card without seller does not wipe a seller that an item page stated', async () => {
    const item = { listing: buildListing(comId), row: null }
    await flagListing(deps, buildNewFlag({ comId, ...item }))
    await flagListing(deps, buildNewFlag({ comId, row: buildRow(comId, { title: absent, price: absent }) }))
    expect(await house.database.listings.get(comId)).toMatchObject({
      sellerId: '2679000001',
      title: 'Velmora style trail bottle 750 ml',
      hasItemCapture: true,
    })
  })

  test('a price without text is written with its currency', async () => {
    const row = buildRow(comId, { price: found({ text: null, value: 3, currency: 'EUR' }, 'json-ld') })
    await flagListing(deps, buildNewFlag({ comId, row }))
    expect((await house.database.listings.get(comId))?.price).toBe('3 EUR')
  })
})

describe('taking back', () => {
  test('undo brings the former judgement back', async () => {
    const first = buildNewFlag({ comId, verdict: 'genuine', ipType: null })
    const second = buildNewFlag({ comId, documentKey: first.documentKey })
    await flagListing(deps, first)
    await flagListing(deps, second)
    expect(await statusOf(first.flagId)).toBe('replaced')
    expect(await undoFlag(deps, second)).toEqual({ ok: true, value: { comId } })
    expect(await statusOf(first.flagId)).toBe('current')
    expect(await statusOf(second.flagId)).toBe('undone')
    expect(await undoFlag(deps, second)).toMatchObject({ ok: true })
  })

  test('another document may not take it back', async () => {
    const flag = buildNewFlag({ comId })
    await flagListing(deps, flag)
    const answer = await undoFlag(deps, { flagId: flag.flagId, documentKey: buildNewFlag().documentKey })
    expect(answer).toMatchObject({ ok: false, error: { code: 'other-document' } })
    expect(await statusOf(flag.flagId)).toBe('current')
  })

  test('a replaced flag is not taken back under the newer one', async () => {
    const first = buildNewFlag({ comId })
    await flagListing(deps, first)
    await flagListing(deps, buildNewFlag({ comId }))
    expect(await undoFlag(deps, first)).toMatchObject({ ok: false, error: { code: 'judged-again' } })
  })

  test('an unknown flag is said to be unknown', async () => {
    expect(await undoFlag(deps, buildNewFlag())).toMatchObject({ ok: false, error: { code: 'unknown-flag' } })
  })

  test('remove and restore are each other’s inverse', async () => {
    const former = buildNewFlag({ comId, verdict: 'genuine', ipType: null })
    const flag = buildNewFlag({ comId })
    await flagListing(deps, former)
    await flagListing(deps, flag)
    expect(await removeFlags(deps, [flag.flagId, 'unknown'])).toEqual([flag.flagId])
    expect(await house.flags.countQueued()).toBe(0)
    expect(await statusOf(former.flagId)).toBe('current')
    expect(await restoreFlags(deps, [flag.flagId])).toEqual([flag.flagId])
    expect(await house.flags.countQueued()).toBe(1)
    expect(await statusOf(former.flagId)).toBe('replaced')
  })

  test('a listing judged anew meanwhile keeps the newer judgement', async () => {
    const flag = buildNewFlag({ comId })
    await flagListing(deps, flag)
    await removeFlags(deps, [flag.flagId])
    const newer = buildNewFlag({ comId, verdict: 'genuine', ipType: null })
    await flagListing(deps, newer)
    expect(await restoreFlags(deps, [flag.flagId])).toEqual([])
    expect(await statusOf(newer.flagId)).toBe('current')
  })
})
