import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Flag, IpType, Verdict } from './flag.ts'
import type { FlagRepo } from './flag-repo.ts'
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
  return repo.transact(async (transaction) => {
    const flags: Flag[] = []
    for (const { flagId } of decisions) {
      const flag = await transaction.flag(flagId)
      if (flag?.status !== 'current') {
        return fail(
          'not-current',
          'A listing was judged again elsewhere meanwhile. Nothing was changed; look at it and try again.',
        )
      }
      if (flag.filedIn !== null) {
        return fail(
          'already-filed',
          'A listing was filed meanwhile, so its right stays. Nothing was changed; look at it again.',
        )
      }
      flags.push(flag)
    }
    const inverses: RightDecision[] = []
    for (const [index, flag] of flags.entries()) {
      const decision = decisions[index]
      if (!decision) continue
      const { flagId, rightId, reasonId, ipType, verdict } = flag
      inverses.push({ flagId, rightId, reasonId, ipType, verdict })
      const changed: Flag = {
        ...flag,
        verdict: decision.verdict ?? (decision.rightId === null ? flag.verdict : 'infringing'),
        ipType: decision.ipType,
        rightId: decision.rightId,
        reasonId: decision.reasonId,
        changedAtMs: at.wallMs,
      }
      await transaction.putFlag(changed)
      if (changesVerdict(flag, changed)) {
        await transaction.enterActs([verdictAct('changed', changed, { before: flag, otherFlagId: null, at })])
      }
    }
    return ok(inverses)
  })
}
