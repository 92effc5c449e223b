import { declarationText } from '../../complaints/declaration-text.ts'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import type { Paper, PaperBlock } from '../paper/paper.ts'
import { listingFactsLine } from './listing-facts-line.ts'
import { screenshotOf } from './listing-table.ts'
import { packWords as words } from './pack-words.ts'
import type { PackedListing } from './packed-listing.ts'
import { complainantFacts, type LabelledFact, placeFacts, rightFacts, rowsOf } from './right-rows.ts'

/**
 * A notice with the four elements of Article 16(2) of Regulation (EU) 2022/2065: why it is illegal (a), where exactly
 * it is (b), who notifies (c), and the statement of good faith (d).
 */
export interface Notice {
  title: string
  lead: string
  notifier: LabelledFact[]
  reasons: LabelledFact[]
  explanation: string
  language: 'en' | 'zh'
  locations: Array<{
    number: number
    url: string
    title: string
    language: string | null
    facts: string[]
    codes: string[]
  }>
  /** The statement, who made it and when. */
  statement: string[]
}

const headings = {
  notifier: 'Notifier: Article 16(2)(c)',
  reasons: 'Why the content is illegal: Article 16(2)(a)',
  explanation: 'Explanation',
  locations: 'Exact electronic location: Article 16(2)(b)',
  statement: 'Statement of good faith: Article 16(2)(d)',
} as const

/** What a complaint says, as a notice under the Digital Services Act. */
export function buildNotice(
  { complaint, right, holder, reason }: ComplaintToPack,
  listings: readonly PackedListing[],
): Notice {
  const { answers } = complaint
  const { declaration } = answers
  return {
    title: 'Notice of illegal content',
    lead: 'Under Article 16 of Regulation (EU) 2022/2065 (Digital Services Act), to the provider of AliExpress',
    notifier: complainantFacts(holder, right),
    reasons: [
      ['Ground', `${words.ipType[right.ipType]} infringement: ${reason.name.value}`],
      ...rightFacts(right),
      ...placeFacts(right, answers),
      ['Statement', answers.statement],
    ],
    explanation: answers.explanation.trim(),
    language: answers.language,
    locations: listings.map((listing) => ({
      number: listing.number,
      url: listing.url,
      title: listing.title ?? words.untitled,
      language: listing.language,
      facts: listingFactsLine(listing),
      codes: [screenshotOf(listing.captures)].flatMap((shot) =>
        shot ? [words.screenshotHash(shot.sha256)] : [],
      ),
    })),
    statement: [
      declarationText(answers.language, { right, holder }),
      ...(declaration ? [`${declaration.name}, ${declaration.on}`] : []),
    ],
  }
}

/** The notice as plain text, for a form or an e-mail. */
export function noticeText(notice: Notice): string {
  const facts = (rows: readonly LabelledFact[]) =>
    rows.flatMap(([label, text]) => (text?.trim() ? [`${label}: ${text}`] : []))
  return [
    notice.title.toUpperCase(),
    notice.lead,
    '',
    headings.notifier,
    ...facts(notice.notifier),
    '',
    headings.reasons,
    ...facts(notice.reasons),
    '',
    headings.explanation,
    notice.explanation,
    '',
    headings.locations,
    ...notice.locations.flatMap(({ number, url, title, facts: stated, codes }) => [
      `${number}. ${url}`,
      `   ${title}`,
      `   ${[...stated, ...codes].join('; ')}`,
    ]),
    '',
    headings.statement,
    ...notice.statement,
    '',
  ].join('\n')
}

/** The notice as a document to attach. */
export const noticePaper = (notice: Notice): Pick<Paper, 'title' | 'lead' | 'blocks'> => ({
  title: notice.title,
  lead: notice.lead,
  blocks: [
    { is: 'rows', heading: headings.notifier, rows: rowsOf(notice.notifier) },
    { is: 'rows', heading: headings.reasons, rows: rowsOf(notice.reasons) },
    {
      is: 'text',
      heading: headings.explanation,
      paragraphs: [notice.explanation],
      language: notice.language,
    },
    {
      is: 'entries',
      heading: headings.locations,
      entries: notice.locations.map(({ url, codes, ...entry }) => ({ ...entry, codes: [url, ...codes] })),
    },
    {
      is: 'text',
      heading: headings.statement,
      paragraphs: notice.statement,
      language: notice.language,
    },
  ] satisfies PaperBlock[],
})
