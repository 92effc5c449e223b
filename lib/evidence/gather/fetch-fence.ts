import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { isAssetHost } from '../../site/hosts.ts'
import type { ServerDate } from '../capture.ts'

/** RELIABILITY.md, threat 8: what one fetch of evidence may take, however large or slow the answer is. */
export const fetchLimits = { bytes: 20_000_000, timeMs: 15_000, addressChars: 4_000 } as const

export type ResourceKind = 'picture' | 'stylesheet' | 'font'

/** A file of the page as a server sent it. */
export interface FetchedResource {
  bytes: Uint8Array<ArrayBuffer>
  /** By its first bytes, not by what the server says; of stylesheets "text/css". */
  mediaType: string
  url: string
  /** Null where the answer tells no date, or came from a cache that keeps an old one. */
  serverDate: ServerDate | null
}

export interface FetchWish {
  kind: ResourceKind
  /** At most `fetchLimits.bytes`, which holds where it is left out. */
  maxBytes?: number
  signal?: AbortSignal
}

/** Port to the network: one file from an address that `readFetchableUrl` accepts. Never throws. */
export type FetchResource = (address: string, wish: FetchWish) => Promise<Result<FetchedResource>>

/**
 * True for what Docket may fetch: https on its usual port, an asset host of the site by exact suffix of the
 * parsed host, no user or password in it. Holds whatever other permissions the person gave.
 */
export const isFetchableUrl = (url: URL): boolean =>
  url.protocol === 'https:' &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  isAssetHost(url.hostname)

/**
 * The address as it may be fetched, or null where it may not. Pages leave out the scheme or still say http,
 * which the same hosts serve by https.
 */
export function readFetchableUrl(address: string, baseUrl?: string): URL | null {
  if (address.length > fetchLimits.addressChars || !URL.canParse(address, baseUrl)) return null
  const url = new URL(address, baseUrl)
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:'
  url.hash = ''
  return isFetchableUrl(url) ? url : null
}

/** Media type by the first bytes, or null where this is no such file, whatever the server calls it. */
export function readMediaType(kind: ResourceKind, bytes: Uint8Array, declaredType: string): string | null {
  if (kind === 'stylesheet') return isStylesheet(bytes, declaredType) ? 'text/css' : null
  const found = signatures.find((signature) => signature.kind === kind && startsAs(bytes, signature))
  return found?.mediaType ?? (kind === 'picture' && isSvg(bytes) ? 'image/svg+xml' : null)
}

interface Signature {
  kind: ResourceKind
  mediaType: string
  /** Texts by the place at which they stand; one character is one byte. */
  at: Record<number, string>
}

const signatures: Signature[] = [
  { kind: 'picture', mediaType: 'image/jpeg', at: { 0: '\xff\xd8\xff' } },
  { kind: 'picture', mediaType: 'image/png', at: { 0: '\x89PNG\r\n\x1a\n' } },
  { kind: 'picture', mediaType: 'image/gif', at: { 0: 'GIF87a' } },
  { kind: 'picture', mediaType: 'image/gif', at: { 0: 'GIF89a' } },
  { kind: 'picture', mediaType: 'image/webp', at: { 0: 'RIFF', 8: 'WEBP' } },
  { kind: 'picture', mediaType: 'image/avif', at: { 4: 'ftypavif' } },
  { kind: 'picture', mediaType: 'image/avif', at: { 4: 'ftypavis' } },
  { kind: 'picture', mediaType: 'image/avif', at: { 4: 'ftypmif1' } },
  { kind: 'picture', mediaType: 'image/x-icon', at: { 0: '\0\0\x01\0' } },
  { kind: 'font', mediaType: 'font/woff2', at: { 0: 'wOF2' } },
  { kind: 'font', mediaType: 'font/woff', at: { 0: 'wOFF' } },
  { kind: 'font', mediaType: 'font/otf', at: { 0: 'OTTO' } },
  { kind: 'font', mediaType: 'font/ttf', at: { 0: '\0\x01\0\0' } },
]

const startsAs = (bytes: Uint8Array, { at }: Signature): boolean =>
  Object.entries(at).every(([place, text]) =>
    [...text].every((letter, offset) => bytes[Number(place) + offset] === letter.charCodeAt(0)),
  )

/** The beginning as text; enough for a prologue and a comment before the first element. */
const headText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 4096))
    .replace(/^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*>|\s)*/i, '')

const isSvg = (bytes: Uint8Array): boolean => /^<svg[\s>]/i.test(headText(bytes))

/** A stylesheet has no first bytes of its own: the server must call it one, and it is no markup. */
const isStylesheet = (bytes: Uint8Array, declaredType: string): boolean =>
  /^text\/css\s*(;|$)/i.test(declaredType) && !/^\s*</.test(headText(bytes))

/** The date of an answer by the server's clock; answers out of a cache tell an old one. */
export function readServerDate(
  headers: { get(name: string): string | null },
  url: string,
  receivedAtMs: number,
): ServerDate | null {
  const serverMs = Date.parse(headers.get('date') ?? '')
  const ageS = Number(headers.get('age') ?? '0')
  return Number.isNaN(serverMs) || ageS !== 0 ? null : { url, serverMs, receivedAtMs }
}

/**
 * Reads a stream to its end and not one byte beyond the limit.
 * Fails with `too-large`. @throws what the stream throws
 */
export async function readAtMost(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const reader = stream.getReader()
  const chunks: Array<Uint8Array<ArrayBuffer>> = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > maxBytes) {
      await reader.cancel()
      return fail('too-large', `The file has more than ${Math.round(maxBytes / 100_000) / 10} MB.`)
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return ok(bytes)
}

export const notFetchable: Failure = {
  code: 'not-fetchable',
  message: 'Its address is not on a host that Docket may ask.',
}
