import type { Capture, CaptureJob, ScreenshotStatus } from './capture.ts'

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
  /** The bytes stored under this hash, freshly read; null where there are none. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}
