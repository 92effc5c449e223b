import { canonicalJson } from '../core/canonical-json.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { Track } from './track.ts'

/** The ledger's word of the newest event of a track. */
export function trackingAct(before: Track, after: Track): Omit<LedgerAct, 'actor'> {
  const event = after.events.at(-1)
  if (!event) throw new Error(`The track of ${after.subjectId} has no event to enter.`)
  return {
    action: event.change.kind === 'seen' ? 'listing-seen' : 'outcome-entered',
    subject: after.subjectId,
    payload: canonicalJson({
      kind: after.kind,
      complaintId: after.complaintId,
      comId: after.kind === 'line' ? after.comId : null,
      place: event.place,
      change: { ...event.change },
      on: event.on,
      source: event.source,
      note: event.note,
      before: before.state,
      after: after.state,
      atMs: event.at.wallMs,
    }),
    at: event.at,
  }
}
