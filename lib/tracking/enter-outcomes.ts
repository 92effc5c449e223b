import type { Complaint } from '../complaints/complaint.ts'
import type { Clock } from '../core/clock.ts'
import { type Failure, fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import { isOpenState, type LineOutcome, lineRefusal } from './line-outcome.ts'
import {
  type ComplaintTrack,
  type LineTrack,
  newComplaintTrack,
  newLineTrack,
  type TrackSource,
  withLineEvent,
} from './track.ts'
import type { TrackRepo, TrackTransaction } from './track-repo.ts'
import { trackingAct } from './tracking-act.ts'

export interface TrackDeps {
  repo: TrackRepo
  clock: Clock
}

/** One listing's outcome, as it is to be entered. */
export interface OutcomeEntry {
  lineId: string
  outcome: LineOutcome
  on: CalendarDate
  note: string
}

/** What was entered, so that it can be taken back: subject and place of each event. */
export type Entered = Array<{ subjectId: string; place: number }>

const maxNoteLength = 2000

/**
 * Enters outcomes of listings, all of them or, where one is refused, none. Fails with `not-filed`, `case-closed`,
 * those of `dayRefusal` and `lineRefusal`, `note-long`.
 */
export function enterOutcomes(
  { repo, clock }: TrackDeps,
  entries: readonly OutcomeEntry[],
  source: TrackSource,
  today: CalendarDate,
): Promise<Result<Entered>> {
  const { wallMs, offsetMinutes } = clock()
  return repo.transact(async (transaction) => {
    const known = await readLines(
      transaction,
      entries.map(({ lineId }) => lineId),
    )
    const steps: Array<{ before: LineTrack; after: LineTrack }> = []
    for (const { lineId, outcome, on, note } of entries) {
      const one = known.get(lineId)
      if (!one) return notFiled
      const refused = outcomeRefusal(one, { outcome, on, note }, today)
      if (refused) return { ok: false, error: refused }
      const before = one.track
      one.track = withLineEvent(before, {
        change: { kind: 'outcome', ...outcome },
        ...{ on, source, note, at: { wallMs, offsetMinutes } },
      })
      steps.push({ before, after: one.track })
    }
    await transaction.putTracks([...known.values()].map(({ track }) => track))
    await transaction.enterActs(steps.map(({ before, after }) => trackingAct(before, after)))
    return ok(steps.map(({ after }) => ({ subjectId: after.subjectId, place: after.events.length })))
  })
}

/** A listing of a filed complaint with all that its next step rests on. */
export interface StandingLine {
  track: LineTrack
  complaint: Pick<Complaint, 'filedOn'>
  complaintTrack: Pick<ComplaintTrack, 'state'>
}

/** Why an outcome must not be entered now, or null where it may. */
export function outcomeRefusal(
  { track, complaint, complaintTrack }: StandingLine,
  { outcome, on, note }: Pick<OutcomeEntry, 'outcome' | 'on' | 'note'>,
  today: CalendarDate,
): Failure | null {
  // What comes back after a case was closed is worth knowing; it asks nothing of the portal.
  if (complaintTrack.state === 'closed' && outcome.state !== 'relisted') return caseClosed
  return lineRefusal(track, outcome) ?? dayRefusal(on, track, complaint, today) ?? noteRefusal(note)
}

/** `day-missing`, `day-in-future`, `before-filing`, `before-last`; null where the day is possible. */
export function dayRefusal(
  on: CalendarDate,
  { since }: { since: CalendarDate | null },
  { filedOn }: Pick<Complaint, 'filedOn'>,
  today: CalendarDate,
): Failure | null {
  if (!isCalendarDate(on)) {
    return { code: 'day-missing', message: 'Enter the day on which it happened.' }
  }
  if (on > today) {
    return { code: 'day-in-future', message: 'This day is in the future. Enter the day itself.' }
  }
  if (filedOn !== null && on < filedOn) {
    return {
      code: 'before-filing',
      message: `The complaint was filed on ${filedOn}. Enter a day from then on.`,
    }
  }
  return since !== null && on < since
    ? {
        code: 'before-last',
        message: `The last entry is of ${since}. Enter a day from then on, or take it back.`,
      }
    : null
}

export const noteRefusal = (note: string): Failure | null =>
  note.length > maxNoteLength
    ? { code: 'note-long', message: `A note may have ${maxNoteLength} characters. Shorten it.` }
    : null

/** Listings that have no outcome yet. */
export const countOpen = (tracks: ReadonlyArray<Pick<LineTrack, 'state'>>): number =>
  tracks.filter(({ state }) => isOpenState(state)).length

/** The listings of filed complaints among these, by line id. */
async function readLines(
  transaction: TrackTransaction,
  lineIds: readonly string[],
): Promise<Map<string, StandingLine>> {
  const lines = await transaction.lines([...new Set(lineIds)])
  const complaintIds = [...new Set(lines.map(({ complaintId }) => complaintId))]
  const complaints = await transaction.complaints(complaintIds)
  const tracks = await transaction.tracks([...complaintIds, ...lines.map(({ lineId }) => lineId)])
  const trackOf = new Map(tracks.map((track) => [track.subjectId, track]))
  const complaintOf = new Map(complaints.map((complaint) => [complaint.complaintId, complaint]))
  return new Map(
    lines.flatMap((line) => {
      const complaint = complaintOf.get(line.complaintId)
      if (complaint?.state !== 'filed' || line.state !== 'filed') return []
      const own = trackOf.get(line.lineId)
      const whole = trackOf.get(line.complaintId)
      const standing: StandingLine = {
        complaint,
        track: own?.kind === 'line' ? own : newLineTrack(line),
        complaintTrack: whole?.kind === 'complaint' ? whole : newComplaintTrack(line.complaintId),
      }
      return [[line.lineId, standing] as const]
    }),
  )
}

const notFiled = fail(
  'not-filed',
  'A listing is in no filed complaint any more, so nothing was entered. Look at the complaint again.',
)

export const caseClosed: Failure = {
  code: 'case-closed',
  message: 'This case is closed. Take its closing back to go on with it.',
}
