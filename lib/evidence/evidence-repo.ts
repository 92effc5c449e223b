import type { Artefact, Capture, CaptureJob, ScreenshotStatus, ServerDate } from './capture.ts'
import type { CapturePart, PartKind } from './gather/capture-part.ts'

/** Port of the evidence room to where captures and bytes are kept. */
export interface EvidenceRepo {
  capture(captureId: string): Promise<Capture | null>
  jobs(captureIds: string[]): Promise<CaptureJob[]>
  /** Jobs whose screenshot is still `pending` and that nothing has touched since `beforeMs`. */
  pendingJobs(beforeMs: number): Promise<CaptureJob[]>
  /** Stores bytes under their hash and the new status of each capture in one strict commit. */
  saveScreenshot(
    bytes: Uint8Array<ArrayBuffer>,
    sha256: string,
    statuses: Map<string, ScreenshotStatus>,
    nowMs: number,
  ): Promise<void>
  saveStatuses(statuses: Map<string, ScreenshotStatus>, nowMs: number): Promise<void>
  savePageData(
    captureId: string,
    gathered: Pick<CaptureJob, 'pageData' | 'disagreements'>,
    nowMs: number,
  ): Promise<void>
  /** Captures with parts that are due or running and that nothing touched since `beforeMs`. */
  openCaptures(beforeMs: number): Promise<string[]>
  /** Changes parts of a capture's job in one strict commit. @throws ExpectedError `unknown-capture` */
  saveParts(captureId: string, parts: Partial<Record<PartKind, CapturePart>>, nowMs: number): Promise<void>
  /** Stores one file of a part and adds it to the part's artefacts, in one strict commit. @throws as `saveParts`. */
  keepArtefact(
    captureId: string,
    kind: PartKind,
    artefact: Artefact,
    bytes: Uint8Array<ArrayBuffer>,
    nowMs: number,
  ): Promise<void>
  addServerDates(captureId: string, dates: ServerDate[], nowMs: number): Promise<void>
  /** The bytes stored under this hash, freshly read; null where there are none. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}
