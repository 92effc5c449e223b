import type { ReactNode } from 'react'
import type { Field } from '../../lib/complaints/open-point.ts'

/** A titled part of a complaint; `fields` name what the open points lead to. */
export const DraftPart = ({
  title,
  hint,
  fields,
  children,
}: {
  title: string
  hint?: string
  fields?: readonly Field[]
  children: ReactNode
}) => (
  <section
    aria-label={title}
    data-field={fields?.join(' ')}
    tabIndex={-1}
    className="flex min-w-0 scroll-mt-4 flex-col gap-3 rounded-xl border border-line bg-raised p-4"
  >
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
    </div>
    {children}
  </section>
)

/** Several controls under one question. */
export const Question = ({
  legend,
  field,
  children,
}: {
  legend: string
  field?: Field
  children: ReactNode
}) => (
  <fieldset data-field={field} className="flex min-w-0 flex-col gap-1.5">
    <legend className="mb-1 font-medium">{legend}</legend>
    {children}
  </fieldset>
)

/** Brings a field into view and moves the focus to its first control. Returns whether it is on this page. */
export function goToField(field: Field): boolean {
  const place = document.querySelector<HTMLElement>(`[data-field~="${CSS.escape(field)}"]`)
  if (!place) return false
  const control = place.matches('input, select, textarea, button')
    ? place
    : place.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')
  place.scrollIntoView({ block: 'start' })
  ;(control ?? place).focus({ preventScroll: control === null })
  return true
}
