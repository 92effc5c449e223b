import type { OwnDaysStore } from '../tracking/own-days-store.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps the days that the person added among the small facts of the installation. */
export const dexieOwnDays = (database: DocketDatabase): OwnDaysStore => {
  const stored = () => database.meta.get('ownDays').then((row) => (row?.key === 'ownDays' ? row.days : []))
  return {
    read: async () => stored(),
    change: (change) =>
      storing(() =>
        database.transaction('rw', database.meta, async () => {
          await database.meta.put({ key: 'ownDays', days: change(await stored()) })
        }),
      ),
  }
}
