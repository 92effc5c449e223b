import { z } from 'zod'
import { fromBase64, toBase64 } from '../../core/base64.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { ExpectedError } from '../../core/expected-error.ts'

/**
 * Rounds of PBKDF2-HMAC-SHA-256: what OWASP's Password Storage Cheat Sheet (2023 and later, section PBKDF2) asks for at
 * least. A file may ask for more, up to what still takes seconds.
 */
const rounds = { least: 600_000, most: 10_000_000 }

/** Plain bytes in a chunk. */
export const chunkBytes = 1 << 20

const magic = new TextEncoder().encode('DOCKETBK')
const hashBytes = 32
const mostHeaderBytes = 4096

const base64Of = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .refine((text) => text.length === Math.ceil(bytes / 3) * 4)

/** How the file is encrypted. It stands before the chunks, readable by anyone, and every chunk is bound to it. */
const headerSchema = z.strictObject({
  format: z.literal('docket-backup'),
  version: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('PBKDF2-HMAC-SHA-256'),
    rounds: z.int().min(rounds.least).max(rounds.most),
    salt: base64Of(32),
  }),
  cipher: z.strictObject({
    name: z.literal('AES-256-GCM'),
    chunkBytes: z.literal(chunkBytes),
    noncePrefix: base64Of(7),
  }),
})
type BackupHeader = z.infer<typeof headerSchema>

/** What the chunks of one file are encrypted with. */
export interface ChunkCipher {
  key: CryptoKey
  /** 7 bytes; number and last-mark of the chunk follow. */
  noncePrefix: Uint8Array<ArrayBuffer>
  /** Authenticated with every chunk: the header's own authentication. */
  bound: Uint8Array<ArrayBuffer>
}

export interface BackupKeys {
  chunks: CryptoKey
  header: CryptoKey
}

/**
 * The keys of a file: PBKDF2 makes 256 bits of the passphrase, HKDF makes both keys of these. The passphrase is taken in
 * its compatibility form (NFKC), so that it does not matter how a keyboard composes a letter.
 */
export async function deriveBackupKeys(passphrase: string, { kdf }: BackupHeader): Promise<BackupKeys> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const typed = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits'])
  const made = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(kdf.salt), iterations: kdf.rounds }
  const bits = await crypto.subtle.deriveBits(made, typed, 256)
  const base = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(info),
  })
  return {
    chunks: await crypto.subtle.deriveKey(
      from('docket-backup chunks'),
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    ),
    header: await crypto.subtle.deriveKey(
      from('docket-backup header'),
      base,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign', 'verify'],
    ),
  }
}

/**
 * The beginning of a new file, with a salt of its own: mark, length, header, their authentication under the passphrase,
 * and a plain hash of all of these, which tells damage from a wrong passphrase.
 */
export async function beginBackup(
  passphrase: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; cipher: ChunkCipher }> {
  const noncePrefix = crypto.getRandomValues(new Uint8Array(7))
  const header: BackupHeader = {
    format: 'docket-backup',
    version: 1,
    kdf: {
      name: 'PBKDF2-HMAC-SHA-256',
      rounds: rounds.least,
      salt: toBase64(crypto.getRandomValues(new Uint8Array(32))),
    },
    cipher: { name: 'AES-256-GCM', chunkBytes, noncePrefix: toBase64(noncePrefix) },
  }
  const keys = await deriveBackupKeys(passphrase, header)
  const text = new TextEncoder().encode(canonicalJson(header))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, text.byteLength)
  const signed = joined([magic, length, text])
  const bound = new Uint8Array(await crypto.subtle.sign('HMAC', keys.header, signed))
  const named = joined([signed, bound])
  const bytes = joined([named, new Uint8Array(await crypto.subtle.digest('SHA-256', named))])
  return { bytes, cipher: { key: keys.chunks, noncePrefix, bound } }
}

/**
 * Reads the beginning of a file. `derive` is `deriveBackupKeys`, which takes a while by intention.
 * @throws ExpectedError `backup-not-one`, `backup-damaged`, `backup-newer`, `backup-passphrase`.
 */
export async function unlockBackup(
  file: Blob,
  passphrase: string,
  derive: typeof deriveBackupKeys = deriveBackupKeys,
): Promise<{ cipher: ChunkCipher; chunksAt: number }> {
  if (!isEqual(await bytesOf(file, 0, magic.byteLength), magic))
    throw new ExpectedError('backup-not-one', 'This file is no backup that Docket made.')
  const textAt = magic.byteLength + 4
  const length = await bytesOf(file, magic.byteLength, 4)
  const textBytes = length.byteLength === 4 ? new DataView(length.buffer).getUint32(0) : 0
  if (textBytes === 0 || textBytes > mostHeaderBytes) throw damagedHeader()
  const hashAt = textAt + textBytes + hashBytes
  const chunksAt = hashAt + hashBytes
  const [named, hash] = [await bytesOf(file, 0, hashAt), await bytesOf(file, hashAt, hashBytes)]
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  if (!isEqual(found, hash)) throw damagedHeader()
  const signed = named.slice(0, textAt + textBytes)
  const bound = named.slice(textAt + textBytes)
  const header = readHeader(new TextDecoder().decode(signed.subarray(textAt)))
  const keys = await derive(passphrase, header)
  if (!(await crypto.subtle.verify('HMAC', keys.header, bound, signed)))
    throw new ExpectedError(
      'backup-passphrase',
      'This is not the passphrase of this backup. Nothing was changed; look at capital letters and spaces, and type it again.',
    )
  const cipher = { key: keys.chunks, noncePrefix: fromBase64(header.cipher.noncePrefix), bound }
  return { cipher, chunksAt }
}

function readHeader(text: string): BackupHeader {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damagedHeader()
  }
  const header = headerSchema.safeParse(json)
  if (header.success) return header.data
  const version = z.looseObject({ version: z.int() }).safeParse(json)
  if (version.success && version.data.version > 1)
    throw new ExpectedError(
      'backup-newer',
      'A newer version of Docket made this backup. Update Docket, then restore it.',
    )
  throw damagedHeader()
}

const damagedHeader = () =>
  new ExpectedError(
    'backup-damaged',
    'The beginning of this backup is damaged, so it cannot be opened. Nothing was changed; use another copy of the file, or another backup.',
  )

export const bytesOf = async (file: Blob, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(from, from + length).arrayBuffer())

export function joined(parts: ReadonlyArray<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, at) => byte === other[at])
