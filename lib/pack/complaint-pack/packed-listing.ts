import type { Moment } from '../../core/clock.ts'
import type { ListingSummary } from '../../queue/flag.ts'
import type { QueueEvidence } from '../../queue/queue-entry.ts'

/** Everything captured of one listing. */
export interface ListingEvidence {
  /** Null where what was read of it is not stored. */
  summary: ListingSummary | null
  /** Newest first. */
  captures: QueueEvidence[]
}

/** Port of complaint packs to where evidence is read from. */
export interface ListingEvidenceReader {
  /** An entry for every listing that was asked. */
  evidenceOf(comIds: readonly string[]): Promise<Map<string, ListingEvidence>>
  /** SHA-256 of a sealed record; null where it is not stored. */
  recordSha256(recordId: string): Promise<string | null>
}

/** A capture of a listing as a pack names it. */
export interface PackedCapture {
  captureId: string
  seenAt: Moment
  pageUrl: string
  shipTo: string | null
  /** SHA-256 of the newest sealed record; null while it is not sealed. */
  recordSha256: string | null
  /** Path in the complaint's folder, and hash; null where there is none. */
  screenshot: { path: string; sha256: string } | null
}

/** A listing as a pack names it. */
export interface PackedListing {
  /** Place in the complaint, from 1. */
  number: number
  comId: string
  shownId: string | null
  url: string
  title: string | null
  /** Language of the page that stated the title, e.g. "zh_CN". */
  language: string | null
  storeName: string | null
  sellerId: string | null
  price: string | null
  brand: string | null
  /** Newest first. */
  captures: PackedCapture[]
}
