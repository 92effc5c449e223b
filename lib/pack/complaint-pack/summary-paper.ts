import { declarationText } from '../../complaints/declaration-text.ts'
import { groupPoints } from '../../complaints/group-points.ts'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import type { ReportRow } from '../evidence-report/report-input.ts'
import type { Paper, PaperBlock, PaperEntry } from '../paper/paper.ts'
import type { ReducedPicture } from '../picture-drawer.ts'
import type { PackFile } from '../queue-pack/pack-report.ts'
import type { ComplaintProblem } from './complaint-report.ts'
import { listingFactsLine } from './listing-facts-line.ts'
import { screenshotOf } from './listing-table.ts'
import { packWords as words } from './pack-words.ts'
import type { PackedListing } from './packed-listing.ts'
import { complainantFacts, type LabelledFact, placeFacts, rightFacts, rowsOf } from './right-rows.ts'

interface ToSummarise {
  toPack: ComplaintToPack
  listings: readonly PackedListing[]
  /** Files of the folder so far. */
  files: readonly PackFile[]
  /** Comparisons, small, with the name of their file. */
  comparisons: ReadonlyArray<{ name: string; picture: ReducedPicture }>
  problems: readonly ComplaintProblem[]
  packId: string
  madeAt: string
}

/** Everything of a complaint on paper: what is said, what it rests on, every link, every file with its hash. */
export function summaryPaper(wanted: ToSummarise): Pick<Paper, 'title' | 'lead' | 'blocks'> {
  const { toPack, listings, files, comparisons, problems, packId, madeAt } = wanted
  const { complaint, portal, reason, right, holder, warnings } = toPack
  const { answers } = complaint
  return {
    title: `Complaint: ${right.label}, ${reason.name.value}`,
    lead: `${portal.name}. ${listings.length === 1 ? '1 listing' : `${listings.length} listings`}. Made ${madeAt}, pack ${packId}. A pack files nothing: a person does.`,
    blocks: [
      {
        is: 'rows',
        heading: 'Complaint',
        rows: rowsOf([
          ['Portal', `${portal.name}, ${portal.address.value}`],
          ['Type', words.complaintType[complaint.complaintType]],
          ['Reason', reason.name.value],
          ['Case number', complaint.caseNumber],
          ['Filed on', complaint.filedOn],
          ['Own number', complaint.complaintId],
        ]),
      },
      { is: 'rows', heading: 'Complainant', rows: rowsOf(complainantFacts(holder, right)) },
      {
        is: 'rows',
        heading: 'Right',
        rows: rowsOf([
          ...rightFacts(right),
          ['On the portal', statusText(right.portal)],
          ['Power of attorney until', right.powerOfAttorneyUntil],
        ]),
      },
      {
        is: 'text',
        heading: 'Explanation',
        paragraphs: answers.explanation.trim().split(/\n+/),
        language: answers.language,
      },
      ...block('Answers', rowsOf(answerFacts(toPack))),
      ...(comparisons.length === 0
        ? []
        : ([
            {
              is: 'pictures',
              heading: 'Comparisons',
              pictures: comparisons.map(({ name, picture }) => ({
                // As a file it may have another ending: where it was too large, it is a JPEG.
                caption: `attachments/${name.replace(/\.png$/, '')}`,
                picture,
              })),
            },
          ] satisfies PaperBlock[])),
      {
        is: 'text',
        heading: 'Declaration',
        paragraphs: [
          declarationText(answers.language, { right, holder }),
          ...(answers.declaration ? [`${answers.declaration.name}, ${answers.declaration.on}`] : []),
        ],
        language: answers.language,
      },
      ...block(
        'Looked at once more',
        groupPoints(warnings).map(({ code, points }) => ({
          label: points.length === 1 ? 'Once' : `${points.length} times`,
          statements: [{ text: points[0]?.message ?? code, note: null }],
        })),
      ),
      ...block(
        'What this pack lacks',
        problems.map(({ code, comId, message }) => ({
          label: comId ?? code,
          statements: [{ text: message, note: null }],
        })),
      ),
      { is: 'entries', heading: 'Listings', entries: listings.map(entryOf) },
      {
        is: 'entries',
        heading: 'Files for the portal, and documents of the right',
        entries: files
          .filter(({ path }) => /^(attachments|ip-documents)\//.test(path))
          .map(({ path, bytes, sha256 }, at) => ({
            number: at + 1,
            title: path,
            language: null,
            facts: [`${bytes.toLocaleString('en')} bytes`],
            codes: [`SHA-256 ${sha256}`],
          })),
      },
    ],
  }
}

const block = (heading: string, rows: ReportRow[]): PaperBlock[] =>
  rows.length === 0 ? [] : [{ is: 'rows', heading, rows }]

const statusText = ({ state, since }: ComplaintToPack['right']['portal']): string =>
  `${words.portalState[state]}${since === null ? '' : ` since ${since}`}`

function answerFacts({ complaint: { answers }, right }: ComplaintToPack): LabelledFact[] {
  const { testPurchase } = answers
  return [
    ...placeFacts(right, answers),
    ['Statement', answers.statement],
    ['Source page', answers.sourcePage?.url ?? null],
    ['Order', testPurchase?.orderNumber ?? null],
    ['Ordered on', testPurchase?.orderedOn ?? null],
    ['Received on', testPurchase?.receivedOn ?? null],
    ['Findings', testPurchase?.findings ?? null],
    ...answers.comparisons.flatMap(({ comId, view, differences }, at): LabelledFact[] => [
      [
        `Comparison ${at + 1}`,
        [
          `item ${comId}${view ? `, view: ${view}` : ''}`,
          ...differences.map(({ text }, number) => `${number + 1}. ${text}`),
        ].join('\n'),
      ],
    ]),
    ['Not genuine', answers.isConfirmedNotGenuine ? 'confirmed by the person' : null],
  ]
}

function entryOf(listing: PackedListing): PaperEntry {
  const { number, title, language, url, captures } = listing
  const [newest] = captures
  const shot = screenshotOf(captures)
  return {
    number,
    title: title ?? words.untitled,
    language,
    facts: listingFactsLine(listing),
    codes: [
      url,
      shot ? words.screenshotHash(shot.sha256) : words.noScreenshot,
      ...(newest
        ? [
            words.capture(newest.captureId),
            newest.recordSha256 === null ? words.notSealed : words.recordHash(newest.recordSha256),
          ]
        : []),
    ],
  }
}
