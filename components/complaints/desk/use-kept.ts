import { useState } from 'react'
import { z } from 'zod'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'

type Texts = Record<string, string>

/**
 * Texts of a form that outlive the desk until they are sent: the panel closes with its window, and with a click.
 * @param name of the form, with what it is about
 */
export function useKept<Form extends object & { [Field in keyof Form]: string }>(
  { drafts }: Pick<DeskServices, 'drafts'>,
  name: string,
  start: Form,
) {
  const { fail } = useDeskActs()
  const key = `desk:${name}`
  const [form, setForm] = useState<Form>(() => ({ ...start, ...readKept(drafts.read(key), start) }))
  const change = (next: Form) => {
    setForm(next)
    try {
      drafts.write(key, JSON.stringify(next))
    } catch (error) {
      fail(error, 'keeping what you typed')
    }
  }
  return { form, change, forget: () => drafts.remove(key) }
}

/** Those of the fields that are there and texts: another version of Docket may have kept others. */
function readKept(text: string | null, start: object): Texts {
  if (text === null) return {}
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    // Nothing that this form wrote.
    return {}
  }
  const kept = z.record(z.string(), z.unknown()).safeParse(data)
  if (!kept.success) return {}
  return Object.fromEntries(
    Object.entries(kept.data).filter(
      (entry): entry is [string, string] => entry[0] in start && typeof entry[1] === 'string',
    ),
  )
}
