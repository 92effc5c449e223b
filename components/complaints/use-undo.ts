import { useCallback, useRef } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure, Result } from '../../lib/core/result.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import { words } from './words.ts'

/** What was done: its message, and what takes it back. */
export interface Done {
  text: string
  takeBack: (() => Promise<Result<unknown>>) | null
}

/** Runs acts, shows what came of them and takes them back, the last one first. */
export function useUndo(show: (message: ToastMessage) => void, changed: () => Promise<Result<null>>) {
  const stack = useRef<Array<() => Promise<Result<unknown>>>>([])

  const undo = useCallback(async () => {
    const last = stack.current.pop()
    if (!last) return show({ text: words.nothingToUndo })
    try {
      const outcome = await last()
      show(outcome.ok ? { text: words.undone } : { text: outcome.error.message, tone: 'danger' })
      await changed()
    } catch (error) {
      show({ text: failureFrom(error, 'undoing').message, tone: 'danger' })
    }
  }, [show, changed])

  /** Returns whether it was done. `onRefused` says a refusal where it belongs, in place of the message. */
  const attempt = useCallback(
    async (
      doing: string,
      act: () => Promise<Result<Done>>,
      onRefused?: (failure: Failure) => void,
    ): Promise<boolean> => {
      try {
        const outcome = await act()
        if (!outcome.ok) {
          if (onRefused) onRefused(outcome.error)
          else show({ text: outcome.error.message, tone: 'danger' })
          return false
        }
        const { text, takeBack } = outcome.value
        if (takeBack) stack.current.push(takeBack)
        const told = await changed()
        if (!told.ok) show({ text: told.error.message, tone: 'danger' })
        else show(takeBack ? { text, action: { label: words.undo, run: () => void undo() } } : { text })
        return true
      } catch (error) {
        show({ text: failureFrom(error, doing).message, tone: 'danger' })
        return false
      }
    },
    [show, changed, undo],
  )

  return { attempt, undo }
}
