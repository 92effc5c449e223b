import type { Clock } from '../../lib/core/clock.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { EvidenceReader } from '../../lib/evidence/evidence-reader.ts'
import type { CaptureFilter } from '../../lib/evidence/find-captures.ts'
import type { GatheringServices } from '../queue/use-being-gathered.ts'

export type ReadBytes = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>

/** What the list of captures needs of the world around it. */
export interface CapturesServices extends GatheringServices {
  reader: EvidenceReader
  readBytes: ReadBytes
  clock: Clock
  /** Why nothing may be written, or null. */
  readOnlyBecause: Failure | null
  /** Addresses of other pages. */
  addresses: {
    capture(captureId: string): string
    evidencePack(captureIds: string[]): string
    storage: string
  }
  /** Puts the filter into the address, so that Back and a bookmark lead to the same list. */
  keepFilter(filter: CaptureFilter): void
  openSite(): void
}
