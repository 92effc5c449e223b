import 'fake-indexeddb/auto'
import { newId } from '../../lib/core/ids.ts'
import type { InLedgerLine } from '../../lib/evidence/ledger/ledger-repo.ts'
import type { Installation } from '../../lib/evidence/seal/evidence-record.ts'
import type { Sealing } from '../../lib/evidence/seal/seal-captures.ts'
import type { Restoring } from '../../lib/pack/restore/restore-evidence.ts'
import { openDatabase, openForRestore } from '../../lib/storage/database.ts'
import { dexieCopyRepo } from '../../lib/storage/dexie-copy-repo.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieImportRepo, dexiePapers } from '../../lib/storage/dexie-import-repo.ts'
import { dexieJudgedListings } from '../../lib/storage/dexie-judged-listings.ts'
import { dexieKeyStore } from '../../lib/storage/dexie-key-store.ts'
import { dexieLedgerRepo } from '../../lib/storage/dexie-ledger-repo.ts'
import { dexieRestoreRepo } from '../../lib/storage/dexie-restore-repo.ts'
import { dexieSealRepo } from '../../lib/storage/dexie-seal-repo.ts'
import { dexieTimeStampRepo } from '../../lib/storage/dexie-time-stamp-repo.ts'
import { memoryAnchors } from './memory-anchors.ts'

export const testInstallation: Installation = {
  extension: { version: '0.1.0', buildSha256: 'b'.repeat(64) },
  browser: { name: 'Chrome', version: '156.0.0.0', userAgent: 'Mozilla/5.0 Chrome/156.0.0.0' },
  os: { name: 'linux', architecture: 'x86-64' },
}

/** A fresh database with a clock that moves one second at each look. */
export async function openTestDatabase(name = `test-${newId()}`, anchors = memoryAnchors()) {
  const database = await openDatabase(anchors, name)
  let wallMs = Date.UTC(2026, 10, 23, 10)
  const clock = () => {
    wallMs += 1000
    return { wallMs, monotonicMs: wallMs, offsetMinutes: 60 }
  }
  const sealing: Sealing = {
    seals: dexieSealRepo(database),
    ledger: dexieLedgerRepo(database),
    keys: dexieKeyStore(database),
    anchors,
    inLedgerLine: oneAtATime(),
    clock,
    describeInstallation: async () => testInstallation,
  }
  return {
    database,
    anchors,
    clock,
    sealing,
    flags: dexieFlagRepo(database),
    evidence: dexieEvidenceRepo(database),
    judged: dexieJudgedListings(database),
    stamps: dexieTimeStampRepo(database),
    copies: dexieCopyRepo(database),
    imports: dexieImportRepo(database),
    papersOf: dexiePapers(database),
  }
}

export type TestHouse = Awaited<ReturnType<typeof openTestDatabase>>

/** What restoring into this house's database needs, on a connection of its own. */
export async function restoringIn({ database, sealing, anchors }: TestHouse): Promise<Restoring> {
  const repo = dexieRestoreRepo(await openForRestore(anchors, database.name))
  return { ...sealing, repo, ledger: repo.ledger, operatorName: sealing.seals.operatorName }
}

/** What the Web Lock does in a browser. */
function oneAtATime(): InLedgerLine {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
