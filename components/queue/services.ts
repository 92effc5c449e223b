import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { QueueEntry, QueueReader } from '../../lib/queue/queue-entry.ts'

/** What the queue's screen needs of the world around it. */
export interface QueueServices {
  /** Every queued listing, newest first, kept up to date. */
  entries: {
    /** @throws what the last reading failed with */
    current(): QueueEntry[]
    subscribe(onChange: () => void): () => void
  }
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
  openExport(group: QueueGroup): void
  /** Opens the page that makes an evidence pack: of these captures, or of the whole group. */
  openEvidence(group: QueueGroup, captureIds: string[] | null): void
}
