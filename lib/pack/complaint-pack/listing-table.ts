import Papa from 'papaparse'
import { isoWithOffset } from '../../core/iso-time.ts'
import { spreadsheetCell } from '../spreadsheet-cell.ts'
import type { PackedCapture, PackedListing } from './packed-listing.ts'

interface Column {
  name: string
  /** Characters that it takes in a spreadsheet. */
  width: number
  read(listing: PackedListing): string | null
}

const ofNewest =
  (read: (capture: PackedCapture) => string | null) =>
  ({ captures: [newest] }: PackedListing) =>
    newest ? read(newest) : null

const column = (name: string, width: number, read: Column['read']): Column => ({ name, width, read })

/** The same in both files; texts throughout: an item number has more digits than spreadsheets keep. */
const columns: Column[] = [
  column('no', 6, ({ number }) => String(number)),
  column('item', 20, ({ comId }) => comId),
  column('item_as_shown', 20, ({ shownId }) => shownId),
  column('url', 54, ({ url }) => url),
  column('title', 60, ({ title }) => title),
  column('store_name', 26, ({ storeName }) => storeName),
  column('seller_id', 16, ({ sellerId }) => sellerId),
  column('price', 14, ({ price }) => price),
  column('brand', 16, ({ brand }) => brand),
  column(
    'seen_at',
    26,
    ofNewest(({ seenAt }) => isoWithOffset(seenAt.wallMs, seenAt.offsetMinutes)),
  ),
  column(
    'seen_on',
    54,
    ofNewest(({ pageUrl }) => pageUrl),
  ),
  column(
    'ship_to',
    10,
    ofNewest(({ shipTo }) => shipTo),
  ),
  column('screenshot', 34, ({ captures }) => screenshotOf(captures)?.path ?? null),
  column('screenshot_sha256', 66, ({ captures }) => screenshotOf(captures)?.sha256 ?? null),
  column('capture_ids', 30, ({ captures }) => captures.map(({ captureId }) => captureId).join('\n')),
  column('record_sha256', 66, ({ captures }) =>
    captures.map(({ recordSha256 }) => recordSha256 ?? 'not sealed').join('\n'),
  ),
]

/** The newest picture there is. */
export const screenshotOf = (captures: readonly PackedCapture[]): PackedCapture['screenshot'] =>
  captures.find(({ screenshot }) => screenshot !== null)?.screenshot ?? null

/** Names and widths of the columns. */
export const listingColumns: ReadonlyArray<Pick<Column, 'name' | 'width'>> = columns

/** Cells as they are, for a workbook, whose cells have a type of their own. */
export const listingCells = (listing: PackedListing): string[] =>
  columns.map(({ read }) => read(listing) ?? '')

/**
 * `listings.csv`: with byte order mark, without which Excel reads it in the machine's old code page; every cell quoted
 * and safe to open (`spreadsheetCell`); lines end in CR LF (RFC 4180).
 */
export function listingsCsv(listings: readonly PackedListing[]): string {
  const rows = [
    columns.map(({ name }) => name),
    ...listings.map((listing) => listingCells(listing).map(spreadsheetCell)),
  ]
  return `\uFEFF${Papa.unparse(rows, { quotes: true, newline: '\r\n' })}\r\n`
}
