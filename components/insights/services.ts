import type { InsightReader } from '../../lib/insights/insight-reader.ts'
import type { WorkBaselineStore } from '../../lib/insights/work-saved.ts'
import type { WritePaper } from '../../lib/pack/paper/paper.ts'
import type { ComplaintServices } from '../complaints/services.ts'
import type { SellersServices } from '../sellers/services.ts'

/** What the page of insights needs of the world around it. */
export interface InsightsServices
  extends Pick<ComplaintServices, 'rights' | 'rules' | 'clock'>,
    Pick<SellersServices, 'index' | 'readOnlyBecause'> {
  reader: InsightReader
  baseline: WorkBaselineStore
  /** Of Docket, for reports. */
  version: string
  writePaper: WritePaper
  /** Saves a file in the downloads folder. */
  saveFile(file: Blob, name: string): Promise<void>
  addresses: {
    capture(captureId: string): string
    /** Captures that name the item. */
    captures(comId: string): string
  }
}
