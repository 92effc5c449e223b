import type { ComplaintReader } from '../../lib/complaints/complaint-reader.ts'
import type { ComplaintRepo } from '../../lib/complaints/complaint-repo.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import type { TemplateStore } from '../../lib/complaints/template-store.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'

/** What the pages about complaints need of the world around them. */
export interface ComplaintServices {
  reader: ComplaintReader
  repo: ComplaintRepo
  flags: FlagRepo
  rights: Pick<RightsRepo, 'rights' | 'holders' | 'keepFile' | 'readFile'>
  rules: PortalRulesStore
  templates: TemplateStore
  clock: Clock
  /** Bytes of a captured file. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** The name that the person set for records; null where none is set. */
  operatorName(): Promise<string | null>
  /** Tells the background that the queue changed, so that badge and open pages follow. */
  queueChanged(): Promise<Result<null>>
  openUrl(url: string): void
  saveFile(name: string, file: Blob): Promise<void>
}
