import Dexie from 'dexie'
import { fingerprintOf, type KeyStore, makeSigningKey } from '../evidence/seal/seal.ts'
import { makeWebArchiveKey, type WebArchiveKeyStore } from '../pack/web-archive/web-archive-key.ts'
import type { DocketDatabase } from './database.ts'
import type { KeyRow } from './stored-rows.ts'

/** Keeps this installation's key pairs in the database, as objects that the browser does not export. */
export const dexieKeyStore = (database: DocketDatabase): KeyStore & WebArchiveKeyStore => ({
  signingKey: () => keptKey(database, 'signing', makeSigningKey),
  webArchiveKey: () => keptKey(database, 'web-archive', makeWebArchiveKey),
  async publicKeyOf(fingerprint) {
    const own = await database.keys.get('signing')
    if (own && (await fingerprintOf(own.publicKey)) === fingerprint) return own.publicKey
    return (await database.foreignKeys.get(fingerprint))?.publicKey ?? null
  },
})

async function keptKey(
  { keys }: DocketDatabase,
  keyId: KeyRow['keyId'],
  make: () => Promise<Omit<KeyRow, 'keyId'>>,
): Promise<KeyRow> {
  const key = await keys.get(keyId)
  if (key) return key
  const made = { ...(await make()), keyId }
  try {
    await keys.add(made)
    return made
  } catch (error) {
    // Two contexts made one at the same time: the first stays.
    const first = error instanceof Dexie.ConstraintError ? await keys.get(keyId) : undefined
    if (!first) throw error
    return first
  }
}
