import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import type { CalendarDate } from '../rights/right.ts'

/** Refused by the portal, given back to the seller, taken back by the person, or gone before it was filed. */
export type EndedAs = 'rejected' | 'reinstated' | 'withdrawn' | 'gone-before-filing'

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
  /** How the case of this listing ended without its removal; null while it did not. */
  ended: { as: EndedAs; on: CalendarDate } | null
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
  ended: null,
})

/** True while its case did not end and nobody saw it gone, or it is there again. */
export const isOpen = ({ removedOn, relistedOn, ended }: LineOutcome): boolean =>
  ended === null && (removedOn === null || relistedOn !== null)

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

/** What a person entered of a listing. */
interface EnteredOutcome {
  state: string
  on: CalendarDate
}

/** What was entered of it goes before what was seen; each entry says how the listing stands from its day on. */
export function withEntered(seen: LineOutcome, entered: readonly EnteredOutcome[]): LineOutcome {
  let outcome = seen
  for (const one of entered) outcome = afterEntry(outcome, one)
  return outcome
}

function afterEntry(outcome: LineOutcome, { state, on }: EnteredOutcome): LineOutcome {
  const { removedOn, relistedOn, counteredOn } = outcome
  switch (state) {
    case 'removed': {
      const isBackSince = relistedOn !== null && relistedOn > on
      return {
        ...outcome,
        removedOn: earlier(removedOn, on),
        relistedOn: isBackSince ? relistedOn : null,
        ended: null,
      }
    }
    case 'relisted':
      return { ...outcome, relistedOn: on }
    case 'counter-noticed':
      return { ...outcome, counteredOn: earlier(counteredOn, on) }
    case 'rejected':
    case 'reinstated':
    case 'withdrawn':
    case 'gone-before-filing':
      return { ...outcome, ended: { as: state, on } }
    // Blocked in some countries: it is still there in others.
    default:
      return outcome
  }
}

const earlier = (one: CalendarDate | null, other: CalendarDate): CalendarDate =>
  one !== null && one < other ? one : other
