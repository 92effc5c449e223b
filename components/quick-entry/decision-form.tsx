import { useLiveQuery } from 'dexie-react-hooks'
import { type FormEvent, useState } from 'react'
import type { ListedDecision } from '../../lib/queue/add-listed.ts'
import { maxNoteLength } from '../../lib/queue/change-judgement.ts'
import { type IpType, ipTypes } from '../../lib/queue/flag.ts'
import { reasonChoices } from '../complaints/complaint-names.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { QuickEntryServices } from './services.ts'
import { words } from './words.ts'

interface DecisionFormProps {
  services: Pick<QuickEntryServices, 'rights' | 'rules'>
  /** How many will be added. */
  many: number
  isBusy: boolean
  onAdd(decision: ListedDecision): void
}

const typeChoices = [
  { value: 'undecided', label: words.types.undecided },
  ...ipTypes.map((type) => ({ value: type, label: words.types[type] })),
]

/** One decision for all listings of the list. Nothing is taken for infringing before the person says so. */
export function DecisionForm({ services, many, isBusy, onAdd }: DecisionFormProps) {
  const known = useLiveQuery(
    async () => ({ rights: await services.rights(), rules: await services.rules() }),
    [services],
  )
  const [ipType, setIpType] = useState<IpType | null>(null)
  const [rightId, setRightId] = useState('')
  const [reasonId, setReasonId] = useState('')
  const [note, setNote] = useState('')
  const ofType = (known?.rights ?? []).filter((right) => right.ipType === ipType)
  const right = ofType.find((each) => each.rightId === rightId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAdd({
      verdict: ipType === null ? 'suspicious' : 'infringing',
      ipType,
      note: note.trim(),
      rightId: right?.rightId ?? null,
      reasonId: right && reasonId !== '' ? reasonId : null,
    })
  }
  if (many === 0) return <p className="text-ink-soft">{words.nothingToAdd}</p>
  return (
    <form
      aria-labelledby="decide"
      onSubmit={submit}
      className="flex flex-col gap-3 rounded-xl border border-line bg-raised p-4"
    >
      <h2 id="decide" className="text-base font-semibold">
        {words.decide}
      </h2>
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          label={words.type}
          choices={typeChoices}
          value={ipType ?? 'undecided'}
          onChange={({ target }) => {
            setIpType(ipTypes.find((type) => type === target.value) ?? null)
            setRightId('')
            setReasonId('')
          }}
        />
        <SelectField
          label={words.right}
          disabled={ipType === null || ofType.length === 0}
          choices={[
            { value: '', label: ipType && known && ofType.length === 0 ? words.noRightOf : words.noRight },
            ...ofType.map((each) => ({ value: each.rightId, label: each.label })),
          ]}
          value={right ? rightId : ''}
          onChange={({ target }) => {
            setRightId(target.value)
            setReasonId('')
          }}
        />
        <SelectField
          label={words.reason}
          disabled={!right}
          choices={known && right ? reasonChoices(right, known.rules) : [{ value: '', label: words.noRight }]}
          value={reasonId}
          onChange={({ target }) => setReasonId(target.value)}
        />
      </div>
      <TextField
        label={words.note}
        hint={words.noteHint}
        value={note}
        maxLength={maxNoteLength}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {words.add(many)}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-xs text-ink-soft">{words.evidence}</p>
      </div>
    </form>
  )
}
