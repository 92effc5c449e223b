import type { Complaint } from './complaint.ts'
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

/** Port: what pages about complaints show. */
export interface ComplaintReader {
  /** The whole queue, newest first. */
  queued(): Promise<QueuedListing[]>
  complaints(): Promise<Array<{ complaint: Complaint; lines: number }>>
  /** What is known of these listings, in their order; those that are not stored are left out. */
  facts(comIds: readonly string[]): Promise<ListingFacts[]>
}
