import type { VerifySource } from '../evidence/capture-check.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexiePublicKeys } from '../storage/dexie-public-keys.ts'
import { dexieTimeStampRepo } from '../storage/dexie-time-stamp-repo.ts'
import { storedAnchor } from './ledger-anchor.ts'
import { sealingOn } from './sealing-on.ts'

/** What verifying reads, joined to this browser and its one open database. */
export function verifySourceOn(database: DocketDatabase): VerifySource {
  const { seals, ledger } = sealingOn(database)
  return {
    seals,
    ledger,
    anchors: storedAnchor,
    stamps: dexieTimeStampRepo(database),
    publicKey: dexiePublicKeys(database),
  }
}
