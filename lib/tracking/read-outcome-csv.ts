import Papa from 'papaparse'
import { fail, ok, type Result } from '../core/result.ts'
import {
  type ListedOutcome,
  maxOutcomeRows,
  type OutcomeRow,
  readListedItem,
  readStateWord,
  shownText,
  unknownState,
} from './listed-outcome.ts'

const outcomeColumns = ['item', 'state', 'date', 'by', 'relisted as', 'reason', 'case', 'note'] as const
type OutcomeColumn = (typeof outcomeColumns)[number]

/** Longest CSV that is read. */
const maxCsvBytes = 5_000_000

export interface OutcomeSheet {
  rows: OutcomeRow[]
  /** Columns that Docket does not know, and did not read. */
  unknownColumns: string[]
}

/**
 * Reads outcomes from a CSV whose head names the columns, `item` and `state` among them; also one that a spreadsheet
 * saved with semicolons or tabs. Fails with `csv-malformed`, `csv-head`, `csv-long`.
 */
export async function readOutcomeCsv(file: Blob): Promise<Result<OutcomeSheet>> {
  if (file.size > maxCsvBytes) return malformed(`it is larger than ${maxCsvBytes / 1_000_000} MB`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text: string
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return malformed('it is not UTF-8; save it as "CSV UTF-8"')
  }
  if (text.includes('\0')) return malformed('it is no text')
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: maxOutcomeRows + 2,
  })
  const [error] = errors
  if (error) return malformed(`row ${(error.row ?? 0) + 1}: ${error.message}`)
  return readRows(data.map((row) => row.map(unquoted)))
}

function readRows([head = [], ...body]: string[][]): Result<OutcomeSheet> {
  const names = head.map((name) => name.toLowerCase().replace(/[\s_-]+/g, ' '))
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined) {
    return fail('csv-head', `The column “${shownText(twice)}” stands there twice. Remove one of them.`)
  }
  const placeOf = new Map(outcomeColumns.map((column) => [column, names.indexOf(column)]))
  if (placeOf.get('item') === -1 || placeOf.get('state') === -1) {
    return fail(
      'csv-head',
      `The first row must name the columns: “item” and “state”, and if wanted ${outcomeColumns.slice(2).join(', ')}.`,
    )
  }
  const filled = body
    .map((cells, at) => ({ cells, line: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return fail('csv-head', 'The file holds no row under its head.')
  if (filled.length > maxOutcomeRows) {
    return fail('csv-long', `The file has more than ${maxOutcomeRows.toLocaleString('en')} rows. Split it.`)
  }
  return ok({
    rows: filled.map(({ cells, line }) => ({
      line,
      text: shownText(cells.filter((cell) => cell !== '').join(' · ')),
      read: readRow((column) => cells[placeOf.get(column) ?? -1] ?? ''),
    })),
    unknownColumns: head.filter(
      (name, at) => name !== '' && !outcomeColumns.includes(names[at] as OutcomeColumn),
    ),
  })
}

function readRow(cell: (column: OutcomeColumn) => string): ListedOutcome | string {
  const item = readListedItem(cell('item'))
  if (typeof item === 'string') return item
  const word = readStateWord(cell('state'))
  if (!word) return cell('state') === '' ? 'The state is missing.' : unknownState
  const by = cell('by').toLowerCase()
  if (by !== '' && by !== 'holder' && by !== 'platform') return 'In “by”, write holder or platform.'
  let relistedAs: string | null = null
  if (cell('relisted as') !== '') {
    const other = readListedItem(cell('relisted as'))
    if (typeof other === 'string') return `Relisted as what? ${other}`
    relistedAs = other.comId
  }
  const isReinstated = word.state === 'reinstated'
  if (by !== '' && !isReinstated) return '“by” belongs to “reinstated” alone. Empty it.'
  if (relistedAs !== null && word.state !== 'relisted') {
    return '“relisted as” belongs to “relisted” alone. Empty it.'
  }
  return {
    comId: item.comId,
    outcome: {
      state: word.state,
      by: isReinstated ? (word.by ?? (by === '' ? null : by)) : null,
      relistedAs,
      reason: cell('reason').normalize('NFC'),
    },
    on: cell('date') || null,
    caseNumber: cell('case').normalize('NFC') || null,
    note: cell('note').normalize('NFC'),
  }
}

/** Without the apostrophe by which spreadsheets and Docket's own tables mark text. */
const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^['\uFEFF]/, '')
    .trim()

/** Spreadsheets write "Unicode text" as UTF-16 with a mark. */
function encodingOf([one, two]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : 'utf-8'
}

/** The sign that parts the names in the head; no column's name has one of them. */
function delimiterOf(text: string): string {
  const head = text.split(/[\r\n]/, 1)[0] ?? ''
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: head.split(sign).length }))
  return counted.sort((one, other) => other.times - one.times)[0]?.sign ?? ','
}

const malformed = (reason: string) =>
  fail('csv-malformed', `The file cannot be read as CSV: ${reason}. Nothing was entered.`)
