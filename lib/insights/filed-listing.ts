import type { CalendarDate } from '../rights/right.ts'
import type { LineOutcome as KnownOutcome } from '../sellers/line-outcome.ts'
import type { LineState } from '../tracking/line-outcome.ts'
import { standingEvents } from '../tracking/track.ts'
import type { FiledComplaint } from '../tracking/track-repo.ts'
import type { Member } from './member.ts'

/** One listing in one filed complaint, with the days that count. */
export interface FiledListing {
  lineId: string
  complaintId: string
  comId: string
  portalId: string
  reasonId: string
  rightId: string
  /** The account that it is proven to be of; null where it is not. */
  sellerId: string | null
  /** Day of the judgement that brought it there; null where that is not stored any more. */
  flaggedOn: CalendarDate | null
  filedOn: CalendarDate
  standing: LineState
  /** Since when; null while nothing happened. */
  since: CalendarDate | null
  /** Why it was rejected, as it was entered; empty otherwise. */
  reason: string
  /** Day on which the portal first decided, as entered, or as a capture shows it gone. */
  decidedOn: CalendarDate | null
  removedOn: CalendarDate | null
  /** The capture that shows it gone. */
  removedCaptureId: string | null
}

interface KnownOfLines {
  outcomes: ReadonlyMap<string, KnownOutcome>
  flaggedOn(flagId: string): CalendarDate | null
  sellerOf(comId: string): string | null
}

const decisions: readonly LineState[] = ['removed', 'geo-blocked', 'rejected', 'reinstated']

/** What was entered goes before what captures show; a listing that was gone before it was filed was never decided. */
export function filedListings(filed: readonly FiledComplaint[], known: KnownOfLines): FiledListing[] {
  return filed.flatMap(({ complaint, track: whole, lines }) => {
    const { complaintId, filedOn, portalId, reasonId, rightId } = complaint
    if (filedOn === null) return []
    return lines.map(({ line, track }): FiledListing => {
      const outcome = known.outcomes.get(line.lineId)
      const events = standingEvents(track)
      const goneBefore = events.find(({ state }) => state === 'gone-before-filing')
      const entered = events.find(({ state }) => decisions.includes(state))?.on ?? null
      const removedOn = outcome?.removedOn ?? null
      const seen = seenStanding(outcome)
      const { state, since } =
        goneBefore !== undefined
          ? { state: goneBefore.state, since: goneBefore.on }
          : track.since !== null
            ? track
            : seen
      return {
        ...{ lineId: line.lineId, complaintId, comId: line.comId, portalId, reasonId, rightId, filedOn },
        sellerId: known.sellerOf(line.comId),
        flaggedOn: known.flaggedOn(line.flagId),
        standing: state,
        since,
        reason: state === 'rejected' ? track.reason || whole.reason : '',
        decidedOn: goneBefore ? null : earliest(entered, removedOn),
        removedOn: goneBefore ? null : removedOn,
        removedCaptureId: goneBefore ? null : (outcome?.removedCaptureId ?? null),
      }
    })
  })
}

function seenStanding(outcome: KnownOutcome | undefined): { state: LineState; since: CalendarDate | null } {
  const { removedOn = null, relistedOn = null, counteredOn = null } = outcome ?? {}
  if (relistedOn !== null) return { state: 'relisted', since: relistedOn }
  if (removedOn !== null) return { state: 'removed', since: removedOn }
  if (counteredOn !== null) return { state: 'counter-noticed', since: counteredOn }
  return { state: 'filed', since: null }
}

const earliest = (one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null =>
  one === null || (other !== null && other < one) ? other : one

/** @param on the day by which it counts; by default that of the filing */
export const memberOfFiled = (line: FiledListing, on: CalendarDate = line.filedOn): Member => ({
  ...{ comId: line.comId, on, standing: line.standing, complaintId: line.complaintId },
  captureId: line.removedCaptureId,
})
