import { readSpanChoice, type SpanChoice } from '../../lib/insights/span.ts'

/** A number of a table. */
export interface FigurePlace {
  table: string
  row: string
  column: string
}

/** The page of insights, or the listings behind one of its numbers, as the address names them. */
export interface InsightsView {
  span: SpanChoice
  behind: FigurePlace | null
}

const usualSpan: SpanChoice = 'last-12'

/** Reads what `insightsHash` and `behindHash` write; null for anything else. */
export function readInsightsView(path: string, parameters: URLSearchParams): InsightsView | null {
  const span = readSpanChoice(parameters.get('span')) ?? usualSpan
  if (path === 'insights') return { span, behind: null }
  if (path !== 'insights/behind') return null
  const [table, row, column] = ['table', 'row', 'column'].map((name) => parameters.get(name))
  if (table == null || row == null || column == null) return null
  return { span, behind: { table, row, column } }
}

/** E.g. `#/insights?span=2026-11`. */
export const insightsHash = (span: SpanChoice): string =>
  span === usualSpan ? '#/insights' : `#/insights?span=${span}`

export const behindHash = (span: SpanChoice, { table, row, column }: FigurePlace): string =>
  `#/insights/behind?${new URLSearchParams({ span, table, row, column })}`
