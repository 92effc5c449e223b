import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../lib/core/canonical-json.ts'
import { appendToLedger } from '../../../../lib/evidence/ledger/append-to-ledger.ts'
import { anchorOf, type LedgerRow, verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { stampLedger } from '../../../../lib/evidence/time-stamp/stamp-ledger.ts'
import { type ChosenFile, planRestore } from '../../../../lib/pack/restore/plan-restore.ts'
import { acceptLoss, type Restoring, restoreEvidence } from '../../../../lib/pack/restore/restore-evidence.ts'
import { copyEvidence } from '../../../../lib/pack/second-copy/copy-evidence.ts'
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
import { memoryAnchors } from '../../../support/memory-anchors.ts'
import { chosenFiles, type MemoryPlace, memoryPlace } from '../../../support/memory-place.ts'
import { openTestDatabase, restoringIn, type TestHouse } from '../../../support/open-test-database.ts'
import { makeTsa, type OpensslTsa, opensslMissing } from '../../../support/openssl-tsa.ts'
import { buildListing } from '../../../support/records.ts'
import { timeStampingOf } from '../../../support/time-stamping.ts'

const copy = (house: TestHouse, { place }: MemoryPlace) =>
  copyEvidence({ copies: house.copies, source: packSource(house), place })

const enterPermission = (house: TestHouse, subject: string) =>
  appendToLedger(house.sealing, {
    actor: 'docket',
    action: 'permission-changed',
    subject,
    payloadHash: 'c'.repeat(64),
  })

const waited = (house: TestHouse) => {
  const until = house.clock().wallMs + 700_000
  while (house.clock().wallMs < until);
}

/** Six captures with all that a ledger has: two records of one capture, an export, a permission, a name. */
async function livedIn(there: MemoryPlace): Promise<TestHouse> {
  const house = await openTestDatabase()
  await enterPermission(house, 'given: <all_urls>')
  await house.database.meta.put({ key: 'operatorName', name: 'A. Investigator' })
  const captureIds: string[] = []
  for (let index = 1; index <= 6; index++) {
    const listing = index % 2 === 0 ? buildListing(`100500700000000${index}`) : null
    const witnesses = listing && { shown: listing, stated: index === 4 ? listing : null }
    captureIds.push(
      await captureWithScreenshot(house, { comId: `100500700000000${index}`, listing, witnesses }),
    )
    if (index === 4) await sealCaptures(house.sealing, captureIds.slice(0, 3))
    if (index === 4) await copy(house, there)
  }
  await house.evidence.savePageData(
    captureIds[1] ?? '',
    {
      pageData: buildListing('1005007000000002'),
      disagreements: [{ field: 'title', shown: 'a', stated: 'b', statedBy: 'data-call' }],
    },
    house.clock().wallMs,
  )
  await sealCaptures(house.sealing, captureIds)
  await exportPack(house, captureIds.slice(0, 2))
  waited(house)
  await copy(house, there)
  await enterPermission(house, 'taken: <all_urls>')
  waited(house)
  await copy(house, there)
  return house
}

async function restored(house: Restoring, files: ChosenFile[]) {
  const plan = await planRestore(house, files)
  return { plan, report: plan.obstacle ? null : await restoreEvidence(house, plan) }
}

/** Each row as its one canonical text, bytes as base64. */
const texts = <T extends object>(rows: T[]) => rows.map(textOf).sort()
const textOf = (row: object): string =>
  canonicalJson(
    JSON.parse(
      JSON.stringify(row, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
      ),
    ),
  )

/** Every byte of captures, records, files and ledger. */
async function evidenceOf({ database }: TestHouse) {
  return {
    captures: texts(await database.captures.toArray()),
    records: texts(await database.records.toArray()),
    blobs: texts(await database.blobs.toArray()),
    ledger: texts(await database.ledger.toArray()),
  }
}

const there = memoryPlace()
let house: TestHouse

beforeAll(async () => {
  house = await livedIn(there)
})

describe.skipIf(opensslMissing)('time stamps', { timeout: 60_000 }, () => {
  let tsa: OpensslTsa
  beforeAll(async () => {
    tsa = await makeTsa()
  })
  afterAll(() => tsa.close())

  /** Two captures, copied before the ledger was stamped and again after. */
  async function stamped() {
    const [house, there] = [await openTestDatabase(), memoryPlace()]
    const stamping = timeStampingOf(house, (_, query) => tsa.answer(query))
    for (const comId of ['1005007000000001', '1005007000000002']) {
      await sealCaptures(house.sealing, [await captureWithScreenshot(house, { comId })])
      await copy(house, there)
      const stamp = await stampLedger(stamping)
      expect(stamp.ok).toBe(true)
    }
    waited(house)
    await copy(house, there)
    const stamps = await house.database.timeStamps.toArray()
    expect(stamps).toHaveLength(2)
    return { house, there, stamps }
  }

  test('lie beside the copies and come back byte for byte, also the one after the last copy', async () => {
    const { there, stamps } = await stamped()
    const empty = await openTestDatabase()
    const { plan, report } = await restored(await restoringIn(empty), chosenFiles(there))
    expect(plan.refused).toEqual([])
    expect(report).toMatchObject({ captures: 2, timeStamps: 2, failed: [], readOnlyBecause: null })
    expect(texts(await empty.database.timeStamps.toArray())).toEqual(texts(stamps))

    const again = await planRestore(await restoringIn(empty), chosenFiles(there))
    expect([again.stampsToAdd, again.rowsToAdd, again.captures.missing]).toEqual([[], [], 0])
  })

  test('are left out where the ledger did not enter them, and refused where they are none', async () => {
    const { there } = await stamped()
    const other = await stamped()
    const files = chosenFiles(there).filter(({ name }) => !name.includes('time-stamp'))
    const strange = chosenFiles(other.there).filter(({ name }) => name.includes('time-stamp'))
    const [first] = chosenFiles(there).filter(({ name }) => name.includes('time-stamp'))
    const text = (await first?.file.text()) ?? ''
    const moved = text.replace(/"ledgerSeq":\d+/, '"ledgerSeq":1')
    expect(moved).not.toBe(text)
    const empty = await openTestDatabase()
    const { plan, report } = await restored(await restoringIn(empty), [
      ...files,
      ...strange,
      { name: 'moved.json', file: new Blob([moved]) },
      { name: 'none.json', file: new Blob(['{"token":"AA=="}']) },
    ])
    expect(plan.stampsToAdd).toEqual([])
    expect(plan.refused).toMatchObject([{ name: 'none.json', failure: { code: 'time-stamp-malformed' } }])
    expect(report).toMatchObject({ captures: 2, timeStamps: 0, readOnlyBecause: null })
  })
})

describe('an empty profile', { timeout: 60_000 }, () => {
  test('gets every byte of captures, records, files and ledger back from the second copies', async () => {
    const empty = await openTestDatabase()
    const { plan, report } = await restored(await restoringIn(empty), chosenFiles(there))
    expect(plan).toMatchObject({ refused: [], others: [], lost: null, captures: { missing: 6, whole: 0 } })
    expect(report).toMatchObject({ captures: 6, files: 6, failed: [], readOnlyBecause: null })

    const [before, after] = await Promise.all([evidenceOf(house), evidenceOf(empty)])
    const rows = await empty.database.ledger.toArray()
    const own = rows.at(-1)
    expect(own).toMatchObject({
      action: 'restored',
      subject: `6 captures, 6 files, ${before.ledger.length} ledger rows`,
    })
    expect({ ...after, ledger: after.ledger.filter((row) => !own || row !== textOf(own)) }).toEqual(before)
    expect(await verifyLedger(rows, empty.anchors.anchor ?? anchorOf(null))).toBeNull()

    const jobs = await empty.database.captureJobs.toArray()
    const originals = await house.database.captureJobs.toArray()
    for (const [index, { seal, screenshot, pageData, disagreements, parts }] of jobs.entries()) {
      const original = originals[index]
      expect(seal).toMatchObject({ state: 'sealed', recordId: original?.seal.recordId })
      expect({ screenshot, pageData, disagreements }).toEqual({
        screenshot: original?.screenshot,
        pageData: original?.pageData,
        disagreements: original?.disagreements,
      })
      expect(Object.keys(parts)).toEqual(Object.keys(original?.parts ?? {}))
    }
    // Flags and queue are in no evidence pack.
    expect(await empty.database.flags.count()).toBe(0)
  })

  test('may work on: its packs carry the former key, and what it seals is signed with its own', async () => {
    const empty = await openTestDatabase()
    await restored(await restoringIn(empty), chosenFiles(there))
    const old = (await empty.database.captures.orderBy('captureId').first())?.captureId ?? ''
    const young = await captureWithScreenshot(empty, { comId: '1005007000000099' })
    await sealCaptures(empty.sealing, [young])
    const files = await unpacked(await exportPack(empty, [old, young]))
    const { flaw, checks, manifest } = await verifyEvidencePack(packFilesOf(files))
    expect(flaw).toBeNull()
    const { publicKeySha256: formerKey } = (await house.database.records.toArray())[0] ?? {}
    expect(manifest?.keys).toEqual([formerKey])
    expect(checks.join('\n')).toContain(`1 record is signed with another key, ${formerKey}`)
    expect(new TextDecoder().decode(files.get('README.txt'))).toContain(formerKey)

    // And it is all copied again, into the folder that holds the former copies, without a second file of any.
    const before = there.files.size
    await copy(empty, there)
    expect(there.files.size).toBe(before + 1)
    expect((await empty.database.copies.toArray()).map(({ state }) => state)).toEqual(Array(7).fill('copied'))

    const third = await openTestDatabase()
    const { report } = await restored(await restoringIn(third), chosenFiles(there))
    expect(report).toMatchObject({ captures: 7, failed: [], readOnlyBecause: null })
    expect((await evidenceOf(third)).records).toEqual((await evidenceOf(empty)).records)
    for (const name of [...there.files.keys()].slice(before)) there.files.delete(name)
  })

  test('gets what it can from exported packs', async () => {
    const other = memoryPlace()
    const small = await openTestDatabase()
    const ids = [
      await captureWithScreenshot(small),
      await captureWithScreenshot(small, { comId: '1005007000000002' }),
    ]
    await sealCaptures(small.sealing, ids)
    other.files.set('export.zip', new Uint8Array(await (await exportPack(small, ids)).arrayBuffer()))
    const empty = await openTestDatabase()
    const { report } = await restored(await restoringIn(empty), chosenFiles(other))
    expect(report).toMatchObject({ captures: 2, rows: 3, readOnlyBecause: null })
    expect((await empty.database.copies.toArray()).map(({ file }) => file)).toEqual([null, null])
  })

  test('is told which files are of no use, and takes nothing of them', async () => {
    const files = chosenFiles(there)
    const [first] = files
    const bytes = new Uint8Array((await first?.file.arrayBuffer()) ?? [])
    const spoilt: ChosenFile[] = [
      ...files.slice(1),
      { name: first?.name ?? '', file: new Blob([withBitTurned(bytes, 8 * 400)]) },
      { name: 'holiday.zip', file: new Blob(['no zip at all']) },
      { name: 'notes.jsonl', file: new Blob(['{}\n']) },
    ]
    const empty = await openTestDatabase()
    const plan = await planRestore(await restoringIn(empty), spoilt)
    expect(plan.refused.map(({ name }) => name).sort()).toEqual(
      [first?.name, 'holiday.zip', 'notes.jsonl'].sort(),
    )
    expect(await evidenceOf(empty)).toEqual({ captures: [], records: [], blobs: [], ledger: [] })
  })

  test('is refused a ledger that lacks rows in the middle, and one of two that are mixed', async () => {
    const names = [...there.files.keys()]
    const gap = chosenFiles(there).filter(({ name }) => name !== names[0] && !name.includes('ledger'))
    const empty = await openTestDatabase()
    const without = await planRestore(await restoringIn(empty), gap)
    expect(without.obstacle).toMatchObject({ code: 'restore-rows-missing' })
    await expect(restoreEvidence(await restoringIn(empty), without)).rejects.toMatchObject({
      code: 'restore-rows-missing',
    })

    const other = memoryPlace()
    const stranger = await openTestDatabase()
    await sealCaptures(stranger.sealing, [await captureWithScreenshot(stranger)])
    await copy(stranger, other)
    const mixed = await planRestore(await restoringIn(empty), [...chosenFiles(there), ...chosenFiles(other)])
    expect(mixed.obstacle).toMatchObject({ code: 'restore-several-ledgers' })
    const begun = await planRestore(await restoringIn(stranger), chosenFiles(there))
    expect(begun.obstacle).toMatchObject({ code: 'restore-other-ledger' })
    expect(begun.others).toHaveLength(there.files.size - 1)
  })
})

describe('a database that lost the tail of its ledger', { timeout: 60_000 }, () => {
  /** A copy of the lived-in house, with the same rows under another name, and what `lose` took away. */
  async function damaged(lose: (copyOfHouse: TestHouse) => Promise<unknown>) {
    const anchors = memoryAnchors()
    const twin = await openTestDatabase(undefined, anchors)
    for (const table of [
      'captures',
      'captureJobs',
      'records',
      'blobs',
      'ledger',
      'keys',
      'copies',
      'flags',
    ] as const) {
      await twin.database.table(table).bulkAdd(await house.database.table(table).toArray())
    }
    await lose(twin)
    anchors.anchor = house.anchors.anchor
    twin.database.close()
    return openTestDatabase(twin.database.name, anchors)
  }

  const lastRows = async ({ database }: TestHouse, many: number) => {
    const rows = await database.ledger.reverse().limit(many).toArray()
    await database.ledger.bulkDelete(rows.map(({ seq }) => seq))
  }

  const losses: Array<[what: string, lose: (house: TestHouse) => Promise<unknown>]> = [
    ['the last rows', (twin) => lastRows(twin, 4)],
    [
      'everything',
      (twin) => Promise.all(twin.database.tables.filter(({ name }) => name !== 'meta').map((t) => t.clear())),
    ],
    [
      'the last records and files with their rows',
      async (twin) => {
        await lastRows(twin, 9)
        await twin.database.records.clear()
        await twin.database.blobs.limit(3).delete()
        await twin.database.captures.limit(2).delete()
        await twin.database.captureJobs.limit(2).delete()
      },
    ],
    ['a row in the middle', (twin) => twin.database.ledger.delete(3)],
  ]
  for (const [what, lose] of losses) {
    test(`gets ${what} back and may be written again`, async () => {
      const broken = await damaged(lose)
      expect(broken.database.readOnlyBecause).not.toBeNull()
      const { report } = await restored(await restoringIn(broken), chosenFiles(there))
      expect(report?.readOnlyBecause).toBeNull()
      const [before, after] = await Promise.all([evidenceOf(house), evidenceOf(broken)])
      expect({ ...after, ledger: after.ledger.length }).toEqual({
        ...before,
        ledger: before.ledger.length + 1,
      })
      broken.database.close()
      const again = await openTestDatabase(broken.database.name, broken.anchors)
      expect(again.database.readOnlyBecause).toBeNull()
      const captureId = await captureWithScreenshot(again, { comId: '1005007000000077' })
      expect((await sealCaptures(again.sealing, [captureId])).get(captureId)?.state).toBe('sealed')
    })
  }

  test('stays read-only where rows are in no copy, until the person accepts the loss, which is entered', async () => {
    const broken = await damaged((twin) => lastRows(twin, 4))
    const known = chosenFiles(there).filter(({ name }) => !name.includes('ledger'))
    const { plan, report } = await restored(await restoringIn(broken), known)
    const rows = await house.database.ledger.count()
    expect(plan.lost).toEqual({ from: rows, to: rows })
    expect(report?.readOnlyBecause).toMatchObject({ code: 'ledger-tail-missing' })
    await expect(broken.database.meta.put({ key: 'lastIpType', ipType: 'patent' })).rejects.toThrow()

    expect(await acceptLoss(await restoringIn(broken))).toBeNull()
    broken.database.close()
    const again = await openTestDatabase(broken.database.name, broken.anchors)
    expect(again.database.readOnlyBecause).toBeNull()
    expect(await again.database.ledger.orderBy('seq').last()).toMatchObject({
      action: 'loss-accepted',
      subject: `rows ${rows} to ${rows}`,
    })
  })

  test('can go on without any copy, if the person accepts the loss', async () => {
    for (const lose of [
      (twin: TestHouse) => lastRows(twin, 4),
      (twin: TestHouse) => twin.database.ledger.clear(),
    ]) {
      const broken = await damaged(lose)
      expect(await acceptLoss(await restoringIn(broken))).toBeNull()
      broken.database.close()
      const again = await openTestDatabase(broken.database.name, broken.anchors)
      expect(again.database.readOnlyBecause).toBeNull()
    }
  })

  test('whose anchor is gone takes it from the copies', async () => {
    const broken = await damaged((twin) => lastRows(twin, 2))
    broken.anchors.anchor = null
    broken.database.close()
    const opened = await openTestDatabase(broken.database.name, broken.anchors)
    expect(opened.database.readOnlyBecause).toMatchObject({ code: 'ledger-unanchored' })
    const { report } = await restored(await restoringIn(opened), chosenFiles(there))
    expect(report?.readOnlyBecause).toBeNull()
    expect((await evidenceOf(opened)).ledger.length).toBe((await evidenceOf(house)).ledger.length + 1)
  })

  test('is not written over where a row was changed', async () => {
    const broken = await damaged(async (twin) => {
      await lastRows(twin, 1)
      await twin.database.ledger.update(4, { subject: 'another' })
    })
    const { plan } = await restored(await restoringIn(broken), chosenFiles(there))
    expect(plan.obstacle).toMatchObject({ code: 'restore-differs' })
    expect(await acceptLoss(await restoringIn(broken))).toMatchObject({ code: 'row-changed' })
  })

  test('puts damaged files right, and only those', async () => {
    const broken = await damaged(async (twin) => {
      await lastRows(twin, 1)
      const [blob] = await twin.database.blobs.toArray()
      if (blob) await twin.database.blobs.put({ ...blob, bytes: withBitTurned(blob.bytes, 11) })
    })
    const { report } = await restored(await restoringIn(broken), chosenFiles(there))
    expect(report).toMatchObject({ captures: 1, files: 1, readOnlyBecause: null })
    expect((await evidenceOf(broken)).blobs).toEqual((await evidenceOf(house)).blobs)
  })

  const faults: StorageFault[] = [{ kind: 'refused', name: 'QuotaExceededError' }, { kind: 'undone' }]
  for (const fault of faults) {
    const name = fault.kind === 'refused' ? fault.name : fault.kind
    test(`restores all of it after a fault of the storage (${name}) at any request`, async () => {
      let tried = 0
      for (let n = 1; ; n += 7) {
        const broken = await damaged((twin) => lastRows(twin, 5).then(() => twin.database.records.clear()))
        const files = chosenFiles(there)
        const run = await withFault(fault, n, async () => restored(await restoringIn(broken), files))
        if (!run.reached) break
        tried += 1
        await restored(await restoringIn(broken), files)
        const [before, after] = await Promise.all([evidenceOf(house), evidenceOf(broken)])
        expect(after.records).toEqual(before.records)
        expect(after.blobs).toEqual(before.blobs)
        const rows: LedgerRow[] = await broken.database.ledger.toArray()
        expect(rows.slice(0, before.ledger.length)).toEqual(await house.database.ledger.toArray())
        expect(await verifyLedger(rows, broken.anchors.anchor ?? anchorOf(null))).toBeNull()
        broken.database.close()
      }
      expect(tried).toBeGreaterThan(10)
    })
  }
})
