import { CircleAlert, CircleCheck, CircleDot } from 'lucide-react'
import type { FieldValues } from 'react-hook-form'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import type { KeptForm } from './use-kept-form.ts'
import { words } from './words.ts'

type Kept = Pick<KeptForm<FieldValues, unknown>, 'isDirty' | 'state' | 'savedAtMs' | 'save' | 'discard'>

/** Says whether what is shown is saved, and saves it. */
export function SaveBar({ kept, wrongFields }: { kept: Kept; wrongFields: number }) {
  const { isDirty, state, savedAtMs, save, discard } = kept
  const isNew = savedAtMs === null
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-raised px-4 py-2.5 sm:mx-0 sm:rounded-xl sm:border sm:shadow-lg">
      <p role="status" className="flex min-w-0 flex-1 basis-52 items-start gap-2">
        <Status {...{ state, isDirty, savedAtMs, wrongFields }} />
      </p>
      {isDirty && (
        <Button look="quiet" onClick={discard}>
          {words.form.discard}
        </Button>
      )}
      <Button
        look="primary"
        disabled={state.step === 'saving' || (!isDirty && !isNew)}
        aria-keyshortcuts="Control+S"
        onClick={() => void save()}
      >
        {state.step === 'saving' ? words.form.saving : words.form.save}
      </Button>
    </div>
  )
}

type StatusProps = Pick<Kept, 'state' | 'isDirty' | 'savedAtMs'> & { wrongFields: number }

function Status({ state, isDirty, savedAtMs, wrongFields }: StatusProps) {
  if (state.step === 'failed') {
    return (
      <>
        <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-danger" />
        <span className="text-danger">{state.message}</span>
      </>
    )
  }
  if (wrongFields > 0) {
    return (
      <>
        <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-danger" />
        <span className="text-danger">{words.form.wrongFields(wrongFields)}</span>
      </>
    )
  }
  if (isDirty) {
    return (
      <>
        <CircleDot size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />
        {words.form.unsaved}
      </>
    )
  }
  if (savedAtMs === null) return words.form.notStored
  return (
    <>
      <CircleCheck size={15} aria-hidden className="mt-0.5 shrink-0 text-good" />
      {words.form.saved(
        new Date(savedAtMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
      )}
    </>
  )
}
