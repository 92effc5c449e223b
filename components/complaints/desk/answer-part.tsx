import { type FormEvent, useState } from 'react'
import { answerFollowUp } from '../../../lib/complaints/enter-follow-up.ts'
import { answersTo, type FollowUp, type FollowUpAnswer } from '../../../lib/complaints/follow-up.ts'
import type { Failure } from '../../../lib/core/result.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'
import { useKept } from './use-kept.ts'
import { deskWords as words } from './words.ts'

/** What the person enters after answering on the portal. */
export function AnswerPart({
  services,
  followUp,
  today,
}: {
  services: DeskServices
  followUp: FollowUp
  today: string
}) {
  const { show, fail } = useDeskActs()
  const [how, setHow] = useState<FollowUpAnswer>(answersTo[followUp.kind][0])
  const kept = useKept(services, `answered:${followUp.followUpId}`, { on: today, note: '' })
  const { on, note } = kept.form
  const [refused, setRefused] = useState<Failure | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const outcome = await answerFollowUp(services, followUp, { how, on, note }, today)
      setRefused(outcome.ok ? null : outcome.error)
      if (!outcome.ok) return
      kept.forget()
      show({ text: words.answeredNow })
    } catch (error) {
      fail(error, 'entering the answer')
    }
  }
  return (
    <form
      aria-label={words.afterAnswer}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3"
    >
      <h2 className="font-semibold">{words.afterAnswer}</h2>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium">{words.how}</legend>
        {answersTo[followUp.kind].map((answer) => (
          <label key={answer} className="flex items-start gap-2">
            <input
              type="radio"
              name={`how-${followUp.followUpId}`}
              checked={how === answer}
              onChange={() => setHow(answer)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            {words.answer[answer]}
          </label>
        ))}
      </fieldset>
      <TextField
        label={words.answeredOn}
        type="date"
        max={today}
        value={on}
        error={refused?.message}
        onChange={(event) => kept.change({ on: event.target.value, note })}
      />
      <TextAreaField
        label={words.note}
        rows={2}
        value={note}
        onChange={(event) => kept.change({ on, note: event.target.value })}
      />
      <Button type="submit" look="primary" size="large">
        {words.markAnswered}
      </Button>
    </form>
  )
}
