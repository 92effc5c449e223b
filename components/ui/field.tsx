import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface FieldFrame {
  label: ReactNode
  /** One sentence under the control, so that controls beside each other stand in line. */
  hint?: ReactNode
  /** What is wrong with the value, in one sentence. */
  error?: string | undefined
  className?: string | undefined
}

interface LabelledProps extends FieldFrame {
  id: string
  children(described: {
    'aria-describedby': string | undefined
    'aria-invalid': boolean | undefined
  }): ReactNode
}

const inputLook =
  'w-full rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-ink-soft aria-invalid:border-danger disabled:opacity-60'

/** Label, hint and error around one control, joined for screen readers. */
function Labelled({ id, label, hint, error, className, children }: LabelledProps) {
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`]
  const describedBy = classNames(hint != null && hintId, error !== undefined && errorId)
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint != null && (
        <p id={hintId} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = FieldFrame & Omit<ComponentProps<'input'>, 'className'>

export function TextField({ label, hint, error, className, id, ...props }: TextFieldProps) {
  const ownId = useId()
  const frame = { label, hint, error, className, id: id ?? ownId }
  return (
    <Labelled {...frame}>
      {(described) => (
        <input
          id={frame.id}
          dir="auto"
          autoComplete="off"
          {...described}
          {...props}
          className={classNames(inputLook, 'h-9')}
        />
      )}
    </Labelled>
  )
}

type TextAreaFieldProps = FieldFrame & Omit<ComponentProps<'textarea'>, 'className'>

export function TextAreaField({ label, hint, error, className, id, ...props }: TextAreaFieldProps) {
  const ownId = useId()
  const frame = { label, hint, error, className, id: id ?? ownId }
  return (
    <Labelled {...frame}>
      {(described) => (
        <textarea
          id={frame.id}
          dir="auto"
          {...described}
          {...props}
          className={classNames(inputLook, 'resize-y py-1.5')}
        />
      )}
    </Labelled>
  )
}

export interface Choice {
  value: string
  label: string
}

type SelectFieldProps = FieldFrame &
  Omit<ComponentProps<'select'>, 'className' | 'children'> & { choices: readonly Choice[] }

/** The browser's own list: it is right in every contrast mode and for every screen reader. */
export function SelectField({ label, hint, error, className, id, choices, ...props }: SelectFieldProps) {
  const ownId = useId()
  const frame = { label, hint, error, className, id: id ?? ownId }
  return (
    <Labelled {...frame}>
      {(described) => (
        <select id={frame.id} {...described} {...props} className={classNames(inputLook, 'h-9')}>
          <Options choices={choices} />
        </select>
      )}
    </Labelled>
  )
}

type CheckFieldProps = Omit<FieldFrame, 'error'> & Omit<ComponentProps<'input'>, 'className' | 'type'>

/** A tick with its sentence beside it. */
export function CheckField({ label, hint, className, id, ...props }: CheckFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <div className={classNames('flex items-start gap-2', className)}>
      <input
        id={fieldId}
        type="checkbox"
        aria-describedby={hint == null ? undefined : `${fieldId}-hint`}
        {...props}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={fieldId} className="font-medium">
          {label}
        </label>
        {hint != null && (
          <p id={`${fieldId}-hint`} className="text-xs text-ink-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
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
