import type { Capture, CaptureJob } from '../evidence/capture.ts'
import type { Flag, ListingSummary } from './flag.ts'

/**
 * One listing in the queue, as lists need it: small, so that thousands are read at once. What was captured
 * of it is read apart (`QueueEvidence`), for the rows in view or while a pack is written.
 */
export interface QueueEntry {
  flag: Flag
  /** Null only where stored data is damaged: every flag is committed together with its listing. */
  listing: ListingSummary | null
}

/** What was captured when the listing was flagged; null where it is not stored (any more). */
export interface QueueEvidence {
  capture: Capture | null
  job: CaptureJob | null
}

/** Port of the queue to where it is read from. */
export interface QueueReader {
  /** Every queued flag with its listing, newest first. */
  entries(): Promise<QueueEntry[]>
  /** Capture ids, of any listing, whose screenshot is not there: pending, not permitted or failed. */
  captureIdsWithoutScreenshot(): Promise<Set<string>>
  /**
   * Ids of everything that was captured of these listings as evidence, in their order, each listing's oldest first:
   * the page on which it was flagged, and item pages that were opened later. Imported captures are no part of it.
   */
  captureIdsOf(comIds: string[]): Promise<string[]>
  /** What was captured, by capture id; an entry for every id that was asked. */
  evidence(captureIds: string[]): Promise<Map<string, QueueEvidence>>
}
