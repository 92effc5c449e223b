import { useEffect, useState } from 'react'
import { type DeskMark, markState } from '../../../lib/complaints/desk-store.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'

/** What is ticked of a subject, and what ticks it: shown at once, kept for when the desk is opened again. */
export function useMarks(services: DeskServices, subjectId: string, marks: readonly DeskMark[]) {
  const { fail } = useDeskActs()
  /** Ticks that are not read back from the storage yet, by entry. */
  const [pressed, setPressed] = useState<ReadonlyMap<string, { value: string; isDone: boolean }>>(new Map())
  useEffect(() => {
    setPressed((before) => {
      const waiting = [...before].filter(
        ([entryId, { value, isDone }]) => (markState(marks, entryId, value) === 'done') !== isDone,
      )
      return waiting.length === before.size ? before : new Map(waiting)
    })
  }, [marks])
  return {
    stateOf(entryId: string, value: string) {
      const own = pressed.get(entryId)
      if (own?.value !== value) return markState(marks, entryId, value)
      return own.isDone ? 'done' : 'open'
    },
    async tick(entryId: string, value: string, isDone: boolean) {
      setPressed((before) => new Map(before).set(entryId, { value, isDone }))
      try {
        if (isDone) await services.desk.mark({ subjectId, entryId, value, atMs: services.clock().wallMs })
        else await services.desk.unmark(subjectId, entryId)
      } catch (error) {
        setPressed((before) => new Map([...before].filter(([other]) => other !== entryId)))
        fail(error, 'remembering the tick')
      }
    },
  }
}
