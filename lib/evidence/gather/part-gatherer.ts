import type { Failure } from '../../core/result.ts'
import type { Artefact, Capture, CaptureJob, ServerDate } from '../capture.ts'
import type { PartKind } from './capture-part.ts'

/** A file as it was obtained, before it is hashed and stored. */
export type GatheredFile = Omit<Artefact, 'sha256' | 'bytes'> & { bytes: Uint8Array<ArrayBuffer> }

/** What a gatherer may use and tell. */
export interface PartContext {
  capture: Capture
  job: CaptureJob
  /** Files that an earlier try stored; they are not gathered again. */
  have: Artefact[]
  /** Aborted when the person cancels or the capture's time is up. */
  signal: AbortSignal
  /** Bytes that the capture may still take. */
  roomBytes(): number
  /**
   * Hashes, stores and reads back one file; it is safe from then on.
   * @throws ExpectedError `capture-full` where the capture's limit is reached, `not-stored`, `storage-refused`
   */
  keep(file: GatheredFile): Promise<void>
  noteServerDate(date: ServerDate): Promise<void>
}

/**
 * How a try ended. `problems` name single files that are missing. A `final` failure is not tried again by
 * itself: another try cannot mend it.
 */
export type PartOutcome =
  | { state: 'done'; problems: Failure[] }
  | { state: 'not-wanted'; reason: Failure }
  | { state: 'failed'; failure: Failure; final: boolean }

/** Gathers one part. What it throws counts as a failed try. */
export type PartGatherer = (context: PartContext) => Promise<PartOutcome>

export type PartGatherers = Record<PartKind, PartGatherer>
