import type { CaptureJob, ScreenshotStatus } from '../../lib/evidence/capture.ts'
import type { PartKind } from '../../lib/evidence/gather/capture-part.ts'
import { captureWords as words } from './capture-words.ts'

interface NotGatheredProps {
  job: CaptureJob
  part: PartKind | 'viewport-screenshot'
}

/** In the place of a file that is not there: why. */
export const NotGathered = ({ job, part }: NotGatheredProps) => (
  <p className="text-ink-soft">{words.notGathered(whyNot(job, part))}</p>
)

function whyNot({ screenshot, parts }: CaptureJob, part: NotGatheredProps['part']): string | null {
  if (part === 'viewport-screenshot') return whyNoScreenshot(screenshot)
  const stored = parts[part]
  return stored ? (stored.failure?.message ?? null) : words.ofItemPagesOnly
}

function whyNoScreenshot(status: ScreenshotStatus): string | null {
  if (status.state === 'failed') return status.failure.message
  return status.state === 'no-permission' ? words.noScreenshotPermission : null
}
