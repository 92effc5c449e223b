import type { ReviewAct } from '../../lib/queue/review/review-act.ts'
import type { Known } from '../complaints/read-known.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import { type Decision, judgementOf } from './decisions.ts'
import type { ReviewServices } from './services.ts'
import { useReviewActs } from './use-review-acts.ts'
import { words } from './words.ts'

const nowhere = () => undefined

/** What may be done with many judgements at once, each act in one commit. */
export function useListActs(
  services: ReviewServices,
  show: (message: ToastMessage) => void,
  known: Known | undefined,
) {
  const { run, undo } = useReviewActs(services, show, nowhere)
  const act = (made: ReviewAct, flagIds: readonly string[], said: (many: number) => string) => {
    if (flagIds.length === 0 || services.readOnlyBecause) return
    void run({ act: made, flagId: flagIds.length === 1 ? (flagIds[0] ?? null) : null, said })
  }
  return {
    undo,
    decide(flagIds: readonly string[], decision: Decision) {
      const judgement = judgementOf(decision)
      act({ kind: 'judge', changes: flagIds.map((flagId) => ({ flagId, judgement })) }, flagIds, (many) =>
        words.judged(many, decision),
      )
    },
    note(flagIds: readonly string[], note: string) {
      act(
        { kind: 'judge', changes: flagIds.map((flagId) => ({ flagId, judgement: { note } })) },
        flagIds,
        words.noteSaved,
      )
    },
    right(flagIds: readonly string[], rightId: string, reasonId: string) {
      const right = known?.rightOf.get(rightId)
      if (!right) return
      const { ipType, label } = right
      act(
        { kind: 'right', decisions: flagIds.map((flagId) => ({ flagId, rightId, reasonId, ipType })) },
        flagIds,
        (many) => words.rightChosen(many, label),
      )
    },
    remove(flagIds: readonly string[]) {
      act({ kind: 'remove', flagIds: [...flagIds] }, flagIds, words.removed)
    },
  }
}
