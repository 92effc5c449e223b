import type { Clock } from '../../core/clock.ts'
import { ok, type Result } from '../../core/result.ts'
import { changeJudgements, type JudgementChange } from '../change-judgement.ts'
import { decideRights, type RightDecision } from '../decide-right.ts'
import type { FlagRepo } from '../flag-repo.ts'
import { removeFlags, restoreFlags } from '../undo-flag.ts'
import { checkJudgement, type FormerMark, putMarkBack, skipListing } from './mark-review.ts'
import type { ReviewMarkRepo, SkipReason } from './review-mark.ts'

/** Everything that a person does in review, as data: what undoes an act is an act as well. */
export type ReviewAct =
  | { kind: 'judge'; changes: JudgementChange[] }
  | { kind: 'right'; decisions: RightDecision[] }
  | { kind: 'remove'; flagIds: string[] }
  | { kind: 'restore'; flagIds: string[] }
  | { kind: 'skip'; flagId: string; reason: SkipReason; note: string }
  | { kind: 'check'; flagId: string; name: string; agrees: boolean; note: string }
  | { kind: 'put-mark-back'; former: FormerMark }

export interface Reviewing {
  repo: FlagRepo
  marks: ReviewMarkRepo
  clock: Clock
}

/** What an act did. */
export interface Reviewed {
  /** The act that takes it back; null where nothing was changed. */
  inverse: ReviewAct | null
  /** So many listings. */
  many: number
}

/** Does it by the queue's own use-cases. Fails as they do; then nothing at all is changed. */
export async function runReviewAct(reviewing: Reviewing, act: ReviewAct): Promise<Result<Reviewed>> {
  switch (act.kind) {
    case 'judge':
      return inverted(await changeJudgements(reviewing, act.changes), (changes) => ({
        kind: 'judge',
        changes,
      }))
    case 'right':
      return inverted(await decideRights(reviewing, act.decisions), (decisions) => ({
        kind: 'right',
        decisions,
      }))
    case 'remove':
      return ok(undoneBy('restore', await removeFlags(reviewing, act.flagIds)))
    case 'restore':
      return ok(undoneBy('remove', await restoreFlags(reviewing, act.flagIds)))
    case 'skip':
      return markedBy(await skipListing(reviewing, act.flagId, act))
    case 'check':
      return markedBy(await checkJudgement(reviewing, act.flagId, act))
    case 'put-mark-back':
      return markedBy(await putMarkBack(reviewing, act.former))
  }
}

function inverted<One>(outcome: Result<One[]>, inverse: (ones: One[]) => ReviewAct): Result<Reviewed> {
  if (!outcome.ok) return outcome
  const many = outcome.value.length
  return ok({ inverse: many > 0 ? inverse(outcome.value) : null, many })
}

const undoneBy = (kind: 'remove' | 'restore', flagIds: string[]): Reviewed => ({
  inverse: flagIds.length > 0 ? { kind, flagIds } : null,
  many: flagIds.length,
})

const markedBy = (outcome: Result<FormerMark>): Result<Reviewed> =>
  outcome.ok ? ok({ inverse: { kind: 'put-mark-back', former: outcome.value }, many: 1 }) : outcome
