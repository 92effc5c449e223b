import { buildCalendar } from '../tracking/business-days.ts'
import { deadlinesOf } from '../tracking/deadlines.ts'
import { type CountReminders, countReminders } from '../tracking/reminders.ts'
import type { DocketDatabase } from './database.ts'
import { dexieFollowUpRepo } from './dexie-follow-up-repo.ts'
import { dexieOwnDays } from './dexie-own-days.ts'
import { dexiePortalRules } from './dexie-portal-rules.ts'
import { dexieTrackReader } from './dexie-track-repo.ts'

/** Counts the dates that press from all that is stored of filed complaints. */
export const dexieReminderCount =
  (database: DocketDatabase): CountReminders =>
  async (on) => {
    const [filed, followUps, { rules }, ownDays] = await Promise.all([
      dexieTrackReader(database).filed(),
      dexieFollowUpRepo(database).all(),
      dexiePortalRules(database).read(),
      dexieOwnDays(database).read(),
    ])
    const calendar = buildCalendar(ownDays)
    const deadlines = filed.flatMap((one) => deadlinesOf(one, { followUps, rules, calendar }))
    return { on, counts: countReminders(deadlines, on, calendar) }
  }
