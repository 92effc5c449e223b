import { fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { OwnDay } from './business-days.ts'

/** Port: the days that the person added. */
export interface OwnDaysStore {
  read(): Promise<OwnDay[]>
  /** Changes them as `change` says, which sees what is stored, in one strict commit. */
  change(change: (stored: readonly OwnDay[]) => OwnDay[]): Promise<void>
}

const maxNameLength = 100
/** Ten years of them. */
const maxOwnDays = 500

/** Adds a day, or changes what was said of it. Fails with `day-missing`, `name-long`, `days-many`. */
export async function addOwnDay(store: OwnDaysStore, day: OwnDay): Promise<Result<null>> {
  const name = day.name.normalize('NFC').trim()
  if (!isCalendarDate(day.on)) return fail('day-missing', 'Enter the day.')
  if (name.length > maxNameLength) {
    return fail('name-long', `A name may have ${maxNameLength} characters. Shorten it.`)
  }
  let isFull = false
  await store.change((stored) => {
    const others = stored.filter(({ on }) => on !== day.on)
    isFull = others.length >= maxOwnDays
    if (isFull) return [...stored]
    return [...others, { ...day, name }].sort((one, other) => (one.on < other.on ? -1 : 1))
  })
  return isFull ? fail('days-many', `${maxOwnDays} days are kept. Remove old ones first.`) : ok(null)
}

export const removeOwnDay = (store: OwnDaysStore, on: string): Promise<void> =>
  store.change((stored) => stored.filter((day) => day.on !== on))
