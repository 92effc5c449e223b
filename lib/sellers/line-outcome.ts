import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import type { CalendarDate } from '../rights/right.ts'

/** What became of one filed listing, as far as it is known; days are null for what did not happen or is not known. */
export interface LineOutcome {
  lineId: string
  /** First day on which it was known to be gone after the filing. */
  removedOn: CalendarDate | null
  /** The capture that shows it gone; null where somebody entered it. */
  removedCaptureId: string | null
  /** First day on which it was seen again after that. */
  relistedOn: CalendarDate | null
  counteredOn: CalendarDate | null
  /** The portal refused the complaint. */
  rejectedOn: CalendarDate | null
}

/** A filed line with its complaint and what became of it. */
export interface FiledLine {
  line: ComplaintLine
  complaint: Complaint
  outcome: LineOutcome
}

/** Port: what became of filed lines, by lineId. Lines that it does not know are open. */
export interface LineOutcomeReader {
  outcomes(
    filed: ReadonlyArray<Pick<FiledLine, 'line' | 'complaint'>>,
  ): Promise<ReadonlyMap<string, LineOutcome>>
}

export const openOutcome = (lineId: string): LineOutcome => ({
  lineId,
  removedOn: null,
  removedCaptureId: null,
  relistedOn: null,
  counteredOn: null,
  rejectedOn: null,
})

/** True while the portal has not refused it and nobody saw it gone, or it is there again. */
export const isOpen = ({ removedOn, relistedOn, rejectedOn }: LineOutcome): boolean =>
  rejectedOn === null && (removedOn === null || relistedOn !== null)

/** What captures after the filing show of one listing: gone, and there again. */
export function seenOutcome(
  lineId: string,
  filedOn: CalendarDate | null,
  seen: ReadonlyArray<{ captureId: string; seenOn: CalendarDate; seenAtMs: number; pageState: string }>,
): LineOutcome {
  const outcome = openOutcome(lineId)
  if (filedOn === null) return outcome
  const after = seen
    .filter(({ seenOn }) => seenOn >= filedOn)
    .sort((one, other) => one.seenAtMs - other.seenAtMs || (one.captureId < other.captureId ? -1 : 1))
  const goneAt = after.findIndex(({ pageState }) => pageState === 'removed')
  const gone = after[goneAt]
  if (!gone) return outcome
  const back = after.slice(goneAt + 1).find(({ pageState }) => pageState === 'ready')
  return {
    ...outcome,
    removedOn: gone.seenOn,
    removedCaptureId: gone.captureId,
    relistedOn: back?.seenOn ?? null,
  }
}
