import type { Distance } from '../../lib/insights/how-long.ts'
import type { NamedSeller } from '../../lib/insights/insight-reader.ts'
import type { Age } from '../../lib/insights/open-by-age.ts'
import type { TimeColumn } from '../../lib/insights/over-time.ts'
import type { Share } from '../../lib/insights/share.ts'
import type { Span, SpanChoice, Step } from '../../lib/insights/span.ts'
import type { SuccessColumn, SuccessKey } from '../../lib/insights/success.ts'
import type { WorkStep } from '../../lib/insights/work-saved.ts'
import type { Verdict } from '../../lib/queue/flag.ts'
import { inLanguage } from '../language/language.ts'

// Made once: making one takes longer than all that it writes.
const numbers = new Intl.NumberFormat('en')
const dates = {
  month: new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  shortMonth: new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  shortest: new Intl.DateTimeFormat('en', { month: 'short', year: '2-digit', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
}
const number = (value: number) => numbers.format(value)
const count = (many: number, one: string, several = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : several}`
const dateWords = (on: string, kind: keyof typeof dates) => dates[kind].format(new Date(on))
const monthWords = (on: string) => dateWords(on, 'month')

export const english = {
  title: 'Insights',
  tabTitle: 'Insights – Docket',
  lead: 'What was flagged and filed, and what came of it. Every number leads to the listings that it counts.',
  reading: 'Reading…',
  dismiss: 'Dismiss',
  emptyTitle: 'Nothing to count yet',
  empty: 'Flag listings while you browse, file complaints, and enter their outcomes under Follow up.',
  catchingUp: (read: number, of: number) =>
    `Reading captures for their sellers: ${number(read)} of ${number(of)}`,
  span: 'Days',
  spanChoice: (choice: SpanChoice) =>
    choice === 'last-3'
      ? 'Last 3 months'
      : choice === 'last-12'
        ? 'Last 12 months'
        : choice === 'all'
          ? 'Everything'
          : monthWords(`${choice}-01`),
  spanDays: ({ from, to }: Span) => `${from} to ${to}`,
  number,
  share: ({ part, of, percent }: Share) =>
    `${number(part)} of ${number(of)}${percent === null ? '' : ` (${percent} %)`}`,
  none: '–',
  nothing: 'Nothing in these days.',
  chartOf: (title: string) => `${title}: chart; the table beside it has the same numbers`,
  tableOf: (title: string) => `Table: ${title}`,
  behindLabel: (text: string, row: string, column: string) => `${text}: ${row}, ${column}`,
  rowsMore: (many: number) => `Show ${count(many, 'more row')}`,

  csv: 'CSV',
  csvOf: (title: string) => `Save as CSV: ${title}`,
  png: 'PNG',
  pngOf: (title: string) => `Save the chart as PNG: ${title}`,
  fileName: (name: string, span: SpanChoice, ending: string) => `docket-insights-${name}-${span}.${ending}`,
  saved: (name: string) => `${name} saved in your downloads folder.`,
  pictureFooter: (span: Span, madeOn: string) => `Docket · ${span.from} to ${span.to} · made on ${madeOn}`,

  report: 'Report as PDF',
  reportName: 'report',
  reportTitle: (choice: SpanChoice) => `Report: ${english.spanChoice(choice)}`,
  reportLead: ({ from, to }: Span, today: string) =>
    `${from} to ${to}, as known on ${today}. Counted from what was flagged, filed and entered in Docket on one computer; portals keep their own numbers.`,
  reportMore: (rows: number) => `${count(rows, 'further row')} in the CSV of this table.`,
  reportFooter: (choice: SpanChoice) => `Docket report: ${english.spanChoice(choice)}`,

  stepLabel: ({ kind, from, to }: Step) =>
    kind === 'month' ? dateWords(from, 'shortMonth') : from === to ? from : `${from} to ${to}`,
  stepShort: ({ kind, from }: Step) =>
    kind === 'month' ? dateWords(from, 'shortest') : dateWords(from, 'day'),

  overTime: {
    title: 'Over time',
    hint: 'Listings on the day they were first judged, filed, and came to stand as they do now. Judgements that were taken back do not count.',
    rowHead: 'Time',
    columns: {
      judged: 'Judged',
      infringing: 'Flagged as infringing',
      filed: 'Filed',
      'taken-down': 'Taken down',
      rejected: 'Rejected',
      'came-back': 'Came back',
    } satisfies Record<TimeColumn, string>,
  },
  howLong: {
    title: 'How long it takes',
    hint: 'Medians of what is over; what is still open counts for no median. Listings filed in these days; “to file” also has those judged in them that still wait. Days, not business days.',
    rowHead: 'From, to',
    distance: {
      'to-file': 'From judgement to filing',
      'to-decision': 'From filing to decision',
      'to-removal': 'From filing to removal',
    } satisfies Record<Distance, string>,
    columns: {
      median: 'Median',
      range: 'Shortest to longest',
      over: 'Counted',
      open: 'Still open',
      otherwise: 'Ended otherwise',
      unclear: 'Days unclear',
    },
    days: (days: number) => count(days, 'day'),
    range: (shortest: number, longest: number) => `${number(shortest)} to ${count(longest, 'day')}`,
  },
  success: {
    title: 'Success',
    titleBy: {
      rightId: 'Success by right',
      reasonId: 'Success by reason',
      sellerId: 'Success by seller',
      portalId: 'Success by portal',
    } satisfies Record<SuccessKey, string>,
    by: 'By',
    key: { rightId: 'Right', reasonId: 'Reason', sellerId: 'Seller', portalId: 'Portal' } satisfies Record<
      SuccessKey,
      string
    >,
    hint: 'Listings filed in these days, by how they stand now. Taken down includes those blocked in some countries or relisted since. Decided is taken down, rejected or reinstated.',
    columns: {
      filed: 'Filed',
      'taken-down': 'Taken down',
      rejected: 'Rejected',
      reinstated: 'Reinstated',
      other: 'Withdrawn or gone before',
      open: 'Open',
    } satisfies Record<SuccessColumn, string>,
    decided: 'Taken down of decided',
    unproven: 'Account not proven',
    accountShort: (sellerId: string, name: string) => `${sellerId} ${name}`.trim(),
    account: (sellerId: string, seller: NamedSeller | null) =>
      `${seller?.name ? `${seller.name} (${sellerId})` : `Account ${sellerId}`}${seller?.isFromCardsAlone ? ', named by cards alone' : ''}`,
  },
  rejected: {
    title: 'Rejected, and why',
    hint: 'Listings filed in these days that stand as rejected, by the reason that you entered from the portal.',
    rowHead: 'Reason of the portal',
    columns: { complaint: 'Complaint’s reason', listings: 'Listings' },
    noReason: 'No reason entered',
  },
  open: {
    title: 'Open by age',
    hint: 'Listings that wait for an answer today, whenever they were filed, by days since the filing.',
    rowHead: 'Days since filing',
    column: 'Open listings',
    age: ({ from, to }: Age) => (to === null ? `over ${from - 1}` : `${from} to ${to}`),
  },
  exposure: {
    title: 'Search exposure',
    hint: 'Results on first pages that you judged there, and how many of them as infringing; each listing once. Results that nobody judged are in no number, so this is no share of all results.',
    rowHead: 'Search',
    columns: { share: 'Infringing of judged', infringing: 'Infringing', judged: 'Judged' },
  },
  exposureTime: {
    title: 'Search exposure over time',
    hint: 'The same by time, for each search.',
    rowHead: 'Search and time',
    keyword: 'Search',
    label: (keyword: string, step: string) => `${keyword} · ${step}`,
  },
  work: {
    title: 'Work saved',
    hint: 'By your own minutes for one listing, by hand and with Docket. Docket measures no times.',
    rowHead: 'Work',
    step: {
      evidence: 'Flag with evidence',
      filing: 'File in a complaint',
      outcome: 'Keep its outcome',
    } satisfies Record<WorkStep, string>,
    columns: {
      listings: 'Listings',
      byHand: 'Minutes by hand',
      withDocket: 'Minutes with Docket',
      saved: 'Minutes saved',
    },
    total: 'All',
    notEntered: 'Enter how many minutes each step takes you for one listing; until then nothing is counted.',
    byHandOf: (step: string) => `${step}: minutes by hand`,
    withDocketOf: (step: string) => `${step}: minutes with Docket`,
    save: 'Save minutes',
    savedToast: 'Minutes saved.',
    wrong: (most: number) => `Enter minutes from 0 to ${number(most)} in every field.`,
  },

  behind: {
    tabTitle: 'Listings behind a number – Insights – Docket',
    title: (row: string, column: string) => `${row}: ${column}`,
    lead: (table: string, days: string) => `${table}, ${days}`,
    listings: (many: number) => count(many, 'listing'),
    entries: 'Listings',
    back: 'Back to Insights',
    gone: 'No such number',
    goneText: 'It is not in these days any more. Go back and look again.',
    untitled: (comId: string) => `Item ${comId}`,
    item: (comId: string) => `Item ${comId}`,
    case: 'Case',
    caseOf: (title: string) => `Case of ${title}`,
    evidence: 'Evidence',
    evidenceOf: (title: string) => `Evidence of ${title}`,
    more: (many: number) => `Show ${number(many)} more`,
    csvName: 'listings',
    csvHeads: ['item', 'title', 'url', 'day', 'standing', 'complaint', 'capture'],
  },
  verdict: {
    infringing: 'Infringing',
    suspicious: 'Look later',
    genuine: 'Not infringing',
    'out-of-scope': 'Out of scope',
  } satisfies Record<Verdict, string>,
}

/** Everything that the page of insights says. */
export const insightWords = inLanguage('insights/words', english)
