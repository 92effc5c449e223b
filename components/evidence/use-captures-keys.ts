import { useEffect, useEffectEvent } from 'react'
import { rowMoves } from '../ui/row-moves.ts'

interface CapturesKeyCommands {
  /** Moves the focus by so many rows; Infinity goes to the end. */
  move(by: number): void
  /** An arrow while nothing has the focus: on to the active row. */
  enterList(): void
  openActive(): void
  tickActive(range: boolean): void
  tickAll(): void
  exportChosen(): void
  search(): void
  showKeys(): void
  /** False where there was nothing to clear. */
  clear(): boolean
}

const moves = rowMoves(8)

/** Keys of the list: those of the rows in a row, the others wherever the focus is, except while typing. */
export function useCapturesKeys(commands: CapturesKeyCommands): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('textarea, select, input:not([type=checkbox]), [role=dialog]')) return
    if (runKey(event, target, commands)) event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Returns whether the key did something. */
function runKey(event: KeyboardEvent, target: Element | null, commands: CapturesKeyCommands): boolean {
  const isInRow = target?.closest('[data-capture-id]') != null
  const isOnHeading = target === document.body || target instanceof HTMLHeadingElement
  const isOnCheckbox = target instanceof HTMLInputElement
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a' || !(isInRow || isOnHeading)) return false
    commands.tickAll()
    return true
  }
  const by = moves[event.key]
  if (isInRow && by !== undefined) commands.move(by)
  else if (isInRow && event.key === ' ' && event.shiftKey && isOnCheckbox) commands.tickActive(true)
  else if (isInRow && event.key === 'Enter' && isOnCheckbox) commands.openActive()
  else if (isOnHeading && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) commands.enterList()
  else if (event.key === 'e') commands.exportChosen()
  else if (event.key === '/') commands.search()
  else if (event.key === '?') commands.showKeys()
  else if (event.key === 'Escape') return commands.clear()
  else return false
  return true
}
