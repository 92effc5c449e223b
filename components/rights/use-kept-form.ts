import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import * as z from 'zod'
import { canonicalJson } from '../../lib/core/canonical-json.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { SeenVersion } from '../../lib/rights/rights-repo.ts'
import type { DraftStore } from './draft-store.ts'

interface KeptFormOptions<Values extends FieldValues, Output> {
  drafts: DraftStore
  /** Under which name what is typed is kept until it is saved: of what is stored, or of what is new. */
  nameOf(seen: number | null): string
  stored: Values
  /** When what is stored was saved; null where nothing is. */
  seen: number | null
  shape: z.ZodType<Values>
  resolver: Resolver<Values, unknown, Output>
  /** Stores what the form says; returns the values that are stored then, and when they were saved. */
  commit(output: Output, seen: SeenVersion): Promise<{ values: Values; seen: number }>
}

type Step = { step: 'idle' | 'saving' | 'saved' } | { step: 'failed'; message: string }

export interface KeptForm<Values extends FieldValues, Output> {
  form: UseFormReturn<Values, unknown, Output>
  isDirty: boolean
  state: Step
  /** The form began with changes that were not saved; whether what is stored was changed since they were begun. */
  restored: { changedMeanwhile: boolean } | null
  /** When what is stored was saved; null where nothing is. */
  savedAtMs: number | null
  /** Resolves to whether it was saved. */
  save(): Promise<boolean>
  /** Back to what is stored. */
  discard(): void
}

/**
 * A form with an explicit Save whose every keystroke is kept at once: a reload, a crash or a closed tab loses
 * nothing. What is kept is no part of what is stored until it is saved.
 */
export function useKeptForm<Values extends FieldValues, Output>(
  options: KeptFormOptions<Values, Output>,
): KeptForm<Values, Output> {
  const { drafts, nameOf, shape, resolver, commit } = options
  const [draft] = useState(() => readDraft(drafts, nameOf(options.seen), shape))
  const [base, setBase] = useState({ values: options.stored, seen: options.seen })
  // What the next Save replaces: what was stored when these changes were shown.
  const baseNow = useRef(base)
  const [isDirty, setDirty] = useState(draft !== null)
  const [state, setState] = useState<Step>({ step: 'idle' })
  const [restored, setRestored] = useState(draft && { changedMeanwhile: draft.seen !== options.seen })
  const form = useForm<Values, unknown, Output>({
    defaultValues: (draft?.values ?? options.stored) as DefaultValues<Values>,
    resolver,
    mode: 'onTouched',
    shouldFocusError: false,
  })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const { seen, values: stored } = baseNow.current
          const changed = !isSame(values, stored)
          setDirty(changed)
          setState((before) => (before.step === 'saving' ? before : { step: 'idle' }))
          try {
            if (changed) drafts.write(nameOf(seen), JSON.stringify({ seen, values }))
            else drafts.remove(nameOf(seen))
          } catch (error) {
            setState({ step: 'failed', message: failureFrom(error, 'keeping what is typed').message })
          }
        },
      }),
    [form, drafts, nameOf],
  )

  const settle = useCallback(
    (next: { values: Values; seen: number | null }) => {
      drafts.remove(nameOf(baseNow.current.seen))
      baseNow.current = next
      setBase(next)
      form.reset(next.values)
      setDirty(false)
      setRestored(null)
    },
    [drafts, nameOf, form],
  )

  const save = useCallback(async () => {
    let isSaved = false
    const submit = form.handleSubmit(async (output) => {
      setState({ step: 'saving' })
      try {
        settle(await commit(output, baseNow.current.seen))
        setState({ step: 'saved' })
        isSaved = true
      } catch (error) {
        setState({ step: 'failed', message: failureFrom(error, 'saving').message })
      }
    }, focusFirstWrong)
    await submit()
    return isSaved
  }, [form, commit, settle])

  const discard = useCallback(() => {
    settle(baseNow.current)
    setState({ step: 'idle' })
  }, [settle])

  return { form, isDirty, state, restored, savedAtMs: base.seen, save, discard }
}

/** In the order of the page, which the form itself does not know; once what is wrong is marked. */
const focusFirstWrong = () =>
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>('form [aria-invalid="true"]')
    wrong?.focus({ preventScroll: true })
    wrong?.scrollIntoView({ block: 'center' })
  })

function readDraft<Values>(
  drafts: DraftStore,
  name: string,
  shape: z.ZodType<Values>,
): { seen: number | null; values: Values } | null {
  const text = drafts.read(name)
  if (text === null) return null
  // Written by this very code; a draft of an older Docket that no longer fits cannot be shown.
  const parsed = z.object({ seen: z.number().nullable(), values: shape }).safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

const isSame = (one: unknown, other: unknown): boolean => plainText(one) === plainText(other)

/** JSON takes away what is undefined, which the canonical form refuses. */
const plainText = (values: unknown): string => canonicalJson(JSON.parse(JSON.stringify(values)))
