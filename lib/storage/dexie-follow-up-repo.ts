import type { FollowUpRepo } from '../complaints/follow-up.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps counter-notices and appeals in the database. */
export function dexieFollowUpRepo(database: DocketDatabase): FollowUpRepo {
  const { followUps } = database
  return {
    all: () => followUps.toArray(),
    add: (followUp) => storing(async () => void (await followUps.add(followUp))),
    change: (followUpId, change) =>
      storing(() =>
        database.transaction('rw', followUps, async () => {
          const stored = await followUps.get(followUpId)
          if (!stored) return null
          const changed = change(stored)
          if (!changed) return stored
          await followUps.put(changed)
          return changed
        }),
      ),
  }
}
