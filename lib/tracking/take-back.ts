import { fail, ok, type Result } from '../core/result.ts'
import { caseClosed, type Entered, type TrackDeps } from './enter-outcomes.ts'
import { standingEvent, type Track, withComplaintEvent, withLineEvent } from './track.ts'
import { trackingAct } from './tracking-act.ts'

/**
 * Takes back what was entered wrongly: it stays, with a further event that says so. Only the newest outcome of a
 * complaint or listing can be taken back, and all of them or none. Fails with `not-newest`, `case-closed`.
 */
export function takeBack({ repo, clock }: TrackDeps, entered: Entered): Promise<Result<Entered>> {
  const { wallMs, offsetMinutes } = clock()
  return repo.transact(async (transaction) => {
    const tracks = await transaction.tracks(entered.map(({ subjectId }) => subjectId))
    const trackOf = new Map(tracks.map((track) => [track.subjectId, track]))
    const wholes = await transaction.tracks([...new Set(tracks.map(({ complaintId }) => complaintId))])
    const closed = new Set(wholes.flatMap(({ subjectId, state }) => (state === 'closed' ? [subjectId] : [])))
    const taken = new Set(entered.map(({ subjectId }) => subjectId))
    const steps: Array<{ before: Track; after: Track }> = []
    for (const { subjectId, place } of entered) {
      const before = trackOf.get(subjectId)
      const newest = before && standingEvent<unknown>(before.events)
      if (!newest || newest.place !== place) return notNewest
      const isClosed = before.kind === 'line' && closed.has(before.complaintId)
      if (isClosed && !taken.has(before.complaintId)) return { ok: false, error: caseClosed }
      const event = {
        change: { kind: 'taken-back', of: place },
        on: newest.on,
        source: 'hand',
        note: '',
        at: { wallMs, offsetMinutes },
      } as const
      const after = before.kind === 'line' ? withLineEvent(before, event) : withComplaintEvent(before, event)
      steps.push({ before, after })
    }
    await transaction.putTracks(steps.map(({ after }) => after))
    await transaction.enterActs(steps.map(({ before, after }) => trackingAct(before, after)))
    return ok(steps.map(({ after }) => ({ subjectId: after.subjectId, place: after.events.length })))
  })
}

const notNewest = fail(
  'not-newest',
  'Something was entered after it, so nothing was taken back. Take the newest entry back first.',
)
