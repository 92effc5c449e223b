import type { DeskStore } from '../../../lib/complaints/desk-store.ts'
import type { FollowUpRepo } from '../../../lib/complaints/follow-up.ts'
import type { OwnDaysStore } from '../../../lib/tracking/own-days-store.ts'
import type { DraftStore } from '../../rights/draft-store.ts'
import type { ComparisonExport, ComplaintServices } from '../services.ts'

/** What the filing desk needs of the world around it. */
export interface DeskServices
  extends Pick<
    ComplaintServices,
    'reader' | 'repo' | 'rights' | 'rules' | 'clock' | 'readBytes' | 'queueChanged'
  > {
  desk: DeskStore
  /** Keeps what is typed and not sent yet. */
  drafts: Pick<DraftStore, 'read' | 'write' | 'remove'>
  followUps: FollowUpRepo
  ownDays: Pick<OwnDaysStore, 'read'>
  /** Whether pages get a file of this browser's own making when it is dragged onto them. */
  dragsFiles: boolean
  copyText(text: string): Promise<void>
  /** Saves a file in the downloads folder, under a name that may have folders. */
  saveFile(file: Blob, name: string): Promise<void>
  /** Draws both pictures with their numbers as one. */
  drawComparison(comparison: ComparisonExport): Promise<Blob>
  /** Opens the complaint's own page in a tab. */
  openComplaint(complaintId: string): void
  openComplaints(): void
}
