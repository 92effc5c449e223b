import type { Artefact, Capture, CaptureJob, ServerDate } from '../../lib/evidence/capture.ts'
import type { GatheredFile, PartContext } from '../../lib/evidence/gather/part-gatherer.ts'
import { newCaptureJob } from '../../lib/evidence/new-capture-job.ts'
import { buildListing, buildNewFlag, buildSighting } from './records.ts'

const comId = '1005007000000001'

/** What a gatherer is given, for the capture of an item page; keeps what it hands over in lists. */
export function partContext(
  overrides: {
    capture?: Partial<Capture>
    job?: Partial<CaptureJob>
    have?: Artefact[]
    roomBytes?: number
  } = {},
) {
  const { capture } = buildNewFlag({
    comId,
    row: null,
    listing: buildListing(comId),
    sighting: buildSighting({ pageKind: 'item', pageUrl: `https://www.aliexpress.com/item/${comId}.html` }),
  })
  const wholeCapture = { ...capture, ...overrides.capture }
  const job = newCaptureJob(wholeCapture, { documentKey: 'document', wantsEvidence: true, nowMs: 1 })
  const kept: GatheredFile[] = []
  const dates: ServerDate[] = []
  const stop = new AbortController()
  let room = overrides.roomBytes ?? 100_000_000
  const context: PartContext = {
    capture: wholeCapture,
    job: { ...job, ...overrides.job },
    have: overrides.have ?? [],
    signal: stop.signal,
    roomBytes: () => room,
    keep: async (file) => {
      room -= file.bytes.byteLength
      kept.push(file)
    },
    noteServerDate: async (date) => {
      dates.push(date)
    },
  }
  return { context, kept, dates, stop }
}
