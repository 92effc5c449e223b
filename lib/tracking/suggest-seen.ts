import type { OutcomeEntry } from './enter-outcomes.ts'
import { lineRefusal, plainOutcome } from './line-outcome.ts'
import { lastSeen } from './track.ts'
import type { FiledComplaint } from './track-repo.ts'
import { isAfter } from './why-still-up.ts'

/**
 * Listings of a case whose page was last seen gone, and that are not entered as removed. The portal did not say so,
 * and it may be so for one country alone: nothing of it is entered by itself, and what is, keeps `seen` as its source.
 */
export function suggestSeen({ track: whole, lines }: FiledComplaint): OutcomeEntry[] {
  if (whole.state === 'closed') return []
  const outcome = plainOutcome('removed')
  return lines.flatMap(({ line, track }) => {
    const seen = lastSeen(track)
    if (seen?.change.seen !== 'removed' || !isAfter(seen, track)) return []
    return lineRefusal(track, outcome) === null
      ? [{ lineId: line.lineId, outcome, on: seen.on, note: '' }]
      : []
  })
}
