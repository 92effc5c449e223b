import Papa from 'papaparse'
import { fail, ok, type Result } from '../../core/result.ts'
import { spreadsheetCell } from '../spreadsheet-cell.ts'
import { maxSheetRows } from './read-rights-sheet.ts'
import { sheetColumns } from './rights-sheet.ts'

/** Rights as CSV that spreadsheets open: byte order mark, every cell quoted, none run or changed. */
export const writeRightsCsv = (rows: readonly string[][]): string =>
  `\uFEFF${Papa.unparse([[...sheetColumns], ...rows.map((row) => row.map(csvCell))], { quotes: true, newline: '\r\n' })}\r\n`

/**
 * A leading apostrophe marks text, as in every CSV of Docket. Here also what begins with a digit gets one:
 * spreadsheets take "018000001" for a number and its first zero away, and write dates in their own way.
 */
function csvCell(text: string): string {
  const cell = spreadsheetCell(text)
  return /^\d/.test(cell) ? `'${cell}` : cell
}

/** Longest CSV that is read. */
const maxCsvBytes = 20_000_000

/** The rows of a CSV, also one that a spreadsheet saved with semicolons or tabs. Fails with `csv-malformed`. */
export async function readCsvRows(file: Blob): Promise<Result<string[][]>> {
  if (file.size > maxCsvBytes) return malformed(`it is larger than ${maxCsvBytes / 1_000_000} MB`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return malformed('it is not UTF-8; save it as "CSV UTF-8"')
  }
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: maxSheetRows + 2,
  })
  const [error] = errors
  if (error) return malformed(`row ${(error.row ?? 0) + 1}: ${error.message}`)
  return ok(data.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))))
}

/** The sign that parts the names in the head; no column's name has one of them. */
function delimiterOf(text: string): string {
  const head = text.split(/[\r\n]/, 1)[0] ?? ''
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: head.split(sign).length }))
  return counted.sort((one, other) => other.times - one.times)[0]?.sign ?? ','
}

const malformed = (reason: string) =>
  fail('csv-malformed', `The file cannot be read as CSV: ${reason}. Nothing was imported.`)
