import type { UpCause, WhyUp } from '../../lib/tracking/why-still-up.ts'

const causes: Record<UpCause, string> = {
  'holder-accepted': 'you accepted the counter-notice',
  'platform-accepted': 'the platform accepted the counter-notice',
  withdrawn: 'the complaint was withdrawn',
  contested: 'the seller contests it, and it is not decided',
  rejected: 'the portal rejected it',
  elsewhere: 'it is blocked in some countries, and was seen from another',
  back: 'it was down, and nothing entered says why it is back. Look it up on the portal; a further complaint may be due',
  'no-outcome': 'the complaint was decided, but no outcome of this listing is entered',
  undecided: 'the portal has not decided, as far as it is entered',
}

/**
 * On the page, which speaks English, and in the English of the dashboard alike, e.g. "Why still up: the complaint was withdrawn (2026-11-24)."
 */
export const whyUpWords = ({ cause, since, reason }: WhyUp): string =>
  `Why still up: ${causes[cause]}${since === null ? '' : ` (${since})`}${reason === '' ? '' : `: ${reason}`}.`
