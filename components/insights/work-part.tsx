import { type FormEvent, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { FigureTable } from '../../lib/insights/figure-table.ts'
import { maxMinutes, type WorkBaseline, workSteps } from '../../lib/insights/work-saved.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import type { ToastMessage } from '../ui/toast.tsx'
import { FigurePart } from './figure-part.tsx'
import type { InsightsServices } from './services.ts'
import type { SavingProps } from './use-saving.ts'
import { insightWords } from './words.ts'

const words = insightWords.work

interface WorkPartProps extends SavingProps {
  services: Pick<InsightsServices, 'baseline'>
  table: FigureTable
  baseline: WorkBaseline | null
  show(message: ToastMessage): void
}

/** Work saved, by minutes that the person enters. */
export const WorkPart = ({ services, table, baseline, show, ...props }: WorkPartProps) => (
  <FigurePart {...props} table={table} chart={null}>
    <MinutesForm key={JSON.stringify(baseline)} services={services} baseline={baseline} show={show} />
  </FigurePart>
)

const sides = ['byHand', 'withDocket'] as const
const sideLabels = { byHand: words.byHandOf, withDocket: words.withDocketOf }

/** What was typed as minutes; null where it is none. */
function minutesOf(typed: FormDataEntryValue | null): number | null {
  const text = typeof typed === 'string' ? typed.trim() : ''
  const value = Number(text)
  return text !== '' && value >= 0 && value <= maxMinutes ? value : null
}

function MinutesForm({ services, baseline, show }: Pick<WorkPartProps, 'services' | 'baseline' | 'show'>) {
  const [isWrong, setWrong] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = workSteps.map((step) => {
      const [byHand, withDocket] = sides.map((side) => minutesOf(form.get(`${step}-${side}`)))
      return byHand == null || withDocket == null ? null : ([step, { byHand, withDocket }] as const)
    })
    const entered = typed.flatMap((one) => (one === null ? [] : [one]))
    setWrong(entered.length < typed.length)
    if (entered.length < typed.length) return
    try {
      await services.baseline.save(Object.fromEntries(entered) as WorkBaseline)
      show({ text: words.savedToast })
    } catch (error) {
      show({ text: failureFrom(error, 'saving minutes').message, tone: 'danger' })
    }
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate aria-label={words.title} className="mt-4">
      <div className="grid max-w-2xl gap-3 sm:grid-cols-2">
        {workSteps.flatMap((step) =>
          sides.map((side) => (
            <TextField
              key={`${step}-${side}`}
              name={`${step}-${side}`}
              inputMode="decimal"
              label={sideLabels[side](words.step[step])}
              defaultValue={baseline ? String(baseline[step][side]) : ''}
            />
          )),
        )}
      </div>
      {isWrong && (
        <p role="alert" className="mt-2 text-xs text-danger">
          {words.wrong(maxMinutes)}
        </p>
      )}
      <Button type="submit" className="mt-3">
        {words.save}
      </Button>
    </form>
  )
}
