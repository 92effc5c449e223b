import { type FormEvent, useState } from 'react'
import { ChooseRightDialog } from '../complaints/choose-right-dialog.tsx'
import type { Known } from '../complaints/read-known.ts'
import { NoteDialog } from '../queue/note-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { KeysDialog } from '../ui/keys-dialog.tsx'
import { words } from './words.ts'

export type ListDialog =
  | { kind: 'keys' | 'save' }
  /** About these judgements; `note`: what stands there first. */
  | { kind: 'right'; flagIds: readonly string[] }
  | { kind: 'note'; flagIds: readonly string[]; note: string }

interface ListDialogsProps {
  dialog: ListDialog | null
  known: Known | undefined
  onRight(flagIds: readonly string[], rightId: string, reasonId: string): void
  onNote(flagIds: readonly string[], note: string): void
  onSave(name: string): void
  onClose(): void
}

/** The one dialog that is open, if any. */
export function ListDialogs({ dialog, known, onRight, onNote, onSave, onClose }: ListDialogsProps) {
  switch (dialog?.kind) {
    case 'keys':
      return (
        <KeysDialog
          title={words.keysTitle}
          closeLabel={words.close}
          keys={words.tableKeys}
          note={words.tableKeysNote}
          onClose={onClose}
        />
      )
    case 'save':
      return <SaveFilterDialog onSave={onSave} onClose={onClose} />
    case 'right':
      return known ? (
        <ChooseRightDialog
          many={dialog.flagIds.length}
          known={known}
          first={{ rightId: '', reasonId: '' }}
          onChoose={(rightId, reasonId) => {
            onRight(dialog.flagIds, rightId, reasonId)
            onClose()
          }}
          onClose={onClose}
        />
      ) : null
    case 'note':
      return (
        <NoteDialog
          about={words.selected(dialog.flagIds.length)}
          first={dialog.note}
          onSave={(note) => onNote(dialog.flagIds, note)}
          onClose={onClose}
        />
      )
    case undefined:
      return null
  }
}

const maxNameLength = 60

function SaveFilterDialog({ onSave, onClose }: { onSave(name: string): void; onClose(): void }) {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(name.trim())
    onClose()
  }
  return (
    <Dialog title={words.saveFilterTitle} closeLabel={words.close} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <TextField
          label={words.filterName}
          maxLength={maxNameLength}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
