import { showReminders } from '../../lib/browser/badge.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import { docket } from './docket.ts'

/** The counting that waits for the one that runs: all that changes meanwhile is counted once. */
let waiting: { isChanged: boolean } | null = null
let last: Promise<void> = Promise.resolve()

/**
 * Shows on the toolbar button what is due today, counted anew where the day or something of it changed. Nothing waits
 * for it: what fails here is recorded, and the button says nothing of dates.
 */
export function remind({ isChanged }: { isChanged: boolean }): Promise<void> {
  if (waiting) {
    waiting.isChanged ||= isChanged
    return last
  }
  const own = { isChanged }
  waiting = own
  last = last
    .catch(() => undefined)
    .then(() => {
      waiting = null
      return count(own.isChanged)
    })
  return last
}

async function count(isChanged: boolean): Promise<void> {
  const { reminders, countReminders, clock, recordFailure } = await docket()
  try {
    const { wallMs, offsetMinutes } = clock()
    const today = calendarDateOf(wallMs, offsetMinutes)
    const { known, isSilent } = await reminders.read()
    if (isSilent) return await showReminders(null)
    if (!isChanged && known?.on === today) return await showReminders(known.counts)
    const counted = await countReminders(today)
    await showReminders(counted.counts)
    await reminders.keep(counted)
  } catch (error) {
    const doing = 'looking at what is due'
    await recordFailure(doing, failureFrom(error, doing), null)
  }
}
