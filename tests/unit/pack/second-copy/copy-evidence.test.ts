import { describe, expect, test } from 'vitest'
import { anchorOf, type LedgerRow, verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import type { EvidencePackManifest } from '../../../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { type Copying, copyEvidence } from '../../../../lib/pack/second-copy/copy-evidence.ts'
import { isPressing } from '../../../../lib/pack/second-copy/second-copy.ts'
import { verifyEvidencePack } from '../../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import {
  exportPack,
  packFilesOf,
  packSource,
  unpacked,
  withBitTurned,
} from '../../../support/evidence-pack.ts'
import { type StorageFault, withFault } from '../../../support/failing-storage.ts'
import { type MemoryPlace, memoryPlace } from '../../../support/memory-place.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { buildListing } from '../../../support/records.ts'

const copying = (house: TestHouse, { place }: MemoryPlace): Copying => ({
  copies: house.copies,
  source: packSource(house),
  place,
})

async function sealedCapture(house: TestHouse, comId = '1005007000000001'): Promise<string> {
  const captureId = await captureWithScreenshot(house, { comId })
  await sealCaptures(house.sealing, [captureId])
  return captureId
}

const rowsOf = (house: TestHouse) => house.database.ledger.toArray()
const later = async (house: TestHouse, ms: number) => {
  const until = house.clock().wallMs + ms
  while (house.clock().wallMs < until);
}

async function packIn(bytes: Uint8Array<ArrayBuffer>) {
  const files = await unpacked(new Blob([bytes]))
  const { flaw } = await verifyEvidencePack(packFilesOf(files))
  const text = (name: string) => new TextDecoder().decode(files.get(name))
  const manifest: EvidencePackManifest = JSON.parse(text('pack.json'))
  const rows: LedgerRow[] = text('ledger.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { flaw, manifest, rows, readme: text('README.txt'), names: [...files.keys()] }
}

describe('a second copy', () => {
  test('is due from the commit on that seals a capture, and is a whole pack that holds its own row', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    expect(await house.copies.job(captureId)).toMatchObject({ state: 'due', tries: 0, file: null })

    expect(await copyEvidence(copying(house, there))).toEqual({ copied: 1, stopped: null })
    const job = await house.copies.job(captureId)
    expect([...there.files.keys()]).toEqual([`docket-1005007000000001-${captureId}-${job?.recordId}.zip`])
    const [bytes] = [...there.files.values()]
    if (!bytes) throw new Error('no copy')
    expect(job).toMatchObject({ state: 'copied', file: { bytes: bytes.byteLength }, failure: null })
    const { flaw, manifest, rows, readme, names } = await packIn(bytes)
    expect(flaw).toBeNull()
    expect(manifest).toMatchObject({ purpose: 'copy', formatVersion: 2, keys: [], origins: [] })
    expect(readme).toContain('second copy')
    expect(names.filter((name) => /report|annotated/.test(name))).toEqual([])
    expect(readme).not.toMatch(/report\.pdf|annotated/)
    expect(rows.at(-1)).toMatchObject({ action: 'copied', subject: captureId, actor: 'docket' })
    // The anchor, head and length of the ledger, lies in the copy.
    expect({ count: manifest.ledger.headSeq, head: manifest.ledger.headHash }).toEqual(house.anchors.anchor)
    expect(await copyEvidence(copying(house, there))).toEqual({ copied: 0, stopped: null })
    expect(await rowsOf(house)).toHaveLength(2)
  })

  test('all together hold every row of the ledger, also those of other things', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const first = await sealedCapture(house)
    await copyEvidence(copying(house, there))
    await exportPack(house, [first])
    await sealedCapture(house, '1005007000000002')
    await sealedCapture(house, '1005007000000003')
    await copyEvidence(copying(house, there))
    const packs = await Promise.all([...there.files.values()].map(packIn))
    expect(packs.map(({ flaw }) => flaw)).toEqual([null, null, null])
    const held = new Map(packs.flatMap(({ rows }) => rows).map((row) => [row.seq, row]))
    expect([...held.values()].sort((a, b) => a.seq - b.seq)).toEqual(await rowsOf(house))
  })

  test('of a newer record is another file; the first stays as it is', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    await copyEvidence(copying(house, there))
    const [before] = [...there.files]
    const pageData = buildListing('1005007000000001')
    await house.evidence.savePageData(captureId, { pageData, disagreements: [] }, house.clock().wallMs)
    await sealCaptures(house.sealing, [captureId])
    await copyEvidence(copying(house, there))
    expect(there.files.size).toBe(2)
    expect(before && there.files.get(before[0])).toBe(before?.[1])
    const [, newer] = await Promise.all([...there.files.values()].map(packIn))
    expect(newer?.flaw).toBeNull()
    expect(newer?.manifest.earlierRecords).toHaveLength(1)
  })

  test('never takes a name that other bytes have', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    const { recordId } = (await house.copies.job(captureId)) ?? {}
    const name = `docket-1005007000000001-${captureId}-${recordId}`
    const other = new Uint8Array([1, 2, 3])
    there.files.set(`${name}.zip`, other).set(`${name}-2.zip`, other)
    await copyEvidence(copying(house, there))
    expect([...there.files.keys()]).toEqual([`${name}.zip`, `${name}-2.zip`, `${name}-3.zip`])
    expect(there.files.get(`${name}.zip`)).toBe(other)
    expect((await house.copies.job(captureId))?.file?.name).toBe(`${name}-3.zip`)
  })

  test('leaves alone what another, empty database finds in the folder', async () => {
    const there = memoryPlace()
    const house = await openTestDatabase()
    await sealedCapture(house)
    await copyEvidence(copying(house, there))
    const before = new Map(there.files)
    const empty = await openTestDatabase()
    await copyEvidence(copying(empty, there))
    await sealedCapture(empty)
    await copyEvidence(copying(empty, there))
    expect(there.files.size).toBe(2)
    for (const [name, bytes] of before) expect(there.files.get(name)).toBe(bytes)
  })

  test('waits while more is gathered, but not for a page that is gone', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    await house.database.captureJobs.update(captureId, {
      gathering: 'open',
      changedAtMs: house.clock().wallMs,
    })
    expect((await copyEvidence(copying(house, there))).copied).toBe(0)
    await later(house, 130_000)
    expect((await copyEvidence(copying(house, there))).copied).toBe(1)
  })

  test('is not called one where the file is not in its place as it was written', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    const { find } = there.place
    there.place.find = async (name) => {
      const bytes = there.files.get(name)
      if (bytes) there.files.set(name, withBitTurned(bytes, 4))
      return find(name)
    }
    await copyEvidence(copying(house, there))
    expect(await house.copies.job(captureId)).toMatchObject({
      state: 'due',
      tries: 1,
      failure: { code: 'copy-not-found' },
    })
  })

  test('is given up after three tries, with its reason, and taken up again on wish', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    const good = await sealedCapture(house, '1005007000000002')
    const blob = await house.database.captureJobs.get(captureId)
    const sha256 = blob?.screenshot.state === 'saved' ? blob.screenshot.artefact.sha256 : ''
    const stored = await house.database.blobs.get(sha256)
    if (!stored) throw new Error('no screenshot')
    await house.database.blobs.put({ sha256, bytes: withBitTurned(stored.bytes, 7) })
    for (let run = 1; run <= 4; run++) await copyEvidence(copying(house, there))
    expect(await house.copies.job(captureId)).toMatchObject({
      state: 'failed',
      tries: 3,
      failure: { code: 'artefact-changed' },
    })
    expect((await house.copies.job(good))?.state).toBe('copied')
    expect(await house.copies.backlog()).toMatchObject({ captures: 1, failed: 1 })
    // One row for all its tries.
    expect((await rowsOf(house)).filter(({ action }) => action === 'copied')).toHaveLength(2)

    await house.database.blobs.put(stored)
    expect(await house.copies.retryFailed()).toBe(1)
    expect((await copyEvidence(copying(house, there))).copied).toBe(1)
    expect((await rowsOf(house)).filter(({ action }) => action === 'copied')).toHaveLength(2)
  })

  test('is not begun where the place cannot be written to, and that counts for no try', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    there.state.refusal = { code: 'copy-waits-for-permission', message: 'Allow it.' }
    const run = await copyEvidence(copying(house, there))
    expect(run).toEqual({ copied: 0, stopped: there.state.refusal })
    expect(await house.copies.job(captureId)).toMatchObject({ state: 'due', tries: 0 })
    expect(await rowsOf(house)).toHaveLength(1)
  })

  test('is due again everywhere when another place is chosen', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    await copyEvidence(copying(house, there))
    await house.copies.choosePlace({ kind: 'downloads' }, house.clock().wallMs)
    expect(await house.copies.job(captureId)).toMatchObject({ state: 'due', entry: null, copiedAtMs: null })
    const elsewhere = memoryPlace()
    await copyEvidence(copying(house, elsewhere))
    const [bytes] = [...elsewhere.files.values()]
    const { flaw, rows } = await packIn(bytes ?? new Uint8Array())
    expect(flaw).toBeNull()
    expect(rows).toEqual(await rowsOf(house))
  })
})

describe('rows of the ledger that no capture took along', () => {
  test('get a file of their own when they have waited, and only once', async () => {
    const house = await openTestDatabase()
    const there = memoryPlace()
    const captureId = await sealedCapture(house)
    await copyEvidence(copying(house, there))
    await exportPack(house, [captureId])
    await exportPack(house, [captureId])
    await copyEvidence(copying(house, there))
    expect(there.files.size).toBe(1)
    await later(house, 700_000)
    await copyEvidence(copying(house, there))
    await copyEvidence(copying(house, there))
    const [, piece] = [...there.files]
    expect(piece?.[0]).toMatch(/^docket-ledger-00000003-00000004-[0-9a-f]{16}\.jsonl$/)
    const rows: LedgerRow[] = new TextDecoder()
      .decode(piece?.[1])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toEqual((await rowsOf(house)).slice(2))
    expect(there.files.size).toBe(2)
  })
})

describe('the backlog', () => {
  const backlog = { captures: 1, failed: 0, copied: 9, oldestDueMs: 1_000_000, failure: null }

  test('is pressing over 50 captures, or after a day', () => {
    const soon = 1_000_000 + 3_600_000
    expect(isPressing({ ...backlog, captures: 50 }, soon)).toBe(false)
    expect(isPressing({ ...backlog, captures: 51 }, soon)).toBe(true)
    expect(isPressing(backlog, 1_000_000 + 24 * 3_600_000)).toBe(false)
    expect(isPressing(backlog, 1_000_001 + 24 * 3_600_000)).toBe(true)
    expect(isPressing({ ...backlog, captures: 0, oldestDueMs: null }, soon)).toBe(false)
  })
})

/** Whatever went wrong before: one whole file a record, every one called copied is there, and the ledger is sound. */
async function expectRecovery(house: TestHouse, there: MemoryPlace, captures: number): Promise<void> {
  await house.copies.retryFailed()
  await copyEvidence(copying(house, there))
  const jobs = await house.database.copies.toArray()
  expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'copied'))
  expect(there.files.size).toBe(captures)
  for (const { file } of jobs) {
    const bytes = there.files.get(file?.name ?? '')
    expect((await packIn(bytes ?? new Uint8Array())).flaw).toBeNull()
  }
  const rows = await rowsOf(house)
  expect(await verifyLedger(rows, anchorOf(rows.at(-1) ?? null))).toBeNull()
  expect(house.anchors.anchor).toEqual(anchorOf(rows.at(-1) ?? null))
}

/** What is called copied is there, whatever happened. */
async function expectTrue(house: TestHouse, there: MemoryPlace): Promise<void> {
  for (const { state, file } of await house.database.copies.toArray()) {
    if (state === 'copied') expect(there.files.get(file?.name ?? '')?.byteLength).toBe(file?.bytes)
  }
}

async function houseWithTwo() {
  const house = await openTestDatabase()
  await sealedCapture(house)
  await sealedCapture(house, '1005007000000002')
  return { house, there: memoryPlace() }
}

describe('when it is interrupted or fails', { timeout: 120_000 }, () => {
  const faults: StorageFault[] = [
    { kind: 'refused', name: 'QuotaExceededError' },
    { kind: 'refused', name: 'UnknownError' },
    { kind: 'undone' },
  ]
  for (const fault of faults) {
    const name = fault.kind === 'refused' ? fault.name : fault.kind
    test(`at the n-th request of the storage (${name}), every copy comes to be, once`, async () => {
      let tried = 0
      for (let n = 1; ; n++) {
        const { house, there } = await houseWithTwo()
        const run = await withFault(fault, n, () => copyEvidence(copying(house, there)))
        if (!run.reached) break
        tried += 1
        await expectTrue(house, there)
        await expectRecovery(house, there, 2)
        house.database.close()
      }
      expect(tried).toBeGreaterThan(20)
    })
  }

  /** As when the background is killed: nothing after the n-th call is done, not even what handles failures. */
  function dying(work: Copying, n: number, moment: 'before' | 'after') {
    const state = { calls: 0 }
    const never = new Promise<never>(() => {})
    const wrap = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name)
          if (typeof member !== 'function') return member
          return async (...args: unknown[]) => {
            state.calls += 1
            if (state.calls > n || (state.calls === n && moment === 'before')) return never
            const answer: unknown = await member.apply(target, args)
            return state.calls >= n && moment === 'after' ? never : answer
          }
        },
      })
    return { state, work: { ...work, copies: wrap(work.copies), place: wrap(work.place) } }
  }

  for (const moment of ['before', 'after'] as const) {
    test(`killed ${moment} any call, every copy comes to be, once`, async () => {
      let tried = 0
      for (let n = 1; ; n++) {
        const { house, there } = await houseWithTwo()
        const { state, work } = dying(copying(house, there), n, moment)
        const ended = copyEvidence(work).then(() => 'ended')
        const outcome = await Promise.race([ended, reached(state, n)])
        if (outcome === 'ended' && state.calls < n) break
        tried += 1
        await expectTrue(house, there)
        await expectRecovery(house, there, 2)
        house.database.close()
      }
      expect(tried).toBeGreaterThan(15)
    })
  }

  async function reached(state: { calls: number }, n: number): Promise<string> {
    while (state.calls < n) await new Promise((resolve) => setTimeout(resolve, 1))
    // What the n-th call itself still does comes to its end.
    await new Promise((resolve) => setTimeout(resolve, 30))
    return 'killed'
  }
})
