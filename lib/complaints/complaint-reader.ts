import type { ArtefactKind } from '../evidence/capture.ts'
import type { Complaint, ComplaintLine } from './complaint.ts'
import type { ListingFacts } from './listing-facts.ts'

/** A queued listing with what is decided of it and what is known of it. */
export interface QueuedListing {
  flagId: string
  comId: string
  ipType: 'trademark' | 'copyright' | 'patent' | null
  rightId: string | null
  reasonId: string | null
  /** The draft in which it stands; null while it stands in none. */
  complaintId: string | null
  facts: ListingFacts
}

/** A complaint with everything that is known of its listings, read at one time. */
export interface ReadComplaint {
  complaint: Complaint
  /** In their order. */
  lines: Array<{ line: ComplaintLine; facts: ListingFacts }>
}

/** A picture of a listing that was captured. */
export interface ListingPicture {
  sha256: string
  kind: ArtefactKind
  name: string
  mediaType: string
  takenAtMs: number
}

/** Port: what pages about complaints show. */
export interface ComplaintReader {
  /** The whole queue, newest first. */
  queued(): Promise<QueuedListing[]>
  complaints(): Promise<Array<{ complaint: Complaint; lines: number }>>
  /** Null where it is not stored (any more). */
  complaint(complaintId: string): Promise<ReadComplaint | null>
  /** Pictures of a listing, newest first: those of the product before the screenshots. */
  pictures(comId: string): Promise<ListingPicture[]>
  /** Those of these listings, as far as they are stored, of which no screenshot is kept. By index: for thousands. */
  withoutScreenshot(comIds: readonly string[]): Promise<string[]>
  /** What is known of these listings, in their order; those that are not stored are left out. */
  facts(comIds: readonly string[]): Promise<ListingFacts[]>
}
