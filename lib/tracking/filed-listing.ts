import type { FollowUp } from '../complaints/follow-up.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { LineState } from './line-outcome.ts'
import type { SeenState } from './seen.ts'
import { lastSeen, standingEvent } from './track.ts'
import type { FiledComplaint } from './track-repo.ts'
import { type WhyUp, whyStillUp } from './why-still-up.ts'

/** How a filed listing stands, in so little that a page with sixty of them can know it. */
export interface FiledListing {
  caseNumber: string
  filedOn: CalendarDate | null
  state: LineState
  since: CalendarDate | null
  /** Entered because its page was seen so; the portal did not say it. */
  isBySight: boolean
  seen: { state: SeenState; on: CalendarDate; atMs: number } | null
  whyUp: WhyUp | null
}

/** Of the newest complaint in which this listing was filed; null where it is in none. */
export function filedListing(
  comId: string,
  filed: readonly FiledComplaint[],
  followUps: readonly FollowUp[],
): FiledListing | null {
  const [newest] = filed
    .flatMap((one) => one.lines.filter(({ line }) => line.comId === comId).map((own) => ({ one, own })))
    .toSorted((a, b) => (b.one.complaint.filedOn ?? '').localeCompare(a.one.complaint.filedOn ?? ''))
  if (!newest) return null
  const { one, own } = newest
  const seen = lastSeen(own.track)
  return {
    caseNumber: one.complaint.caseNumber ?? '',
    filedOn: one.complaint.filedOn,
    state: own.track.state,
    since: own.track.since,
    isBySight: standingEvent(own.track.events)?.source === 'seen',
    seen: seen && { state: seen.change.seen, on: seen.on, atMs: seen.at.wallMs },
    whyUp: whyStillUp(one, own, followUps),
  }
}
