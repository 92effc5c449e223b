import { type FormEvent, useState } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { enterOutcomes } from '../../lib/tracking/enter-outcomes.ts'
import { type LineOutcome, lineSteps, type ReinstatedBy } from '../../lib/tracking/line-outcome.ts'
import { readListedItem } from '../../lib/tracking/listed-outcome.ts'
import { takeBack } from '../../lib/tracking/take-back.ts'
import type { LineTrack } from '../../lib/tracking/track.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { StateAndDay } from './state-and-day.tsx'
import { followUpWords as words } from './words.ts'

interface OutcomeFormProps extends PartProps {
  selected: readonly LineTrack[]
  onEntered(): void
}

/** Enters one outcome for the listings that are selected; offered is what may follow for every one of them. */
export function OutcomeForm({ services, state, attempt, selected, onEntered }: OutcomeFormProps) {
  const { today } = state.known
  const [chosen, setChosen] = useState<LineOutcome['state'] | ''>('')
  const [by, setBy] = useState<ReinstatedBy>('platform')
  const [relistedAs, setRelistedAs] = useState('')
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(today)
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const [first] = selected
  const steps = first
    ? lineSteps[first.state].filter((step) =>
        selected.every((track) => lineSteps[track.state].includes(step)),
      )
    : []
  const wanted = steps.find((step) => step === chosen)
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!wanted) return
    const deps = { repo: services.repo, clock: services.clock }
    await attempt(
      'entering the outcome',
      async () => {
        const other = wanted === 'relisted' ? readListedItem(relistedAs) : null
        if (typeof other === 'string') return fail('relisted-as-unread', other)
        const outcome: LineOutcome = {
          state: wanted,
          by: wanted === 'reinstated' ? by : null,
          relistedAs: other?.comId ?? null,
          reason: wanted === 'rejected' ? reason.normalize('NFC').trim() : '',
        }
        const entries = selected.map(({ subjectId }) => ({
          ...{ lineId: subjectId, outcome, on, note: note.normalize('NFC').trim() },
        }))
        const entered = await enterOutcomes(deps, entries, 'hand', today)
        if (!entered.ok) return entered
        setRefused(null)
        setChosen('')
        setRelistedAs('')
        setReason('')
        setNote('')
        onEntered()
        return ok({
          text: words.outcomeEntered(entries.length, wanted),
          takeBack: () => takeBack(deps, entered.value),
        })
      },
      setRefused,
    )
  }
  if (selected.length === 0) return <p className="text-ink-soft">{words.outcomeHint}</p>
  return (
    <form
      aria-label={words.outcome}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-3"
    >
      <StateAndDay
        label={words.outcomeOf(selected.length)}
        steps={steps}
        nameOf={(step) => words.line[step]}
        chosen={wanted}
        onChoose={(step) => {
          setChosen(step)
          setRefused(null)
        }}
        today={today}
        on={on}
        onDay={setOn}
        refused={refused}
        stateCodes={['illegal-step', 'already-so', 'case-closed', 'not-filed', 'part-out-of-place']}
      />
      {wanted === 'reinstated' && (
        <SelectField
          label={words.by}
          choices={(['platform', 'holder'] as const).map((value) => ({
            value,
            label: words.byChoice[value],
          }))}
          value={by}
          onChange={(event) => setBy(event.target.value as ReinstatedBy)}
        />
      )}
      {wanted === 'relisted' && (
        <TextField
          label={words.relistedAs}
          value={relistedAs}
          error={errorOf('relisted-as-unread', 'relisted-as-itself', 'relisted-as-missing')}
          onChange={(event) => setRelistedAs(event.target.value)}
        />
      )}
      {wanted === 'rejected' && (
        <TextField label={words.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      )}
      <TextField
        label={words.note}
        value={note}
        error={errorOf('note-long')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" look="primary" disabled={!wanted}>
          {words.enter}
        </Button>
      </div>
    </form>
  )
}
