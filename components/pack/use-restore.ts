import { useCallback, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { ChosenFile, RestorePlan } from '../../lib/pack/restore/plan-restore.ts'
import type { RestoreReport } from '../../lib/pack/restore/restore-evidence.ts'
import { sparing } from './sparing.ts'

type Progress = (done: number, of: number) => void

/** What the restore guide needs of database and browser. */
export interface RestoreServices {
  /** Why nothing may be written; null where all is well. */
  readOnlyBecause: Failure | null
  /** The place of second copies in words; null where it is not known. */
  copyPlaceName(): Promise<string | null>
  plan(files: ChosenFile[], onProgress: Progress): Promise<RestorePlan>
  restore(plan: RestorePlan, onProgress: Progress): Promise<RestoreReport>
  /** Why the loss cannot be accepted; null where it is entered. */
  acceptLoss(): Promise<Failure | null>
  /** Saves everything that is stored to the downloads folder; returns where it lies. */
  saveEverything(): Promise<string>
  /** Evidence came back: background and pages open the database anew. */
  reopen(): Promise<void>
}

export type RestoreState =
  | { step: 'choosing' }
  | { step: 'looking' | 'restoring'; done: number; of: number }
  | { step: 'planned'; plan: RestorePlan }
  | { step: 'restored'; plan: RestorePlan; report: RestoreReport }
  | { step: 'loss-accepted' }
  | { step: 'failed'; failure: Failure }

/** From the chosen files to evidence that is back. */
export function useRestore(services: RestoreServices) {
  const [state, setState] = useState<RestoreState>({ step: 'choosing' })

  const attempt = useCallback(async (work: () => Promise<RestoreState>) => {
    try {
      setState(await work())
    } catch (error) {
      setState({ step: 'failed', failure: failureFrom(error, 'bringing evidence back') })
    }
  }, [])
  const progress = (step: 'looking' | 'restoring') => sparing((done, of) => setState({ step, done, of }))

  return {
    state,
    look: (files: ChosenFile[]) =>
      attempt(async () => ({ step: 'planned', plan: await services.plan(files, progress('looking')) })),
    restore: (plan: RestorePlan) =>
      attempt(async () => {
        const report = await services.restore(plan, progress('restoring'))
        if (!report.readOnlyBecause) await services.reopen()
        return { step: 'restored', plan, report }
      }),
    acceptLoss: () =>
      attempt(async () => {
        const failure = await services.acceptLoss()
        if (failure) return { step: 'failed', failure }
        await services.reopen()
        return { step: 'loss-accepted' }
      }),
  }
}
