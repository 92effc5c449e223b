import type { VerifySource } from '../evidence/capture-check.ts'
import { fingerprintOf } from '../evidence/seal/seal.ts'
import type { DocketDatabase } from './database.ts'
import { dexieKeyStore } from './dexie-key-store.ts'

/** A key of another installation, whose evidence was imported. */
interface ForeignKeyRow {
  publicKeySha256: string
  publicKey: Uint8Array<ArrayBuffer>
}

/** Finds public keys by their fingerprint: this installation's own, and those that came with imported evidence. */
export function dexiePublicKeys(database: DocketDatabase): VerifySource['publicKey'] {
  const foreignKeys = database.table<ForeignKeyRow, string>('foreignKeys')
  return async (publicKeySha256) => {
    const own = await dexieKeyStore(database).signingKey()
    if ((await fingerprintOf(own.publicKey)) === publicKeySha256) return own.publicKey
    return (await foreignKeys.get(publicKeySha256))?.publicKey ?? null
  }
}
