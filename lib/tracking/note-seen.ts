import type { Clock } from '../core/clock.ts'
import type { Capture } from '../evidence/capture.ts'
import { pageAsFiled, seenIn, seenOn } from './seen.ts'
import { type LineTrack, newLineTrack, withLineEvent } from './track.ts'
import type { TrackRepo } from './track-repo.ts'
import { trackingAct } from './tracking-act.ts'

/**
 * Notes how the item page of a filed listing was seen, on each of its filed lines, with the capture that shows it. It
 * says nothing of what the portal decided: no state changes. Once for a capture, however often it is called; a page
 * that does not count (see `seenIn`), or was seen before the filing, is not noted.
 *
 * @param captures what was captured of this listing before, to compare with
 * @returns how many lines were noted now
 */
export function noteSeen(
  { repo, clock }: { repo: TrackRepo; clock: Clock },
  capture: Capture,
  captures: readonly Capture[],
): Promise<number> {
  const { wallMs, offsetMinutes } = clock()
  const on = seenOn(capture)
  const former = captures.filter(
    ({ captureId, sighting }) =>
      captureId !== capture.captureId && sighting.seenAt.wallMs <= capture.sighting.seenAt.wallMs,
  )
  return repo.transact(async (transaction) => {
    const lines = (await transaction.linesOfListing(capture.comId)).filter(({ state }) => state === 'filed')
    const [complaints, tracks] = await Promise.all([
      transaction.complaints([...new Set(lines.map(({ complaintId }) => complaintId))]),
      transaction.tracks(lines.map(({ lineId }) => lineId)),
    ])
    const filedOnOf = new Map(
      complaints.flatMap(({ complaintId, state, filedOn }) =>
        state === 'filed' ? [[complaintId, filedOn] as const] : [],
      ),
    )
    const steps: Array<{ before: LineTrack; after: LineTrack }> = []
    for (const line of lines) {
      const filedOn = filedOnOf.get(line.complaintId)
      if (filedOn === undefined || (filedOn !== null && on < filedOn)) continue
      const seen = seenIn(capture, pageAsFiled(former, filedOn))
      const known = tracks.find(({ subjectId }) => subjectId === line.lineId)
      const before = known?.kind === 'line' ? known : newLineTrack(line)
      const isNoted = before.events.some(
        ({ change }) => change.kind === 'seen' && change.captureId === capture.captureId,
      )
      if (!seen || isNoted) continue
      const at = { wallMs, offsetMinutes }
      steps.push({ before, after: withLineEvent(before, { change: seen, on, source: 'seen', note: '', at }) })
    }
    if (steps.length === 0) return 0
    await transaction.putTracks(steps.map(({ after }) => after))
    await transaction.enterActs(steps.map(({ before, after }) => trackingAct(before, after)))
    return steps.length
  })
}
