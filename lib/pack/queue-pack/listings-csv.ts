import Papa from 'papaparse'
import { isoWithOffset } from '../../core/iso-time.ts'
import type { QueueEntry, QueueEvidence } from '../../queue/queue-entry.ts'
import { canonicalItemUrl } from '../../site/item-id.ts'
import { spreadsheetCell } from '../spreadsheet-cell.ts'

type Cell = string | number | boolean | null

/** What a row of the table is made of. */
export interface PackRow {
  rank: number
  entry: QueueEntry
  evidence: QueueEvidence
  /** Path and hash of its screenshot in the pack; null where it has none. */
  screenshot: { path: string; sha256: string } | null
  /** Why it has none. */
  noScreenshotBecause: string | null
  /** Minutes to add to UTC for the local time of the person who exports. */
  offsetMinutes: number
}

const columns: Array<[name: string, read: (row: PackRow) => Cell]> = [
  ['rank', (row) => row.rank],
  ['item', (row) => row.entry.flag.comId],
  ['item_as_shown', (row) => row.entry.listing?.shownId ?? null],
  ['url', (row) => canonicalItemUrl(row.entry.flag.comId)],
  ['title', (row) => row.entry.listing?.title ?? null],
  ['seller_id', (row) => row.entry.listing?.sellerId ?? null],
  ['store_name', (row) => row.entry.listing?.storeName ?? null],
  ['price', (row) => row.entry.listing?.price ?? null],
  ['verdict', (row) => row.entry.flag.verdict],
  ['ip_type', (row) => row.entry.flag.ipType],
  ['note', (row) => row.entry.flag.note],
  ['flagged_at', (row) => isoWithOffset(row.entry.flag.createdAtMs, row.offsetMinutes)],
  ['seen_at', (row) => seenAt(row)],
  ['seen_on', (row) => row.evidence.capture?.sighting.pageUrl ?? null],
  ['page_kind', (row) => row.evidence.capture?.sighting.pageKind ?? null],
  ['keyword', (row) => row.evidence.capture?.sighting.keyword ?? null],
  ['sort', (row) => row.evidence.capture?.sighting.sort ?? null],
  ['results_page', (row) => row.evidence.capture?.sighting.resultsPage ?? null],
  ['place', (row) => row.evidence.capture?.sighting.rank ?? null],
  ['sponsored', (row) => row.evidence.capture?.sighting.sponsored ?? null],
  ['ship_to', (row) => row.evidence.capture?.sighting.shipTo ?? null],
  ['currency', (row) => row.evidence.capture?.sighting.currency ?? null],
  ['picture', (row) => row.entry.listing?.imageUrl ?? null],
  ['screenshot', (row) => row.screenshot?.path ?? null],
  ['screenshot_sha256', (row) => row.screenshot?.sha256 ?? null],
  ['no_screenshot_because', (row) => row.noScreenshotBecause],
]

function seenAt({ evidence }: PackRow): Cell {
  const moment = evidence.capture?.sighting.seenAt
  return moment ? isoWithOffset(moment.wallMs, moment.offsetMinutes) : null
}

/** The byte order mark, without which Excel reads the file in the machine's old code page, and the head row. */
export const csvHead = (): string => `\uFEFF${csvLines([columns.map(([name]) => name)])}`

/** One line a row, every cell quoted and safe to open in a spreadsheet. Lines end in CR LF (RFC 4180). */
export const csvRows = (rows: PackRow[]): string =>
  csvLines(rows.map((row) => columns.map(([, read]) => spreadsheetCell(read(row)))))

const csvLines = (cells: string[][]) =>
  cells.length === 0 ? '' : `${Papa.unparse(cells, { quotes: true, newline: '\r\n' })}\r\n`
