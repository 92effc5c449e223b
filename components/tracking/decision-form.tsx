import { type FormEvent, useState } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import { ok } from '../../lib/core/result.ts'
import { type ComplaintOutcome, complaintSteps } from '../../lib/tracking/complaint-outcome.ts'
import { decideComplaint, linesFollowing } from '../../lib/tracking/decide-complaint.ts'
import { takeBack } from '../../lib/tracking/take-back.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { StateAndDay } from './state-and-day.tsx'
import { followUpWords as words } from './words.ts'

/** Enters how the complaint as a whole stands; what cannot follow is not offered. */
export function DecisionForm({ services, state, attempt, filed }: PartProps & { filed: FiledComplaint }) {
  const { today } = state.known
  const { complaint, track, lines } = filed
  const steps = complaintSteps[track.state]
  const [chosen, setChosen] = useState<ComplaintOutcome['state'] | ''>('')
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [withLines, setWithLines] = useState(true)
  const [refused, setRefused] = useState<Failure | null>(null)
  const wanted = steps.find((step) => step === chosen)
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  if (steps.length === 0) return <p className="text-ink-soft">{words.finished}</p>
  const following = wanted
    ? linesFollowing(
        lines.map((one) => one.track),
        { state: wanted, reason },
      ).length
    : 0
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!wanted) return
    const deps = { repo: services.repo, clock: services.clock }
    await attempt(
      'entering the decision',
      async () => {
        const outcome = { state: wanted, reason: wanted === 'rejected' ? reason.normalize('NFC').trim() : '' }
        const decision = { outcome, on, note: note.normalize('NFC').trim(), withLines }
        const entered = await decideComplaint(deps, complaint.complaintId, decision, today)
        if (!entered.ok) return entered
        setRefused(null)
        setChosen('')
        setReason('')
        setNote('')
        return ok({ text: words.decided(wanted), takeBack: () => takeBack(deps, entered.value) })
      },
      setRefused,
    )
  }
  return (
    <form aria-label={words.decide} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <StateAndDay
        label={words.newState}
        steps={steps}
        nameOf={(step) => words.state[step]}
        chosen={wanted}
        onChoose={(step) => {
          setChosen(step)
          setRefused(null)
        }}
        today={today}
        on={on}
        onDay={setOn}
        refused={refused}
        stateCodes={['lines-open', 'illegal-step', 'already-so', 'not-filed']}
      />
      {wanted === 'rejected' && (
        <TextField
          label={words.reason}
          value={reason}
          error={errorOf('reason-missing')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <TextField
        label={words.note}
        value={note}
        error={errorOf('note-long')}
        onChange={(event) => setNote(event.target.value)}
      />
      {wanted && following > 0 && (
        <CheckField
          label={words.withLines[wanted](following)}
          checked={withLines}
          onChange={(event) => setWithLines(event.target.checked)}
        />
      )}
      <div>
        <Button type="submit" look="primary" disabled={!wanted}>
          {words.enter}
        </Button>
      </div>
    </form>
  )
}
