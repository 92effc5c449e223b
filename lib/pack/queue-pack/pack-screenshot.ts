import { sha256Hex } from '../../core/digest.ts'
import { failureFrom } from '../../core/expected-error.ts'
import type { ScreenshotStatus } from '../../evidence/capture.ts'
import type { QueueEvidence } from '../../queue/queue-entry.ts'
import type { PackProblem } from './pack-report.ts'

export type ReadBytes = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>

export type PackScreenshot =
  | { bytes: Uint8Array<ArrayBuffer>; sha256: string }
  | { problem: Omit<PackProblem, 'comId'> }

/**
 * The listing's screenshot, read back and hashed: only bytes that are the ones which were taken go into a
 * pack. Everything else is a problem that the person is told of.
 */
export async function packScreenshot(
  { capture, job }: QueueEvidence,
  readBytes: ReadBytes,
): Promise<PackScreenshot> {
  if (!capture || !job) {
    return problem(
      'capture-missing',
      'What was captured when this listing was flagged is not stored. Flag it again.',
    )
  }
  if (job.screenshot.state !== 'saved') return problem('no-screenshot', whyNoScreenshot(job.screenshot))
  const { sha256 } = job.screenshot.artefact
  let bytes: Uint8Array<ArrayBuffer> | null
  try {
    bytes = await readBytes(sha256)
  } catch (error) {
    return problem('screenshot-unreadable', failureFrom(error, 'reading the screenshot').message)
  }
  if (!bytes) {
    return problem('screenshot-missing', 'The screenshot is recorded but no longer stored. Flag it again.')
  }
  const actual = await sha256Hex(bytes)
  if (actual !== sha256) {
    return problem(
      'screenshot-changed',
      `The stored screenshot is not the one that was taken (SHA-256 ${actual}, recorded ${sha256}), so it is left out. Flag the listing again.`,
    )
  }
  return { bytes, sha256 }
}

/** Why there is no screenshot, and what to do, in a sentence or two. */
export function whyNoScreenshot(status: Exclude<ScreenshotStatus, { state: 'saved' }>): string {
  if (status.state === 'failed') return status.failure.message
  if (status.state === 'pending') {
    return 'The screenshot was not finished. Open the listing and click the toolbar button of Docket.'
  }
  if (status.state === 'not-wanted') {
    return 'The listing was first judged in a way that needs no screenshot. Open it and flag it there to add one.'
  }
  return 'The browser did not allow a screenshot. Open the listing and click the toolbar button of Docket, or allow screenshots on the welcome page.'
}

const problem = (code: PackProblem['code'], message: string): PackScreenshot => ({
  problem: { code, message },
})
