import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import type { EvidenceReader } from '../../../lib/evidence/evidence-reader.ts'
import { type CaptureFilter, type FoundCaptures, findCaptures } from '../../../lib/evidence/find-captures.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { dexieEvidenceReader } from '../../../lib/storage/dexie-evidence-reader.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { buildListing, buildRow, buildSighting } from '../../support/records.ts'

let house: TestHouse
let reader: EvidenceReader
/** By name, oldest first. */
const ids: Record<string, string> = {}

const never = new AbortController().signal

async function foundBy(filter: Partial<CaptureFilter>): Promise<string[]> {
  const steps = await Array.fromAsync(findCaptures(reader, { text: '', state: 'all', ...filter }, never))
  const last = steps.at(-1)
  expect(last?.lookedAt).toBe(last?.of)
  return (last?.captureIds ?? []).map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? id)
}

const seenAt = (minute: number) => ({
  wallMs: Date.UTC(2026, 10, 23, 9, minute),
  monotonicMs: 1,
  offsetMinutes: 60,
})

beforeAll(async () => {
  house = await openTestDatabase()
  reader = dexieEvidenceReader(house.database)
  ids.card = await captureWithScreenshot(house, {
    comId: '1005007000000001',
    row: buildRow('1005007000000001', { title: found('Nike café bottle', 'state') }),
    sighting: buildSighting({ seenAt: seenAt(1), keyword: 'trail bottle' }),
  })
  ids.item = await captureWithScreenshot(house, {
    comId: '1005007000000002',
    row: null,
    listing: buildListing('1005007000000002', { sellerId: found('2679000077', 'link') }),
    sighting: buildSighting({
      seenAt: seenAt(2),
      pageUrl: 'https://de.aliexpress.com/item/1005007000000002.html',
    }),
  })
  ids.again = await captureWithScreenshot(house, {
    comId: '1005007000000001',
    sighting: buildSighting({ seenAt: seenAt(3) }),
  })
  ids.import = await captureWithScreenshot(house, {
    comId: '1005007000000003',
    sighting: buildSighting({ seenAt: seenAt(4) }),
  })
  await house.database.captures.update(ids.import, { importedFrom: { packId: 'another' } } as object)
  await sealCaptures(house.sealing, [ids.card, ids.again])
  await house.database.captureJobs.update(ids.again, {
    disagreements: [{ field: 'title', shown: 'a', stated: 'b', statedBy: 'data-call' }],
  })
})

describe('finding captures', () => {
  test('without a filter gives all, newest first, and reads keys alone', async () => {
    const keysOnly = { ...reader, stored: () => Promise.reject(new Error('a row was read')) }
    const [all] = await Array.fromAsync(findCaptures(keysOnly, { text: '  ', state: 'all' }, never))
    expect(all?.captureIds).toEqual([ids.import, ids.again, ids.item, ids.card])
  })

  test.each([
    ['title, without case, accents and width', 'ＮＩＫＥ cafe', ['card']],
    ['every word must be there', 'nike trailer', []],
    ['search words', 'trail', ['import', 'again', 'item', 'card']],
    ['seller', '2679000077', ['item']],
    ['item number', '1005007000000001', ['again', 'card']],
    ['a part of the number', '5007000000002', ['item']],
    ['an address of the item', 'https://pl.aliexpress.com/item/1005007000000001.html?x=1', ['again', 'card']],
    ['an address that was open', 'de.aliexpress.com/item', ['item']],
    ['nothing of it', 'zzz', []],
  ])('by %s', async (_what, text, names) => {
    expect(await foundBy({ text })).toEqual(names)
  })

  test('by capture id, in either case', async () => {
    expect(await foundBy({ text: ids.item ?? '' })).toEqual(['item'])
    expect(await foundBy({ text: (ids.item ?? '').toLowerCase() })).toEqual(['item'])
  })

  test('by state, alone and with text', async () => {
    expect(await foundBy({ state: 'unsealed' })).toEqual(['import', 'item'])
    expect(await foundBy({ state: 'unsealed', text: '2679000077' })).toEqual(['item'])
    expect(await foundBy({ state: 'disagreeing' })).toEqual(['again'])
    expect(await foundBy({ state: 'imported' })).toEqual(['import'])
    // An item page whose parts are still to come.
    expect(await foundBy({ state: 'incomplete' })).toEqual(['item'])
  })

  test('yields step by step, and ends where nobody waits any more', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `id ${index}`)
    let read = 0
    const long: EvidenceReader = {
      ...reader,
      captureIds: async () => many,
      stored: async (asked) => {
        read += asked.length
        return new Map()
      },
    }
    const stop = new AbortController()
    const steps: FoundCaptures[] = []
    for await (const step of findCaptures(long, { text: 'x', state: 'all' }, stop.signal)) {
      steps.push(step)
      if (steps.length === 2) stop.abort()
    }
    expect(steps).toMatchObject([{ lookedAt: 150, of: 1000 }, { lookedAt: 300 }])
    expect(read).toBe(300)
  })
})
