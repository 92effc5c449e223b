import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../../lib/core/digest.ts'
import { refuseParts } from '../../../lib/evidence/gather/refuse-parts.ts'
import { roomRefusal } from '../../../lib/evidence/gather/storage-room.ts'
import { enterView } from '../../../lib/evidence/ledger/enter-view.ts'
import { emptyLedgerAnchor, verifyLedger } from '../../../lib/evidence/ledger/ledger.ts'
import { measureFiles } from '../../../lib/evidence/measure-files.ts'
import { planPurge, purgeCapture } from '../../../lib/evidence/purge-capture.ts'
import { verifyAll } from '../../../lib/evidence/verify-all.ts'
import { dueCopy } from '../../../lib/pack/second-copy/second-copy.ts'
import { dexieEvidenceReader } from '../../../lib/storage/dexie-evidence-reader.ts'
import { dexiePurgeRepo } from '../../../lib/storage/dexie-purge-repo.ts'
import { readStorageFacts, saveLastVerification } from '../../../lib/storage/dexie-storage-facts.ts'
import { gatheredCapture } from '../../support/gathered-capture.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { verifySourceOf } from '../../support/verify-source.ts'

let house: TestHouse
const never = new AbortController().signal
const bytesOf = (text: string) => new TextEncoder().encode(text)
const shared = { name: 'product-image-01.jpg', mediaType: 'image/jpeg', bytes: bytesOf('the same picture') }

const captured = (number: number) =>
  gatheredCapture(
    house,
    {
      'product-images': [shared],
      mhtml: [{ name: 'page.mhtml', mediaType: 'x/y', bytes: bytesOf(`page ${number}`) }],
    },
    { comId: `100500700000000${number}` },
    new Uint8Array([137, 80, 78, 71, number]),
  )

beforeEach(async () => {
  house = await openTestDatabase()
})

test('that a capture is looked at is a row of its own, with the record that was looked at', async () => {
  const captureId = await captured(1)
  await house.database.meta.put({ key: 'operatorName', name: 'Anna Müller' })
  const row = await enterView(house.sealing, captureId)
  expect(row).toMatchObject({ action: 'capture-viewed', subject: captureId, actor: 'Anna Müller' })
  const recordId = (await house.database.captureJobs.get(captureId))?.seal.recordId
  // The clock moves one second at each look: the payload's time is the one before the row's.
  const payload = canonicalJson({ captureId, recordId, atMs: row.at.wallMs - 1000 })
  expect(row.payloadHash).toBe(await sha256Hex(bytesOf(payload)))
  const rows = await house.database.ledger.toArray()
  expect(await verifyLedger(rows, house.anchors.anchor ?? emptyLedgerAnchor)).toBeNull()
})

describe('room', () => {
  test.each([
    [200_000_000, null],
    [199_999_999, 'no-room'],
    [0, 'no-room'],
    [null, null],
  ])('of %s bytes: %s', async (free, code) => {
    const refusal = await roomRefusal({ freeBytes: async () => free })
    expect(refusal?.code ?? null).toBe(code)
  })

  test('that is missing ends every open part with its reason, keeps what is there, and a person may try again', async () => {
    const captureId = await gatheredCapture(
      house,
      { mhtml: [{ ...shared, name: 'page.mhtml' }] },
      { isSealed: false },
    )
    const due = { state: 'due' as const, tries: 0, failure: null, problems: [], artefacts: [] }
    await house.evidence.saveParts(captureId, { 'page-state': due, 'product-images': due }, 5)
    const told: unknown[] = []
    const failure = { code: 'no-room', message: 'Free some disk space.' }
    const work = {
      repo: house.evidence,
      clock: house.clock,
      onProgress: (progress: unknown) => told.push(progress),
    }
    const ended = await refuseParts(work, captureId, failure)
    expect(ended).toMatchObject({
      ok: true,
      value: { done: 5, of: 5, missing: ['page-state', 'product-images'] },
    })
    expect(told).toHaveLength(1)
    const [job] = await house.evidence.jobs([captureId])
    expect(job).toMatchObject({ gathering: 'ended', parts: { 'page-state': { state: 'failed', failure } } })
    expect(job?.parts.mhtml).toMatchObject({ state: 'done', artefacts: [{ name: 'page.mhtml' }] })
    expect(await refuseParts(work, 'unknown', failure)).toMatchObject({ error: { code: 'unknown-capture' } })
  })
})

describe('the storage', () => {
  const measured = async () => {
    const steps = await Array.fromAsync(measureFiles(dexieEvidenceReader(house.database), never))
    return Object.fromEntries(steps.at(-1)?.kinds ?? [])
  }

  test('counts a shared file once, and none of what was deleted', async () => {
    const first = await captured(1)
    await captured(2)
    expect(await measured()).toEqual({
      'viewport-screenshot': { files: 2, bytes: 10 },
      'product-image': { files: 1, bytes: 16 },
      mhtml: { files: 2, bytes: 12 },
    })
    const purging = { ...house.sealing, purges: dexiePurgeRepo(house.database) }
    const plan = await planPurge(purging, first)
    if (plan.ok) await purgeCapture(purging, plan.value)
    expect(await measured()).toEqual({
      'viewport-screenshot': { files: 1, bytes: 5 },
      'product-image': { files: 1, bytes: 16 },
      mhtml: { files: 1, bytes: 6 },
    })
  })

  test('tells rows, copies, incidents and the last verification', async () => {
    await captured(1)
    await house.database.copies.clear()
    await house.database.copies.bulkPut([
      dueCopy('a', 'record-a', 1),
      { ...dueCopy('b', 'record-b', 2), state: 'copied' },
      dueCopy('c', 'record-c', 3),
    ])
    for (const atMs of [1, 3, 2]) {
      await house.database.incidents.add({
        ...{
          incidentId: String(atMs),
          atMs,
          doing: 'x',
          failure: { code: 'c', message: 'm' },
          pageUrl: null,
        },
      })
    }
    await saveLastVerification(house.database, { atMs: 9, captures: 1, flaws: 0 })
    expect(await readStorageFacts(house.database)).toMatchObject({
      ...{ captures: 1, ledgerRows: 1, waitingActs: 0, incidents: 3 },
      copies: new Map([
        ['copied', 1],
        ['due', 2],
      ]),
      newestIncidents: [{ atMs: 3 }, { atMs: 2 }, { atMs: 1 }],
      lastVerification: { atMs: 9 },
    })
  })
})

describe('verifying everything', () => {
  const run = (signal = never) =>
    Array.fromAsync(verifyAll(verifySourceOf(house), dexieEvidenceReader(house.database), signal))

  test('names every flaw with its capture, and one of the ledger by itself', async () => {
    const [first, second] = [await captured(1), await captured(2)]
    expect((await run()).at(-1)).toEqual({ done: 2, of: 2, flaws: [] })
    const mhtml = await sha256Hex(bytesOf('page 1'))
    await house.database.blobs.put({ sha256: mhtml, bytes: bytesOf('page 9') })
    await house.database.records.where('captureId').equals(second).delete()
    await house.database.ledger.update(1, { actor: 'another' })
    const flaws = (await run()).at(-1)?.flaws
    expect(flaws?.map(({ captureId, check }) => [captureId, check.what, check.name])).toEqual([
      [null, 'ledger', '1'],
      [second, 'record', expect.any(String)],
      [first, 'file', 'page.mhtml'],
    ])
  })

  test('ends where the person stops it', async () => {
    await captured(1)
    await captured(2)
    const stop = new AbortController()
    stop.abort()
    expect((await run(stop.signal)).at(-1)).toMatchObject({ done: 0, of: 2 })
  })
})
