import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import { observedValue } from '../../core/observation.ts'
import type { CaptureJob } from '../../evidence/capture.ts'
import type { QueueEvidence } from '../../queue/queue-entry.ts'
import { packScreenshot, type ReadBytes } from '../queue-pack/pack-screenshot.ts'
import type { ComplaintReport } from './complaint-report.ts'
import type {
  ListingEvidence,
  ListingEvidenceReader,
  PackedCapture,
  PackedListing,
} from './packed-listing.ts'

/** Where listings and their pictures come from. */
export interface PackedScreenshots {
  evidence: ListingEvidenceReader
  readBytes: ReadBytes
}

/** So many listings are in memory with all that was captured of them. */
const batchSize = 20

/** The screenshots of a complaint's listings, each before the listing that names it. */
export async function* packListings(
  { evidence, readBytes }: PackedScreenshots,
  { lines }: ComplaintToPack,
  { problems }: Pick<ComplaintReport, 'problems'>,
): AsyncGenerator<{ path: string; bytes: Uint8Array<ArrayBuffer> } | PackedListing> {
  for (let start = 0; start < lines.length; start += batchSize) {
    const batch = lines.slice(start, start + batchSize)
    const found = await evidence.evidenceOf(batch.map(({ facts }) => facts.comId))
    for (const [at, { facts }] of batch.entries()) {
      const { comId } = facts
      const stored = found.get(comId) ?? { summary: null, captures: [] }
      const captures: PackedCapture[] = []
      let pictures = 0
      let firstProblem: { code: string; message: string } | null = null
      for (const one of stored.captures) {
        if (!one.capture) continue
        const picture = await packScreenshot(one, readBytes)
        let screenshot: PackedCapture['screenshot'] = null
        if ('bytes' in picture) {
          pictures += 1
          screenshot = { path: `evidence/${comId}_${pictures}.png`, sha256: picture.sha256 }
          yield { path: screenshot.path, bytes: picture.bytes }
        } else if (picture.problem.code.startsWith('screenshot-')) {
          problems.push({ ...picture.problem, comId })
        } else firstProblem ??= picture.problem
        captures.push({ ...(await namedCapture(evidence, one)), screenshot })
      }
      if (pictures === 0 && firstProblem) problems.push({ ...firstProblem, comId })
      if (captures.some(({ recordSha256 }) => recordSha256 === null)) {
        problems.push({
          code: 'not-sealed',
          message: `A capture of item ${comId} is not sealed yet, so its record’s hash is not named. Make the pack anew in a minute.`,
          comId,
        })
      }
      yield packed(start + at + 1, facts, stored, captures)
    }
  }
}

async function namedCapture(
  evidence: ListingEvidenceReader,
  { capture, job }: QueueEvidence,
): Promise<Omit<PackedCapture, 'screenshot'>> {
  if (!capture) throw new Error('A capture that is not stored cannot be named.')
  const { seenAt, pageUrl, shipTo } = capture.sighting
  const recordId = job && sealedRecordId(job)
  const recordSha256 = recordId ? await evidence.recordSha256(recordId) : null
  return { captureId: capture.captureId, seenAt, pageUrl, shipTo, recordSha256 }
}

const sealedRecordId = ({ seal }: CaptureJob): string | null =>
  seal.state === 'sealed' ? seal.recordId : null

function packed(
  number: number,
  { comId, url, title, brand, storeName, sellerId }: ComplaintToPack['lines'][number]['facts'],
  { summary, captures: stored }: ListingEvidence,
  captures: PackedCapture[],
): PackedListing {
  const stating = stored.find(
    ({ capture }) =>
      capture &&
      [capture.listing, capture.row].some((one) => one !== null && observedValue(one.title) === title),
  )
  return {
    number,
    comId,
    shownId: summary?.shownId ?? null,
    url,
    title,
    language: stating?.capture?.sighting.locale ?? null,
    storeName,
    sellerId,
    price: summary?.price ?? null,
    brand,
    captures,
  }
}
