import { useEffect, useEffectEvent } from 'react'
import { queueGroups } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { rowMoves } from '../ui/row-moves.ts'
import { words } from './words.ts'

/** What the keys do, as the screen provides it. */
interface RowKeyCommands {
  /** Moves the focus by so many rows; Infinity goes to the end. */
  move(by: number): void
  tickActive(range: boolean): void
  tickGroupOfActive(): void
  openMenu(): void
  openListing(): void
  showEvidence(): void
  editNote(): void
  changeType(group: QueueGroup): void
  remove(): void
}

const moves = rowMoves(5)

/** Keys of a row in the list. Returns false for a key that is none of them. */
function runRowKey(event: KeyboardEvent, commands: RowKeyCommands): boolean {
  const withControl = event.ctrlKey || event.metaKey
  if (withControl) {
    if (event.key.toLowerCase() !== 'a') return false
    commands.tickGroupOfActive()
    return true
  }
  const onCheckbox = event.target instanceof HTMLInputElement
  const by = moves[event.key]
  if (by !== undefined) commands.move(by)
  else if (event.key === ' ' && event.shiftKey && onCheckbox) commands.tickActive(true)
  else if (event.key === 'Enter' && onCheckbox) commands.openMenu()
  else if (event.key === 'Delete' || event.key === 'Backspace') commands.remove()
  else if (event.key === 'o') commands.openListing()
  else if (event.key === 'v') commands.showEvidence()
  else if (event.key === 'n') commands.editNote()
  else {
    const group = queueGroups.find((candidate) => words.groupKey[candidate] === event.key)
    if (!group) return false
    commands.changeType(group)
  }
  return true
}

interface QueueKeyCommands {
  /** Null while there is no active row. */
  row: RowKeyCommands | null
  /** An arrow while nothing has the focus: on to the row that was left last, or the first. */
  enterList(): void
  search(): void
  showKeys(): void
  undo(): void
  /** Returns false where there is nothing to clear: the browser then closes the popup. */
  clear(): boolean
}

/**
 * The queue's keys: those of the rows where the focus is in a row, the others wherever it is, except while
 * typing or in a dialog or menu.
 */
export function useQueueKeys(commands: QueueKeyCommands): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    const isTyping = target?.closest('textarea, input:not([type=checkbox])') != null
    if (isTyping || target?.closest('[role=dialog], [role=menu]')) return
    if (commands.row && target?.closest('[data-flag-id]') && runRowKey(event, commands.row)) {
      event.preventDefault()
      return
    }
    const withControl = event.ctrlKey || event.metaKey
    const isNowhere = target === document.body
    if (isNowhere && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) commands.enterList()
    else if (withControl && event.key.toLowerCase() === 'z' && !event.shiftKey) commands.undo()
    else if (withControl) return
    else if (event.key === '/') commands.search()
    else if (event.key === '?') commands.showKeys()
    else if (event.key === 'Escape') {
      if (!commands.clear()) return
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
