import 'fake-indexeddb/auto'
import { newId } from '../../lib/core/ids.ts'
import { openDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieJudgedListings } from '../../lib/storage/dexie-judged-listings.ts'

/** A fresh database with a clock that moves one second at each look. */
export async function openTestDatabase() {
  const database = await openDatabase(`test-${newId()}`)
  let wallMs = Date.UTC(2026, 10, 23, 10)
  const clock = () => {
    wallMs += 1000
    return { wallMs, monotonicMs: wallMs, offsetMinutes: 60 }
  }
  return {
    database,
    clock,
    flags: dexieFlagRepo(database),
    evidence: dexieEvidenceRepo(database),
    judged: dexieJudgedListings(database),
  }
}
