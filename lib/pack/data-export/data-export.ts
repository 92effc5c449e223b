import { makeZip } from 'client-zip'
import Papa from 'papaparse'
import { toBase64 } from '../../core/base64.ts'
import type { Moment } from '../../core/clock.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import { dataExportName } from '../pack-names.ts'
import { spreadsheetCell } from '../spreadsheet-cell.ts'
import { newShape, type Shape, schemaOf, seeValue } from './row-shape.ts'
import { tableTexts } from './table-texts.ts'

/** Port to everything that is stored. */
export interface DataSource {
  schemaVersion: number
  /** Every table but `blobs` and `keys`, with the members of its key. */
  tables: Array<{ name: string; key: string[]; many: number }>
  /** Rows of a table in the order of their keys, some at a time. */
  rows(table: string): AsyncIterable<object[]>
  blobs(): AsyncIterable<{ sha256: string; bytes: Uint8Array<ArrayBuffer> }>
}

const encoder = new TextEncoder()

/**
 * Everything as a ZIP of open formats, made while it is read: each table as JSON lines and as CSV, every file under its
 * hash, and a schema of all of it. For other programs; a backup is what comes back. Work may go on meanwhile: tables are
 * read one after another.
 */
export function buildDataExport(
  source: DataSource,
  made: Moment,
  onProgress: (done: number, of: number) => void = () => undefined,
): { name: string; stream: ReadableStream<Uint8Array<ArrayBuffer>> } {
  const lastModified = new Date(made.wallMs)
  const shapes = new Map<string, Shape>()
  const of = source.tables.reduce((sum, { many }) => sum + many, 0)
  let done = 0
  async function* jsonLines(table: string, shape: Shape) {
    for await (const rows of source.rows(table)) {
      const plain = rows.map(plainOf)
      for (const row of plain) seeValue(shape, row)
      done += rows.length
      onProgress(done, of)
      yield encoder.encode(plain.map((row) => `${JSON.stringify(row)}\n`).join(''))
    }
  }
  async function* csv(table: string, columns: string[]) {
    yield encoder.encode(`\uFEFF${Papa.unparse([columns])}\r\n`)
    for await (const rows of source.rows(table)) {
      const cells = rows.map((row) => columns.map((column) => cellOf(plainOf(row)[column])))
      yield encoder.encode(`${Papa.unparse(cells)}\r\n`)
    }
  }
  async function* files() {
    for (const { name } of source.tables) {
      const shape = newShape()
      shapes.set(name, shape)
      yield { name: `tables/${name}.jsonl`, lastModified, input: jsonLines(name, shape) }
    }
    for (const [name, { members }] of shapes) {
      if (members.size === 0) continue
      yield { name: `csv/${name}.csv`, lastModified, input: csv(name, [...members.keys()]) }
    }
    for await (const { sha256, bytes } of source.blobs())
      yield { name: `files/${sha256}`, lastModified, input: bytes }
    yield {
      name: 'schema.json',
      lastModified,
      input: JSON.stringify(schemaDocument(source, shapes, made), null, 2),
    }
    yield { name: 'README.txt', lastModified, input: readme(source, made) }
  }
  return {
    name: dataExportName(made),
    stream: makeZip(files(), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
  }
}

/** As it stands in JSON: bytes as base64 under `$bytes`, and nothing for `undefined`. */
const plainOf = (row: object): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(row, (_, value: unknown) =>
      value instanceof Uint8Array ? { $bytes: toBase64(value) } : value,
    ),
  )

/** Lists and objects as JSON; a member that the row lacks is an empty cell. */
const cellOf = (value: unknown): string =>
  spreadsheetCell(
    value === undefined || value === null
      ? null
      : typeof value === 'object'
        ? JSON.stringify(value)
        : (value as string | number | boolean),
  )

const schemaDocument = ({ tables, schemaVersion }: DataSource, shapes: Map<string, Shape>, made: Moment) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Export of all data of Docket',
  description:
    'Made of the rows of this very export: each line of tables/NAME.jsonl fits $defs/NAME. Members that no row has are not named.',
  madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
  schemaVersion,
  $defs: Object.fromEntries(
    tables.map(({ name, key }) => [
      name,
      {
        title: name,
        description: tableTexts[name],
        $comment: `key: ${key.join(', ')}; rows: ${shapes.get(name)?.many ?? 0}`,
        ...schemaOf(shapes.get(name) ?? newShape()),
      },
    ]),
  ),
})

const readme = ({ tables }: DataSource, made: Moment) => `EVERYTHING THAT DOCKET HOLDS, FOR OTHER PROGRAMS
Exported ${isoWithOffset(made.wallMs, made.offsetMinutes)}, time by this computer's clock.

  tables/NAME.jsonl   one row a line, as JSON in UTF-8; bytes as base64 under "$bytes"
  csv/NAME.csv        the same, one member a column; lists and objects as JSON. A leading apostrophe means
                      "text follows": take one away to get the text back
  files/SHA256        pictures and documents, each named by its hash
  schema.json         JSON Schema (2020-12) of every table, made of these rows

Numbers that end in "Ms" are milliseconds since 1970 (UTC). Money is in the text of the page.
This is neither a backup (Docket does not read it back) nor an evidence pack (it is not signed as a whole). The keys that
sign stay in the browser.

TABLES
${tables.map(({ name, key }) => `  ${name} (${key.join(', ')})\n      ${tableTexts[name] ?? ''}\n`).join('')}`
