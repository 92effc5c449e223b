import type { FollowUp } from '../../lib/complaints/follow-up.ts'
import { lastSeen } from '../../lib/tracking/track.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { whyStillUp } from '../../lib/tracking/why-still-up.ts'
import { followUpWords as words } from './words.ts'

interface SeenTextProps {
  filed: FiledComplaint
  own: FiledComplaint['lines'][number]
  followUps: readonly FollowUp[]
}

/** How a listing's page was seen last, with its evidence, and where it is still there, why. */
export function SeenText({ filed, own, followUps }: SeenTextProps) {
  const seen = lastSeen(own.track)
  if (!seen) return null
  const why = whyStillUp(filed, own, followUps)
  const { seen: state, captureId } = seen.change
  return (
    <span className="block text-xs break-words text-ink-soft">
      <a href={`#/evidence/${captureId}`} className="text-accent underline">
        {words.seenOn(words.seen[state], seen.on)}
      </a>
      {why && (
        <span className="block" dir="auto">
          {words.whyUp(why)}
        </span>
      )}
    </span>
  )
}
