import Dexie, { type Table } from 'dexie'
import { anchorOf } from '../evidence/ledger/ledger.ts'
import type { BackupRow, BackupSource } from '../pack/backup/backup-repo.ts'
import type { DataSource } from '../pack/data-export/data-export.ts'
import { type DocketDatabase, schemaVersion } from './database.ts'
import { heldTransaction } from './held-transaction.ts'

/** Rows in memory at once; files are larger. */
const rowsAtOnce = 200
const filesAtOnce = 4

/** Reads everything that is stored, the tables as they stand at one moment. */
export function dexieBackupSource(database: DocketDatabase): BackupSource {
  const tables = database.tables.filter(({ name }) => name !== 'keys' && name !== 'blobs')
  return {
    schemaVersion,
    publicKey: async () => (await database.keys.get('signing'))?.publicKey ?? null,
    readRows: (begin, onRows) =>
      // One transaction is one moment.
      heldTransaction(database, 'r', tables, async (hold) => {
        const counts: Record<string, number> = {}
        for (const table of tables) counts[table.name] = await table.count()
        const place = await database.meta.get('copyPlace')
        const hasFolder = place?.key === 'copyPlace' && place.choice.kind === 'folder'
        if (hasFolder) counts.meta = (counts.meta ?? 0) - 1
        const last = (await database.ledger.orderBy('seq').last()) ?? null
        await hold(begin(counts, anchorOf(last)))
        for (const table of tables) {
          for await (const rows of batches(table, rowsAtOnce)) {
            const carried = rows.filter(
              (row) => !(hasFolder && table.name === 'meta' && isKeyed(row, 'copyPlace')),
            )
            const batch: BackupRow[] = carried.map((value) => ({ table: table.name, value }))
            await hold(onRows(batch))
          }
        }
      }),
    async *blobs() {
      for await (const rows of batches(database.blobs, filesAtOnce)) yield* rows
    },
    wasPurgedSince: async (ledgerSeq) =>
      (await database.ledger
        .where('seq')
        .above(ledgerSeq)
        .filter(({ action }) => action === 'deleted')
        .count()) > 0,
  }
}

/** Reads everything that is stored, table by table, for an export. */
export async function dexieDataSource(database: DocketDatabase): Promise<DataSource> {
  const tables = database.tables.filter(({ name }) => name !== 'keys' && name !== 'blobs')
  return {
    schemaVersion,
    tables: await Promise.all(
      tables.map(async (table) => ({
        name: table.name,
        key: [table.schema.primKey.keyPath].flat().filter((name) => name != null),
        many: await table.count(),
      })),
    ),
    rows: (name) => batches(database.table(name), rowsAtOnce),
    async *blobs() {
      for await (const rows of batches(database.blobs, filesAtOnce)) yield* rows
    },
  }
}

const isKeyed = (row: unknown, key: string) => (row as { key: unknown }).key === key

/** All rows in the order of their keys, some at a time. */
async function* batches<Row, Key>(table: Table<Row, Key>, atOnce: number): AsyncGenerator<Row[]> {
  const { keyPath } = table.schema.primKey
  const keyOf = (row: Row) =>
    Array.isArray(keyPath)
      ? keyPath.map((name) => (row as Record<string, unknown>)[name])
      : (row as Record<string, unknown>)[keyPath as string]
  for (let after: unknown = Dexie.minKey; ; ) {
    const rows = await table.where(':id').above(after).limit(atOnce).toArray()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = keyOf(last)
  }
}
