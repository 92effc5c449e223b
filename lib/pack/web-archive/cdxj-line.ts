import { getSurt } from 'warcio'

/** Where a record lies in a WARC file. */
export interface IndexedRecord {
  address: string
  takenAtMs: number
  /** Without parameters. */
  mediaType: string
  /** SHA-256 of the content. */
  sha256: string
  /** SHA-256 of the record as it lies in the file. */
  recordSha256: string
  /** Bytes before the record. */
  offset: number
  /** Bytes of the record in the file. */
  length: number
  fileName: string
}

/**
 * One line of an index (CDXJ 0.1.0), without its end. The format wants the status of an HTTP response: there
 * was none, and "-" says so as in older indexes.
 */
export function cdxjLine(record: IndexedRecord): string {
  const { address, takenAtMs, mediaType, sha256, recordSha256, offset, length, fileName } = record
  const facts = {
    url: address,
    mime: mediaType,
    status: '-',
    digest: `sha256:${sha256}`,
    recordDigest: `sha256:${recordSha256}`,
    offset,
    length,
    filename: fileName,
  }
  return `${getSurt(address)} ${timestamp(takenAtMs)} ${JSON.stringify(facts)}`
}

/** All lines as an index file: sorted by their bytes, which in visible ASCII is the order of the code units. */
export const cdxjFile = (lines: string[]): string => lines.toSorted().join('\n').concat('\n')

/** E.g. 20261123143007123: UTC with milliseconds. */
const timestamp = (atMs: number) => new Date(atMs).toISOString().replace(/\D/g, '')
