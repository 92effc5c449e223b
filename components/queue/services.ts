import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { ReadItemEvidence } from '../../lib/queue/listing-state.ts'
import type { QueueEntry, QueueReader } from '../../lib/queue/queue-entry.ts'
import type { Right } from '../../lib/rights/right.ts'
import type { ComplaintKnowledge, ComplaintSection } from './complaint-sections.ts'
import type { GatheringServices } from './use-being-gathered.ts'

/** See `useComplaintSections`. */
export interface LoadedComplaints {
  known: ComplaintKnowledge
  complaintSections: (
    groups: readonly ComplaintGroup[],
    known: ComplaintKnowledge,
  ) => ReadonlyMap<QueueGroup, ComplaintSection[]>
}

/** What the queue's screen needs of the world around it. */
export interface QueueServices extends GatheringServices {
  /** Every queued listing, newest first, kept up to date. */
  entries: {
    /** @throws what the last reading failed with */
    current(): QueueEntry[]
    subscribe(onChange: () => void): () => void
  }
  reader: QueueReader
  itemEvidence: ReadItemEvidence
  repo: FlagRepo
  clock: Clock
  /** Tells the background that the queue changed, so that badge and open pages follow. */
  queueChanged(): Promise<Result<null>>
  /** Asks the page in a tab to take its missing screenshots. */
  takeMissingScreenshots(tabId: number): Promise<Result<null>>
  /** The tab beside the popup where it shows a page of the site; null for any other. */
  sitePage(): Promise<{ tabId: number; url: string } | null>
  copyText(text: string): Promise<void>
  openUrl(url: string): void
  openWelcome(): void
  openComplaints(): void
  /** Opens the list of rights and holders. */
  openRights(): void
  openSettings(): void
  /** Opens the page that takes a list of addresses. */
  openQuickEntry(): void
  /** Opens the filing desk beside the page; call it first thing in a click. */
  openDesk(): Promise<void>
  /** Rights, rules and the code that groups by complaint: loaded when a listing has a right. */
  loadComplaints(): Promise<LoadedComplaints>
  /** All rights, for what ends soon. */
  rights(): Promise<Right[]>
  /** Opens a right at one of its fields. */
  openRight(rightId: string, field: string): void
  /** Opens the page of all evidence, or of one capture. */
  openCaptures(captureId: string | null): void
  openExport(group: QueueGroup): void
  /** Opens the page that makes an evidence pack: of these captures, or of the whole group. */
  openEvidence(group: QueueGroup, captureIds: string[] | null): void
}
