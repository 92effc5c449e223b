import { type FormEvent, useState } from 'react'
import { reasonOf } from '../../lib/complaints/portal-rules.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { reasonChoices, reasonsFor } from './complaint-names.ts'
import type { Known } from './read-known.ts'
import { words } from './words.ts'

interface ChooseRightDialogProps {
  /** For how many listings. */
  many: number
  known: Known
  /** What stands there first. */
  first: { rightId: string; reasonId: string }
  onChoose(rightId: string, reasonId: string): void
  onClose(): void
  returnFocus?: () => void
}

/** The person chooses a right and a reason for one listing or many. */
export function ChooseRightDialog({ many, known, first, ...props }: ChooseRightDialogProps) {
  const [rightId, setRightId] = useState(first.rightId)
  const [reasonId, setReasonId] = useState(first.reasonId)
  const right = known.rightOf.get(rightId)
  const reason = reasonOf(known.rules, reasonId)
  const chooseRight = (next: string) => {
    setRightId(next)
    const chosen = known.rightOf.get(next)
    const reasons = chosen ? reasonsFor(chosen, known.rules) : []
    if (reasons.some((one) => one.reasonId === reasonId)) return
    setReasonId(reasons.length === 1 ? (reasons[0]?.reasonId ?? '') : '')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (right && reason) props.onChoose(rightId, reasonId)
  }
  const choices = known.rights
    .toSorted((one, other) => one.ipType.localeCompare(other.ipType) || one.label.localeCompare(other.label))
    .map(({ rightId: value, ipType, label }) => ({ value, label: `${words.ipType[ipType]}: ${label}` }))
  return (
    <Dialog
      title={words.chooseTitle}
      description={words.chooseFor(many)}
      closeLabel={words.close}
      onClose={props.onClose}
      {...(props.returnFocus ? { returnFocus: props.returnFocus } : {})}
    >
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <SelectField
          label={words.right}
          autoFocus
          value={rightId}
          choices={[{ value: '', label: words.chooseRight }, ...choices]}
          onChange={(event) => chooseRight(event.target.value)}
        />
        <SelectField
          label={words.reason}
          value={reasonId}
          disabled={!right}
          choices={reasonChoices(right, known.rules)}
          hint={reason?.when}
          onChange={(event) => setReasonId(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" disabled={!right || !reason}>
            {words.apply(many)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
