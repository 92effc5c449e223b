import { type FormEvent, useState } from 'react'
import { addContestStep, type ContestStepKind, contestStepKinds } from '../../lib/complaints/contest-step.ts'
import type { FollowUp } from '../../lib/complaints/follow-up.ts'
import { type Failure, ok } from '../../lib/core/result.ts'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import { FilePart } from '../complaints/file-part.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx'
import { contestWords as words } from './contest-words.ts'
import type { PartProps } from './follow-up-screen.tsx'
import { followUpWords } from './words.ts'

interface ContestFormProps extends PartProps {
  followUp: FollowUp
  title: string
}

/** Adds what happened to a counter-notice or decision, with its documents. */
export function ContestForm({ services, state, attempt, followUp, title }: ContestFormProps) {
  const { today } = state.known
  const empty = { kind: 'seller-sent' as ContestStepKind, on: today, text: '', files: [] as DocumentRef[] }
  const [step, setStep] = useState(empty)
  const [refused, setRefused] = useState<Failure | null>(null)
  const change = (part: Partial<typeof empty>) => {
    setStep((before) => ({ ...before, ...part }))
    setRefused(null)
  }
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(
      'adding it',
      async () => {
        const added = await addContestStep(services, followUp, step, today)
        if (!added.ok) return added
        setStep(empty)
        return ok({ text: words.added(words.step[step.kind]), takeBack: null })
      },
      setRefused,
    )
  }
  return (
    <details>
      <summary className="cursor-pointer font-medium text-accent">{words.add(title)}</summary>
      <form aria-label={words.add(title)} onSubmit={submit} className="mt-2 flex flex-col gap-3">
        <div className="flex flex-wrap gap-3">
          <SelectField
            className="flex-1"
            label={words.kind}
            value={step.kind}
            onChange={(event) => change({ kind: event.target.value as ContestStepKind })}
            choices={contestStepKinds.map((kind) => ({ value: kind, label: words.step[kind] }))}
          />
          <TextField
            label={followUpWords.on}
            type="date"
            max={today}
            value={step.on}
            error={errorOf('day-missing', 'day-in-future', 'before-received')}
            onChange={(event) => change({ on: event.target.value })}
          />
        </div>
        <TextAreaField
          label={words.text}
          hint={words.textHint[step.kind]}
          rows={3}
          value={step.text}
          error={errorOf('nothing-said', 'text-long', 'follow-up-gone')}
          onChange={(event) => change({ text: event.target.value })}
        />
        <FilePart
          label={words.files}
          files={step.files}
          services={services}
          onChange={(files) => change({ files })}
        />
        <div>
          <Button type="submit" look="primary">
            {words.submit}
          </Button>
        </div>
      </form>
    </details>
  )
}
