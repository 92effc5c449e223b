import { makeZip } from 'client-zip'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { Moment } from '../../core/clock.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import { runningSha256 } from '../../core/running-digest.ts'
import type { LedgerAnchor } from '../../evidence/ledger/ledger.ts'
import type { QueueGroup } from '../../queue/flag.ts'
import type { QueueEntry, QueueReader } from '../../queue/queue-entry.ts'
import { canonicalItemUrl } from '../../site/item-id.ts'
import { packName, paddedRank, safeFileName } from '../pack-names.ts'
import { linkFiles } from './link-files.ts'
import { csvHead, csvRows, type PackRow } from './listings-csv.ts'
import type { PackReport } from './pack-report.ts'
import { packScreenshot, type ReadBytes } from './pack-screenshot.ts'

/** Where the parts of a pack come from. */
export interface PackSource {
  entries: QueueEntry[]
  evidence: QueueReader['evidence']
  readBytes: ReadBytes
}

export interface PackOptions {
  group: QueueGroup
  /** So many links the portal takes at once. */
  linksPerFile: number
  /** When it is made; all files in the ZIP bear this time. */
  made: Moment
  tool: { name: string; version: string }
  /** Its id, and how far the ledger had come with the row by which it leaves; null where nothing may be entered. */
  entered: { packId: string; ledger: LedgerAnchor } | null
  /** Told after every listing: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
}

export interface QueuePack {
  name: string
  /** The ZIP. Errs with what reading the source threw. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /**
   * What went into it.
   * @throws ExpectedError `pack-unfinished` before the stream has ended.
   */
  report(): PackReport
}

/** So many captures are in memory at once. */
const batchSize = 50

/**
 * Builds the pack of one group as a ZIP that is made while it is read; at most one screenshot and 50
 * captures are in memory. Equal input and clock give equal bytes (in one time zone: ZIP has local times).
 *
 * `screenshots/` comes first, so that the tables can say which of them went in; `manifest.json` is last.
 */
export function buildQueuePack(source: PackSource, options: PackOptions): QueuePack {
  const report: PackReport = {
    group: options.group,
    listings: source.entries.length,
    files: [],
    problems: [],
    sellerUnknown: source.entries.filter(({ listing }) => !listing?.sellerId).map(({ flag }) => flag.comId),
  }
  let isFinished = false
  async function* files() {
    yield* packFiles(source, options, report)
    isFinished = true
  }
  return {
    name: packName(options.group, source.entries.length, options.made),
    stream: makeZip(files(), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
    report() {
      if (!isFinished) {
        throw new ExpectedError('pack-unfinished', 'The pack is not written to its end. Export again.')
      }
      return report
    },
  }
}

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

async function* packFiles(
  source: PackSource,
  options: PackOptions,
  report: PackReport,
): AsyncGenerator<ZipInput> {
  const lastModified = new Date(options.made.wallMs)
  const text = (
    path: string,
    mediaType: string,
    pieces: Iterable<string> | AsyncIterable<string>,
  ): ZipInput => ({
    name: path,
    lastModified,
    input: hashed(pieces, (bytes, sha256) => report.files.push({ path, bytes, sha256, mediaType })),
  })

  const outcomes: ScreenshotOutcome[] = []
  for await (const { rank, entry, evidence } of captured(source)) {
    const { comId } = entry.flag
    if (!entry.listing) report.problems.push({ comId, ...listingMissing })
    const picture =
      entry.flag.captureId === null ? notCaptured : await packScreenshot(evidence, source.readBytes)
    if ('problem' in picture) {
      report.problems.push({ comId, ...picture.problem })
      outcomes.push({ screenshot: null, noScreenshotBecause: picture.problem.message })
    } else {
      const { bytes, sha256 } = picture
      const path = `screenshots/${safeFileName(`${paddedRank(rank, source.entries.length)}-${comId}.png`)}`
      report.files.push({ path, bytes: bytes.length, sha256, mediaType: 'image/png' })
      outcomes.push({ screenshot: { path, sha256 }, noScreenshotBecause: null })
      yield { name: path, lastModified, input: bytes }
    }
    options.onProgress?.(rank, source.entries.length)
  }

  for (const links of linkFiles(
    source.entries.map(({ flag }) => canonicalItemUrl(flag.comId)),
    options.linksPerFile,
  )) {
    yield text(links.path, 'text/plain; charset=utf-8', [links.text])
  }
  const rows = () => packRows(source, options, outcomes)
  yield text('listings.csv', 'text/csv; charset=utf-8', csvPieces(rows()))
  yield text('listings.json', 'application/json', jsonPieces(rows(), options))
  yield { name: 'manifest.json', lastModified, input: encode(manifestText(options, report)) }
}

type ScreenshotOutcome = Pick<PackRow, 'screenshot' | 'noScreenshotBecause'>

const listingMissing = {
  code: 'listing-missing',
  message: 'What was read of this listing is not stored; only its number is known. Flag it again.',
} as const

const notCaptured = {
  problem: {
    code: 'no-screenshot',
    message: 'The listing was added from a list and no page of it was captured. Open it and flag it there.',
  },
} as const

/** Every entry with what was captured of it, in order, read in batches. */
async function* captured({ entries, evidence }: PackSource) {
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize)
    const found = await evidence(batch.flatMap(({ flag }) => flag.captureId ?? []))
    for (const [index, entry] of batch.entries()) {
      const nothing = { capture: null, job: null }
      yield { rank: start + index + 1, entry, evidence: found.get(entry.flag.captureId ?? '') ?? nothing }
    }
  }
}

async function* packRows(
  source: PackSource,
  { made }: PackOptions,
  outcomes: ScreenshotOutcome[],
): AsyncGenerator<PackRow> {
  for await (const row of captured(source)) {
    const outcome = outcomes[row.rank - 1] ?? { screenshot: null, noScreenshotBecause: null }
    yield { ...row, ...outcome, offsetMinutes: made.offsetMinutes }
  }
}

async function* csvPieces(rows: AsyncIterable<PackRow>) {
  yield csvHead()
  for await (const row of rows) yield csvRows([row])
}

/** One listing a line: everything that is stored of it. */
async function* jsonPieces(rows: AsyncIterable<PackRow>, { group }: PackOptions) {
  yield `{"format":"docket-listings","formatVersion":1,"group":${JSON.stringify(group)},"listings":[`
  let separator = '\n'
  for await (const { rank, entry, evidence, screenshot, noScreenshotBecause } of rows) {
    yield separator + canonicalJson({ rank, ...entry, ...evidence, screenshot, noScreenshotBecause })
    separator = ',\n'
  }
  yield '\n]}\n'
}

function manifestText({ group, made, tool, entered }: PackOptions, report: PackReport): string {
  const manifest = {
    format: 'docket-queue-pack',
    formatVersion: 1,
    tool,
    packId: entered?.packId ?? null,
    ledger: entered?.ledger ?? null,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    group,
    listings: report.listings,
    hash: 'SHA-256',
    files: report.files,
    problems: report.problems,
    sellerUnknown: report.sellerUnknown,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The pieces as bytes, counted and hashed on their way; `done` is told when the last has gone through. */
async function* hashed(
  pieces: Iterable<string> | AsyncIterable<string>,
  done: (bytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = runningSha256()
  let length = 0
  for await (const piece of pieces) {
    const bytes = encode(piece)
    digest.update(bytes)
    length += bytes.length
    yield bytes
  }
  done(length, digest.finish())
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
