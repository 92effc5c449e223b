import { get, useFormContext } from 'react-hook-form'
import { CheckField, SelectField, TextAreaField, TextField } from '../ui/field.tsx'
import { fieldId } from './field-of-point.ts'
import type { RightValues } from './right-values.ts'

/** Names of the fields that are typed or chosen directly. */
type PlainName = Parameters<ReturnType<typeof useFormContext<RightValues>>['register']>[0]

/** What every field of the form needs: its id, its place in the form, what is wrong with it. */
function useField(name: PlainName) {
  const { register, formState } = useFormContext<RightValues>()
  // The schema speaks of a claim as a whole, where the form has its text.
  return {
    ...register(name),
    id: fieldId(name),
    error: messageAt(formState.errors, name.replace(/\.text$/, '')),
  }
}

/** The message of a field, or the first one within it. */
export function messageAt(errors: object, name: string): string | undefined {
  const found: unknown = get(errors, name)
  return found === undefined ? undefined : firstMessage(found)
}

function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string') return error.message
  for (const [key, inner] of Object.entries(error)) {
    const message = key === 'ref' ? undefined : firstMessage(inner)
    if (message !== undefined) return message
  }
  return undefined
}

type Of<Props> = Omit<Props, 'name' | 'id' | 'error'> & { name: PlainName }

export const RightText = ({ name, ...props }: Of<Parameters<typeof TextField>[0]>) => (
  <TextField maxLength={300} {...props} {...useField(name)} />
)

/** A calendar day, with the browser's own calendar. */
export const RightDay = ({ name, ...props }: Of<Parameters<typeof TextField>[0]>) => (
  <TextField type="date" min="1000-01-01" max="9999-12-31" {...props} {...useField(name)} />
)

export const RightLongText = ({ name, ...props }: Of<Parameters<typeof TextAreaField>[0]>) => (
  <TextAreaField rows={3} {...props} {...useField(name)} />
)

export const RightChoice = ({ name, ...props }: Of<Parameters<typeof SelectField>[0]>) => (
  <SelectField {...props} {...useField(name)} />
)

export function RightCheck({ name, ...props }: Omit<Of<Parameters<typeof CheckField>[0]>, 'error'>) {
  const { error: _error, ...field } = useField(name)
  return <CheckField {...props} {...field} />
}
