import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

const box =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink disabled:opacity-60 aria-invalid:border-danger'

interface FieldProps {
  label: string
  /** One sentence under the label. */
  hint?: ReactNode
  /** What is wrong with what stands in it. */
  error?: string | undefined
  className?: string | undefined
}

/** Label, hint and error of one control, joined to it for screen readers. */
function Field({
  label,
  hint,
  error,
  className,
  children,
}: FieldProps & { children(ids: { id: string; 'aria-describedby': string | undefined }): ReactNode }) {
  const [id, hintId, errorId] = [useId(), useId(), useId()]
  const described = [hint ? hintId : null, error ? errorId : null].filter((part) => part !== null)
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': described.join(' ') || undefined })}
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

export function TextField({
  label,
  hint,
  error,
  className,
  ...props
}: FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(ids) => (
        <input {...ids} {...props} aria-invalid={error !== undefined} className={classNames(box, 'h-9')} />
      )}
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  className,
  ...props
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(ids) => (
        <textarea
          {...ids}
          {...props}
          dir="auto"
          aria-invalid={error !== undefined}
          className={classNames(box, 'resize-y py-2')}
        />
      )}
    </Field>
  )
}

export interface Choice {
  value: string
  label: string
}

/** One of several, by the browser's own list. */
export function SelectField({
  label,
  hint,
  error,
  className,
  choices,
  ...props
}: FieldProps & { choices: readonly Choice[] } & Omit<ComponentProps<'select'>, 'id' | 'className'>) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(ids) => (
        <select {...ids} {...props} aria-invalid={error !== undefined} className={classNames(box, 'h-9')}>
          <Options choices={choices} />
        </select>
      )}
    </Field>
  )
}

/** The same in a line with others: its label is only heard. */
export const SmallSelect = ({
  label,
  choices,
  className,
  ...props
}: { label: string; choices: readonly Choice[] } & ComponentProps<'select'>) => (
  <select
    aria-label={label}
    title={label}
    className={classNames(
      'h-7 min-w-0 rounded-md border border-line-strong bg-surface px-1.5 text-xs',
      className,
    )}
    {...props}
  >
    <Options choices={choices} />
  </select>
)

const Options = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
