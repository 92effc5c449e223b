import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../lib/core/digest.ts'
import type { CaptureCheck } from '../../../lib/evidence/capture-check.ts'
import { ledgerCheck } from '../../../lib/evidence/ledger/ledger-check.ts'
import { planPurge, purgeCapture } from '../../../lib/evidence/purge-capture.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { verifyCapture } from '../../../lib/evidence/verify-capture.ts'
import { dexiePurgeRepo } from '../../../lib/storage/dexie-purge-repo.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { gatheredCapture } from '../../support/gathered-capture.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { verifySourceOf } from '../../support/verify-source.ts'

let house: TestHouse
let captureId: string

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function checks(id = captureId): Promise<CaptureCheck[]> {
  return Array.fromAsync(verifyCapture(verifySourceOf(house), id))
}

const wrong = (found: CaptureCheck[]) => found.filter(({ outcome }) => outcome === 'wrong')

/** Another record of the same capture: more came in after sealing. */
async function sealAgain(): Promise<void> {
  await house.evidence.addServerDates(
    captureId,
    [{ url: 'https://ae01.alicdn.com/x', serverMs: 1, receivedAtMs: 2 }],
    5,
  )
  await sealCaptures(house.sealing, [captureId])
}

beforeEach(async () => {
  house = await openTestDatabase()
  await sealCaptures(house.sealing, [await captureWithScreenshot(house, { comId: '1005007000000009' })])
  captureId = await gatheredCapture(house, {
    'page-state': [{ name: 'page-state.json', mediaType: 'application/json', bytes: bytesOf('{"a":1}') }],
    'product-images': [
      { name: 'product-image-01.jpg', mediaType: 'image/jpeg', bytes: bytesOf('first') },
      { name: 'product-image-02.jpg', mediaType: 'image/jpeg', bytes: bytesOf('second') },
    ],
  })
  await sealCaptures(house.sealing, [await captureWithScreenshot(house, { comId: '1005007000000008' })])
})

describe('verifying a capture', () => {
  test('that is as it was sealed finds everything right, and says what it looked at', async () => {
    const found = await checks()
    expect(wrong(found)).toEqual([])
    expect(found.map(({ what, name }) => `${what} ${name}`.trim())).toEqual([
      expect.stringMatching(/^record [0-9A-Z]{26}$/),
      'ledger-row 2',
      'statements',
      'file viewport-screenshot.png',
      'file page-state.json',
      'file product-image-01.jpg',
      'file product-image-02.jpg',
      'ledger 2–3',
    ])
    expect(found.every(({ outcome }) => outcome === 'right')).toBe(true)
  })

  test('with earlier records looks at each of them and at the row of each', async () => {
    await sealAgain()
    await sealAgain()
    const found = await checks()
    expect(wrong(found)).toEqual([])
    expect(found.map(({ what }) => what).filter((what) => what !== 'file')).toEqual([
      ...['record', 'ledger-row', 'earlier-record', 'ledger-row', 'earlier-record', 'ledger-row'],
      ...['statements', 'ledger'],
    ])
    expect(found.at(-1)?.name).toBe('2–5')
  })

  /** The one that is there. */
  const the = <T>(row: T | undefined): T => {
    if (row === undefined) throw new Error('there is none')
    return row
  }
  const newest = async () => the(await house.database.records.where('captureId').equals(captureId).last())
  const turned = (bytes: Uint8Array<ArrayBuffer>) => {
    const copy = bytes.slice()
    copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
    return copy
  }
  const blobOf = async (text: string) =>
    the((await house.database.blobs.toArray()).find(({ bytes }) => new TextDecoder().decode(bytes) === text))

  const damages: Array<[damage: string, found: string, damage: () => Promise<unknown>]> = [
    [
      'one bit of a file',
      'file product-image-02.jpg',
      async () => {
        const blob = await blobOf('second')
        await house.database.blobs.put({ ...blob, bytes: turned(blob.bytes) })
      },
    ],
    [
      'a file that is gone',
      'file page-state.json',
      async () => house.database.blobs.delete((await blobOf('{"a":1}')).sha256),
    ],
    [
      'one bit of the record',
      'record',
      async () => {
        const record = await newest()
        await house.database.records.put({ ...record, bytes: turned(record.bytes) })
      },
    ],
    [
      'one bit of the record, with its hash made to fit',
      'record',
      async () => {
        const record = await newest()
        const bytes = turned(record.bytes)
        const digest = await sha256Hex(bytes)
        await house.database.records.put({ ...record, bytes, sha256: digest })
      },
    ],
    [
      'one bit of the signature',
      'record',
      async () => {
        const record = await newest()
        await house.database.records.put({ ...record, signature: turned(record.signature) })
      },
    ],
    [
      'the record that is gone',
      'record',
      async () => house.database.records.delete((await newest()).recordId),
    ],
    [
      'the key that is another',
      'record',
      async () => house.database.keys.clear().then(() => house.sealing.keys.signingKey()),
    ],
    [
      'what is shown of the page',
      'statements',
      () =>
        house.database.captures.update(captureId, (capture) => {
          capture.sighting.pageUrl = 'https://www.aliexpress.com/item/1.html'
        }),
    ],
    [
      'the reason of a part that is not there',
      'statements',
      () =>
        house.database.captureJobs.update(captureId, (job) => {
          const { mhtml } = job.parts
          if (mhtml) mhtml.failure = { code: 'other', message: 'another reason' }
        }),
    ],
    ['the row of the record', 'ledger-row 2', () => house.database.ledger.update(2, { subject: 'another' })],
    ['a row after it', 'ledger', () => house.database.ledger.update(3, { actor: 'another' })],
    ['a row after it that is gone', 'ledger', () => house.database.ledger.delete(3)],
    [
      'the anchor',
      'ledger',
      async () => {
        house.anchors.anchor = { count: 3, head: 'e'.repeat(64) }
      },
    ],
    [
      'the anchor that is gone',
      'ledger',
      async () => {
        house.anchors.anchor = null
      },
    ],
  ]

  test.each(damages)('names %s', async (_damage, named, damage) => {
    await damage()
    const found = wrong(await checks())
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ what, name }) => `${what} ${name}`).join('\n')).toContain(named)
    for (const { message } of found) expect(message).not.toBe('')
  })

  test('names an earlier record that was changed', async () => {
    const before = await newest()
    await sealAgain()
    await house.database.records.put({ ...before, bytes: turned(before.bytes) })
    expect(wrong(await checks())).toMatchObject([{ what: 'earlier-record', name: before.recordId }])
  })

  test('that is not sealed yet says so, and one whose sealing failed says why', async () => {
    const open = await captureWithScreenshot(house, { comId: '1005007000000007' })
    expect(await checks(open)).toMatchObject([{ what: 'record', outcome: 'open' }])
    const failure = { code: 'x', message: 'The disk was full.' }
    await house.database.captureJobs.update(open, {
      seal: { state: 'failed', recordId: null, tries: 3, failure },
    })
    expect(await checks(open)).toMatchObject([
      { outcome: 'wrong', message: expect.stringContaining('The disk was full.') },
    ])
  })

  test('to which something was added since the record compares the rest', async () => {
    await house.evidence.addServerDates(captureId, [], 9)
    const found = await checks()
    expect(wrong(found)).toEqual([])
    expect(found.find(({ what }) => what === 'statements')).toMatchObject({ outcome: 'open' })
  })

  test('that is not stored is said so', async () => {
    expect(await checks('unknown')).toMatchObject([{ outcome: 'wrong' }])
  })

  test('whose files were deleted on purpose names who and when, and no damage', async () => {
    const purging = { ...house.sealing, purges: dexiePurgeRepo(house.database) }
    await house.database.meta.put({ key: 'operatorName', name: 'Anna Müller' })
    const plan = await planPurge(purging, captureId)
    if (!plan.ok) throw new Error(plan.error.message)
    await purgeCapture(purging, plan.value)
    const found = await checks()
    expect(wrong(found)).toEqual([])
    expect(found.filter(({ what }) => what === 'file')).toHaveLength(4)
    for (const check of found.filter(({ what }) => what === 'file')) {
      expect(check).toMatchObject({
        outcome: 'purged',
        message: expect.stringMatching(/2026-11-23T.* by Anna Müller/),
      })
    }
  })
})

test('the ledger alone can be looked at from its first row', async () => {
  const source = verifySourceOf(house)
  expect(await ledgerCheck(source)).toMatchObject({ outcome: 'right', name: '1–3' })
  await house.database.ledger.update(1, { actor: 'another' })
  expect(await ledgerCheck(source)).toMatchObject({
    outcome: 'wrong',
    message: expect.stringContaining('Row 1'),
  })
})
