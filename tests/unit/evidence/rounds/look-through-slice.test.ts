import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { canonicalJson } from '../../../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { emptyLedgerAnchor, verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import { planPurge, purgeCapture } from '../../../../lib/evidence/purge-capture.ts'
import {
  type LookingThrough,
  lookThroughSlice,
  noteUnread,
  roundLimits,
  UnreadCapture,
} from '../../../../lib/evidence/rounds/look-through-slice.ts'
import { dexiePurgeRepo } from '../../../../lib/storage/dexie-purge-repo.ts'
import { countDamaged, dexieRoundRepo } from '../../../../lib/storage/dexie-round-repo.ts'
import { gatheredCapture } from '../../../support/gathered-capture.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { verifySourceOf } from '../../../support/verify-source.ts'

let house: TestHouse
let nowMs: number
/** What reading one thing takes. */
let stepMs: number
let isBusy: boolean
const read: string[] = []
const bytesOf = (text: string) => new TextEncoder().encode(text)

const captured = (number: number, options = {}) =>
  gatheredCapture(
    house,
    { mhtml: [{ name: 'page.mhtml', mediaType: 'x/y', bytes: bytesOf(`page ${number}`) }] },
    { comId: `100500700000000${number}`, ...options },
    new Uint8Array([137, 80, 78, 71, number]),
  )

function looking(): LookingThrough {
  const source = verifySourceOf(house)
  return {
    ...house.sealing,
    clock: () => ({ wallMs: nowMs, monotonicMs: nowMs, offsetMinutes: 60 }),
    rounds: dexieRoundRepo(house.database),
    source: {
      ...source,
      seals: {
        ...source.seals,
        readBytes: (sha256) => {
          nowMs += stepMs
          read.push(sha256)
          return source.seals.readBytes(sha256)
        },
      },
    },
    isBusy: async () => isBusy,
    pause: async (ms) => {
      nowMs += ms
    },
  }
}

const rounds = () => dexieRoundRepo(house.database).read()
const rowsOf = async (action: string) =>
  (await house.database.ledger.toArray()).filter((row) => row.action === action)
const nextDay = () => {
  nowMs += roundLimits.everyMs
}
const wholeRound = async () => {
  nextDay()
  while (await lookThroughSlice(looking())) {
    // Slice after slice.
  }
}
const damage = async (text: string) =>
  house.database.blobs.put({ sha256: await sha256Hex(bytesOf(text)), bytes: bytesOf('other') })

beforeEach(async () => {
  house = await openTestDatabase()
  nowMs = Date.UTC(2026, 10, 25, 10)
  stepMs = 1
  isBusy = false
  read.length = 0
})

test('reads every file once, and again a day later', async () => {
  await captured(1)
  await captured(2)
  expect(await lookThroughSlice(looking())).toBe(false)
  expect(await rounds()).toMatchObject({ current: null, last: { captures: 2, files: 4 }, flaws: [] })
  expect(new Set(read).size).toBe(4)
  read.length = 0
  expect(await lookThroughSlice(looking())).toBe(false)
  expect(read).toEqual([])
  nextDay()
  await lookThroughSlice(looking())
  expect(read).toHaveLength(4)
  expect(await rowsOf('damage-found')).toEqual([])
})

test('ends a slice when its time is up, and goes on where it stood, also after a stop', async () => {
  for (const number of [1, 2, 3, 4]) await captured(number)
  stepMs = roundLimits.sliceMs / 2
  expect(await lookThroughSlice(looking())).toBe(true)
  expect((await rounds()).current).toMatchObject({ captures: 1, files: 2 })
  // Stopped in the middle of the next capture: nothing of it was noted.
  const stopped = looking()
  stopped.source.seals.readBytes = () => Promise.reject(new Error('the background was stopped'))
  await expect(lookThroughSlice(stopped)).rejects.toThrow()
  for (let slice = 0; slice < 3; slice++) expect(await lookThroughSlice(looking())).toBe(true)
  expect(await lookThroughSlice(looking())).toBe(false)
  expect(await rounds()).toMatchObject({ last: { captures: 4, files: 8 } })
  expect(read).toHaveLength(8)
})

test('rests for as long as it worked', async () => {
  await captured(1)
  let restedMs = 0
  const own = looking()
  own.pause = async (ms) => {
    restedMs += ms
  }
  stepMs = 50
  await lookThroughSlice(own)
  expect(restedMs).toBeGreaterThanOrEqual(100)
})

test('stops at once where a capture is being made', async () => {
  await captured(1)
  isBusy = true
  expect(await lookThroughSlice(looking())).toBe(true)
  expect(read).toEqual([])
  isBusy = false
  expect(await lookThroughSlice(looking())).toBe(false)
})

test('a damaged file is named, entered in the ledger once, and gone when it is whole again', async () => {
  const first = await captured(1)
  await captured(2)
  await damage('page 1')
  await wholeRound()
  const found = (await rounds()).flaws
  expect(found).toMatchObject([{ captureId: first, check: { what: 'file', name: 'page.mhtml' } }])
  expect(await countDamaged(house.database)).toBe(1)
  const [row] = await rowsOf('damage-found')
  expect(row).toMatchObject({ actor: 'docket', subject: first })
  const flaws = found.map(({ check: { what, name, message } }) => ({ what, name, message }))
  const atMs = row?.at.wallMs
  expect(row?.payloadHash).toBe(await sha256Hex(bytesOf(canonicalJson({ captureId: first, flaws, atMs }))))
  await wholeRound()
  expect(await rowsOf('damage-found')).toHaveLength(1)
  expect(
    await verifyLedger(await house.database.ledger.toArray(), house.anchors.anchor ?? emptyLedgerAnchor),
  ).toBeNull()
  await house.database.blobs.put({ sha256: await sha256Hex(bytesOf('page 1')), bytes: bytesOf('page 1') })
  // Evidence came back from a copy: nobody waits until tomorrow.
  await lookThroughSlice(looking(), { isDue: true })
  expect(await rounds()).toMatchObject({ flaws: [], last: { files: 4 } })
  expect(house.database.readOnlyBecause).toBeNull()
})

test('a file that the browser cannot read is a damaged one', async () => {
  await captured(1)
  const own = looking()
  const unreadable = Object.assign(new Error('Failed to read large IndexedDB value'), { name: 'DataError' })
  own.source.seals.readBytes = () => Promise.reject(unreadable)
  await lookThroughSlice(own)
  expect((await rounds()).flaws.map(({ check }) => check.what)).toEqual(['file', 'file'])
})

test('a capture at which the browser closes the database is passed over after three tries', async () => {
  const first = await captured(1)
  await captured(2)
  const own = looking()
  const closed = Object.assign(new Error('closed'), { name: 'DatabaseClosedError' })
  const readRecord = own.source.seals.capture
  own.source.seals.capture = (id) => (id === first ? Promise.reject(closed) : readRecord(id))
  for (let time = 0; time < 3; time++) {
    const thrown = await lookThroughSlice(own).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(UnreadCapture)
    expect(await rowsOf('damage-found')).toEqual([])
    await noteUnread(own, thrown as UnreadCapture)
  }
  expect((await rounds()).flaws).toMatchObject([{ captureId: first, check: { what: 'record' } }])
  expect(await rowsOf('damage-found')).toHaveLength(1)
  expect(await lookThroughSlice(own)).toBe(false)
  expect(await rounds()).toMatchObject({ last: { captures: 2, files: 2 } })
})

test('what was deleted on the person’s word, or is not sealed yet, is no damage', async () => {
  const first = await captured(1)
  const purging = { ...house.sealing, purges: dexiePurgeRepo(house.database) }
  const plan = await planPurge(purging, first)
  if (plan.ok) await purgeCapture(purging, plan.value)
  await gatheredCapture(house, {}, { comId: '1005007000000009', isSealed: false })
  await wholeRound()
  expect(await rounds()).toMatchObject({ flaws: [], last: { captures: 2, files: 0 } })
})

test('files that are deleted while they are looked at are no damage', async () => {
  const first = await captured(1)
  const own = looking()
  const purging = { ...house.sealing, purges: dexiePurgeRepo(house.database) }
  const rowsOfSubjects = own.source.ledger.rowsOf
  let isFirst = true
  own.source.ledger = {
    ...own.source.ledger,
    async rowsOf(subjects) {
      const rows = await rowsOfSubjects(subjects)
      if (isFirst) {
        isFirst = false
        const plan = await planPurge(purging, first)
        if (plan.ok) await purgeCapture(purging, plan.value)
      }
      return rows
    },
  }
  await lookThroughSlice(own)
  expect((await rounds()).flaws).toEqual([])
})

test('a changed row of the ledger is told, and is no row of its own', async () => {
  await captured(1)
  await house.database.ledger.update(1, { actor: 'another' })
  await wholeRound()
  expect((await rounds()).flaws).toMatchObject([{ captureId: null, check: { what: 'ledger' } }])
  expect(await rowsOf('damage-found')).toEqual([])
})
