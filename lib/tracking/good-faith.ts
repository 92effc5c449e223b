import { addMonths } from '../complaints/follow-up-dates.ts'
import type { PortalRules } from '../complaints/portal-rules.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { LineState } from './line-outcome.ts'
import type { FiledComplaint } from './track-repo.ts'

/** Listings that were decided, and how. */
export interface Tally {
  /** Taken down and still so. */
  successful: number
  /** Back after a counter-notice, by our acceptance or the platform's. */
  countered: number
  rejected: number
  /** Taken back by the complainant. */
  withdrawn: number
}

/** The rates by which a portal judges those who file there, as Docket can know them. */
export interface GoodFaithMeter {
  portalId: string
  /** First day that counts. */
  from: CalendarDate
  total: Tally
  /** By reason, those with most decisions first. */
  reasons: Array<{ reasonId: string; tally: Tally }>
}

const kindOf: Record<LineState, keyof Tally | null> = {
  filed: null,
  'counter-noticed': null,
  // It was gone before anybody judged the complaint.
  'gone-before-filing': null,
  removed: 'successful',
  'geo-blocked': 'successful',
  relisted: 'successful',
  reinstated: 'countered',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

const emptyTally = (): Tally => ({ successful: 0, countered: 0, rejected: 0, withdrawn: 0 })

export const decidedOf = ({ successful, countered, rejected, withdrawn }: Tally): number =>
  successful + countered + rejected + withdrawn

/**
 * Counts each listing once, by how it stands and the day since when: those of the last months that the rules name
 * (PORTAL.md §3.8). The platform's own way of counting is not public. What has no outcome yet does not count.
 */
export function goodFaithMeters(
  filed: readonly FiledComplaint[],
  { goodFaith }: Pick<PortalRules, 'goodFaith'>,
  today: CalendarDate,
): GoodFaithMeter[] {
  const from = addMonths(today, -goodFaith.windowMonths.value)
  const portals = Map.groupBy(filed, ({ complaint }) => complaint.portalId)
  return [...portals].map(([portalId, complaints]) => {
    const total = emptyTally()
    const byReason = new Map<string, Tally>()
    for (const { complaint, lines } of complaints) {
      for (const { track } of lines) {
        const kind = kindOf[track.state]
        if (kind === null || track.since === null || track.since < from || track.since > today) continue
        const tally = byReason.get(complaint.reasonId) ?? emptyTally()
        byReason.set(complaint.reasonId, tally)
        tally[kind] += 1
        total[kind] += 1
      }
    }
    const reasons = [...byReason].map(([reasonId, tally]) => ({ reasonId, tally }))
    reasons.sort((one, other) => decidedOf(other.tally) - decidedOf(one.tally))
    return { portalId, from, total, reasons }
  })
}

/** Parts of all decided, 0 to 1; null where nothing is. */
export interface Rates {
  success: number | null
  countered: number | null
}

export function ratesOf(tally: Tally): Rates {
  const decided = decidedOf(tally)
  if (decided === 0) return { success: null, countered: null }
  return { success: tally.successful / decided, countered: tally.countered / decided }
}

/** What becomes of the success rate if more are filed. */
export interface Forecast {
  /** If every one is taken down. */
  best: number
  /** If every one is rejected. */
  worst: number
  /** How many of them may fail without the rate falling under what is asked; null where even none may. */
  mayFail: number | null
}

/** @param listings at least one */
export function forecastOf(tally: Tally, listings: number, minSuccessShare: number): Forecast {
  const all = decidedOf(tally) + listings
  const best = tally.successful + listings
  // As the rate is compared: a share of whole listings, without the rounding of decimal fractions.
  const needed = Math.ceil(minSuccessShare * all - 1e-9)
  return {
    best: best / all,
    worst: tally.successful / all,
    mayFail: best < needed ? null : Math.min(listings, best - needed),
  }
}
