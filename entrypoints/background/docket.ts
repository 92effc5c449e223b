import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { timeStampingOn } from '../../lib/browser/time-stamping-on.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { Sealing } from '../../lib/evidence/seal-captures.ts'
import type { TimeStamping } from '../../lib/evidence/stamp-ledger.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieJudgedListings } from '../../lib/storage/dexie-judged-listings.ts'

/** Everything the background works with, built on one open database. */
export interface Docket {
  clock: typeof systemClock
  flags: ReturnType<typeof dexieFlagRepo>
  evidence: ReturnType<typeof dexieEvidenceRepo>
  judged: ReturnType<typeof dexieJudgedListings>
  sealing: Sealing
  timeStamping: TimeStamping
  recordFailure(doing: string, failure: Failure, pageUrl: string | null): Promise<void>
}

let opening: Promise<Docket> | null = null

/** The opened Docket of this background's life; a failed opening is tried again at the next call. */
export function docket(): Promise<Docket> {
  opening ??= openDatabase(storedAnchor).then(build)
  opening.catch(() => {
    opening = null
  })
  return opening
}

function build(database: DocketDatabase): Docket {
  // Closed by a newer version or by the browser: the next call opens it afresh.
  database.on('close', () => {
    opening = null
  })
  return {
    clock: systemClock,
    flags: dexieFlagRepo(database),
    evidence: dexieEvidenceRepo(database),
    judged: dexieJudgedListings(database),
    sealing: sealingOn(database),
    timeStamping: timeStampingOn(database),
    async recordFailure(doing, failure, pageUrl) {
      const atMs = systemClock().wallMs
      await database.incidents.add({ incidentId: newId(atMs), atMs, doing, failure, pageUrl })
    },
  }
}
