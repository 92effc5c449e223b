import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, test } from 'vitest'
import { appendToLedger, enterWaitingActs } from '../../../../lib/evidence/ledger/append-to-ledger.ts'
import { emptyLedgerAnchor } from '../../../../lib/evidence/ledger/ledger.ts'
import { fingerprintOf } from '../../../../lib/evidence/seal/seal.ts'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { verifyCapture } from '../../../../lib/evidence/verify-capture.ts'
import { chunkBytes, deriveBackupKeys, unlockBackup } from '../../../../lib/pack/backup/backup-keys.ts'
import { checkBackup } from '../../../../lib/pack/backup/check-backup.ts'
import { makeBackup } from '../../../../lib/pack/backup/make-backup.ts'
import { restoreBackup } from '../../../../lib/pack/backup/restore-backup.ts'
import { openDatabase, openForReplacing } from '../../../../lib/storage/database.ts'
import { dexieBackupSource } from '../../../../lib/storage/dexie-backup-source.ts'
import { dexieBackupTarget } from '../../../../lib/storage/dexie-backup-target.ts'
import { dexiePublicKeys } from '../../../../lib/storage/dexie-public-keys.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { deskSeed } from '../../../support/desk-seed.ts'
import { withFault } from '../../../support/failing-storage.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { randomFrom } from '../../../support/random-from.ts'

const passphrase = 'correct horse battery staple'
const settings = { timeStamps: '{"isOn":false,"url":null}' }

async function lives(house: TestHouse): Promise<string[]> {
  for (const [table, rows] of Object.entries(await deskSeed([{ listings: 5, state: 'filed' }]))) {
    if (table !== 'meta' && table !== 'keys') await house.database.table(table).bulkPut(rows)
  }
  await house.database.meta.put({ key: 'operatorName', name: 'Ä. Investigator 李' })
  await house.database.meta.put({ key: 'copyPlace', choice: { kind: 'downloads' } })
  // What no table holds today may be there tomorrow.
  await house.database.table('incidents').put({
    ...{ incidentId: '01M85CKTF2RM3RFY9R8HKN5PNR', atMs: -0, doing: '\ud800', at: new Date(1234) },
    ...{ bytes: new Float32Array([1.5, Number.NaN]), gone: undefined, many: new Map([[1n, new Set(['a'])]]) },
  })
  const captureIds: string[] = []
  for (const index of [1, 2, 3]) {
    // No file may fit the chunks by chance.
    const png = new Uint8Array(chunkBytes * 0.7 + index * 1001)
    for (let at = 0; at < png.length; at += 60_000) crypto.getRandomValues(png.subarray(at, at + 60_000))
    captureIds.push(await captureWithScreenshot(house, { comId: `100500900000000${index}` }, png))
  }
  await sealCaptures(house.sealing, captureIds)
  return captureIds
}

const backingOf = (house: TestHouse) => ({
  ...house.sealing,
  source: dexieBackupSource(house.database),
  readOnlyBecause: house.database.readOnlyBecause,
  operatorName: house.sealing.seals.operatorName,
  readSettings: async () => settings,
  docketVersion: async () => '0.1.0',
})

async function backedUp(house: TestHouse): Promise<Blob> {
  const { stream, facts } = await makeBackup(backingOf(house), passphrase)
  const file = await new Response(stream).blob()
  await facts
  return file
}

/** Deriving takes a while by intention; once a header is enough here. */
const derived = new Map<string, ReturnType<typeof deriveBackupKeys>>()
const deriveOnce: typeof deriveBackupKeys = (typed, header) => {
  const name = `${typed} ${JSON.stringify(header)}`
  const keys = derived.get(name) ?? deriveBackupKeys(typed, header)
  derived.set(name, keys)
  return keys
}

async function restoringInto(house: TestHouse) {
  const database = await openForReplacing(house.anchors, house.database.name)
  return { ...house.sealing, target: dexieBackupTarget(database), database }
}

async function restore(house: TestHouse, file: Blob) {
  const restoring = await restoringInto(house)
  const checked = await checkBackup(restoring, file, passphrase, undefined, deriveOnce)
  await restoreBackup(restoring, checked)
  restoring.database.close()
  return checked
}

/** Every row of every table but the keys, which stay where they are, and what restoring adds. */
async function rowsOf({ database }: Pick<TestHouse, 'database'>) {
  const rows: Record<string, unknown[]> = {}
  for (const table of database.tables) {
    if (table.name === 'keys') continue
    rows[table.name] = (await table.toArray()).filter(
      (row) =>
        !(row.key === 'broughtSettings' || (row.key?.startsWith('act:') && row.act.action === 'restored')),
    )
  }
  return rows
}

let house: TestHouse
let captureIds: string[]
let file: Blob
let bytes: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  house = await openTestDatabase()
  captureIds = await lives(house)
  file = await backedUp(house)
  bytes = new Uint8Array(await file.arrayBuffer())
})

const codeOf = async (changed: Uint8Array<ArrayBuffer>, typed = passphrase): Promise<string> => {
  const empty = { schemaVersion: 4, tables: new Set(house.database.tables.map(({ name }) => name)) }
  const target = {
    ...dexieBackupTarget(house.database),
    ...empty,
    refusal: async () => null,
    ledgerRows: async () => 0,
  }
  try {
    await checkBackup(
      { target, anchors: { ...house.anchors, read: async () => null } },
      new Blob([changed]),
      typed,
      undefined,
      deriveOnce,
    )
    return 'taken'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

describe('a restored profile', () => {
  test('has every row and every file, byte for byte', async () => {
    const there = await openTestDatabase()
    const checked = await restore(there, file)
    const [before, after] = [await rowsOf(house), await rowsOf(there)]
    const formerKey = (await house.database.keys.get('signing'))?.publicKey ?? new Uint8Array()
    expect(after.foreignKeys).toEqual([
      { publicKeySha256: await fingerprintOf(formerKey), publicKey: formerKey },
    ])
    expect(Object.keys(before).length).toBeGreaterThan(20)
    for (const table of Object.keys(before)) {
      if (table !== 'foreignKeys') expect(after[table], table).toStrictEqual(before[table])
    }
    expect(checked.end).toMatchObject({ damagedFiles: [], files: before.blobs?.length })
    expect(await there.anchors.read()).toEqual(checked.begin.anchor)
  })

  test('verifies what was sealed before, signs with a key of its own, and says so in the ledger', async () => {
    const there = await openTestDatabase()
    await restore(there, file)
    const again = await openDatabase(there.anchors, there.database.name)
    expect(again.readOnlyBecause).toBeNull()
    await enterWaitingActs(there.sealing)
    const own = (await there.sealing.keys.signingKey()).publicKey
    const rows = await there.database.ledger.toArray()
    expect(rows.at(-2)).toMatchObject({ action: 'backed-up' })
    expect(rows.at(-1)).toMatchObject({ action: 'restored', actor: 'Ä. Investigator 李' })
    expect(rows.at(-1)?.subject).toContain(await fingerprintOf(own))
    const newer = await captureWithScreenshot(there, { comId: '1005009000000009' })
    await sealCaptures(there.sealing, [newer])
    const source = {
      ...there.sealing,
      stamps: there.stamps,
      publicKey: dexiePublicKeys(there.database),
    }
    for (const captureId of [...captureIds, newer]) {
      const checks = await Array.fromAsync(verifyCapture(source, captureId))
      expect(checks.filter(({ outcome }) => outcome !== 'right')).toEqual([])
    }
    const keys = await there.database.records.toArray()
    expect(new Set(keys.map(({ publicKeySha256 }) => publicKeySha256)).size).toBe(2)
    again.close()
  })

  test('may have been given permissions before, but no work is ever mixed', async () => {
    const there = await openTestDatabase()
    const row = {
      actor: 'docket',
      action: 'permission-changed',
      subject: 'a',
      payloadHash: 'c'.repeat(64),
    } as const
    await appendToLedger(there.sealing, row)
    await restore(there, file)
    expect((await openDatabase(there.anchors, there.database.name)).readOnlyBecause).toBeNull()
    expect((await rowsOf(there)).ledger).toStrictEqual((await rowsOf(house)).ledger)

    const busy = await openTestDatabase()
    await captureWithScreenshot(busy)
    const before = await rowsOf(busy)
    await expect(restore(busy, file)).rejects.toMatchObject({ code: 'restore-not-empty' })
    expect(await rowsOf(busy)).toStrictEqual(before)
  })

  test('that had lost its ledger goes on only where the backup is of that ledger and not older', async () => {
    const anchor = (await house.anchors.read()) ?? emptyLedgerAnchor
    const lost = await openTestDatabase()
    await lost.anchors.write(anchor)
    await restore(lost, file)
    expect((await openDatabase(lost.anchors, lost.database.name)).readOnlyBecause).toBeNull()

    const other = await openTestDatabase()
    await other.anchors.write({ ...anchor, head: 'd'.repeat(64) })
    await expect(restore(other, file)).rejects.toMatchObject({ code: 'restore-other-ledger' })

    const newer = await openTestDatabase()
    const later = { count: anchor.count + 3, head: 'e'.repeat(64) }
    await newer.anchors.write(later)
    expect(await restore(newer, file)).toMatchObject({ newerRows: 3 })
    expect(await newer.anchors.read()).toEqual(later)
    const reopened = await openDatabase(newer.anchors, newer.database.name)
    expect(reopened.readOnlyBecause?.code).toBe('ledger-tail-missing')
    expect((await rowsOf(newer)).captures).toStrictEqual((await rowsOf(house)).captures)
  })
})

test('a restore that is killed or fails at any request leaves the former state, whole', async () => {
  let n = 1
  for (let reached = true; reached; n = Math.ceil(n * 1.35)) {
    const there = await openTestDatabase()
    await there.database.meta.put({ key: 'operatorName', name: 'before' })
    const before = await rowsOf(there)
    const restoring = await restoringInto(there)
    const checked = await checkBackup(restoring, file, passphrase, undefined, deriveOnce)
    const { outcome, ...faulty } = await withFault({ kind: 'undone' }, n, () =>
      restoreBackup(restoring, checked),
    )
    reached = faulty.reached && n < 2000
    const after = await rowsOf(there)
    if (outcome.status === 'rejected') expect(after).toStrictEqual(before)
    else expect(after.captures).toStrictEqual((await rowsOf(house)).captures)
    expect((await openDatabase(there.anchors, there.database.name)).readOnlyBecause).toBeNull()
    restoring.database.close()
    there.database.close()
  }
  expect(n).toBeGreaterThan(20)
}, 120_000)

describe('a changed file', () => {
  test('is found whichever of 300 bits is turned', async () => {
    const random = randomFrom(20_261_125)
    const found = new Map<string, number>()
    for (let run = 0; run < 300; run++) {
      // Every third in the first 600 bytes: header, its authentication, and the first rows.
      const at = random(run % 3 === 0 ? 600 : bytes.length)
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
      const code = await codeOf(changed)
      found.set(code, (found.get(code) ?? 0) + 1)
    }
    const codes = [...found.keys()].sort()
    expect(codes).toEqual(['backup-damaged', 'backup-not-one'])
  }, 120_000)

  test('is found cut at every chunk, beside it, and in the beginning', async () => {
    const { chunksAt } = await unlockBackup(file, passphrase, deriveOnce)
    const stored = chunkBytes + 16
    const boundaries: number[] = []
    for (let at = chunksAt; at < bytes.length; at += stored) boundaries.push(at)
    expect(boundaries.length).toBeGreaterThan(2)
    for (const at of boundaries) {
      for (const end of [at, at - 1, at + 1, at + 15, at + 16, at + 17]) {
        expect(['backup-cut', 'backup-damaged'], String(end)).toContain(await codeOf(bytes.slice(0, end)))
      }
      expect(await codeOf(bytes.slice(0, at)), String(at)).toBe('backup-cut')
    }
    expect(await codeOf(bytes.slice(0, bytes.length - 1))).toBe('backup-damaged')
    for (const end of [0, 7, 8, 11, 12, 100, chunksAt - 1])
      expect(await codeOf(bytes.slice(0, end))).toMatch(/^backup-/)
  })

  test('is found with chunks in another order, doubled, of another backup, or with something after the end', async () => {
    const { chunksAt } = await unlockBackup(file, passphrase, deriveOnce)
    const stored = chunkBytes + 16
    const chunk = (from: Uint8Array, index: number) =>
      from.slice(chunksAt + index * stored, chunksAt + (index + 1) * stored)
    const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
    const rest = bytes.slice(chunksAt + 2 * stored)
    const head = bytes.slice(0, chunksAt)
    const [first, second] = [chunk(bytes, 0), chunk(bytes, 1)]
    const other = new Uint8Array(await (await backedUp(house)).arrayBuffer())
    expect(await codeOf(join(head, first, second, rest))).toBe('taken')
    expect(await codeOf(join(head, second, first, rest))).toBe('backup-damaged')
    expect(await codeOf(join(head, first, first, second, rest))).toBe('backup-damaged')
    expect(await codeOf(join(head, first, rest))).toBe('backup-damaged')
    expect(await codeOf(join(head, first, chunk(other, 1), rest))).toBe('backup-damaged')
    expect(await codeOf(join(other.slice(0, chunksAt), first, second, rest))).toBe('backup-damaged')
    expect(await codeOf(join(bytes, new Uint8Array([0])))).toBe('backup-damaged')
    expect(await codeOf(join(bytes, first))).toBe('backup-damaged')
  })

  test('is told from a wrong passphrase; composed letters are the same letters', async () => {
    expect(await codeOf(bytes, 'correct horse battery stapel')).toBe('backup-passphrase')
    expect(await codeOf(bytes, '')).toBe('backup-passphrase')
    const { stream } = await makeBackup(backingOf(house), 'Ängström passphrase')
    const composed = await new Response(stream).blob()
    await expect(unlockBackup(composed, 'Ängström passphrase'.normalize('NFD'))).resolves.toBeDefined()
  })
})

test('a backup is refused with a short passphrase, and where the ledger is not whole', async () => {
  await expect(makeBackup(backingOf(house), 'short')).rejects.toMatchObject({ code: 'passphrase-short' })
  const damaged = await openTestDatabase()
  await sealCaptures(damaged.sealing, [await captureWithScreenshot(damaged)])
  await sealCaptures(damaged.sealing, [await captureWithScreenshot(damaged, { comId: '1005007000000002' })])
  await damaged.database.ledger.update(1, { actor: 'someone else' })
  const { stream, facts } = await makeBackup(backingOf(damaged), passphrase)
  await expect(new Response(stream).blob()).rejects.toMatchObject({ code: 'backup-not-whole' })
  await expect(facts).rejects.toMatchObject({ code: 'backup-not-whole' })
})

test('a file that was damaged before the backup is named, and carried as it is', async () => {
  const there = await openTestDatabase()
  await captureWithScreenshot(there)
  const [blob] = await there.database.blobs.toArray()
  if (!blob) throw new Error('no file')
  await there.database.blobs.put({ ...blob, bytes: new Uint8Array([1, 2, 3]) })
  const checked = await restore(await openTestDatabase(), await backedUp(there))
  expect(checked.end.damagedFiles).toEqual([blob.sha256])
})
