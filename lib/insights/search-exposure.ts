import type { Verdict } from '../queue/flag.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Member } from './member.ts'
import { isWithin, type Step, stepOf } from './span.ts'

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
 * for each keyword and step, by its newest capture there. The keywords with most infringing ones first.
 * @param steps without gaps, in their order
 */
export function searchExposure(places: readonly JudgedPlace[], steps: readonly Step[]): ExposureRow[] {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const span = { from: first.from, to: last.to }
  const keyOf = new Map(
    [...new Set(places.map(({ keyword }) => keyword))].map((one) => [one, keywordKey(one)]),
  )
  /** By keyword, step and listing. */
  const seen = new Map<string, Array<Map<string, JudgedPlace>>>()
  for (const place of places) {
    const keyword = keyOf.get(place.keyword) ?? ''
    if (keyword === '' || !isWithin(span, place.on)) continue
    const own = seen.get(keyword) ?? steps.map(() => new Map<string, JudgedPlace>())
    seen.set(keyword, own)
    const once = own[stepOf(steps, place.on)]
    const known = once?.get(place.comId)
    if (!known || known.captureId < place.captureId) once?.set(place.comId, place)
  }
  const keywords = [...seen].map(([keyword, own]) => {
    const rows = own.flatMap((once, at): ExposureRow[] => {
      const step = steps[at]
      if (!step || once.size === 0) return []
      const judged = [...once.values()]
      const infringing = judged.filter(({ verdict }) => verdict === 'infringing')
      return [{ keyword, step, judged: judged.map(memberOf), infringing: infringing.map(memberOf) }]
    })
    return { keyword, rows, weight: rows.reduce((sum, { infringing }) => sum + infringing.length, 0) }
  })
  return keywords
    .sort((one, other) => other.weight - one.weight || one.keyword.localeCompare(other.keyword))
    .flatMap(({ rows }) => rows)
}

const memberOf = ({ comId, captureId, on, verdict }: JudgedPlace): Member => ({
  ...{ comId, on, standing: verdict, complaintId: null, captureId },
})
