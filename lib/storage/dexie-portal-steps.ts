import type { DoneSteps, PortalStepsStore } from '../rights/portal-steps.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps what is done on the portal among the small facts of the installation. */
export function dexiePortalSteps(database: DocketDatabase): PortalStepsStore {
  const { meta } = database
  const read = async (): Promise<DoneSteps> => {
    const row = await meta.get('portalSteps')
    return row?.key === 'portalSteps' ? row.done : {}
  }
  return {
    read,
    mark: (step, on) =>
      storing(() =>
        database.transaction('rw', [meta], async () => {
          const { [step]: _before, ...others } = await read()
          await meta.put({ key: 'portalSteps', done: on === null ? others : { ...others, [step]: on } })
        }),
      ),
  }
}
