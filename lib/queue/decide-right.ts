import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag, IpType, Verdict } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
import { inBatches } from './in-batches.ts'
import { changesVerdict, verdictAct } from './judgement-act.ts'

/** The right that a flagged listing infringes and the reason of the complaint, by the person's word. */
export interface RightDecision {
  flagId: string
  rightId: string | null
  reasonId: string | null
  /** Type of the right: the flag is of this type from then on. */
  ipType: IpType | null
  /** Only to undo: what the flag said before. */
  verdict?: Verdict
}

/**
 * Stores which right flags infringe and for which reason, one or many at once, in one commit. A right makes a flag
 * infringing and gives it its type. Returns what undoes it.
 *
 * Fails with `not-current` when a flag was taken back or replaced meanwhile, `already-filed` when it left the
 * queue: then nothing at all is changed.
 */
export async function decideRights(
  { repo, clock }: { repo: FlagRepo; clock: Clock },
  decisions: readonly RightDecision[],
): Promise<Result<RightDecision[]>> {
  const at = clock()
  return repo.transact(async (transaction): Promise<Result<RightDecision[]>> => {
    const next: Array<{ before: Flag; changed: Flag }> = []
    for (const batch of inBatches(decisions)) {
      const stored = await transaction.flags(batch.map(({ flagId }) => flagId))
      const flagOf = new Map(stored.map((flag) => [flag.flagId, flag]))
      for (const decision of batch) {
        const before = flagOf.get(decision.flagId)
        if (before?.status !== 'current') return notCurrent
        if (before.filedIn !== null) return alreadyFiled
        next.push({ before, changed: decidedFlag(before, decision, at.wallMs) })
      }
    }
    for (const batch of inBatches(next)) {
      await transaction.putFlags(batch.map(({ changed }) => changed))
      await transaction.enterActs(
        batch
          .filter(({ before, changed }) => changesVerdict(before, changed))
          .map(({ before, changed }) => verdictAct('changed', changed, { before, otherFlagId: null, at })),
      )
    }
    return ok(
      next.map(({ before: { flagId, rightId, reasonId, ipType, verdict } }) => ({
        ...{ flagId, rightId, reasonId, ipType, verdict },
      })),
    )
  })
}

const decidedFlag = (before: Flag, decision: RightDecision, changedAtMs: number): Flag => ({
  ...before,
  verdict: decision.verdict ?? (decision.rightId === null ? before.verdict : 'infringing'),
  ipType: decision.ipType,
  rightId: decision.rightId,
  reasonId: decision.reasonId,
  changedAtMs,
})

const notCurrent = fail(
  'not-current',
  'A listing was judged again elsewhere meanwhile. Nothing was changed; look at it and try again.',
)

const alreadyFiled = fail(
  'already-filed',
  'A listing was filed meanwhile, so its right stays. Nothing was changed; look at it again.',
)
