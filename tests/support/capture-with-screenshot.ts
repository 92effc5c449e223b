import { sha256Hex } from '../../lib/core/digest.ts'
import type { ScreenshotStatus } from '../../lib/evidence/capture.ts'
import type { FlagRequest } from '../../lib/messaging/protocol.ts'
import { flagListing } from '../../lib/queue/flag-listing.ts'
import type { TestHouse } from './open-test-database.ts'
import { buildNewFlag } from './records.ts'

/**
 * Flags a listing and stores an invented screenshot for it. Returns the capture's id. The judgement leaves no act
 * for the ledger, so that its rows are those of what is tested.
 */
export async function captureWithScreenshot(
  house: TestHouse,
  overrides: Partial<FlagRequest> = {},
  png: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(40)),
): Promise<string> {
  const flag = buildNewFlag(overrides)
  const { captureId } = flag.capture
  await flagListing({ repo: house.flags, clock: house.clock }, flag)
  await house.database.meta.where('key').startsWith('act:').delete()
  const sha256 = await sha256Hex(png)
  const status: ScreenshotStatus = {
    state: 'saved',
    artefact: {
      kind: 'viewport-screenshot',
      name: 'viewport-screenshot.png',
      mediaType: 'image/png',
      bytes: png.byteLength,
      sha256,
      obtainedBy: 'tabs.captureVisibleTab',
      sourceUrl: null,
      cut: null,
      redacted: [],
      subject: { x: 1, y: 2, width: 3, height: 4 },
      takenAtMs: house.clock().wallMs,
      pageUrl: flag.capture.sighting.pageUrl,
    },
  }
  await house.evidence.saveScreenshot(png, sha256, new Map([[captureId, status]]), house.clock().wallMs)
  return captureId
}
