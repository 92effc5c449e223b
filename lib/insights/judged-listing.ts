import { type Flag, isQueued, type Verdict } from '../queue/flag.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Member } from './member.ts'

/** A listing that was judged: it counts once, however often it was judged anew. */
export interface JudgedListing {
  comId: string
  /** Day of the first judgement that was not taken back. */
  judgedOn: CalendarDate
  /** As it stands now. */
  verdict: Verdict
  /** The capture that it was first judged by; null where it came from a list. */
  captureId: string | null
  /** Waits to be filed. */
  isQueued: boolean
}

type JudgedFlag = Pick<
  Flag,
  'flagId' | 'comId' | 'captureId' | 'status' | 'verdict' | 'filedIn' | 'createdAtMs'
>

/** What was taken back counts for nothing. @param dayOf the calendar date where the person is */
export function judgedListings(
  flags: readonly JudgedFlag[],
  dayOf: (atMs: number) => CalendarDate,
): JudgedListing[] {
  const standing = flags.filter(({ status }) => status !== 'undone')
  return [...Map.groupBy(standing, ({ comId }) => comId)].flatMap(([comId, own]) => {
    const current = own.find(({ status }) => status === 'current')
    if (!current) return []
    const first = own.reduce((one, other) => (other.createdAtMs < one.createdAtMs ? other : one))
    return [
      {
        comId,
        judgedOn: dayOf(first.createdAtMs),
        verdict: current.verdict,
        captureId: first.captureId,
        isQueued: isQueued(current),
      },
    ]
  })
}

export const memberOfJudged = ({ comId, judgedOn, verdict, captureId }: JudgedListing): Member => ({
  ...{ comId, on: judgedOn, standing: verdict, complaintId: null, captureId },
})
