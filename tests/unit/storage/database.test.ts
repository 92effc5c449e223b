import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import Dexie from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../../lib/core/clock.ts'
import { newId } from '../../../lib/core/ids.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { DocketDatabase, openDatabase, schemaVersion } from '../../../lib/storage/database.ts'
import { dexieFlagRepo } from '../../../lib/storage/dexie-flag-repo.ts'
import { memoryAnchors } from '../../support/memory-anchors.ts'
import { buildNewFlag } from '../../support/records.ts'

const frozenFolder = new URL('./frozen/', import.meta.url)

describe('the database', () => {
  test('writes strictly: every transaction asks for it', async () => {
    const asked: unknown[] = []
    const original = IDBDatabase.prototype.transaction
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      if (args[1] === 'readwrite') asked.push(args[2])
      return original.apply(this, args)
    })
    const database = await openDatabase(memoryAnchors(), `strict-${newId()}`)
    await flagListing({ repo: dexieFlagRepo(database), clock: systemClock }, buildNewFlag())
    spy.mockRestore()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).toEqual(asked.map(() => ({ durability: 'strict' })))
  })

  test('opens data of a newer version, shows it and refuses every write', async () => {
    const name = `newer-${newId()}`
    const first = await openDatabase(memoryAnchors(), name)
    const flag = buildNewFlag()
    await flagListing({ repo: dexieFlagRepo(first), clock: systemClock }, flag)
    first.close()
    const newer = new Dexie(name)
    newer.version(schemaVersion).stores(storesOf(new DocketDatabase(memoryAnchors(), name)))
    newer.version(schemaVersion + 1).stores({ captures: '&captureId, comId, sealedAtMs' })
    await newer.open()
    await newer.table('meta').put({ key: 'schema', version: schemaVersion + 1 })
    newer.close()

    const database = await openDatabase(memoryAnchors(), name)
    expect(database.readOnlyBecause).toMatchObject({ code: 'newer-data' })
    expect(await database.flags.count()).toBe(1)
    const refused = flagListing({ repo: dexieFlagRepo(database), clock: systemClock }, buildNewFlag())
    await expect(refused).rejects.toMatchObject({ code: 'newer-data' })
    expect(await database.flags.count()).toBe(1)
  })

  test('data that does not say its version is only shown', async () => {
    const name = `unsaid-${newId()}`
    const first = await openDatabase(memoryAnchors(), name)
    await first.meta.delete('schema')
    first.close()
    const database = await openDatabase(memoryAnchors(), name)
    expect(database.readOnlyBecause).toMatchObject({ code: 'schema-unknown' })
  })

  test('a storage that does not open is said so, and is left alone', async () => {
    const remove = vi.spyOn(indexedDB, 'deleteDatabase')
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    })
    await expect(openDatabase(memoryAnchors(), `broken-${newId()}`)).rejects.toMatchObject({
      code: 'storage-cannot-open',
    })
    open.mockRestore()
    expect(remove).not.toHaveBeenCalled()
  })
})

describe('frozen examples', () => {
  const examples = readdirSync(frozenFolder).filter((file) => file.endsWith('.json'))

  test('there is one for every version', () => {
    expect(examples).toEqual(
      Array.from({ length: schemaVersion }, (_, index) => `v${String(index + 1).padStart(3, '0')}.json`),
    )
  })

  for (const file of examples) {
    test(`${file} opens in today’s version with every row as it was`, async () => {
      const example: Frozen = JSON.parse(readFileSync(new URL(file, frozenFolder), 'utf8'))
      const name = `frozen-${newId()}`
      const old = new Dexie(name)
      old.version(example.version).stores(example.stores)
      await old.open()
      for (const [table, rows] of Object.entries(example.rows)) await old.table(table).bulkAdd(rows)
      old.close()

      const database = await openDatabase(memoryAnchors(), name)
      expect(database.readOnlyBecause).toBeNull()
      for (const [table, rows] of Object.entries(example.rows)) {
        expect(await database.table(table).toArray(), table).toEqual(migrated(table, rows, example.version))
      }
      expect(await dexieFlagRepo(database).countQueued()).toBe(1)
    })
  }

  test('today’s tables and indexes are those of the newest example', () => {
    const newest: Frozen = JSON.parse(readFileSync(new URL(examples.at(-1) ?? '', frozenFolder), 'utf8'))
    expect(storesOf(new DocketDatabase(memoryAnchors()))).toEqual(newest.stores)
  })
})

/** What the migrations of `lib/storage/database.ts` make of the rows of an older version. */
function migrated(table: string, rows: object[], version: number): object[] {
  if (table === 'meta')
    return rows.map((row) => ('version' in row ? { ...row, version: schemaVersion } : row))
  if (table !== 'captureJobs' || version > 1) return rows
  return rows.map((row) => ({ ...row, seal: { state: 'due', recordId: null, tries: 0, failure: null } }))
}

const storesOf = (database: DocketDatabase): Record<string, string> =>
  Object.fromEntries(
    database.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(', '),
    ]),
  )

interface Frozen {
  version: number
  stores: Record<string, string>
  rows: Record<string, object[]>
}
