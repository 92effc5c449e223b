import type { ReminderStore } from '../tracking/reminders.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'
import type { MetaRow } from './stored-rows.ts'

const key = 'reminders'
type Kept = Extract<MetaRow, { key: typeof key }>

/** Keeps what was counted of dates that press among the small facts of the installation. */
export function dexieReminders(database: DocketDatabase): ReminderStore {
  const { meta } = database
  const stored = (): PromiseLike<Kept> =>
    meta.get(key).then((row) => (row?.key === key ? row : { key, known: null, isSilent: false }))
  const put = (part: Partial<Kept>) =>
    storing(() =>
      database.transaction('rw', meta, async () => {
        await meta.put({ ...(await stored()), ...part })
      }),
    )
  return {
    read: async () => stored(),
    silence: (isSilent) => put({ isSilent }),
    keep: (known) => put({ known }),
  }
}
