import type { Moment } from '../core/clock.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { ComplaintOutcome, FiledState } from './complaint-outcome.ts'
import type { LineOutcome, LineState, ReinstatedBy } from './line-outcome.ts'
import type { Seen } from './seen.ts'

/**
 * Where a change comes from: entered by hand, by a pasted list, or by CSV; or `seen` on the listing's page, which the
 * portal did not say.
 */
export type TrackSource = 'hand' | 'list' | 'csv' | 'seen'

/** What happened. Nothing is ever changed: what was entered wrongly is taken back by a further event. */
export type TrackChange<Outcome> =
  | ({ kind: 'outcome' } & Outcome)
  /** `of`: place of the event that does not count any more. */
  | { kind: 'taken-back'; of: number }
  /** Of a listing: what its page showed. It stands beside the outcomes and changes none. */
  | Seen

export interface TrackEvent<Outcome> {
  /** 1, 2, 3 … within its track. */
  place: number
  change: TrackChange<Outcome>
  /** Day on which it happened, as the person says. */
  on: CalendarDate
  source: TrackSource
  note: string
  /** When it was entered, by this computer's clock. */
  at: Pick<Moment, 'wallMs' | 'offsetMinutes'>
}

interface CommonTrack<State> {
  /** Id of the complaint, or of its line. */
  subjectId: string
  complaintId: string
  /** What its events come to. */
  state: State
  /** Day of the event that led there; null while there is none. */
  since: CalendarDate | null
  reason: string
}

/** All that happened to a filed complaint. */
export interface ComplaintTrack extends CommonTrack<FiledState> {
  kind: 'complaint'
  events: Array<TrackEvent<ComplaintOutcome>>
}

/** All that happened to a listing in it. */
export interface LineTrack extends CommonTrack<LineState> {
  kind: 'line'
  comId: string
  by: ReinstatedBy | null
  relistedAs: string | null
  events: Array<TrackEvent<LineOutcome>>
}

export type Track = ComplaintTrack | LineTrack

export const newComplaintTrack = (complaintId: string): ComplaintTrack => ({
  ...{ kind: 'complaint', subjectId: complaintId, complaintId },
  ...{ state: 'filed', since: null, reason: '', events: [] },
})

export const newLineTrack = (line: { lineId: string; complaintId: string; comId: string }): LineTrack => ({
  ...{ kind: 'line', subjectId: line.lineId, complaintId: line.complaintId, comId: line.comId },
  ...{ state: 'filed', since: null, reason: '', by: null, relistedAs: null, events: [] },
})

/** The outcomes that were not taken back, in their order. */
export function standingEvents({
  events,
}: LineTrack): Array<{ state: LineOutcome['state']; on: CalendarDate }> {
  const gone = new Set(events.map(({ change }) => (change.kind === 'taken-back' ? change.of : null)))
  return events.flatMap(({ change, place, on }) =>
    change.kind === 'outcome' && !gone.has(place) ? [{ state: change.state, on }] : [],
  )
}

/** The newest outcome that was not taken back; null where there is none. */
export function standingEvent<Outcome>(
  events: ReadonlyArray<TrackEvent<Outcome>>,
): (TrackEvent<Outcome> & { change: { kind: 'outcome' } & Outcome }) | null {
  const gone = new Set(events.map(({ change }) => (change.kind === 'taken-back' ? change.of : null)))
  const last = events.findLast(({ change, place }) => change.kind === 'outcome' && !gone.has(place))
  return (last ?? null) as ReturnType<typeof standingEvent<Outcome>>
}

/** The track with one event more, standing as all its events say. */
export function withComplaintEvent(
  track: ComplaintTrack,
  event: Omit<TrackEvent<ComplaintOutcome>, 'place'>,
): ComplaintTrack {
  const events = [...track.events, { ...event, place: track.events.length + 1 }]
  const last = standingEvent(events)
  const { state, reason } = last?.change ?? newComplaintTrack(track.complaintId)
  return { ...track, events, state, reason, since: last?.on ?? null }
}

/** The same for a listing. */
export function withLineEvent(track: LineTrack, event: Omit<TrackEvent<LineOutcome>, 'place'>): LineTrack {
  const events = [...track.events, { ...event, place: track.events.length + 1 }]
  const last = standingEvent(events)
  if (!last) {
    return { ...track, events, state: 'filed', reason: '', by: null, relistedAs: null, since: null }
  }
  const { state, reason, by, relistedAs } = last.change
  return { ...track, events, state, reason, by, relistedAs, since: last.on }
}

/** How the listing's page was seen last, and when; null while nobody looked since it was filed. */
export function lastSeen({ events }: Pick<LineTrack, 'events'>): SeenEvent | null {
  const last = events.findLast(({ change }) => change.kind === 'seen')
  return (last ?? null) as SeenEvent | null
}

export type SeenEvent = TrackEvent<LineOutcome> & { change: Seen }

/** Whether a listing was ever removed, also where it came back: a further complaint of it is then no repetition. */
export function wasTakenDown({ events }: LineTrack): boolean {
  const gone = new Set(events.map(({ change }) => (change.kind === 'taken-back' ? change.of : null)))
  return events.some(
    ({ change, place }) => change.kind === 'outcome' && change.state === 'removed' && !gone.has(place),
  )
}
