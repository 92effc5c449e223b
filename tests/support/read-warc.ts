import { gunzipSync, inflateRawSync } from 'node:zlib'

/** A record of a WARC file, read without the library that wrote it. */
export interface ReadRecord {
  /** Where its gzip member begins in the file, and how many bytes it has there. */
  offset: number
  length: number
  /** In their order, as they stand there. */
  headers: Array<[name: string, value: string]>
  header(name: string): string
  body: Buffer<ArrayBuffer>
}

const gzipHeaderBytes = 10
const gzipTrailerBytes = 8

/** All records of a file in which every record is a gzip member of its own. @throws Error where one is not as it must be. */
export function readWarc(file: Uint8Array<ArrayBuffer>): ReadRecord[] {
  const records: ReadRecord[] = []
  for (let offset = 0; offset < file.length; ) {
    const length = memberLength(file.subarray(offset))
    records.push(readWarcRecord(file, offset, length))
    offset += length
  }
  return records
}

/** The record that begins at `offset`. @throws as `readWarc`. */
export function readWarcRecord(file: Uint8Array<ArrayBuffer>, offset: number, length: number): ReadRecord {
  const bytes = gunzipSync(file.subarray(offset, offset + length))
  const headEnd = bytes.indexOf('\r\n\r\n')
  const [version, ...lines] = bytes.subarray(0, headEnd).toString('utf8').split('\r\n')
  if (version !== 'WARC/1.1') throw new Error(`The record at ${offset} begins with ${version}.`)
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(': ')
    if (colon < 1) throw new Error(`The record at ${offset} has a header without name: ${line}`)
    return [line.slice(0, colon), line.slice(colon + 2)]
  })
  const header = (name: string) => headers.find(([known]) => known === name)?.[1] ?? ''
  const bodyStart = headEnd + 4
  const bodyEnd = bodyStart + Number(header('Content-Length'))
  if (bytes.subarray(bodyEnd).toString() !== '\r\n\r\n') {
    throw new Error(`The record at ${offset} does not end after its content.`)
  }
  return { offset, length, headers, header, body: Buffer.from(bytes.subarray(bodyStart, bodyEnd)) }
}

/** Bytes of the first gzip member. Only a plain header, as CompressionStream writes it. */
function memberLength(bytes: Uint8Array): number {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || bytes[3] !== 0) {
    throw new Error('Where a record should begin there is no plain gzip header.')
  }
  const { engine } = inflateRawSync(bytes.subarray(gzipHeaderBytes), { info: true }) as unknown as {
    engine: { bytesWritten: number }
  }
  return gzipHeaderBytes + engine.bytesWritten + gzipTrailerBytes
}
