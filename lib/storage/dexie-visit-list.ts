import { noVisits, type VisitListStore } from '../tracking/visit-list.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps the visit list among the small facts of the installation. */
export const dexieVisitList = (database: DocketDatabase): VisitListStore => {
  const stored = () =>
    database.meta.get('visitList').then((row) => (row?.key === 'visitList' ? row.list : noVisits))
  return {
    read: async () => stored(),
    change: (change) =>
      storing(() =>
        database.transaction('rw', database.meta, async () => {
          const changed = change(await stored())
          if (changed.ok) await database.meta.put({ key: 'visitList', list: changed.value })
          return changed
        }),
      ),
  }
}
