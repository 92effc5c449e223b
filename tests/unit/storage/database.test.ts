import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import Dexie from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../../lib/core/clock.ts'
import { ExpectedError } from '../../../lib/core/expected-error.ts'
import { newId } from '../../../lib/core/ids.ts'
import type { Capture, CaptureJob } from '../../../lib/evidence/capture.ts'
import { anchorOf, emptyLedgerAnchor, type LedgerRow } from '../../../lib/evidence/ledger/ledger.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { DocketDatabase, openDatabase, schemaVersion } from '../../../lib/storage/database.ts'
import { dexieFlagRepo } from '../../../lib/storage/dexie-flag-repo.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { memoryAnchors } from '../../support/memory-anchors.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
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
    // Once, and three times again: every further opening may yield an empty database in place of a damaged one.
    expect(open.mock.calls.length).toBeLessThanOrEqual(4)
    open.mockRestore()
    expect(remove).not.toHaveBeenCalled()
  })
})

describe('the ledger’s anchor', () => {
  async function sealedDatabase(captures: number) {
    const name = `anchored-${newId()}`
    const anchors = memoryAnchors()
    const house = await openTestDatabase(name, anchors)
    for (let index = 0; index < captures; index++) {
      await sealCaptures(house.sealing, [await captureWithScreenshot(house)])
    }
    house.database.close()
    return { name, anchors }
  }

  const reopened = async ({ name, anchors }: { name: string; anchors: ReturnType<typeof memoryAnchors> }) => {
    const database = await openDatabase(anchors, name)
    const refusal = database.readOnlyBecause
    return { database, code: refusal?.code ?? null }
  }

  test('agrees with a ledger that is whole, and with one that is a row ahead of it', async () => {
    const kept = await sealedDatabase(3)
    const { database, code } = await reopened(kept)
    expect(code).toBeNull()
    const before = await database.ledger.get(2)
    database.close()
    kept.anchors.anchor = anchorOf(before ?? null)
    expect((await reopened(kept)).code).toBeNull()
    kept.anchors.anchor = emptyLedgerAnchor
    expect((await reopened(kept)).code).toBeNull()
  })

  const losses: Array<[loss: string, code: string, lose: (database: DocketDatabase) => Promise<unknown>]> = [
    ['the last row is gone', 'ledger-tail-missing', (database) => database.ledger.delete(3)],
    ['all rows are gone', 'ledger-lost', (database) => database.ledger.clear()],
    ['a row in the middle is gone', 'ledger-row-missing', (database) => database.ledger.delete(2)],
    [
      'the last row was changed',
      'ledger-row-changed',
      (database) => database.ledger.update(3, { subject: 'another' }),
    ],
  ]
  for (const [loss, code, lose] of losses) {
    test(`where ${loss} everything is only shown, and nothing is deleted`, async () => {
      const kept = await sealedDatabase(3)
      const { database: damaged } = await reopened(kept)
      await lose(damaged)
      damaged.close()
      const found = await reopened(kept)
      expect(found.code).toBe(code)
      expect(found.database.readOnlyBecause?.message).toContain('Save what is there')
      await expect(found.database.meta.put({ key: 'lastIpType', ipType: 'patent' })).rejects.toMatchObject({
        code,
      })
      expect(await found.database.records.count()).toBe(3)
      expect(await found.database.flags.count()).toBe(3)
    })
  }

  test('a database that the browser made anew is not written to', async () => {
    const { anchors } = await sealedDatabase(2)
    const { code } = await reopened({ name: `anew-${newId()}`, anchors })
    expect(code).toBe('ledger-lost')
  })

  test('rows without an anchor, and an anchor that cannot be read, are doubted', async () => {
    const kept = await sealedDatabase(1)
    kept.anchors.anchor = null
    expect((await reopened(kept)).code).toBe('ledger-unanchored')
    const read = () => Promise.reject(new ExpectedError('anchor-unreadable', 'damaged'))
    const database = await openDatabase({ ...kept.anchors, read }, kept.name)
    expect(database.readOnlyBecause).toMatchObject({ code: 'anchor-unreadable' })
  })

  test('is compared again when the browser closed the connection and Dexie opens it anew', async () => {
    const kept = await sealedDatabase(2)
    const { database } = await reopened(kept)
    kept.anchors.anchor = { count: 5, head: 'f'.repeat(64) }
    database.backendDB().close()
    expect(await database.flags.count()).toBe(2)
    expect(database.readOnlyBecause).toMatchObject({ code: 'ledger-tail-missing' })
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
      const example: Frozen = readFrozen(file)
      const name = `frozen-${newId()}`
      const old = new Dexie(name)
      old.version(example.version).stores(example.stores)
      await old.open()
      for (const [table, rows] of Object.entries(example.rows)) await old.table(table).bulkAdd(rows)
      old.close()

      const anchors = memoryAnchors()
      anchors.anchor = anchorOf((example.rows.ledger?.at(-1) as LedgerRow | undefined) ?? null)
      const database = await openDatabase(anchors, name)
      expect(database.readOnlyBecause).toBeNull()
      for (const [table, rows] of Object.entries(example.rows)) {
        expect(await database.table(table).toArray(), table).toEqual(migrated(table, rows, example.version))
      }
      expect(await dexieFlagRepo(database).countQueued()).toBe(1)
      // What was sealed before second copies were known is due to be copied; what has its copy keeps it.
      const sealed = (await database.captureJobs.toArray()).filter(({ seal }) => seal.state === 'sealed')
      const copies = await database.copies.toArray()
      expect(copies.map(({ captureId }) => captureId)).toEqual(sealed.map(({ captureId }) => captureId))
      expect(copies.map(({ state }) => state)).toEqual(
        sealed.map(() => (example.version < 3 ? 'due' : 'copied')),
      )
    })
  }

  test('today’s tables and indexes are those of the newest example', () => {
    const newest: Frozen = readFrozen(examples.at(-1) ?? '')
    expect(storesOf(new DocketDatabase(memoryAnchors()))).toEqual(newest.stores)
  })
})

/** What the migrations of `lib/storage/database.ts` make of the rows of an older version. */
function migrated(table: string, rows: object[], version: number): object[] {
  if (table === 'meta')
    return rows.map((row) => ('version' in row ? { ...row, version: schemaVersion } : row))
  if (version < 4 && table === 'flags') {
    return rows.map((row) => ({ ...row, rightId: null, reasonId: null, filedIn: null }))
  }
  if (version < 3 && table === 'captures') return (rows as Capture[]).map(withOrigin)
  if (version < 3 && table === 'captureJobs') {
    return rows.map((row) => withGathering(version < 2 ? { ...row, seal: unsealed } : row))
  }
  return rows
}

const unsealed = { state: 'due', recordId: null, tries: 0, failure: null }

const withOrigin = (capture: Capture) => ({
  ...capture,
  mode: 'flagged-by-person',
  tab: null,
  witnesses: null,
  importedFrom: null,
  sighting: { ...capture.sighting, canonicalUrl: null },
})

function withGathering(row: object): object {
  const { screenshot, ...job } = row as CaptureJob
  const isSaved = screenshot.state === 'saved'
  const named = isSaved && {
    state: 'saved',
    artefact: {
      ...screenshot.artefact,
      pageUrl: screenshot.artefact.pageUrl ?? null,
      name: 'viewport-screenshot.png',
      sourceUrl: null,
      cut: null,
      redacted: [],
    },
  }
  return {
    ...job,
    screenshot: named || screenshot,
    parts: {},
    gathering: 'none',
    serverDates: [],
    imported: false,
  }
}

/** A frozen example; bytes stand in it as base64. Keys are not in it: no file can hold one. */
const readFrozen = (file: string): Frozen =>
  JSON.parse(readFileSync(new URL(file, frozenFolder), 'utf8'), (_, value) =>
    typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
  )

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
