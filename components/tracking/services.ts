import type { FollowUpRepo } from '../../lib/complaints/follow-up.ts'
import type { PageState } from '../../lib/site/page-context.ts'
import type { OwnDaysStore } from '../../lib/tracking/own-days-store.ts'
import type { ReminderStore } from '../../lib/tracking/reminders.ts'
import type { TrackReader, TrackRepo } from '../../lib/tracking/track-repo.ts'
import type { VisitListStore } from '../../lib/tracking/visit-list.ts'
import type { ComplaintServices } from '../complaints/services.ts'

/** The one tab in which listings of the visit list are opened. */
export interface VisitTabs {
  /** Shows a listing in front of everything: in the tab of the last one where that still shows it, else in a new one. */
  open(comId: string, last: string | null): Promise<void>
  /** What stands where this listing was opened; null where it is open nowhere, or the page does not say yet. */
  stateOf(comId: string): Promise<PageState | null>
}

/** What the pages about filed complaints need of the world around them. */
export interface FollowUpServices
  extends Pick<
    ComplaintServices,
    'reader' | 'rights' | 'rules' | 'clock' | 'queueChanged' | 'openUrl' | 'openDesk'
  > {
  tracks: TrackReader
  repo: TrackRepo
  followUps: Pick<FollowUpRepo, 'all' | 'change'>
  ownDays: OwnDaysStore
  visits: VisitListStore
  reminders: Pick<ReminderStore, 'read' | 'silence'>
  visitTabs: VisitTabs
  /** Saves a file in the downloads folder. */
  saveFile(file: Blob, name: string): Promise<void>
}
