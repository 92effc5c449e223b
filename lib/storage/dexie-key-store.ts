import Dexie from 'dexie'
import { fingerprintOf, type KeyStore, makeSigningKey } from '../evidence/seal.ts'
import type { DocketDatabase } from './database.ts'

/** Keeps this installation's key pair in the database, as an object that the browser does not export. */
export function dexieKeyStore({ keys, foreignKeys }: DocketDatabase): KeyStore {
  const stored = () => keys.get('signing')
  return {
    async signingKey() {
      const key = await stored()
      if (key) return key
      const made = { ...(await makeSigningKey()), keyId: 'signing' as const }
      try {
        await keys.add(made)
        return made
      } catch (error) {
        // Two contexts made one at the same time: the first stays.
        const first = error instanceof Dexie.ConstraintError ? await stored() : undefined
        if (!first) throw error
        return first
      }
    },
    async publicKeyOf(fingerprint) {
      const own = await stored()
      if (own && (await fingerprintOf(own.publicKey)) === fingerprint) return own.publicKey
      return (await foreignKeys.get(fingerprint))?.publicKey ?? null
    },
  }
}
