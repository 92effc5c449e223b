import { type SubmitEvent, useId, useState } from 'react'
import { maxNoteLength } from '../../lib/queue/change-judgement.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { words } from './words.ts'

interface NoteDialogProps {
  /** What it is about. */
  about: string
  /** The note as it stands. */
  first: string
  onSave(note: string): void
  onClose(): void
  returnFocus?: () => void
}

/** Edits a note. Ctrl+Enter saves. */
export function NoteDialog({ about, first, onSave, onClose, returnFocus }: NoteDialogProps) {
  const [note, setNote] = useState(first)
  const hintId = useId()
  const save = (event?: SubmitEvent) => {
    event?.preventDefault()
    onSave(note.trim())
    onClose()
  }
  const left = maxNoteLength - note.length
  return (
    <Dialog
      title={words.noteTitle}
      description={about}
      closeLabel={words.close}
      onClose={onClose}
      {...(returnFocus ? { returnFocus } : {})}
    >
      <form onSubmit={save} className="flex flex-col gap-2 px-4 pb-4">
        <textarea
          value={note}
          maxLength={maxNoteLength}
          rows={6}
          dir="auto"
          aria-label={words.noteLabel}
          aria-describedby={hintId}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
          className="w-full resize-none rounded-md border border-line-strong bg-surface px-2.5 py-2"
        />
        <p id={hintId} className="text-xs text-ink-soft">
          {words.noteHint} {left < 200 && words.noteLeft(left)}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit">
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
