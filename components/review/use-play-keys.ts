import { decisionOfKey } from './decisions.ts'
import type { PlayDialog } from './play-dialogs.tsx'
import type { PlayActs } from './use-play-acts.ts'
import { useReviewKeys } from './use-review-keys.ts'

interface PlayKeysProps {
  acts: PlayActs
  /** A dialog is open: keys are its own. */
  isOpen: boolean
  openDialog(dialog: PlayDialog): void
  moveBy(by: number): void
  movePicture(by: number): void
  back(): void
}

/** The keys of the play, as its list of keys says. */
export function usePlayKeys({ acts, isOpen, openDialog, moveBy, movePicture, back }: PlayKeysProps): void {
  const commands = new Map<string, () => void>([
    ['r', () => acts.openIfAllowed('right')],
    ['n', () => acts.openIfAllowed('note')],
    ['k', () => acts.openIfAllowed('skip')],
    ['s', () => acts.openIfAllowed('check')],
    ['z', () => void acts.undo()],
    ['o', acts.openListing],
    ['v', acts.openEvidence],
    ['ArrowRight', () => moveBy(1)],
    ['ArrowLeft', () => moveBy(-1)],
    ['ArrowDown', () => movePicture(1)],
    ['ArrowUp', () => movePicture(-1)],
    ['Delete', () => void acts.remove()],
    ['Escape', back],
    ['?', () => openDialog({ kind: 'keys' })],
  ])
  useReviewKeys((key, event) => {
    if (isOpen) return false
    // A key that is held down would judge one listing after the other.
    if (event.repeat && !key.startsWith('Arrow')) return true
    const decision = decisionOfKey(key)
    const proposal = /^[1-9]$/.test(key) ? acts.proposals[Number(key) - 1] : undefined
    if (decision) void acts.decide(decision)
    else if (proposal) void acts.judgeBy(proposal)
    else {
      const command = commands.get(key)
      command?.()
      return command !== undefined
    }
    return true
  })
}
