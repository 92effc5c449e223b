import { type FormEvent, useState } from 'react'
import { maxOperatorNameLength } from '../../lib/evidence/operator-name.ts'
import { maxNoteLength } from '../../lib/queue/change-judgement.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextAreaField, TextField } from '../ui/field.tsx'
import { words } from './words.ts'

export interface CheckWords {
  name: string
  agrees: boolean
  note: string
}

interface CheckDialogProps {
  /** Who checked last. */
  firstName: string
  onCheck(check: CheckWords): void
  onClose(): void
}

/** What a second person says of the judgement. */
export function CheckDialog({ firstName, onCheck, onClose }: CheckDialogProps) {
  const [name, setName] = useState(firstName)
  const [agrees, setAgrees] = useState<boolean | null>(null)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (agrees === null) return
    onCheck({ name, agrees, note: note.trim() })
    onClose()
  }
  return (
    <Dialog
      title={words.checkTitle}
      description={words.checkDescription}
      closeLabel={words.close}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <TextField
          label={words.checkName}
          required
          maxLength={maxOperatorNameLength}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium">{words.checkSays}</legend>
          {[true, false].map((value) => (
            <label key={String(value)} className="flex items-center gap-2">
              <input
                type="radio"
                name="check"
                required
                checked={agrees === value}
                onChange={() => setAgrees(value)}
                className="size-4 accent-accent"
              />
              {value ? words.checkAgrees : words.checkDisagrees}
            </label>
          ))}
        </fieldset>
        <TextAreaField
          label={words.checkNote}
          rows={2}
          maxLength={maxNoteLength}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" disabled={agrees === null || name.trim() === ''}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
