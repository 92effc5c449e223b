import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { timeStampingOn } from '../../lib/browser/time-stamping-on.ts'
import type { ComplaintReader } from '../../lib/complaints/complaint-reader.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { HeaderMaskSetting } from '../../lib/evidence/cover-places.ts'
import type { Sealing } from '../../lib/evidence/seal-captures.ts'
import type { TimeStamping } from '../../lib/evidence/stamp-ledger.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieHeaderMask } from '../../lib/storage/dexie-header-mask.ts'
import { dexieJudgedListings } from '../../lib/storage/dexie-judged-listings.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'

/** Everything the background works with, built on one open database. */
export interface Docket {
  clock: typeof systemClock
  flags: ReturnType<typeof dexieFlagRepo>
  evidence: ReturnType<typeof dexieEvidenceRepo>
  judged: ReturnType<typeof dexieJudgedListings>
  rights: Pick<RightsRepo, 'rights'>
  complaintReader: Pick<ComplaintReader, 'facts'>
  portalRules: Pick<PortalRulesStore, 'read'>
  sealing: Sealing
  timeStamping: TimeStamping
  headerMask: HeaderMaskSetting
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
    rights: dexieRightsRepo(database),
    complaintReader: dexieComplaintReader(database),
    portalRules: dexiePortalRules(database),
    sealing: sealingOn(database),
    timeStamping: timeStampingOn(database),
    headerMask: dexieHeaderMask(database),
    async recordFailure(doing, failure, pageUrl) {
      const atMs = systemClock().wallMs
      await database.incidents.add({ incidentId: newId(atMs), atMs, doing, failure, pageUrl })
    },
  }
}
