import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Span, SpanChoice } from '../../lib/insights/span.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import type { InsightsServices } from './services.ts'
import { insightWords as words } from './words.ts'

/** Saving of one file after the other, with what became of it. */
export interface Saving {
  isBusy: boolean
  save(name: string, write: () => Promise<Blob>): void
}

/** What parts of the page need to save what they show. */
export interface SavingProps {
  saving: Saving
  view: { choice: SpanChoice; days: Span; today: string }
}

export function useSaving(
  { saveFile }: Pick<InsightsServices, 'saveFile'>,
  show: (message: ToastMessage) => void,
): Saving {
  const [isBusy, setBusy] = useState(false)
  const run = async (name: string, write: () => Promise<Blob>) => {
    setBusy(true)
    try {
      await saveFile(await write(), name)
      show({ text: words.saved(name) })
    } catch (error) {
      show({ text: failureFrom(error, 'saving insights').message, tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, save: (name, write) => void run(name, write) }
}
