import type { VerifySource } from '../../lib/evidence/capture-check.ts'
import { dexiePublicKeys } from '../../lib/storage/dexie-public-keys.ts'
import type { TestHouse } from './open-test-database.ts'

/** What verifying reads of a test's database. */
export const verifySourceOf = ({ sealing, database, anchors, stamps }: TestHouse): VerifySource => ({
  seals: sealing.seals,
  ledger: sealing.ledger,
  anchors,
  stamps,
  publicKey: dexiePublicKeys(database),
})
