import type { Failure } from '../../lib/core/result.ts'
import type { CalendarDate } from '../../lib/rights/right.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { followUpWords as words } from './words.ts'

interface StateAndDayProps<State extends string> {
  label: string
  /** What may follow. */
  steps: readonly State[]
  nameOf(state: State): string
  chosen: State | undefined
  onChoose(state: State | ''): void
  /** The last day that may be entered. */
  today: CalendarDate
  on: CalendarDate
  onDay(on: CalendarDate): void
  refused: Failure | null
  /** Codes of failures that are about the state. */
  stateCodes: readonly string[]
}

const dayCodes = ['day-missing', 'day-in-future', 'before-filing', 'before-last']

/** What became of it, and on which day, each with what was refused about it. */
export function StateAndDay<State extends string>(props: StateAndDayProps<State>) {
  const { label, steps, nameOf, chosen, onChoose, today, on, onDay, refused, stateCodes } = props
  const errorOf = (codes: readonly string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  return (
    <div className="flex flex-wrap items-start gap-3">
      <SelectField
        label={label}
        className="flex-1 basis-44"
        choices={[
          { value: '', label: words.choose },
          ...steps.map((step) => ({ value: step, label: nameOf(step) })),
        ]}
        value={chosen ?? ''}
        error={errorOf(stateCodes)}
        onChange={({ target }) => onChoose(steps.find((step) => step === target.value) ?? '')}
      />
      <TextField
        label={words.on}
        type="date"
        max={today}
        className="basis-40"
        value={on}
        error={errorOf(dayCodes)}
        onChange={(event) => onDay(event.target.value)}
      />
    </div>
  )
}
