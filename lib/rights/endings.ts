import { type Expiry, expiryOf } from './expiry.ts'
import type { CalendarDate, Right } from './right.ts'

/** Something of a right that ends soon, or has ended lately. */
export interface Ending {
  right: Right
  what: 'right' | 'power-of-attorney'
  until: CalendarDate
  expiry: Extract<Expiry, { state: 'soon' | 'ended' }>
}

/** For so long an end that has passed is still told; who wanted to renew has done so by then. */
const toldAfterDays = 30

/** What ends within 90 days or ended within the last 30, soonest first. */
export function endingsOf(rights: readonly Right[], today: CalendarDate): Ending[] {
  return rights
    .flatMap((right): Ending[] => [
      ...endingOf(right, 'right', right.validUntil, today),
      ...(right.role === 'agent'
        ? endingOf(right, 'power-of-attorney', right.powerOfAttorneyUntil, today)
        : []),
    ])
    .sort((one, other) => one.expiry.inDays - other.expiry.inDays)
}

function endingOf(
  right: Right,
  what: Ending['what'],
  until: CalendarDate | null,
  today: CalendarDate,
): Ending[] {
  const expiry = expiryOf(until, today)
  if (until === null || (expiry.state !== 'soon' && expiry.state !== 'ended')) return []
  return expiry.inDays < -toldAfterDays ? [] : [{ right, what, until, expiry }]
}
