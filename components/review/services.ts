import type { ComplaintReader } from '../../lib/complaints/complaint-reader.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Failure, Result } from '../../lib/core/result.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { PlayStore } from '../../lib/queue/review/play.ts'
import type { ReviewAct } from '../../lib/queue/review/review-act.ts'
import type { ReviewFilter } from '../../lib/queue/review/review-filter.ts'
import type { ReviewMarkRepo } from '../../lib/queue/review/review-mark.ts'
import type { ReviewReader } from '../../lib/queue/review/review-reader.ts'
import type { ReviewSettingsStore } from '../../lib/queue/review/review-settings.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'
import type { SellerIndex } from '../../lib/sellers/seller-index.ts'
import type { SellerReader } from '../../lib/sellers/seller-reader.ts'

/** One thing that was done, and what takes it back. */
export interface DoneInReview {
  text: string
  inverse: ReviewAct
  /** Judgement that it was about; null where there were several. */
  flagId: string | null
}

/** What review needs of the world around it. */
export interface ReviewServices {
  reader: ReviewReader
  repo: FlagRepo
  marks: ReviewMarkRepo
  clock: Clock
  play: PlayStore
  settings: ReviewSettingsStore
  /** What was done since the page was opened, the last at the end; list and play share it. */
  history: DoneInReview[]
  listings: Pick<ComplaintReader, 'facts' | 'pictures'>
  rights: Pick<RightsRepo, 'rights' | 'holders' | 'readFile'>
  rules: PortalRulesStore
  sellers: Pick<SellerReader, 'seller'>
  index: SellerIndex
  /** Bytes of a captured file. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Why nothing may be written; null where it may. */
  readOnlyBecause: Failure | null
  /** Tells the background that the queue changed, so that badge and open pages follow. */
  queueChanged(): Promise<Result<null>>
  openUrl(url: string): void
  /** Keeps the filter in the address, so that Back and a reload show the same. */
  keepFilter(filter: ReviewFilter): void
  addresses: {
    play: string
    capture(captureId: string): string
    seller(sellerId: string): string
    rights: string
    quickEntry: string
  }
}
