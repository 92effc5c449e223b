import Papa from 'papaparse'
import type { Paper } from '../pack/paper/paper.ts'
import { spreadsheetCell } from '../pack/spreadsheet-cell.ts'
import type { Member } from './member.ts'

/** A cell: what is shown, and the listings that it counts; null where it counts none. */
export interface FigureCell {
  text: string
  value: number | null
  members: readonly Member[] | null
}

export interface FigureRow {
  /** Names the row in addresses. */
  key: string
  label: string
  /** For the axis of a chart. */
  shortLabel?: string
  /** Where one table holds several series: which one. */
  group?: string
  cells: FigureCell[]
}

/** Numbers in words, for the page, a CSV and paper alike. */
export interface FigureTable {
  id: string
  title: string
  /** What is counted, and how. */
  hint: string
  /** Of the labels, and of each cell. */
  rowHead: string
  columns: Array<{ key: string; label: string }>
  rows: FigureRow[]
  /** Said where there are no rows. */
  empty: string
}

/** Every number as it is shown, safe to open in a spreadsheet; a byte order mark first. */
export function figureCsv({ rowHead, columns, rows }: FigureTable): string {
  const lines = [
    [rowHead, ...columns.map(({ label }) => label)],
    ...rows.map(({ label, cells }) => [label, ...cells.map(({ text, value }) => value ?? text)]),
  ]
  return csvText(lines)
}

/** Any lines as CSV: every cell quoted, none run or changed by a spreadsheet. */
export const csvText = (lines: ReadonlyArray<ReadonlyArray<string | number | null>>): string =>
  `\uFEFF${Papa.unparse(
    lines.map((line) => line.map(spreadsheetCell)),
    { quotes: true, newline: '\r\n' },
  )}\r\n`

interface PaperWords {
  title: string
  lead: string
  footer: string
  /** Of a table with more rows than paper shows. */
  more(rows: number): string
}

/** The most rows of one table on paper; a CSV has them all. */
const mostRows = 40

/** The tables on paper. */
export const figurePaper = (
  { title, lead, footer, more }: PaperWords,
  tables: readonly FigureTable[],
): Pick<Paper, 'title' | 'lead' | 'footer' | 'blocks'> => ({
  title,
  lead,
  footer,
  blocks: tables.map(({ title: heading, hint, empty, columns, rows }) => ({
    is: 'rows',
    heading,
    rows: [
      ...(rows.length === 0 ? [{ label: '', statements: [{ text: empty, note: hint }] }] : []),
      ...rows.slice(0, mostRows).map(({ label, cells }, at) => ({
        label,
        statements: [
          {
            text: cells.map(({ text }, column) => `${columns[column]?.label ?? ''}: ${text}`).join(' · '),
            note: at === 0 ? hint : null,
          },
        ],
      })),
      ...(rows.length > mostRows
        ? [{ label: '', statements: [{ text: more(rows.length - mostRows), note: null }] }]
        : []),
    ],
  })),
})
