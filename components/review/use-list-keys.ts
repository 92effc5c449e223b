import { rowMoves } from '../ui/row-moves.ts'
import { type Decision, decisionOfKey } from './decisions.ts'
import { useReviewKeys } from './use-review-keys.ts'

/** What the keys do, as the screen provides it. `focused`: the row that has the focus. */
interface ListKeyCommands {
  /** A dialog is open: keys are its own. */
  isOpen: boolean
  move(by: number): void
  tick(flagId: string, range: boolean): void
  tickAll(): void
  decide(focused: string | null, decision: Decision): void
  right(focused: string | null): void
  note(focused: string | null): void
  remove(focused: string | null): void
  undo(): void
  search(): void
  clear(): void
  showKeys(): void
}

const moves = rowMoves(8)

/** The keys of the table, as its list of keys says. */
export function useListKeys(commands: ListKeyCommands): void {
  useReviewKeys(
    (key, event) => {
      if (commands.isOpen) return false
      const focused = focusedRow(event)
      const by = moves[key]
      const decision = decisionOfKey(key)
      if (by !== undefined) commands.move(by)
      else if (event.repeat) return false
      else if (decision) commands.decide(focused, decision)
      else if (key === ' ') {
        if (focused === null) return false
        commands.tick(focused, event.shiftKey)
      } else if (key === 'Ctrl a') commands.tickAll()
      else if (key === 'r') commands.right(focused)
      else if (key === 'n') commands.note(focused)
      else if (key === 'Delete') commands.remove(focused)
      else if (key === 'z') commands.undo()
      else if (key === '/') commands.search()
      else if (key === 'Escape') commands.clear()
      else if (key === '?') commands.showKeys()
      else return false
      return true
    },
    ['a'],
  )
}

const focusedRow = ({ target }: KeyboardEvent): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-flag-id]')?.dataset.flagId ?? null) : null
