import { useEffect, useEffectEvent } from 'react'
import { rowMoves } from '../ui/row-moves.ts'

interface RowCommands {
  /** Moves the focus by so many rows; Infinity goes to the end. */
  move(by: number): void
  tickGroup(): void
  accept(): void
  acceptGroup(): void
  choose(): void
  open(): void
}

interface WaitingKeys {
  /** Null while there is no row. */
  row: RowCommands | null
  clear(): void
}

const moves = rowMoves(8)

/** Keys of the waiting listings, where the focus is in a row. */
export function useWaitingKeys(keys: WaitingKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('textarea, select, input:not([type=checkbox]), [role=dialog]')) return
    const withControl = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const { row } = keys
    if (row && target?.closest('[data-waiting]')) {
      if (withControl && key === 'a') row.tickGroup()
      else if (withControl) return
      else if (moves[event.key] !== undefined) row.move(moves[event.key] ?? 0)
      else if (key === 'a' && event.shiftKey) row.acceptGroup()
      else if (key === 'a') row.accept()
      else if (key === 'r') row.choose()
      else if (key === 'o') row.open()
      else if (key === 'escape') keys.clear()
      else return
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
