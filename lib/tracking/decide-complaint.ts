import type { Complaint } from '../complaints/complaint.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { CalendarDate } from '../rights/right.ts'
import { type ComplaintOutcome, complaintRefusal } from './complaint-outcome.ts'
import { countOpen, dayRefusal, type Entered, noteRefusal, type TrackDeps } from './enter-outcomes.ts'
import { isOpenState, type LineOutcome, lineRefusal, plainOutcome } from './line-outcome.ts'
import {
  type ComplaintTrack,
  type LineTrack,
  newComplaintTrack,
  newLineTrack,
  type Track,
  withComplaintEvent,
  withLineEvent,
} from './track.ts'
import type { TrackTransaction } from './track-repo.ts'
import { trackingAct } from './tracking-act.ts'

/** What the person read on the portal about a whole complaint. */
export interface Decision {
  outcome: ComplaintOutcome
  on: CalendarDate
  note: string
  /** Its listings that wait for an outcome get the one that goes with it, in the same commit. */
  withLines: boolean
}

/**
 * Enters how a complaint stands, and with it, if wanted, its open listings. Fails with `not-filed`, those of
 * `complaintRefusal` and `dayRefusal`, `note-long`; then nothing is entered.
 */
export function decideComplaint(
  { repo, clock }: TrackDeps,
  complaintId: string,
  { outcome, on, note, withLines }: Decision,
  today: CalendarDate,
): Promise<Result<Entered>> {
  const { wallMs, offsetMinutes } = clock()
  const event = { on, source: 'hand', note, at: { wallMs, offsetMinutes } } as const
  return repo.transact(async (transaction) => {
    const read = await readWhole(transaction, complaintId)
    if (!read) return notFiled
    const { complaint, track, lines } = read
    const following = withLines ? linesFollowing(lines, outcome) : []
    const refused =
      complaintRefusal(track.state, outcome, countOpen(lines)) ??
      dayRefusal(on, track, complaint, today) ??
      following.map(({ line }) => dayRefusal(on, line, complaint, today)).find((one) => one !== null) ??
      noteRefusal(note)
    if (refused) return { ok: false, error: refused }
    const change = { kind: 'outcome', ...outcome } as const
    const steps: Array<{ before: Track; after: Track }> = [
      { before: track, after: withComplaintEvent(track, { ...event, change }) },
      ...following.map(({ line, outcome: own }) => ({
        before: line,
        after: withLineEvent(line, { ...event, change: { kind: 'outcome', ...own } }),
      })),
    ]
    await transaction.putTracks(steps.map(({ after }) => after))
    await transaction.enterActs(steps.map(({ before, after }) => trackingAct(before, after)))
    return ok(steps.map(({ after }) => ({ subjectId: after.subjectId, place: after.events.length })))
  })
}

/** The listings that a decision on the whole complaint says something of, each with its own outcome. */
export function linesFollowing(
  lines: readonly LineTrack[],
  { state, reason }: ComplaintOutcome,
): Array<{ line: LineTrack; outcome: LineOutcome }> {
  const outcome = outcomeOfLines(state, reason)
  if (!outcome) return []
  return lines.flatMap((line) => {
    const isAsked = state === 'withdrawn' ? line.state !== 'rejected' : isOpenState(line.state)
    return isAsked && lineRefusal(line, outcome) === null ? [{ line, outcome }] : []
  })
}

function outcomeOfLines(state: ComplaintOutcome['state'], reason: string): LineOutcome | null {
  switch (state) {
    case 'accepted':
      return plainOutcome('removed')
    case 'rejected':
      return plainOutcome('rejected', reason)
    case 'withdrawn':
      return plainOutcome('withdrawn')
    case 'closed':
      return null
  }
}

async function readWhole(
  transaction: TrackTransaction,
  complaintId: string,
): Promise<{ complaint: Complaint; track: ComplaintTrack; lines: LineTrack[] } | null> {
  const [complaint] = await transaction.complaints([complaintId])
  if (complaint?.state !== 'filed') return null
  const lines = await transaction.linesOf(complaintId)
  const tracks = await transaction.tracks([complaintId, ...lines.map(({ lineId }) => lineId)])
  const trackOf = new Map(tracks.map((track) => [track.subjectId, track]))
  const own = trackOf.get(complaintId)
  return {
    complaint,
    track: own?.kind === 'complaint' ? own : newComplaintTrack(complaintId),
    lines: lines.map((line) => {
      const known = trackOf.get(line.lineId)
      return known?.kind === 'line' ? known : newLineTrack(line)
    }),
  }
}

const notFiled = fail(
  'not-filed',
  'This complaint is not filed any more, so nothing was entered. Look at it again.',
)
