import { type SubmitEvent, useEffect, useId, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import {
  maxOperatorNameLength,
  type OperatorNameStore,
  parseOperatorName,
} from '../../lib/evidence/operator-name.ts'
import { words } from './words.ts'

type State =
  | { step: 'reading' }
  | { step: 'ready' | 'saved'; stored: string | null }
  | { step: 'refused'; stored: string | null; why: string }
  | { step: 'unreadable'; why: string }

/** The person's name for evidence records; saved when the field is left or Enter is pressed. */
export function OperatorName({ operator }: { operator: OperatorNameStore }) {
  const [state, setState] = useState<State>({ step: 'reading' })
  const [text, setText] = useState('')
  const [fieldId, hintId] = [useId(), useId()]

  useEffect(() => {
    let isGone = false
    operator.read().then(
      (stored) => {
        if (isGone) return
        setText(stored ?? '')
        setState({ step: 'ready', stored })
      },
      (error: unknown) => {
        if (!isGone) setState({ step: 'unreadable', why: failureFrom(error, 'reading the name').message })
      },
    )
    return () => {
      isGone = true
    }
  }, [operator])

  const save = async (event?: SubmitEvent) => {
    event?.preventDefault()
    if (!('stored' in state)) return
    const { stored } = state
    const name = parseOperatorName(text)
    if (!name.ok) return setState({ step: 'refused', stored, why: name.error.message })
    setText(name.value ?? '')
    // Leaving the field without a change says nothing; what was refused before no longer stands.
    if (name.value === stored) return setState(state.step === 'saved' ? state : { step: 'ready', stored })
    try {
      await operator.save(name.value)
      setState({ step: 'saved', stored: name.value })
    } catch (error) {
      setState({ step: 'refused', stored, why: failureFrom(error, 'saving the name').message })
    }
  }

  const isWrong = state.step === 'refused' || state.step === 'unreadable'
  return (
    <section className="rounded-xl border border-line bg-raised p-5">
      <form onSubmit={save} className="flex flex-col items-start gap-1.5">
        <label htmlFor={fieldId} className="text-sm font-semibold">
          {words.operatorLabel}
        </label>
        <p id={hintId} className="text-ink-soft">
          {words.operatorHint}
        </p>
        <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1.5">
          <input
            id={fieldId}
            value={text}
            maxLength={maxOperatorNameLength}
            disabled={!('stored' in state)}
            dir="auto"
            autoComplete="name"
            aria-describedby={hintId}
            aria-invalid={state.step === 'refused'}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void save()}
            className="h-9 w-full max-w-sm rounded-md border border-line-strong bg-surface px-2.5"
          />
          <span role="status" className={isWrong ? 'text-danger' : 'text-good'}>
            {state.step === 'saved' && (state.stored === null ? words.operatorRemoved : words.operatorSaved)}
            {isWrong && state.why}
          </span>
        </div>
      </form>
    </section>
  )
}
