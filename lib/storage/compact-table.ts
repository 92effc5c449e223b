import Dexie, { type ObservabilitySet, RangeSet, type Table } from 'dexie'

/** What is kept in memory of every row of a table, for as long as a page lives. */
export interface CompactTable<Compact> {
  /** By key, as the rows are now; the first call reads the table in slices, later ones only what has changed. */
  rows(): Promise<ReadonlyMap<string, Compact>>
  /** Whether `rows` is there without reading the table. */
  isRead(): boolean
}

/** Rows that are read at once: few enough that a page stays fluid. */
const slice = 2000

/**
 * Reads a table once and keeps something small of each row, kept true by what Dexie tells of changes, those of other
 * pages and of the background included. Looking up a hundred thousand rows one by one takes ten times as long.
 */
export function compactTable<Row, Compact>(
  table: Table<Row, string>,
  compactOf: (row: Row) => Compact,
): CompactTable<Compact> {
  const kept = new Map<string, Compact>()
  const changed = new Set<string>()
  /** The last key that was read; null once all are. */
  let after: string | null = ''
  /** Counts the readings from the beginning: what an older one still brings is not kept. */
  let reading = 0
  let last: Promise<unknown> = Promise.resolve()

  const listen = (parts: ObservabilitySet) => {
    const ranges = parts[`idb://${table.db.name}/${table.name}/`]
    if (!ranges) return
    for (const { from, to } of RangeSet(ranges)) {
      if (typeof from === 'string' && from === to) changed.add(from)
      else readAnew()
    }
  }
  Dexie.on('storagemutated', listen)
  // A connection that is closed is never opened again: another one has tables of its own.
  table.db.on('close', () => {
    Dexie.on.storagemutated.unsubscribe(listen)
    readAnew()
  })

  function readAnew(): void {
    kept.clear()
    changed.clear()
    after = ''
    reading += 1
  }

  async function readSlice(from: string): Promise<void> {
    const own = reading
    const keyPath = table.schema.primKey.keyPath as keyof Row & string
    const rows = await table.where(':id').above(from).limit(slice).toArray()
    if (own !== reading) return
    for (const row of rows) kept.set(String(row[keyPath]), compactOf(row))
    const end = rows.at(-1)
    after = end && rows.length === slice ? String(end[keyPath]) : null
  }

  async function readChanged(): Promise<void> {
    const own = reading
    const keys = [...changed]
    changed.clear()
    const rows = await table.bulkGet(keys)
    if (own !== reading) return
    for (const [at, key] of keys.entries()) {
      const row = rows[at]
      if (row) kept.set(key, compactOf(row))
      else kept.delete(key)
    }
  }

  async function read(): Promise<ReadonlyMap<string, Compact>> {
    while (after !== null || changed.size > 0) {
      if (after !== null) await readSlice(after)
      else await readChanged()
    }
    return kept
  }

  return {
    rows() {
      const turn = last.then(read)
      // Who waits for this one is told of its failure; the next one tries again.
      last = turn.catch(() => undefined)
      return turn
    },
    isRead: () => after === null,
  }
}
