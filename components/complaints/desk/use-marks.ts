import { type DeskMark, markState } from '../../../lib/complaints/desk-store.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'

/** What is ticked of a subject, and what ticks it; both outlive the panel. */
export function useMarks(services: DeskServices, subjectId: string, marks: readonly DeskMark[]) {
  const { fail } = useDeskActs()
  return {
    stateOf: (entryId: string, value: string) => markState(marks, entryId, value),
    async tick(entryId: string, value: string, isDone: boolean) {
      try {
        if (isDone) await services.desk.mark({ subjectId, entryId, value, atMs: services.clock().wallMs })
        else await services.desk.unmark(subjectId, entryId)
      } catch (error) {
        fail(error, 'remembering the tick')
      }
    },
  }
}
