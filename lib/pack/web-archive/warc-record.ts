import { WARCRecord, WARCSerializer, type WARCType } from 'warcio'
import { sha256Hex } from '../../core/digest.ts'

/** A record as it lies in the WARC file (ISO 28500:2017): a gzip member of its own. */
export interface WarcRecord {
  /** E.g. "urn:uuid:…" */
  recordId: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface WarcResource {
  /** Visible ASCII without blanks. */
  address: string
  takenAtMs: number
  mediaType: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What stands first in a WARC file: what made it, and how it is to be understood. */
export const warcInfo = (atMs: number, facts: Record<string, string>): Promise<WarcRecord> =>
  written('warcinfo', atMs, {}, fieldLines(facts))

/** Bytes and the address that they belong to. It is no response: nobody recorded what the server sent. */
export const warcResource = ({
  address,
  takenAtMs,
  mediaType,
  sha256,
  bytes,
}: WarcResource): Promise<WarcRecord> =>
  written(
    'resource',
    takenAtMs,
    {
      'WARC-Target-URI': address,
      'Content-Type': headerMediaType(mediaType),
      // The hash under which it was sealed. Not computed here: warcio's own way needs WebAssembly, which pages
      // of an extension may not run.
      'WARC-Block-Digest': `sha256:${sha256}`,
      'WARC-Payload-Digest': `sha256:${sha256}`,
    },
    bytes,
  )

/** How a resource was obtained, in fields that nothing else stands in. */
export async function warcMetadata(
  resource: { recordId: string; address: string; takenAtMs: number },
  facts: Record<string, string>,
): Promise<WarcRecord> {
  const body = fieldLines(facts)
  const digest = `sha256:${await sha256Hex(body)}`
  return written(
    'metadata',
    resource.takenAtMs,
    {
      'WARC-Target-URI': resource.address,
      'WARC-Refers-To': `<${resource.recordId}>`,
      'Content-Type': 'application/warc-fields',
      'WARC-Block-Digest': digest,
      'WARC-Payload-Digest': digest,
    },
    body,
  )
}

async function written(
  type: WARCType,
  atMs: number,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<WarcRecord> {
  const recordId = `urn:uuid:${crypto.randomUUID()}`
  const warcHeaders = { 'WARC-Record-ID': `<${recordId}>`, ...headers }
  for (const [name, value] of Object.entries(warcHeaders)) {
    if (!/^[ -~]+$/.test(value)) throw new Error(`${name} of a WARC record cannot hold what it was given.`)
  }
  const record = WARCRecord.create(
    { type, date: new Date(atMs).toISOString(), warcHeaders, warcVersion: 'WARC/1.1' },
    [body],
  )
  const bytes = (await WARCSerializer.serialize(record, { gzip: true })) as Uint8Array<ArrayBuffer>
  return { recordId, bytes }
}

/** `name: value` lines. What is not plain text becomes a JSON string, so that a value never begins a line. */
const fieldLines = (facts: Record<string, string>): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    Object.entries(facts)
      .map(([name, value]) => `${name}: ${isPlain(value) ? value : JSON.stringify(value)}\r\n`)
      .join(''),
  )

const isPlain = (text: string) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) && !text.startsWith('"')

const mediaTypePattern =
  /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}(; ?[a-z0-9-]{1,40}=[\w."-]{1,100})*$/i

/** The recorded type where it is one; what it is instead stands in the sealed record. */
const headerMediaType = (mediaType: string): string =>
  mediaTypePattern.test(mediaType) ? mediaType : 'application/octet-stream'

/** The type alone, in small letters, as an index states it. */
export const plainMediaType = (mediaType: string): string =>
  headerMediaType(mediaType).replace(/;.*$/, '').toLowerCase()
