import { makeZip } from 'client-zip'
import type { Moment } from '../../core/clock.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import type { Failure } from '../../core/result.ts'
import { salvageName } from '../pack-names.ts'

/** Port to everything that is stored, row by row: damaged storage reads some rows and not others. */
export interface SalvageSource {
  tables: string[]
  keys(table: string): Promise<unknown[]>
  /** @throws where the browser cannot read it. */
  row(table: string, key: unknown): Promise<unknown>
}

/**
 * Everything that is stored, as a ZIP that is made while it is read: for when nothing may be written, so that no
 * evidence pack can be made either. It is no evidence pack: nothing of it is signed as a whole.
 */
export function buildSalvage(
  source: SalvageSource,
  { made, because }: { made: Moment; because: Failure | null },
): { name: string; stream: ReadableStream<Uint8Array<ArrayBuffer>> } {
  const lastModified = new Date(made.wallMs)
  const unreadable: string[] = []
  async function* files() {
    for (const table of source.tables) {
      if (table === 'blobs') {
        for await (const [, row] of rowsOf(source, table, unreadable)) {
          const { sha256, bytes } = row as { sha256: string; bytes: Uint8Array<ArrayBuffer> }
          yield { name: `files/${sha256}`, lastModified, input: bytes }
        }
      } else {
        yield { name: `tables/${table}.jsonl`, lastModified, input: linesOf(source, table, unreadable) }
      }
    }
    yield { name: 'README.txt', lastModified, input: readme(made, because, unreadable) }
  }
  return {
    name: salvageName(made),
    stream: makeZip(files(), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
  }
}

async function* rowsOf(source: SalvageSource, table: string, unreadable: string[]) {
  for (const key of await source.keys(table)) {
    let row: unknown
    try {
      row = await source.row(table, key)
    } catch (error) {
      // Named in the README: what cannot be read must not keep the rest from being saved.
      unreadable.push(`${table} ${String(key)}: ${error instanceof Error ? error.name : String(error)}`)
      continue
    }
    if (row !== undefined) yield [key, row] as const
  }
}

async function* linesOf(source: SalvageSource, table: string, unreadable: string[]) {
  const encoder = new TextEncoder()
  for await (const [, row] of rowsOf(source, table, unreadable)) {
    yield encoder.encode(`${JSON.stringify(row, bytesAsBase64)}\n`)
  }
}

const bytesAsBase64 = (_: string, value: unknown) =>
  value instanceof Uint8Array
    ? { $bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) }
    : value

const readme = (
  made: Moment,
  because: Failure | null,
  unreadable: string[],
) => `EVERYTHING THAT DOCKET HAD STORED
Saved ${isoWithOffset(made.wallMs, made.offsetMinutes)}, time by this computer's clock.
${because ? `\nSaved because nothing could be written any more: ${because.message}\n` : ''}
  tables/NAME.jsonl   one row of the table a line; bytes as base64 under "$bytes"
  files/SHA256        the files of captures, each named by its hash

Records (tables/records.jsonl) hold the very bytes that were signed, and their signatures. This ZIP as a whole is
not signed and is no evidence pack; the signing key cannot leave the browser and is not in it.
${unreadable.length > 0 ? `\nTHE BROWSER COULD NOT READ\n${unreadable.map((line) => `  ${line}\n`).join('')}` : ''}`
