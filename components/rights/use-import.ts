import { useCallback, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { enterRights } from '../../lib/pack/rights-files/enter-rights.ts'
import {
  type ImportRefusal,
  type RightsImport,
  readRightsImport,
} from '../../lib/pack/rights-files/read-rights-import.ts'
import { useRightsServices } from './services.ts'

export type ImportState =
  | { step: 'choosing' }
  | { step: 'reading' | 'importing' }
  | { step: 'refused'; refusal: ImportRefusal }
  | { step: 'planned'; found: RightsImport }
  | { step: 'done'; entered: number }

/** How many entries an import stores. */
export const enteredCount = ({ plan }: RightsImport, replaced: ReadonlySet<string>): number =>
  [...plan.holders, ...plan.rights].filter(
    ({ state, id }) => state === 'new' || (state === 'different' && replaced.has(id)),
  ).length

/** The steps of an import: look through the file, ask, store all at once. */
export function useImport() {
  const { repo, clock } = useRightsServices()
  const [state, setState] = useState<ImportState>({ step: 'choosing' })

  const refuse = useCallback((error: unknown, doing: string) => {
    setState({ step: 'refused', refusal: { ...failureFrom(error, doing), problems: [] } })
  }, [])

  const choose = useCallback(
    async (file: File) => {
      setState({ step: 'reading' })
      try {
        const stored = { holders: await repo.holders(), rights: await repo.rights() }
        const read = await readRightsImport(file, { stored, nowMs: clock().wallMs })
        setState(read.ok ? { step: 'planned', found: read.value } : { step: 'refused', refusal: read.error })
      } catch (error) {
        refuse(error, 'reading the file')
      }
    },
    [repo, clock, refuse],
  )

  const enter = useCallback(
    async (found: RightsImport, replaced: ReadonlySet<string>) => {
      setState({ step: 'importing' })
      try {
        await enterRights(repo, found.plan, {
          replaced,
          nowMs: clock().wallMs,
          readFile: found.readFile,
        })
        setState({ step: 'done', entered: enteredCount(found, replaced) })
      } catch (error) {
        refuse(error, 'importing the rights')
      }
    },
    [repo, clock, refuse],
  )

  return { state, choose, enter }
}
