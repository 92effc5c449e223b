import { ArrowLeft, ChevronLeft, ChevronRight, Keyboard, Undo2 } from 'lucide-react'
import { Button, IconButton } from '../ui/button.tsx'
import { words } from './words.ts'

interface PlayHeadProps {
  /** From 1; one more than `of` at the end. */
  place: number
  of: number
  listAddress: string
  onMove(by: number): void
  onUndo(): void
  onKeys(): void
}

/** How far the play is, and the ways through it. */
export function PlayHead({ place, of, listAddress, onMove, onUndo, onKeys }: PlayHeadProps) {
  const shown = Math.min(place, of)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2 sm:px-6">
      <a href={listAddress} className="flex items-center gap-1.5 text-accent hover:underline">
        <ArrowLeft size={14} aria-hidden />
        {words.backToList}
      </a>
      <div className="flex items-center gap-1">
        <IconButton
          label={words.previous}
          icon={<ChevronLeft size={16} aria-hidden />}
          disabled={place <= 1}
          onClick={() => onMove(-1)}
        />
        <span role="status" className="min-w-20 text-center font-medium tabular-nums">
          {words.progress(shown, of)}
        </span>
        <IconButton
          label={words.next}
          icon={<ChevronRight size={16} aria-hidden />}
          disabled={place > of}
          onClick={() => onMove(1)}
        />
      </div>
      <progress
        aria-label={words.progressLabel}
        max={of}
        value={place - 1}
        className="h-1.5 min-w-24 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <Button size="small" look="quiet" onClick={onUndo}>
        <Undo2 size={14} aria-hidden />
        {words.undo} <kbd aria-hidden>z</kbd>
      </Button>
      <Button size="small" look="quiet" onClick={onKeys}>
        <Keyboard size={14} aria-hidden />
        {words.keys} <kbd aria-hidden>?</kbd>
      </Button>
    </div>
  )
}
