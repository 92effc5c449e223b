import { ExpectedError } from '../../core/expected-error.ts'
import { bytesOf, type ChunkCipher, chunkBytes } from './backup-keys.ts'

const tagBytes = 16

/**
 * The nonce of a chunk: prefix of the file, number of the chunk, and whether it is the last (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015).
 * A chunk that was moved, taken from another file, or left without its followers cannot be decrypted.
 */
function nonceOf(
  { noncePrefix }: ChunkCipher,
  place: { number: number; isLast: boolean },
): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12)
  nonce.set(noncePrefix)
  const view = new DataView(nonce.buffer)
  view.setUint32(7, place.number)
  view.setUint8(11, place.isLast ? 1 : 0)
  return nonce
}

const algorithmOf = (cipher: ChunkCipher, number: number, isLast: boolean) => ({
  name: 'AES-GCM',
  iv: nonceOf(cipher, { number, isLast }),
  additionalData: cipher.bound,
  tagLength: tagBytes * 8,
})

/** Takes plain bytes of any length and gives encrypted chunks to `out`; one chunk is in memory. */
export function chunkWriter(cipher: ChunkCipher, out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) {
  let chunk = new Uint8Array(chunkBytes)
  let filled = 0
  let number = 0
  const seal = async (isLast: boolean) => {
    const plain = chunk.subarray(0, filled)
    const sealed = await crypto.subtle.encrypt(algorithmOf(cipher, number, isLast), cipher.key, plain)
    number += 1
    filled = 0
    chunk = new Uint8Array(chunkBytes)
    await out(new Uint8Array(sealed))
  }
  return {
    async write(bytes: Uint8Array): Promise<void> {
      for (let at = 0; at < bytes.byteLength; ) {
        // Sealed only when more follows: the last one is marked, also where it is full.
        if (filled === chunkBytes) await seal(false)
        const taken = bytes.subarray(at, at + chunkBytes - filled)
        chunk.set(taken, filled)
        filled += taken.byteLength
        at += taken.byteLength
      }
    },
    close: () => seal(true),
  }
}

/**
 * The plain bytes of a file, chunk by chunk; nothing is given before it is authenticated.
 * @throws ExpectedError `backup-cut`, `backup-damaged`; with where.
 */
export async function* readChunks(
  file: Blob,
  { cipher, chunksAt }: { cipher: ChunkCipher; chunksAt: number },
  onProgress: (done: number, of: number) => void = () => undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const storedBytes = chunkBytes + tagBytes
  for (let number = 0, at = chunksAt; ; number += 1, at += storedBytes) {
    const stored = await bytesOf(file, at, storedBytes)
    const isLast = at + storedBytes >= file.size
    const plain = await opened(cipher, number, isLast, stored)
    if (!plain) {
      const isCut = isLast && stored.byteLength > 0 && (await opened(cipher, number, false, stored))
      throw isCut || stored.byteLength < tagBytes ? cut() : damaged(at, file.size)
    }
    onProgress(Math.min(file.size, at + storedBytes), file.size)
    yield plain
    if (isLast) return
  }
}

async function opened(
  cipher: ChunkCipher,
  number: number,
  isLast: boolean,
  stored: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const plain = await crypto.subtle.decrypt(algorithmOf(cipher, number, isLast), cipher.key, stored)
    return new Uint8Array(plain)
  } catch (error) {
    // The one thing that WebCrypto says where the authentication fails.
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

const cut = () =>
  new ExpectedError(
    'backup-cut',
    'The end of this backup is missing: it was not copied whole. Nothing was changed; copy the file again, or use another backup.',
  )

const damaged = (at: number, of: number) =>
  new ExpectedError(
    'backup-damaged',
    `This backup is not as it was written (byte ${at} and after, of ${of}). Nothing was changed; use another copy of the file, or another backup.`,
  )
