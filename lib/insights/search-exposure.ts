import type { Verdict } from '../queue/flag.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Member } from './member.ts'
import { isWithin, type Step } from './span.ts'

/** A result of a first page that was judged there. */
export interface JudgedPlace {
  keyword: string
  comId: string
  captureId: string
  on: CalendarDate
  /** As it stands now. */
  verdict: Verdict
}

export interface ExposureRow {
  keyword: string
  step: Step
  /** All that were judged; what nobody judged is in no number, because only judged results are kept. */
  judged: Member[]
  infringing: Member[]
}

/** Searches that differ in case and spaces alone are one. */
const keywordKey = (keyword: string): string =>
  keyword.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Of the results of first pages that were judged: how many as infringing, by keyword and time. A listing counts once
 * for each keyword and step, however often it was seen. The keywords with most infringing ones first.
 */
export function searchExposure(places: readonly JudgedPlace[], steps: readonly Step[]): ExposureRow[] {
  const own = places.filter(({ keyword }) => keywordKey(keyword) !== '')
  const keywords = [...Map.groupBy(own, ({ keyword }) => keywordKey(keyword))].map(([keyword, seen]) => {
    const rows = steps.flatMap((step): ExposureRow[] => {
      const once = new Map(
        seen
          .filter(({ on }) => isWithin(step, on))
          .sort((one, other) => (one.captureId < other.captureId ? -1 : 1))
          .map((place): [string, JudgedPlace] => [place.comId, place]),
      )
      if (once.size === 0) return []
      const judged = [...once.values()]
      const infringing = judged.filter(({ verdict }) => verdict === 'infringing')
      return [{ keyword, step, judged: judged.map(memberOf), infringing: infringing.map(memberOf) }]
    })
    return { rows, weight: rows.reduce((sum, { infringing }) => sum + infringing.length, 0) }
  })
  return keywords
    .sort(
      (one, other) =>
        other.weight - one.weight || (one.rows[0]?.keyword ?? '').localeCompare(other.rows[0]?.keyword ?? ''),
    )
    .flatMap(({ rows }) => rows)
}

const memberOf = ({ comId, captureId, on, verdict }: JudgedPlace): Member => ({
  ...{ comId, on, standing: verdict, complaintId: null, captureId },
})
