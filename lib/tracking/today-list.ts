import type { Complaint } from '../complaints/complaint.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Deadline } from './deadlines.ts'
import { countOpen } from './enter-outcomes.ts'
import type { FiledComplaint } from './track-repo.ts'

/** What asks for the person today. */
export interface TodayList {
  /** Past their day. */
  overdue: Deadline[]
  /** Today and on the days that follow soon. */
  due: Deadline[]
  /** Every listing has its outcome: the case can be decided and closed. */
  answered: FiledComplaint[]
  toFile: Array<{ complaint: Complaint; lines: number }>
  /** Filed or ready, with listings of which no picture is kept. */
  evidenceMissing: Array<{ complaint: Complaint; comIds: string[] }>
}

/** How far ahead something is due. */
const soonDays = 3

/** The seller's window is worth knowing, and asks for nothing. */
const asks = ({ kind }: Deadline): boolean => kind !== 'counter-window'

export function todayList(
  {
    filed,
    deadlines,
    ready,
    evidenceMissing,
  }: {
    filed: readonly FiledComplaint[]
    deadlines: readonly Deadline[]
    ready: TodayList['toFile']
    evidenceMissing: TodayList['evidenceMissing']
  },
  today: CalendarDate,
): TodayList {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + soonDays * 86_400_000).toISOString().slice(0, 10)
  const asking = deadlines.filter(asks).toSorted((one, other) => (one.on < other.on ? -1 : 1))
  return {
    // Nobody can appeal any more once that day has passed.
    overdue: asking.filter(({ kind, on }) => on < today && kind !== 'appeal'),
    due: asking.filter(({ on }) => on >= today && on <= soon),
    answered: filed.filter(
      ({ track, lines }) =>
        track.state !== 'closed' && lines.length > 0 && countOpen(lines.map((one) => one.track)) === 0,
    ),
    toFile: [...ready],
    evidenceMissing: [...evidenceMissing],
  }
}
