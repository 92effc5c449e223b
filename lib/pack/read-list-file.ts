import type { Cell, CellValue } from 'hucre/xlsx'
import { fail, ok, type Result } from '../core/result.ts'
import { type ListLine, maxListLines, textLines, unquoted } from '../queue/list-line.ts'
import { roundedNumber } from '../queue/read-url-list.ts'
import { checkWorkbookZip } from './check-workbook-zip.ts'

/** Longest text file that is read. */
const maxTextBytes = 20_000_000

/** Columns of a workbook that are looked at. */
const maxColumns = 'CV'

/**
 * The lines of a text or CSV, or the rows of a workbook's first sheet, as a list of addresses. What the file is its
 * bytes say, not its name. Nothing of it is run or fetched: of a formula the stored text is read.
 * Fails with `old-workbook`, `xlsx-malformed`, `text-malformed`, `list-too-long`, `list-empty`.
 */
export async function readListFile(file: Blob): Promise<Result<ListLine[]>> {
  const [one, two, three, four] = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0) {
    return fail(
      'old-workbook',
      'This is a workbook of the old kind (XLS), or one with a password. Save it as XLSX without a password.',
    )
  }
  const lines = one === 0x50 && two === 0x4b ? await workbookLines(file) : await readText(file)
  if (!lines.ok) return lines
  if (lines.value.length === 0) return fail('list-empty', 'The file holds no line of text. Choose another.')
  return lines.value.length > maxListLines ? tooLong : lines
}

const tooLong = fail(
  'list-too-long',
  `The file has more than ${maxListLines.toLocaleString('en')} lines. Split it and take one part after the other.`,
)

async function readText(file: Blob): Promise<Result<ListLine[]>> {
  if (file.size > maxTextBytes) return malformedText(`it is larger than ${maxTextBytes / 1_000_000} MB`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const encoding = encodingOf(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return malformedText('it is not UTF-8; save it as "CSV UTF-8"')
  }
  return text.includes('\0') ? malformedText('it is no text') : ok(textLines(text))
}

/** Spreadsheets write "Unicode text" as UTF-16 with a mark. */
function encodingOf([one, two]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : 'utf-8'
}

const malformedText = (reason: string) =>
  fail('text-malformed', `The file cannot be read as text: ${reason}. Nothing was added.`)

async function workbookLines(file: Blob): Promise<Result<ListLine[]>> {
  try {
    await checkWorkbookZip(file)
    // 100 kB that few need: loaded when a workbook comes.
    const { readXlsx } = await import('hucre/xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()), {
      sheets: [0],
      range: `A1:${maxColumns}${maxListLines + 1}`,
    })
    const [sheet] = sheets
    return ok(rowLines(sheet?.rows ?? [], sheet?.cells ?? new Map()))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return fail(
      'xlsx-malformed',
      `The file cannot be read as a workbook: ${error.message}. Nothing was added.`,
    )
  }
}

/** `details`: what cells have beside their value, under "row,column" from 0. */
function rowLines(rows: readonly CellValue[][], details: ReadonlyMap<string, Cell>): ListLine[] {
  return rows.flatMap((row, at): ListLine[] => {
    const read = row.map((value, column) => readCell(value, details.get(`${at},${column}`)))
    const cells = read.map((cell) => (typeof cell === 'string' ? cell : ''))
    const problem = read.find((cell) => typeof cell !== 'string') ?? null
    return problem || cells.some((cell) => cell !== '') ? [{ line: at + 1, cells, problem }] : []
  })
}

/** The text of a cell, or why it must not be read. */
function readCell(
  value: CellValue | undefined,
  details: Cell | undefined,
): string | NonNullable<ListLine['problem']> {
  const text = textOf(value)
  if (typeof value === 'number' && isRounded(value)) return { text: `≈ ${text}`, reason: roundedNumber }
  // A formula's own text may hold addresses that nobody sees.
  if (details?.formula !== undefined && text === '') return { text: `=${details.formula}`, reason: noValue }
  const target = details?.hyperlink?.target
  // What is shown counts; the link behind it only where no address is shown.
  return target && !/\/\//.test(text) ? `${text} ${target}`.trim() : text
}

const noValue = 'This formula has no stored value. Copy the cells and paste their values.'

/** Spreadsheets keep 15 digits: what is longer and ends in 0 was most likely another number. */
const isRounded = (value: number): boolean => Math.abs(value) >= 1e15 && value % 10 === 0

function textOf(value: CellValue | undefined): string {
  if (typeof value === 'string') return unquoted(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : ''
}
