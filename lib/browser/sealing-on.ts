import { systemClock } from '../core/clock.ts'
import type { Sealing } from '../evidence/seal/seal-captures.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexieKeyStore } from '../storage/dexie-key-store.ts'
import { dexieLedgerRepo } from '../storage/dexie-ledger-repo.ts'
import { dexieSealRepo } from '../storage/dexie-seal-repo.ts'
import { describeInstallation } from './describe-installation.ts'
import { storedAnchor } from './ledger-anchor.ts'
import { inLedgerLine } from './ledger-line.ts'

/** What sealing and exporting evidence need, joined to this browser and its one open database. */
export const sealingOn = (database: DocketDatabase): Sealing => ({
  seals: dexieSealRepo(database),
  ledger: dexieLedgerRepo(database),
  keys: dexieKeyStore(database),
  anchors: storedAnchor,
  inLedgerLine,
  clock: systemClock,
  describeInstallation,
})
