import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { StandingReader } from '../../lib/queue/listed-standing.ts'
import type { Right } from '../../lib/rights/right.ts'

/** What the page that takes lists needs of the world around it. */
export interface QuickEntryServices {
  repo: FlagRepo
  standings: StandingReader['standings']
  rights(): Promise<Right[]>
  rules(): Promise<PortalRules>
  clock: Clock
  /** Names this page as the maker of its flags. */
  documentKey: string
  /** Tells the background that the queue changed, so that badge and open pages follow. */
  queueChanged(): Promise<Result<null>>
}
