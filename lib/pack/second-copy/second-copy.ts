import type { Failure } from '../../core/result.ts'
import type { CopyState } from '../../evidence/copy-state.ts'
import type { CopyEntry } from '../evidence-pack/enter-export.ts'

/**
 * How the second copy of a capture's newest record stands: a file outside the browser's profile.
 * - `due`: to be written (again); `failure` says why it was not yet.
 * - `writing`: begun. Found after an interruption, the file is looked for before anything is written again.
 * - `copied`: found in its place with the right size, and with the right hash where the place lets Docket read.
 * - `failed`: given up after three tries; `failure` says why.
 */
export interface CopyJob {
  captureId: string
  recordId: string
  state: CopyState
  /** When the record was sealed, or when the place was chosen. */
  dueSinceMs: number
  /** How often it failed. Interruptions, and a place that cannot be written to, do not count. */
  tries: number
  failure: Failure | null
  /** The ledger row that enters it; the same for all tries. */
  entry: CopyEntry | null
  /** The file: known before it gets its name, so that it is known again after an interruption. */
  file: CopyFile | null
  copiedAtMs: number | null
}

export interface CopyFile {
  name: string
  bytes: number
  sha256: string
}

export const dueCopy = (captureId: string, recordId: string, dueSinceMs: number): CopyJob => ({
  captureId,
  recordId,
  state: 'due',
  dueSinceMs,
  tries: 0,
  failure: null,
  entry: null,
  file: null,
  copiedAtMs: null,
})

/** What is not in its second place yet. */
export interface CopyBacklog {
  /** Sealed captures without a copy, failed ones among them. */
  captures: number
  failed: number
  /** Captures whose newest record has its copy. */
  copied: number
  /** Since when the oldest of them is due; null where there is none. */
  oldestDueMs: number | null
  /** Why one of them was given up, else why the oldest was not copied yet; null where it was not tried. */
  failure: Failure | null
}

/** RELIABILITY.md, R4. */
const pressingFrom = { captures: 50, ageMs: 24 * 3_600_000 }

/** Whether so much evidence is in this browser alone that nobody may overlook it. */
export const isPressing = ({ captures, oldestDueMs }: CopyBacklog, nowMs: number): boolean =>
  captures > pressingFrom.captures || (oldestDueMs !== null && nowMs - oldestDueMs > pressingFrom.ageMs)

/** Port to where copy jobs are kept. */
export interface CopyRepo {
  /**
   * Captures whose copy is due or being written, oldest first. Left out is what is still being gathered, unless
   * nothing touched it since `settledBeforeMs`.
   */
  open(settledBeforeMs: number): Promise<string[]>
  job(captureId: string): Promise<CopyJob | null>
  /** False where a newer record was sealed meanwhile: then nothing is stored. */
  save(job: CopyJob): Promise<boolean>
  backlog(): Promise<CopyBacklog>
  /** Number of the last ledger row of which the place holds a copy, and of all before it. */
  copiedLedgerSeq(): Promise<number>
  saveCopiedLedgerSeq(seq: number): Promise<void>
  /** Sets what was given up back to due. Returns how many. */
  retryFailed(): Promise<number>
}

/** Port to the place outside the profile. Files are only ever added to it. */
export interface CopyPlace {
  /** Why nothing can be written there just now, with what to do; null where it can. */
  refusal(): Promise<Failure | null>
  /** The file with this name; null where there is none, or an empty one that an interruption left. */
  find(name: string): Promise<FoundFile | null>
  /**
   * Writes a new file and never over another. `beforeNaming` is awaited when all its bytes are at hand, and
   * before a file of this name can be seen. Returns the file with the name that it got.
   * @throws ExpectedError with a code of `placeFailures` where the place is at fault and not the file;
   *   `copy-needs-page` where only an open page of Docket can write a file of this size.
   */
  write(
    name: string,
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    beforeNaming?: (file: CopyFile) => Promise<void>,
  ): Promise<CopyFile>
}

export interface FoundFile {
  bytes: number
  /** Null where the place does not let Docket read. */
  sha256(): Promise<string | null>
}

/** Failures of the place: they count for no file, and writing others would fail as well. */
export const placeFailures: ReadonlySet<string> = new Set([
  'copy-waits-for-permission',
  'copy-place-gone',
  'copy-no-space',
  'copy-refused',
])
