import { observedValue } from '../core/observation.ts'
import type { Capture, CaptureJob } from '../evidence/capture.ts'
import type { Flag, ListingSummary } from '../queue/flag.ts'
import { countryCodeOf } from '../rights/country-code.ts'
import { calendarDateOf } from '../rights/expiry.ts'
import type { Complaint, ComplaintLine } from './complaint.ts'
import type { ListingFacts } from './listing-facts.ts'

/** Everything that is stored of one listing. */
export interface StoredListing {
  summary: ListingSummary
  /** Its judgement as it stands; null where it was taken back. */
  flag: Pick<Flag, 'verdict'> | null
  captures: readonly Capture[]
  jobs: readonly CaptureJob[]
  /** Its complaint lines, each with its complaint, and whether it was taken down there. */
  lines: ReadonlyArray<{ line: ComplaintLine; complaint: Complaint; wasRemoved: boolean }>
}

/** What the checks need of a listing, from what is stored of it. */
export function readListingFacts({ summary, flag, captures, jobs, lines }: StoredListing): ListingFacts {
  const newestFirst = [...captures].sort((one, other) => seenMs(other) - seenMs(one))
  const [newest] = newestFirst
  const oldest = newestFirst.at(-1)
  const items = newestFirst.flatMap(({ listing }) => listing ?? [])
  const stated = <Value>(read: (listing: (typeof items)[number]) => Value | null): Value | null =>
    items.map(read).find((value) => value !== null) ?? null
  return {
    comId: summary.comId,
    title: summary.title,
    brand: stated(({ brand }) => observedValue(brand)),
    storeName: summary.storeName,
    imageUrl: summary.imageUrl,
    sellerId: summary.sellerId,
    storeNumbers: storeNumbersOf(newestFirst),
    shipTo:
      newestFirst
        .map(({ sighting }) => sighting.shipTo && countryCodeOf(sighting.shipTo))
        .find((country) => country !== null && country !== '') ?? null,
    isSellerHidden: stated(({ sellerHidden }) => observedValue(sellerHidden)) === true,
    url: summary.url,
    isFlagged: flag?.verdict === 'infringing',
    screenshots: jobs.filter(({ screenshot }) => screenshot.state === 'saved').length,
    isItemCaptured: items.length > 0,
    lastOnlineMs: newestFirst.filter(({ sighting }) => sighting.pageState === 'ready').map(seenMs)[0] ?? null,
    isRemoved: newest?.sighting.pageState === 'removed',
    firstTraceOn: oldest ? calendarDateOf(seenMs(oldest), oldest.sighting.seenAt.offsetMinutes) : null,
    elsewhere: lines.map(({ line, complaint, wasRemoved }) => ({
      complaintId: complaint.complaintId,
      rightId: line.rightId,
      state: line.state,
      on: complaint.filedOn,
      wasRemoved,
    })),
  }
}

const seenMs = ({ sighting }: Capture): number => sighting.seenAt.wallMs

function storeNumbersOf(captures: readonly Capture[]): string[] {
  const numbers = captures.flatMap(({ listing, row }) => [
    ...((listing && observedValue(listing.storeNumbers)) ?? []),
    ...(row ? [observedValue(row.storeNumber)].filter((number) => number !== null) : []),
  ])
  return [...new Set(numbers)]
}
