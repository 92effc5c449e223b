import { writeXlsx } from 'hucre/xlsx'
import type { ReportedLine, SellerReport } from './seller-report.ts'

/** What a cell of a workbook holds at most (Excel's specification). */
const maxCellChars = 32_767

const columns: Array<
  [name: string, width: number, read: (line: ReportedLine, report: SellerReport) => string | null]
> = [
  ['seller_id', 16, (_, { record }) => record.seller.sellerId],
  ['store_name', 28, (_, { name }) => name],
  ['item', 20, ({ comId }) => comId],
  ['title', 40, ({ title }) => title],
  ['url', 44, ({ url }) => url],
  ['case_number', 18, ({ caseNumber }) => caseNumber],
  ['filed_on', 12, ({ filedOn }) => filedOn],
  ['reason', 32, ({ reason }) => reason],
  ['gone_on', 12, ({ removedOn }) => removedOn],
  ['there_again_on', 14, ({ relistedOn }) => relistedOn],
  ['countered_on', 12, ({ counteredOn }) => counteredOn],
  ['ended_as', 18, ({ ended }) => ended?.as ?? null],
  ['ended_on', 12, ({ ended }) => ended?.on ?? null],
  ['capture_gone', 28, ({ removedCaptureId }) => removedCaptureId],
  ['capture_newest', 28, ({ captureId }) => captureId],
]

/**
 * Every filed line of a seller as a workbook. All cells are texts, so that nothing in a title runs and no number
 * loses a digit. Load this file when one is written, not before: the library is large.
 */
export async function reportSheet(report: SellerReport): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Filed listings',
        columns: columns.map(([name, width]) => ({ header: name, key: name, width, numFmt: '@' })),
        rows: [
          columns.map(([name]) => name),
          ...report.lines.map((line) => columns.map(([, , read]) => textCell(read(line, report) ?? ''))),
        ],
        freezePane: { rows: 1 },
      },
    ],
  })
  return new Uint8Array(bytes)
}

/** XML has no place for control characters and halves of characters; what a cell cannot hold ends in "…". */
function textCell(text: string): string {
  const clean = text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD').toWellFormed()
  return clean.length <= maxCellChars ? clean : `${clean.slice(0, maxCellChars - 1)}…`.toWellFormed()
}
