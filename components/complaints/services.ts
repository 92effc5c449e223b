import type { Comparison } from '../../lib/complaints/complaint.ts'
import type { ComplaintReader, ListingPicture } from '../../lib/complaints/complaint-reader.ts'
import type { ComplaintRepo } from '../../lib/complaints/complaint-repo.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import type { TemplateStore } from '../../lib/complaints/template-store.ts'
import type { Clock } from '../../lib/core/clock.ts'
import type { Result } from '../../lib/core/result.ts'
import type { FlagRepo } from '../../lib/queue/flag-repo.ts'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import type { RightsRepo } from '../../lib/rights/rights-repo.ts'

/** What goes into the picture or the PDF of a comparison. */
export interface ComparisonExport {
  comId: string
  genuine: Pick<DocumentRef, 'sha256' | 'mediaType'>
  listing: Pick<ListingPicture, 'sha256' | 'mediaType'>
  differences: Comparison['differences']
  captions: { genuine: string; listing: string }
  facts: readonly string[]
}

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
  /** Opens the filing desk beside the page with this complaint on it; call it first thing in a click. */
  openDesk(complaintId: string): Promise<void>
  /** Draws both pictures with their numbers and saves them as one picture, or as PDF, in the downloads folder. */
  exportComparison(name: string, kind: 'png' | 'pdf', comparison: ComparisonExport): Promise<void>
}
