import type { Table } from 'dexie'

/**
 * Reads much of these tables, also inside a live query. Dexie notes every key that a live query reads, which takes
 * longer than the reading and hundreds of megabytes where there are a hundred thousand: so only one row of each table
 * is read inside it, which observes the whole table, and the rest outside.
 */
export async function readWhole<Value>(
  tables: ReadonlyArray<{ limit(many: number): { toArray(): PromiseLike<unknown> } }>,
  read: () => PromiseLike<Value>,
): Promise<Value> {
  await Promise.all(tables.map((table) => table.limit(1).toArray()))
  // A timer begins outside of whatever called it; a promise would carry the live query along.
  return new Promise((resolve, reject) => setTimeout(() => read().then(resolve, reject)))
}

/**
 * The rows of each of these keys, in a transaction. A single query for thousands of keys walks the index step by
 * step, which takes ten times as long.
 */
export const rowsOfEach = async <Row, Key>(
  table: Table<Row, Key>,
  index: string,
  keys: ReadonlyArray<string | readonly string[]>,
): Promise<Row[]> => {
  const rows = await table.db.transaction('r', table, () =>
    Promise.all(keys.map((key) => table.where(index).equals(key).toArray())),
  )
  return rows.flat()
}
