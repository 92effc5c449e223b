import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { ExpectedError } from '../../core/expected-error.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { ipTypes } from '../../queue/flag.ts'
import { portalStates } from '../../rights/right.ts'
import { checkWorkbookZip } from '../check-workbook-zip.ts'
import { maxSheetRows } from './read-rights-sheet.ts'
import { sheetColumns } from './rights-sheet.ts'

/** What a cell of a workbook holds at most (Excel's specification). */
const maxCellChars = 32_767

/**
 * Rights as a workbook with one sheet. Every cell is text, so that nothing runs and no number loses a digit.
 * @throws ExpectedError `cell-too-long` where a field is longer than a cell can be
 */
export async function writeRightsXlsx(rows: readonly string[][]): Promise<Uint8Array<ArrayBuffer>> {
  for (const row of rows) {
    const at = row.findIndex((cell) => cell.length > maxCellChars)
    if (at >= 0) throw tooLong(sheetColumns[at] ?? '', row[sheetColumns.indexOf('label')] ?? '')
  }
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Rights',
        columns: sheetColumns.map((name) => ({
          header: name,
          key: name,
          width: /^(names|products|goods|claims|allowed_sellers|label|portal_note)$/.test(name) ? 32 : 18,
          // "Text": what is typed into the column later stays as it is typed.
          numFmt: '@',
        })),
        rows: [[...sheetColumns], ...rows.map((row) => row.map(textCell))],
        freezePane: { rows: 1 },
        dataValidations: choices.map(([name, values]) => ({
          type: 'list' as const,
          values,
          range: rangeOf(name),
          showErrorMessage: true,
        })),
      },
    ],
  })
  return new Uint8Array(bytes)
}

const choices: Array<[name: string, values: string[]]> = [
  ['type', [...ipTypes]],
  ['portal_state', [...portalStates]],
  ['role', ['owner', 'agent']],
  ['international', ['yes', 'no']],
  ['registered', ['yes', 'no']],
]

function rangeOf(name: string): string {
  const column = letters(sheetColumns.indexOf(name))
  return `${column}2:${column}${maxSheetRows + 1}`
}

const letters = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26))

/** XML has no place for control characters and halves of characters. */
const textCell = (text: string): string => text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD').toWellFormed()

const tooLong = (name: string, label: string) =>
  new ExpectedError(
    'cell-too-long',
    `"${name}" of "${label}" is longer than a spreadsheet's cell can be. Export as ZIP instead.`,
  )

/** Columns that are read: those of Docket and as many of a person's own. */
const readColumns = sheetColumns.length + 26

/** The rows of the first sheet of a workbook, every cell as text. Fails with `xlsx-malformed`. */
export async function readXlsxRows(file: Blob): Promise<Result<string[][]>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let rows: CellValue[][]
  try {
    await checkWorkbookZip(file)
    const { sheets } = await readXlsx(bytes, {
      sheets: [0],
      range: `A1:${letters(readColumns - 1)}${maxSheetRows + 2}`,
    })
    rows = sheets[0]?.rows ?? []
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return malformed(error.message)
  }
  const texts: string[][] = []
  for (const [at, row] of rows.entries()) {
    const cells = row.map(textOfCell)
    const bad = cells.indexOf(null)
    if (bad >= 0) return malformed(`row ${at + 1}, column ${letters(bad)} is no text. Format it as text`)
    texts.push(cells.map((cell) => cell ?? ''))
  }
  return ok(texts)
}

/** Null for what is not read for sure: numbers that lost digits, and what is no plain value. */
function textOfCell(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : null
}

const malformed = (reason: string) =>
  fail('xlsx-malformed', `The file cannot be read as a workbook: ${reason}. Nothing was imported.`)
