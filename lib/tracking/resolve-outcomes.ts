import type { CalendarDate } from '../rights/right.ts'
import { type OutcomeEntry, outcomeRefusal } from './enter-outcomes.ts'
import type { OutcomeRow } from './listed-outcome.ts'
import type { FiledComplaint } from './track-repo.ts'

/** A line of a list with what becomes of it. */
export interface ResolvedRow {
  line: number
  text: string
  /** What will be entered, or why it cannot be. */
  result: (OutcomeEntry & { caseNumber: string | null; comId: string }) | string
}

interface ResolveFacts {
  filed: readonly FiledComplaint[]
  /** The day for lines that name none. */
  on: CalendarDate
  today: CalendarDate
}

/**
 * Finds for each line of a list the listing that it means among those that were filed, and whether its outcome may be
 * entered. A listing that stands in several cases needs the case's number.
 */
export function resolveOutcomes(
  rows: readonly OutcomeRow[],
  { filed, on, today }: ResolveFacts,
): ResolvedRow[] {
  const places = filed.flatMap((whole) => whole.lines.map((one) => ({ whole, ...one })))
  const placesOf = Map.groupBy(places, ({ line }) => line.comId)
  const firstLineOf = new Map<string, number>()
  return rows.map(({ line, text, read }): ResolvedRow => {
    if (typeof read === 'string') return { line, text, result: read }
    const possible = (placesOf.get(read.comId) ?? []).filter(
      ({ whole }) => read.caseNumber === null || whole.complaint.caseNumber === read.caseNumber,
    )
    const [place, another] = possible
    if (!place) {
      const where = read.caseNumber === null ? 'no filed complaint' : `no case ${read.caseNumber}`
      return { line, text, result: `Item ${read.comId} stands in ${where}.` }
    }
    if (another) {
      const cases = possible.map(({ whole }) => whole.complaint.caseNumber ?? '?').join(', ')
      return {
        line,
        text,
        result: `It stands in several cases (${cases}). Enter it there, or by CSV with the case.`,
      }
    }
    const { lineId } = place.line
    const firstLine = firstLineOf.get(lineId)
    if (firstLine !== undefined) {
      return { line, text, result: `The same listing stands in line ${firstLine}. Leave one of them.` }
    }
    firstLineOf.set(lineId, line)
    const entry = { lineId, outcome: read.outcome, on: read.on ?? on, note: read.note }
    const { complaint, track: complaintTrack } = place.whole
    const refused = outcomeRefusal({ track: place.track, complaint, complaintTrack }, entry, today)
    if (refused) return { line, text, result: refused.message }
    return {
      line,
      text,
      result: { ...entry, comId: read.comId, caseNumber: place.whole.complaint.caseNumber },
    }
  })
}
