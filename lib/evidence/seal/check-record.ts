import { sha256Hex } from '../../core/digest.ts'
import type { Failure } from '../../core/result.ts'
import { isSignedBy } from './seal.ts'
import type { SealedRecord } from './seal-repo.ts'

/** Why these are not the bytes that were hashed and signed, or null where they are. */
export async function checkRecordBytes(
  bytes: Uint8Array<ArrayBuffer>,
  {
    sha256,
    signature,
    publicKey,
  }: Pick<SealedRecord, 'sha256' | 'signature'> & { publicKey: Uint8Array<ArrayBuffer> },
): Promise<Failure | null> {
  const actual = await sha256Hex(bytes)
  if (actual !== sha256) {
    return {
      code: 'record-changed',
      message: `The record is not the one that was sealed (SHA-256 ${actual}, sealed ${sha256}).`,
    }
  }
  if (await isSignedBy(publicKey, signature, bytes)) return null
  return { code: 'signature-wrong', message: 'The signature of the record was not made by this key.' }
}

/** Why an artefact's bytes are not the ones that were taken, or null where they are. */
export async function checkArtefactBytes(
  bytes: Uint8Array<ArrayBuffer> | null,
  { name, bytes: length, sha256 }: { name: string; bytes: number; sha256: string },
): Promise<Failure | null> {
  if (!bytes) return { code: 'artefact-missing', message: `${name} is recorded but no longer stored.` }
  const actual = await sha256Hex(bytes)
  if (actual === sha256 && bytes.byteLength === length) return null
  return {
    code: 'artefact-changed',
    message: `${name} is not what was taken (SHA-256 ${actual}, recorded ${sha256}).`,
  }
}
