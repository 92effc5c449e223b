import { createContext, use } from 'react'
import type { ToastMessage } from '../../ui/toast.tsx'

/** What every part of the desk may do. */
interface DeskActs {
  show(message: ToastMessage): void
  /** Says why something did not come about. */
  fail(error: unknown, doing: string): void
  /** Says something to screen readers alone, politely. */
  say(text: string): void
  choose(subjectId: string): void
}

export const DeskActsContext = createContext<DeskActs | null>(null)

export function useDeskActs(): DeskActs {
  const acts = use(DeskActsContext)
  if (!acts) throw new Error('A part of the filing desk stands outside of it.')
  return acts
}
