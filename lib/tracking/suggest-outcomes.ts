import type { FollowUp } from '../complaints/follow-up.ts'
import type { OutcomeEntry } from './enter-outcomes.ts'
import { type LineOutcome, lineRefusal, plainOutcome } from './line-outcome.ts'
import { standingEvent } from './track.ts'
import type { FiledComplaint } from './track-repo.ts'

/** What a counter-notice says of its listings that is not entered yet. */
export interface Suggestion {
  followUp: FollowUp
  outcome: LineOutcome
  entries: OutcomeEntry[]
}

const reinstatedByHolder: LineOutcome = { state: 'reinstated', by: 'holder', relistedAs: null, reason: '' }

/**
 * A counter-notice contests its listings, and one that the holder accepted brings them back. Nothing of it is
 * entered by itself: the person looks, and enters it.
 */
export function suggestOutcomes(filed: FiledComplaint, followUps: readonly FollowUp[]): Suggestion[] {
  if (filed.track.state === 'closed') return []
  return followUps.flatMap((followUp) => {
    if (followUp.kind !== 'counter-notice' || followUp.complaintId !== filed.complaint.complaintId) return []
    const isAccepted = followUp.state === 'accepted' && followUp.answeredOn !== null
    const outcome = isAccepted ? reinstatedByHolder : plainOutcome('counter-noticed')
    const on = (isAccepted ? followUp.answeredOn : null) ?? followUp.receivedOn
    const entries = filed.lines.flatMap(({ line, track }): OutcomeEntry[] => {
      if (!followUp.comIds.includes(line.comId) || lineRefusal(track, outcome) !== null) return []
      const last = standingEvent(track.events)
      const wasContested = track.events.some(
        ({ change, on: day }) =>
          change.kind === 'outcome' && change.state === 'counter-noticed' && day >= followUp.receivedOn,
      )
      // What was entered of a later day, or after it was contested, knows better.
      if ((last && last.on > on) || (!isAccepted && wasContested)) return []
      return [{ lineId: line.lineId, outcome, on, note: '' }]
    })
    return entries.length > 0 ? [{ followUp, outcome, entries }] : []
  })
}
