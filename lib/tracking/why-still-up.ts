import type { FollowUp } from '../complaints/follow-up.ts'
import type { CalendarDate } from '../rights/right.ts'
import { lastSeen, type SeenEvent, standingEvent } from './track.ts'
import type { FiledComplaint } from './track-repo.ts'

export const upCauses = [
  'holder-accepted',
  'platform-accepted',
  'withdrawn',
  'contested',
  'rejected',
  'elsewhere',
  'back',
  'no-outcome',
  'undecided',
] as const
/**
 * Why a filed listing is still there. The portal names three causes for one that is online after a finished complaint
 * (PORTAL.md §4.4): the holder accepted the counter-notice, the platform did, the complaint was withdrawn. The others
 * are those of a complaint that is not finished, was rejected, or is finished and does not explain it.
 * - `contested`: a counter-notice waits for the answer or the decision.
 * - `elsewhere`: it is blocked in some countries, and this visit was to another one.
 * - `back`: it was down, and nothing that was entered says why it is there again.
 * - `no-outcome`: the complaint was decided; what became of this listing is not entered.
 * - `undecided`: the portal has not decided, as far as it is entered.
 */
export type UpCause = (typeof upCauses)[number]

export interface WhyUp {
  cause: UpCause
  /** Since when it is so; null where no day is known. */
  since: CalendarDate | null
  /** What the portal gave as reason, where it rejected it; else empty. */
  reason: string
}

type Line = FiledComplaint['lines'][number]

/** Which cause fits a listing that was last seen live; null where it was not seen so since it was filed. */
export function whyStillUp(
  { complaint, track: whole }: Pick<FiledComplaint, 'complaint' | 'track'>,
  { line, track }: Line,
  followUps: readonly FollowUp[],
): WhyUp | null {
  const seen = lastSeen(track)
  if (!seen || (seen.change.seen !== 'live' && seen.change.seen !== 'changed')) return null
  const because = (cause: UpCause, since: CalendarDate | null = track.since, reason = ''): WhyUp => {
    return { cause, since, reason }
  }
  if (track.state === 'withdrawn') return because('withdrawn')
  if (whole.state === 'withdrawn') return because('withdrawn', whole.since)
  switch (track.state) {
    case 'reinstated':
      return because(track.by === 'holder' ? 'holder-accepted' : 'platform-accepted')
    case 'rejected':
      return because('rejected', track.since, track.reason)
    case 'geo-blocked':
      return because('elsewhere')
  }
  const contests = followUps.filter(
    (one) =>
      one.kind === 'counter-notice' &&
      one.complaintId === complaint.complaintId &&
      one.comIds.includes(line.comId) &&
      (track.since === null || (one.answeredOn ?? one.receivedOn) >= track.since),
  )
  const accepted = contests.find(({ state }) => state === 'accepted')
  if (accepted) return because('holder-accepted', accepted.answeredOn)
  const [contest] = contests
  if (contest) return because('contested', contest.receivedOn)
  switch (track.state) {
    case 'counter-noticed':
      return because('contested')
    case 'removed':
    case 'relisted':
    case 'gone-before-filing':
      return isAfter(seen, track) ? because('back', seen.on) : null
    case 'filed':
      if (whole.state === 'rejected') return because('rejected', whole.since, whole.reason)
      return whole.state === 'filed'
        ? because('undecided', complaint.filedOn)
        : because('no-outcome', whole.since)
  }
}

/** Whether it was seen after what was entered of it last. On the same day the order of entering says so. */
export function isAfter(seen: SeenEvent, { events }: Line['track']): boolean {
  const last = standingEvent(events)
  return last === null || seen.on > last.on || (seen.on === last.on && seen.place > last.place)
}
