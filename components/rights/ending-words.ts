import type { IpType } from '../../lib/queue/flag.ts'
import type { Ending } from '../../lib/rights/endings.ts'
import type { Expiry } from '../../lib/rights/expiry.ts'
import { nameOfRight } from '../../lib/rights/new-right.ts'
import { inLanguage } from '../language/language.ts'

const days = (many: number) => (many === 1 ? '1 day' : `${many} days`)

export const english = {
  title: 'Renew in time',
  noEnd: 'no end',
  until: (until: string) => `until ${until}`,
  more: (many: number) => `${many} more`,
  ended: (until: string) => `ended on ${until}`,
  endsToday: 'ends today',
  endsIn: (many: number) => `ends in ${days(many)}`,
  unnamed: {
    trademark: 'Unnamed trademark',
    copyright: 'Unnamed copyright',
    patent: 'Unnamed patent',
  } satisfies Record<IpType, string>,
  powerOfAttorney: (right: string) => `Power of attorney for ${right}`,
  line: (subject: string, when: string) => `${subject} ${when}.`,
}

/** What is said of the end of rights, also in the popup: apart from the other words of these pages, which are many. */
export const endingWords = inLanguage('rights/ending-words', english)

/** "ends in 12 days", "ended on 2026-11-24". */
export function whenOf(expiry: Ending['expiry'], until: string): string {
  if (expiry.state === 'ended') return endingWords.ended(until)
  return expiry.inDays === 0 ? endingWords.endsToday : endingWords.endsIn(expiry.inDays)
}

/** "VELMORA word mark ends in 12 days." */
export function endingLine({ right, what, until, expiry }: Ending): string {
  const name = nameOfRight(right) || endingWords.unnamed[right.ipType]
  const subject = what === 'right' ? name : endingWords.powerOfAttorney(name)
  return endingWords.line(subject, whenOf(expiry, until))
}

/** How urgent an end is: past or within a week, within a month, within three. */
export function toneOfExpiry(expiry: Expiry): 'danger' | 'warn' | 'plain' {
  if (expiry.state === 'ended') return 'danger'
  if (expiry.state !== 'soon') return 'plain'
  if (expiry.warning === 7) return 'danger'
  return expiry.warning === 30 ? 'warn' : 'plain'
}

/** Name of the field, in the form of the right, that says when it ends. */
export const fieldOfEnding = ({ what }: Pick<Ending, 'what'>): string =>
  what === 'right' ? 'validUntil' : 'powerOfAttorneyUntil'
