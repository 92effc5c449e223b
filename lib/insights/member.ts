import type { Verdict } from '../queue/flag.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { LineState } from '../tracking/line-outcome.ts'

/** One listing that a number counts, so that every number can be looked into. */
export interface Member {
  comId: string
  /** The day by which it was counted. */
  on: CalendarDate
  /** How it stands now. */
  standing: LineState | Verdict
  /** The filed complaint in which it counts; null where it counts for itself. */
  complaintId: string | null
  /** Evidence of it: the capture that shows it gone, or that it was judged by. */
  captureId: string | null
}
