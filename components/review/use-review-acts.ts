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
  const isBusy = useRef(false)
  const { history } = services

  /** Returns the failure where it was not done. What happens in `work` is one act: nothing else comes between. */
  const alone = useCallback(
    async (work: () => Promise<Failure | null>): Promise<boolean> => {
      if (isBusy.current) return false
      isBusy.current = true
      try {
        const failure = await work()
        if (failure) show({ text: failure.message, tone: 'danger' })
        const told = await services.queueChanged()
        if (!failure && !told.ok) show({ text: told.error.message, tone: 'danger' })
        return failure === null
      } catch (error) {
        show({ text: failureFrom(error, 'reviewing').message, tone: 'danger' })
        return false
      } finally {
        isBusy.current = false
      }
    },
    [services, show],
  )

  const undo = useCallback(async () => {
    const last = history.at(-1)
    if (!last) return show({ text: words.nothingToUndo })
    await alone(async () => {
      history.pop()
      const outcome = await runReviewAct(services, last.inverse)
      if (!outcome.ok) return outcome.error
      show({ text: words.undone(last.text) })
      onUndone(last.flagId)
      return null
    })
  }, [alone, history, onUndone, services, show])

  const run = useCallback(
    ({ act, flagId, said }: Wish): Promise<boolean> =>
      alone(async () => {
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
      }),
    [alone, history, services, show, undo],
  )

  return { run, undo }
}
