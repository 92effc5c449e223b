import type { FollowUpRepo } from '../../lib/complaints/follow-up.ts'
import type { OwnDaysStore } from '../../lib/tracking/own-days-store.ts'
import type { TrackReader, TrackRepo } from '../../lib/tracking/track-repo.ts'
import type { ComplaintServices } from '../complaints/services.ts'

/** What the pages about filed complaints need of the world around them. */
export interface FollowUpServices
  extends Pick<
    ComplaintServices,
    'reader' | 'rights' | 'rules' | 'clock' | 'queueChanged' | 'openUrl' | 'openDesk'
  > {
  tracks: TrackReader
  repo: TrackRepo
  followUps: Pick<FollowUpRepo, 'all'>
  ownDays: OwnDaysStore
  /** Saves a file in the downloads folder. */
  saveFile(file: Blob, name: string): Promise<void>
}
