import { z } from 'zod'
import { ExpectedError } from '../../core/expected-error.ts'
import { joined } from './backup-keys.ts'
import { readValue, type WrittenValue } from './stored-value.ts'

const anchorSchema = z.strictObject({ count: z.int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) })

/** The first frame: what this is, and of which moment. */
const beginSchema = z.strictObject({
  frame: z.literal('begin'),
  backupId: z.string(),
  made: z.strictObject({ wallMs: z.number(), offsetMinutes: z.number() }),
  docket: z.string(),
  schemaVersion: z.int(),
  /** Rows of each table but `blobs` and `keys`. */
  tables: z.record(z.string(), z.int().min(0)),
  /** Head and length of the ledger at that moment. */
  anchor: anchorSchema,
  /** Of the key that sealed until then, SPKI as base64; null where none was made. */
  publicKey: z.string().nullable(),
  /** What lies beside the database, as JSON texts by their name. */
  settings: z.record(z.string(), z.string()),
})
export type BackupBegin = z.infer<typeof beginSchema>

const rowSchema = z.strictObject({
  frame: z.literal('row'),
  table: z.string(),
  value: z.unknown(),
  parts: z.array(z.int().min(0)),
})

/** The last frame. */
const endSchema = z.strictObject({
  frame: z.literal('end'),
  rows: z.int().min(0),
  files: z.int().min(0),
  fileBytes: z.int().min(0),
  /** Files that were not as they were stored when the backup was made; it holds them as they were found. */
  damagedFiles: z.array(z.string()),
})
export type BackupEnd = z.infer<typeof endSchema>

export type BackupFrame = BackupBegin | { frame: 'row'; table: string; value: unknown } | BackupEnd

const most = { jsonBytes: 64 << 20, partsBytes: 1 << 30 }

/** Length of the JSON, JSON, then the bytes that it names. */
export function frameBytes(json: object, parts: WrittenValue['parts'] = []): Uint8Array<ArrayBuffer>[] {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, text.byteLength)
  return [length, text, ...parts]
}

export const rowFrame = (table: string, { json, parts }: WrittenValue): Uint8Array<ArrayBuffer>[] =>
  frameBytes({ frame: 'row', table, value: json, parts: parts.map(({ byteLength }) => byteLength) }, parts)

/** Reads frames from the plain bytes of a backup; one is in memory. @throws ExpectedError `backup-unreadable` */
export async function* readFrames(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<BackupFrame> {
  const take = byteTaker(chunks)
  for (;;) {
    const length = await take(4)
    if (!length) return
    const jsonBytes = new DataView(length.buffer).getUint32(0)
    if (jsonBytes > most.jsonBytes) throw unreadable('a row that is too large')
    const frame = readJson(await wanted(take, jsonBytes))
    if (frame.frame !== 'row') {
      yield frame
      continue
    }
    if (frame.parts.reduce((sum, bytes) => sum + bytes, 0) > most.partsBytes)
      throw unreadable('a file that is too large')
    const parts: WrittenValue['parts'] = []
    for (const bytes of frame.parts) parts.push(await wanted(take, bytes))
    yield { frame: 'row', table: frame.table, value: readValue({ json: frame.value, parts }) }
  }
}

const frameSchema = z.discriminatedUnion('frame', [beginSchema, rowSchema, endSchema])

function readJson(bytes: Uint8Array): z.infer<typeof frameSchema> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw unreadable('text that is no JSON')
  }
  const frame = frameSchema.safeParse(json)
  if (!frame.success) throw unreadable(z.prettifyError(frame.error))
  return frame.data
}

type Take = (bytes: number) => Promise<Uint8Array<ArrayBuffer> | null>

async function wanted(take: Take, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const taken = await take(bytes)
  if (!taken) throw unreadable('no end')
  return taken
}

/** Gives so many bytes at a time; null where nothing is left. */
function byteTaker(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Take {
  const source = chunks[Symbol.asyncIterator]()
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  return async (bytes) => {
    while (length < bytes) {
      const next = await source.next()
      if (next.done) {
        if (length === 0) return null
        throw unreadable('a row that is cut')
      }
      waiting.push(next.value)
      length += next.value.byteLength
    }
    if (waiting.length > 1) waiting = [joined(waiting)]
    const all = waiting[0] ?? new Uint8Array()
    waiting = [all.subarray(bytes)]
    length -= bytes
    return all.slice(0, bytes)
  }
}

export const unreadable = (what: string) =>
  new ExpectedError(
    'backup-unreadable',
    `This backup holds what no version of Docket writes (${what}), so nothing of it was taken.`,
  )
