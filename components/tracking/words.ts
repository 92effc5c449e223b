import type { YearCertainty } from '../../lib/tracking/business-days.ts'
import type { ComplaintOutcome, FiledState } from '../../lib/tracking/complaint-outcome.ts'
import type { DeadlineKind } from '../../lib/tracking/deadlines.ts'
import type { LineOutcome, LineState } from '../../lib/tracking/line-outcome.ts'
import type { ChangedFact, SeenState } from '../../lib/tracking/seen.ts'
import type { TrackSource } from '../../lib/tracking/track.ts'
import { inLanguage } from '../language/language.ts'
import type { FollowUpPart } from './follow-up-view.ts'
import { whyUpWords } from './why-up-words.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`
const percent = (share: number) => `${(Math.floor(share * 1000 + 1e-9) / 10).toLocaleString('en')} %`

export const english = {
  title: 'Follow up',
  tabTitle: 'Follow up – Docket',
  lead: 'What was filed, how it stands, and what is due. Docket asks no portal: you enter what you read there.',
  parts: 'Parts of Follow up',
  part: {
    today: 'Today',
    cases: 'Cases',
    visits: 'Visit list',
    list: 'Enter a list',
    'good-faith': 'Good faith',
    'days-off': 'Days off',
  } satisfies Record<FollowUpPart, string>,
  loading: 'Reading complaints…',
  dismiss: 'Dismiss',
  emptyTitle: 'Nothing was filed yet',
  empty: 'File a complaint with the filing desk and enter its case number; from then on its clocks run here.',
  openComplaints: 'Go to complaints',

  overdue: 'Overdue',
  due: 'Due within five working days',
  answered: 'Answered',
  answeredHint: 'Every listing has its outcome. Enter the decision, or close the case.',
  toFile: 'To file',
  toFileHint: 'Nothing blocks these. The forecast says what they may do to your success rate.',
  evidenceMissing: 'Evidence missing',
  evidenceMissingHint: 'No screenshot is kept of these listings. Open them and take one.',
  nothingToday: 'Nothing is due, and nothing waits. ',
  deadline: {
    review: 'Decision to be expected',
    'counter-window': 'Seller may contest until',
    answer: 'Answer the counter-notice',
    'legal-action': 'Show a court or agency complaint',
    appeal: 'Appeal until',
  } satisfies Record<DeadlineKind, string>,
  daysOff: {
    announced: '',
    'by-law': 'free days by law alone; the year’s notice is not in Docket',
    'weekends-only': 'weekends only: no free days of that year are known',
  } satisfies Record<YearCertainty, string>,
  inDays: (days: number) =>
    days === 0 ? 'today' : days < 0 ? `${count(-days, 'day')} ago` : `in ${count(days, 'day')}`,
  listings: (many: number) => count(many, 'listing'),
  caseOf: (caseNumber: string) => `case ${caseNumber}`,
  calendar: 'Save as calendar file',
  calendarSaved: (many: number) => `${count(many, 'date')} saved in your downloads folder.`,
  calendarName: 'docket-follow-up.ics',
  calendarText: (name: string, caseNumber: string, listings: number, basis: string) =>
    `${name}\nCase ${caseNumber}, ${count(listings, 'listing')}\n${basis}`,

  casesTitle: 'Filed complaints',
  caseLine: (caseNumber: string, filedOn: string, listings: number) =>
    `Case ${caseNumber} · filed ${filedOn} · ${count(listings, 'listing')}`,
  counts: (parts: ReadonlyArray<readonly [LineState, number]>) =>
    parts
      .map(([state, many]) => `${many.toLocaleString('en')} ${english.line[state].toLowerCase()}`)
      .join(' · '),
  state: {
    filed: 'Filed',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
  } satisfies Record<FiledState, string>,
  line: {
    filed: 'Filed',
    removed: 'Removed',
    'geo-blocked': 'Blocked in some countries',
    rejected: 'Rejected',
    'counter-noticed': 'Contested by the seller',
    reinstated: 'Reinstated',
    withdrawn: 'Withdrawn',
    'gone-before-filing': 'Gone before filing',
    relisted: 'Relisted',
  } satisfies Record<LineState, string>,

  noCase: 'No such case',
  noCaseText: 'This complaint is not filed, or was removed.',
  backToCases: 'All cases',
  clocks: 'Dates',
  noClocks: 'No date runs.',
  basis: (certainty: string) => `Basis: ${certainty}`,
  openComplaint: 'The complaint itself',
  openDesk: 'Counter-notices on the desk',
  whole: 'The complaint as a whole',
  decide: 'Enter the decision',
  newState: 'It is now',
  choose: 'Choose…',
  since: (on: string) => `since ${on}`,
  on: 'Day',
  reason: 'Reason that the portal gives',
  note: 'Note',
  withLines: {
    accepted: (many: number) => `Also enter ${count(many, 'open listing')} as removed`,
    rejected: (many: number) => `Also enter ${count(many, 'open listing')} as rejected`,
    withdrawn: (many: number) => `Also enter ${count(many, 'listing')} as withdrawn`,
    closed: () => '',
  } satisfies Record<ComplaintOutcome['state'], (many: number) => string>,
  enter: 'Enter',
  decided: (state: FiledState) => `Entered: the complaint is ${english.state[state].toLowerCase()}.`,
  finished: 'The case is closed. Nothing can follow; take the closing back to go on with it.',
  takeBack: (name: string) => `Take back: ${name}`,
  takeBackLine: (name: string, title: string) => `Take back “${name}” of ${title}`,
  tookBack: 'Taken back. It stays in the history.',

  lines: 'Its listings',
  selectAll: 'Select all',
  select: (title: string) => title,
  outcome: 'Enter an outcome',
  outcomeHint: 'Select listings, then say what became of them.',
  outcomeOf: (many: number) => `For ${count(many, 'selected listing')}`,
  by: 'Reinstated by',
  byChoice: { holder: 'you: the counter-notice was accepted', platform: 'the platform' },
  relistedAs: 'Relisted as (link or item number)',
  outcomeEntered: (many: number, state: LineOutcome['state']) =>
    `${count(many, 'listing')}: ${english.line[state].toLowerCase()}.`,
  suggestion: (many: number, receivedOn: string, state: LineOutcome['state']) =>
    `The counter-notice of ${receivedOn} is about ${count(many, 'listing')} not entered as ${english.line[state].toLowerCase()}.`,
  enterSuggestion: 'Enter it',
  openListing: (title: string) => `Open ${title}`,
  relisted: (comId: string) => `as ${comId}`,
  reinstatedBy: { holder: 'by the holder', platform: 'by the platform' },

  history: 'History',
  noHistory: 'Nothing was entered yet.',
  source: {
    hand: 'by hand',
    list: 'from a list',
    csv: 'from a CSV',
    seen: 'by sight; the portal did not say it',
  } satisfies Record<TrackSource, string>,
  seen: {
    live: 'Seen live',
    changed: 'Seen changed',
    'not-sold': 'Seen not for sale',
    removed: 'Seen gone',
  } satisfies Record<SeenState, string>,
  changedFacts: (facts: readonly ChangedFact[]) =>
    facts.map((fact) => ({ title: 'title', pictures: 'pictures', seller: 'seller' })[fact]).join(', '),
  shipTo: (country: string) => `shipping to ${country}`,
  whyUp: whyUpWords,
  seenEvidence: 'Evidence',
  seenOn: (name: string, on: string) => `${name} ${on}`,
  bySight: '(by sight)',
  suggestSeen: (many: number) =>
    `${count(many, 'listing')} ${many === 1 ? 'was' : 'were'} seen gone when you opened ${many === 1 ? 'it' : 'them'}. The portal did not say so, and other countries may still see ${many === 1 ? 'it' : 'them'}.`,
  enterSeen: 'Enter as removed, by sight',
  wholeSubject: 'The complaint',
  item: (comId: string) => `Item ${comId}`,
  takenBack: (name: string) => `“${name}” taken back`,
  enteredAt: (time: string) => `entered ${time}`,

  listLead:
    'Each line: a link or item number, then what became of it. Nothing is entered before every line fits.',
  paste: 'Listings with their states',
  pasteHint:
    'E.g. “1005007000000001 removed”. States: removed, geo-blocked, rejected, contested, reinstated by holder, reinstated by platform, withdrawn, gone before filing, relisted as (link).',
  read: 'Read the list',
  file: 'Choose a CSV',
  fileHint: 'Columns: item, state; if wanted date, by, relisted as, reason, case, note.',
  listDay: 'Day for lines that name none',
  found: 'What the list says',
  summary: (fits: number, refused: number) =>
    `${count(fits, 'line')} ${fits === 1 ? 'fits' : 'fit'}${refused > 0 ? `, ${refused.toLocaleString('en')} refused` : ''}.`,
  allOrNone: 'Correct or remove the refused lines and read again: a list is entered whole or not at all.',
  unknownColumns: (names: string) => `Not read: the columns ${names}.`,
  enterList: (many: number) => `Enter ${count(many, 'outcome')}`,
  listEntered: (many: number) => `${count(many, 'outcome')} entered.`,
  lineNumber: (line: number) => `Line ${line}`,
  fits: (state: LineState, comId: string, caseNumber: string) =>
    `${english.line[state]} · item ${comId} · case ${caseNumber}`,
  more: (many: number) => `${count(many, 'further line')} not shown.`,

  goodFaithLead: (months: number) =>
    `Of the last ${count(months, 'month')}, as Docket counts them: each listing once, by how it stands. What still waits does not count. How the platform counts is not public.`,
  from: (from: string) => `since ${from}`,
  all: 'All reasons',
  ratesOf: (portal: string) => `Rates at ${portal}`,
  nothingDecided: 'Nothing was decided in this time.',
  table: {
    reason: 'Reason',
    decided: 'Decided',
    success: 'Taken down',
    countered: 'Contested with success',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  demand: (success: number, countered: number, certainty: string) =>
    `Asked: at least ${percent(success)} taken down, at most ${percent(countered)} contested with success, in all and for each reason (${certainty}).`,
  percent,
  tooLow: 'too low',
  tooHigh: 'too high',
  forecast: (many: number, reason: string, best: number, worst: number) =>
    `These ${many.toLocaleString('en')} would bring “${reason}” to ${percent(best)} if all are taken down, to ${percent(worst)} if none is.`,
  mayFail: (many: number, share: number) =>
    `Up to ${many.toLocaleString('en')} may fail before it is under ${percent(share)}.`,
  belowAnyway: (share: number) => `Even then it stays under ${percent(share)}.`,

  daysLead:
    'Clocks in business days pass over weekends and the free days of mainland China, and count the weekend days that are worked instead. Add what is not in the data: newly announced days, or days that the platform works.',
  ownDays: 'Your days',
  noOwnDays: 'You added none.',
  dayKind: { free: 'Free', worked: 'Worked' },
  kind: 'It is',
  name: 'Name',
  addDay: 'Add the day',
  dayAdded: (on: string) => `${on} added.`,
  removeDay: (on: string) => `Remove ${on}`,
  dayRemoved: (on: string) => `${on} removed.`,
  known: 'Free days that came with Docket',
  certainty: { announced: 'announced', 'by-law': 'by law alone' },
  worked: (days: string) => `Worked instead: ${days}`,
}

/** Everything that the pages about filed complaints say. */
export const followUpWords = inLanguage('tracking/words', english)
