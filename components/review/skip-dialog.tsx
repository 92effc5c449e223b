import { type FormEvent, useState } from 'react'
import { maxNoteLength } from '../../lib/queue/change-judgement.ts'
import { type SkipReason, skipReasons } from '../../lib/queue/review/review-mark.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextAreaField } from '../ui/field.tsx'
import { words } from './words.ts'

interface SkipDialogProps {
  onSkip(reason: SkipReason, note: string): void
  onClose(): void
}

/** Why a listing is passed over. Enter takes the reason that stands there. */
export function SkipDialog({ onSkip, onClose }: SkipDialogProps) {
  const [reason, setReason] = useState<SkipReason>('right-unclear')
  const [note, setNote] = useState('')
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    onSkip(reason, note.trim())
    onClose()
  }
  return (
    <Dialog
      title={words.skipTitle}
      description={words.skipDescription}
      closeLabel={words.close}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <SelectField
          label={words.skipWhy}
          autoFocus
          value={reason}
          choices={skipReasons.map((value) => ({ value, label: words.skipReason[value] }))}
          onChange={({ target }) => setReason(skipReasons.find((one) => one === target.value) ?? reason)}
          onKeyDown={(event) => event.key === 'Enter' && submit(event)}
        />
        <TextAreaField
          label={words.skipNote}
          rows={2}
          maxLength={maxNoteLength}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary">
            {words.skipDo}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
