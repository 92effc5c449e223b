import { copyNow } from '../../lib/browser/copy-now.ts'
import { storedAnchor } from '../../lib/browser/ledger-anchor.ts'
import { lookThrough } from '../../lib/browser/look-through.ts'
import { sealingOn } from '../../lib/browser/sealing-on.ts'
import { timeStampingOn } from '../../lib/browser/time-stamping-on.ts'
import type { ComplaintReader } from '../../lib/complaints/complaint-reader.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { HeaderMaskSetting } from '../../lib/evidence/screenshot/cover-places.ts'
import type { Sealing } from '../../lib/evidence/seal/seal-captures.ts'
import type { TimeStamping } from '../../lib/evidence/time-stamp/stamp-ledger.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'
import type { SellerIndex } from '../../lib/sellers/seller-index.ts'
import { type DocketDatabase, openDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFiledListings } from '../../lib/storage/dexie-filed-listings.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieHeaderMask } from '../../lib/storage/dexie-header-mask.ts'
import { dexieJudgedListings } from '../../lib/storage/dexie-judged-listings.ts'
import { dexieLineOutcomes } from '../../lib/storage/dexie-line-outcomes.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieReminderCount } from '../../lib/storage/dexie-reminder-count.ts'
import { dexieReminders } from '../../lib/storage/dexie-reminders.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { dexieSellerRecords } from '../../lib/storage/dexie-seller-records.ts'
import { dexieTrackRepo } from '../../lib/storage/dexie-track-repo.ts'
import { openSparingly } from '../../lib/storage/open-sparingly.ts'
import type { CountReminders, ReminderStore } from '../../lib/tracking/reminders.ts'
import type { TrackRepo } from '../../lib/tracking/track-repo.ts'

/** Everything the background works with, built on one open database. */
export interface Docket {
  clock: typeof systemClock
  flags: ReturnType<typeof dexieFlagRepo>
  evidence: ReturnType<typeof dexieEvidenceRepo>
  judged: ReturnType<typeof dexieJudgedListings>
  rights: Pick<RightsRepo, 'rights'>
  complaintReader: Pick<ComplaintReader, 'facts'>
  portalRules: Pick<PortalRulesStore, 'read'>
  sellers: SellerIndex
  /** What pages say of the sellers of these listings, by comId. */
  sellerRecords: ReturnType<typeof dexieSellerRecords>
  /** How listings stand that are in filed complaints. */
  filed: ReturnType<typeof dexieFiledListings>
  tracks: TrackRepo
  reminders: ReminderStore
  countReminders: CountReminders
  sealing: Sealing
  timeStamping: TimeStamping
  headerMask: HeaderMaskSetting
  /** Writes the second copies that are due. */
  copyDue(): Promise<void>
  database: DocketDatabase
  close(): Promise<void>
  recordFailure(doing: string, failure: Failure, pageUrl: string | null): Promise<void>
}

let onSealed: () => void = () => undefined

/** Calls back whenever a capture was sealed here. */
export function listenToSealing(callback: () => void): void {
  onSealed = callback
}

const once = openSparingly(() => openDatabase(storedAnchor).then(build), systemClock)

/** The opened Docket of this background's life. */
export const docket = (): Promise<Docket> => once.get()

/** Looks through the next stored evidence, where its turn has come or at once: see `lib/browser/look-through.ts`. */
export const lookThroughEvidence = (options?: { isDue: boolean }): Promise<void> =>
  lookThrough(async () => (await docket()).database, options)

/** After evidence was restored: the next call opens the database anew and compares it with its anchor again. */
export async function reopen(): Promise<void> {
  await (await once.forget())?.close()
}

function build(database: DocketDatabase): Docket {
  // Closed by a newer version or by the browser: the next call opens it afresh.
  database.on('close', () => void once.forget())
  return {
    clock: systemClock,
    flags: dexieFlagRepo(database),
    evidence: dexieEvidenceRepo(database),
    judged: dexieJudgedListings(database),
    rights: dexieRightsRepo(database),
    complaintReader: dexieComplaintReader(database),
    portalRules: dexiePortalRules(database),
    sellers: dexieSellerIndex(database),
    sellerRecords: dexieSellerRecords(database, dexieLineOutcomes(database)),
    filed: dexieFiledListings(database),
    tracks: dexieTrackRepo(database),
    reminders: dexieReminders(database),
    countReminders: dexieReminderCount(database),
    sealing: telling(sealingOn(database)),
    timeStamping: timeStampingOn(database),
    headerMask: dexieHeaderMask(database),
    copyDue: async () => void (await copyNow(database)),
    database,
    close: async () => database.close(),
    async recordFailure(doing, failure, pageUrl) {
      const atMs = systemClock().wallMs
      await database.incidents.add({ incidentId: newId(atMs), atMs, doing, failure, pageUrl })
    },
  }
}

const telling = (sealing: Sealing): Sealing => ({
  ...sealing,
  seals: {
    ...sealing.seals,
    async saveSeal(job, seal) {
      await sealing.seals.saveSeal(job, seal)
      if (seal.state === 'sealed') onSealed()
    },
  },
})
