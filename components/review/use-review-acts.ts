import { useCallback, useRef } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { type ReviewAct, runReviewAct } from '../../lib/queue/review/review-act.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import type { ReviewServices } from './services.ts'
import { words } from './words.ts'

/** What is done, and how it is said. */
interface Wish {
  act: ReviewAct
  /** Judgement that it is about; null where there are several. */
  flagId: string | null
  said(many: number): string
}

/**
 * Runs acts of review one at a time, says what came of each, and takes them back, the last one first, to the
 * beginning. A wish that comes while another is being stored is dropped: nobody has seen what it would be about.
 */
export function useReviewActs(
  services: ReviewServices,
  show: (message: ToastMessage) => void,
  /** After an undo, with the judgement that it was about. */
  onUndone: (flagId: string | null) => void,
) {
  const line = useRef({ waiting: 0, last: Promise.resolve() })
  const { history } = services

  /** Does `work` when what was begun before is stored, says its failure, and tells open pages. Resolves with whether it was done. */
  const inLine = useCallback(
    (work: () => Promise<Failure | null>): Promise<boolean> => {
      line.current.waiting += 1
      const turn = line.current.last.then(async () => {
        try {
          const failure = await work()
          if (failure) show({ text: failure.message, tone: 'danger' })
          return failure === null
        } catch (error) {
          show({ text: failureFrom(error, 'reviewing').message, tone: 'danger' })
          return false
        } finally {
          line.current.waiting -= 1
        }
      })
      line.current.last = turn.then(() => undefined)
      // Not waited for: it is stored, and the next listing need not wait until badge and pages know.
      void turn.then(async (isDone) => {
        const told = isDone ? await services.queueChanged() : null
        if (told && !told.ok) show({ text: told.error.message, tone: 'danger' })
      })
      return turn
    },
    [services, show],
  )

  const undo = useCallback(
    () =>
      inLine(async () => {
        const last = history.pop()
        if (!last) {
          show({ text: words.nothingToUndo })
          return null
        }
        const outcome = await runReviewAct(services, last.inverse)
        if (!outcome.ok) return outcome.error
        show({ text: words.undone(last.text) })
        onUndone(last.flagId)
        return null
      }),
    [inLine, history, onUndone, services, show],
  )

  const run = useCallback(
    async ({ act, flagId, said }: Wish): Promise<boolean> => {
      if (line.current.waiting > 0) return false
      return inLine(async () => {
        const outcome = await runReviewAct(services, act)
        if (!outcome.ok) return outcome.error
        const { inverse, many } = outcome.value
        if (!inverse) {
          show({ text: words.nothingDone })
          return null
        }
        const text = said(many)
        history.push({ text, inverse, flagId })
        show({ text, action: { label: words.undo, run: () => void undo() } })
        return null
      })
    },
    [inLine, history, services, show, undo],
  )

  return { run, undo }
}
