import type { WorkBaselineStore } from '../insights/work-saved.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps the person's minutes among the small facts of the installation. */
export const dexieWorkBaseline = ({ meta }: DocketDatabase): WorkBaselineStore => ({
  read: async () => {
    const row = await meta.get('workBaseline')
    return row?.key === 'workBaseline' ? row.baseline : null
  },
  save: (baseline) =>
    storing(async () => {
      await meta.put({ key: 'workBaseline', baseline })
    }),
})
