import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { QueueReader } from '../../lib/queue/queue-entry.ts'
import type { ComplaintKnowledge, ComplaintSection } from './complaint-sections.ts'

/** See `useComplaintSections`. */
export interface LoadedComplaints {
  known: ComplaintKnowledge
  complaintSections: (
    groups: readonly ComplaintGroup[],
    known: ComplaintKnowledge,
  ) => ReadonlyMap<QueueGroup, ComplaintSection[]>
}

import type { Right } from '../../lib/rights/right.ts'

/** What the queue's screen needs of the world around it. */
export interface QueueServices {
  reader: QueueReader
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
  /** Opens the filing desk beside the page; call it first thing in a click. */
  openDesk(): Promise<void>
  /** Rights, rules and the code that groups by complaint: loaded when a listing has a right. */
  loadComplaints(): Promise<LoadedComplaints>
  /** All rights, for what ends soon. */
  rights(): Promise<Right[]>
  /** Opens a right at one of its fields. */
  openRight(rightId: string, field: string): void
  openExport(group: QueueGroup): void
  /** Opens the page that makes an evidence pack: of these captures, or of the whole group. */
  openEvidence(group: QueueGroup, captureIds: string[] | null): void
}
