import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { isUnreadable } from '../../evidence/seal/is-unreadable.ts'
import type { ImportRepo } from './import-repo.ts'

type ByteStore = Pick<ImportRepo, 'readBytes' | 'putBytes'>

/**
 * Makes sure that the bytes with this hash are stored, and reads them back. Bytes that are there and damaged are
 * put right: only those with the hash can take their place. Returns whether anything had to be written.
 * @throws ExpectedError `not-stored`
 */
export async function storeBytes(
  store: ByteStore,
  sha256: string,
  bring: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<boolean> {
  if (await isStored(store, sha256)) return false
  await store.putBytes(sha256, await bring())
  if (await isStored(store, sha256)) return true
  throw new ExpectedError(
    'not-stored',
    'The storage did not return a file as it was written. Free some disk space, restart the browser and try again.',
  )
}

/** Whether the stored bytes are those with the hash. Bytes that the browser cannot read count as not stored. */
export async function isStored(
  { readBytes }: Pick<ByteStore, 'readBytes'>,
  sha256: string,
): Promise<boolean> {
  let bytes: Uint8Array<ArrayBuffer> | null
  try {
    bytes = await readBytes(sha256)
  } catch (error) {
    if (isUnreadable(error)) return false
    throw error
  }
  return bytes !== null && (await sha256Hex(bytes)) === sha256
}
