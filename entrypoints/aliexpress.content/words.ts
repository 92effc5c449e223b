import type { Failure } from '../../lib/core/result.ts'
import type { IpType, Judgement } from '../../lib/queue/flag.ts'
import type { PageState } from '../../lib/site/page-context.ts'
import { knownWords } from './known-words.ts'
import type { ListingView } from './listing-view.ts'

/** Everything that Docket says on a page. */

export const ipTypeWords: Record<IpType, { name: string; short: string; right: string }> = {
  trademark: { name: 'Trademark', short: 'TM', right: 'trademark' },
  copyright: { name: 'Copyright', short: '©', right: 'copyright' },
  patent: { name: 'Patent', short: 'Pat', right: 'patent' },
}

/** A judgement as a label: "Trademark", "Look later", … */
export function judgementName({ verdict, ipType }: Judgement): string {
  if (verdict === 'infringing') return ipType ? ipTypeWords[ipType].name : 'Infringing'
  return { suspicious: 'Look later', genuine: 'Not infringing', 'out-of-scope': 'Out of scope' }[verdict]
}

/** A judgement inside a sentence: "flagged as trademark", "marked to look at later", … */
export function judgementDone({ verdict, ipType }: Judgement): string {
  if (verdict === 'infringing')
    return ipType ? `flagged as ${ipTypeWords[ipType].right}` : 'flagged as infringing'
  return {
    suspicious: 'marked to look at later',
    genuine: 'marked as not infringing',
    'out-of-scope': 'marked as out of scope',
  }[verdict]
}

/** What the control of a listing shows, in full and for narrow cards. */
export function viewLabel(view: ListingView): { long: string; short: string } {
  switch (view.phase) {
    case 'unjudged':
      return { long: 'Flag', short: '' }
    case 'saving':
      return { long: 'Saving…', short: '…' }
    case 'failed':
      return { long: `Not saved: ${failureReason(view.failure)}`, short: 'Not saved' }
    case 'judged': {
      const { verdict, ipType } = view.state
      const short = {
        infringing: ipType ? ipTypeWords[ipType].short : 'Flag',
        suspicious: 'Later',
        genuine: 'OK',
        'out-of-scope': 'Out',
      }[verdict]
      return { long: judgementName(view.state), short }
    }
  }
}

/** Few enough words for a card; the whole sentence stands in the note. */
function failureReason({ code }: Failure): string {
  return (
    {
      'no-answer': 'no answer',
      'not-stored': 'storage',
      'quota-exceeded': 'storage full',
      'page-state': 'page not ready',
      'extension-reloaded': 'reload page',
      'listing-unreadable': 'unreadable',
    }[code] ?? 'see note'
  )
}

/** Accessible name of a control's main button; it begins with what is seen. */
export function mainButtonName(view: ListingView, lastIpType: IpType, title: string): string {
  switch (view.phase) {
    case 'unjudged':
      return `Flag as ${ipTypeWords[lastIpType].right} infringement: ${title}`
    case 'saving':
      return `Saving: ${title}`
    case 'failed':
      return `${viewLabel(view).long}. Try again: ${title}`
    case 'judged': {
      const shot = missingScreenshotWords(view)
      const item = needsScreenshot(view.state) && view.state.itemEvidence === 'none' ? itemNotCaptured : null
      const parts = [judgementDone(view.state), shot, item].filter((part) => part !== null)
      const known = knownWords(view).map((words) => ` · ${words}`)
      return `${judgementName(view.state)}: ${parts.join(', ')}${warningWords(view)}${known.join('')}. Change: ${title}`
    }
  }
}

/** "no screenshot yet" where the listing is in the queue and has none, else null. */
export function missingScreenshotWords(view: ListingView): string | null {
  if (view.phase !== 'judged' || !needsScreenshot(view.state)) return null
  const { screenshot } = view.state
  if (screenshot === 'saved') return null
  return screenshot === 'pending' ? 'screenshot being taken' : 'no screenshot yet'
}

/** " · check: already filed with this right" where something speaks for a second look, else nothing. */
export const warningWords = (view: ListingView): string =>
  view.phase === 'judged' && view.state.warnings.length > 0
    ? ` · check: ${view.state.warnings.join('; ')}`
    : ''

/** A card states too little of a listing; its own page has not been opened since it was flagged. */
const itemNotCaptured = 'item page not captured yet'

/** Only what may go into a complaint is photographed. */
export const needsScreenshot = ({ verdict }: Judgement): boolean =>
  verdict === 'infringing' || verdict === 'suspicious'

export const howToAllowScreenshots =
  'No screenshot yet: Docket may not photograph pages. Press Alt+Shift+F or click Docket’s toolbar button once on this tab, or allow it on the welcome page.'

/** Why a page in this state cannot be flagged, and what to do. Null where it can. */
export function pageStateRefusal(state: PageState): Failure | null {
  const message = {
    ready: null,
    removed: null,
    challenge: 'Not saved: AliExpress shows a security check. Solve it and try again.',
    login: 'Not saved: AliExpress asks you to sign in. Sign in and try again.',
    loading: 'Not saved: the page is still loading. Wait until the listing is shown and try again.',
    unknown:
      'Not saved: Docket does not recognise this page as a listing or a list of listings. Open the listing itself and flag it there.',
  }[state]
  return message === null ? null : { code: 'page-state', message }
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Titles of listings run to 200 characters; a note shows their beginning. */
export const shortTitle = (title: string): string => (title.length > 60 ? `${title.slice(0, 57)}…` : title)

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** Keys of the page, as shown under "?". */
export const keyWords: Array<[keys: string, what: string]> = [
  ['F', 'Flag with the type used last'],
  ['T', 'Flag: trademark'],
  ['C', 'Flag: copyright'],
  ['P', 'Flag: patent'],
  ['L', 'Look later'],
  ['G', 'Not infringing (genuine)'],
  ['O', 'Out of scope'],
  ['N', 'Write a note'],
  ['U', 'Undo the last judgement on this page'],
  ['X', 'Select many; again: select this one'],
  ['?', 'Show these keys'],
]
