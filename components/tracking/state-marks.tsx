import type { FiledState } from '../../lib/tracking/complaint-outcome.ts'
import type { LineState } from '../../lib/tracking/line-outcome.ts'
import { type LineTrack, standingEvent } from '../../lib/tracking/track.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { followUpWords as words } from './words.ts'

const complaintTones = {
  filed: 'plain',
  accepted: 'good',
  rejected: 'danger',
  withdrawn: 'warn',
  closed: 'plain',
} as const satisfies Record<FiledState, string>

const lineTones = {
  filed: 'plain',
  removed: 'good',
  'geo-blocked': 'good',
  rejected: 'danger',
  'counter-noticed': 'warn',
  reinstated: 'danger',
  withdrawn: 'warn',
  'gone-before-filing': 'plain',
  relisted: 'warn',
} as const satisfies Record<LineState, string>

export const ComplaintMark = ({ state }: { state: FiledState }) => (
  <StateMark tone={complaintTones[state]}>{words.state[state]}</StateMark>
)

/** How a listing stands, since when, by whom, as which. */
export const LineMark = ({ track }: { track: LineTrack }) => (
  <StateMark tone={lineTones[track.state]}>
    {[
      words.line[track.state],
      track.by && words.reinstatedBy[track.by],
      track.relistedAs && words.relisted(track.relistedAs),
      track.since && words.since(track.since),
      standingEvent(track.events)?.source === 'seen' ? words.bySight : null,
    ]
      .filter((part) => part !== null)
      .join(' ')}
  </StateMark>
)
