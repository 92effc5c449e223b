import type { Paper, PaperBlock, PaperEntry } from '../pack/paper/paper.ts'
import type { DatedFact } from './fold-seller.ts'
import { isFromCardsAlone } from './fold-seller.ts'
import type { EndedAs } from './line-outcome.ts'
import type { ReportedLine, SellerReport } from './seller-report.ts'

/** The report of a repeat infringer on paper, for a letter to the platform. Names alone link nobody in it. */
export function reportPaper(report: SellerReport): Pick<Paper, 'title' | 'lead' | 'blocks' | 'footer'> {
  const { record, name, penalties, lines, today } = report
  const { seller, harm } = record
  const links = record.links.filter(({ linked }) => linked.strength === 'strong')
  return {
    title: `Seller ${name ?? seller.sellerId}`,
    lead: `Account ${seller.sellerId}. As known on ${today} from pages that were seen and complaints that were filed.`,
    footer: `Seller ${seller.sellerId}`,
    blocks: [
      rows('Identity', [
        ['Account', seller.sellerId],
        ['Names', dated(seller.names)],
        ['Store numbers', dated(seller.storeNumbers)],
        ['Company numbers', dated(seller.companyIds)],
        ['Contact', dated(seller.contacts)],
        ['Country', dated(seller.countries)],
        [
          'Account named by',
          isFromCardsAlone(seller) ? 'cards of search results only, not proven' : 'item pages',
        ],
      ]),
      rows('What was done', [
        ['Listings filed', String(new Set(lines.map(({ comId }) => comId)).size)],
        ['Gone after filing', String(harm.removed)],
        ['There again', String(harm.relisted)],
        ['Counter-notices', String(harm.countered)],
        ['Still open', String(harm.open)],
      ]),
      rows('Penalties by the published rules: an estimate', [
        ['Strikes', `${penalties.strikes.length} of 3`],
        ['Points', `${penalties.points} of 48`],
        [
          'Counted from',
          'removals that were seen in the last 365 days; serious trademark cases within three days are one strike, other cases of one day at most 6 points. The platform’s own tally is not public.',
        ],
      ]),
      ...(links.length === 0
        ? []
        : [
            rows(
              'Other accounts with the same company or contact',
              links.map(({ linked, name: other }): [string, string] => [
                `${other ?? 'Name not stated'} (${linked.sellerId})`,
                linked.reasons.map(({ kind, value }) => `same ${kind}: ${value}`).join('; '),
              ]),
            ),
          ]),
      ...(lines.length === 0
        ? []
        : [{ is: 'entries', heading: 'Filed listings', entries: lines.map(entryOf) } satisfies PaperBlock]),
    ],
  }
}

const endedWords: Record<EndedAs, string> = {
  rejected: 'refused',
  reinstated: 'reinstated',
  withdrawn: 'withdrawn',
  'gone-before-filing': 'gone before it was filed,',
}

function entryOf(line: ReportedLine, at: number): PaperEntry {
  const { comId, title, url, caseNumber, filedOn, reason, removedOn, relistedOn, counteredOn, ended } = line
  return {
    number: at + 1,
    title: title ?? `Item ${comId}`,
    language: null,
    facts: [
      `${reason}. Filed on ${filedOn ?? 'an unknown day'}${caseNumber === null ? '' : `, case ${caseNumber}`}`,
      [
        removedOn !== null && `gone on ${removedOn}`,
        relistedOn !== null && `there again on ${relistedOn}`,
        counteredOn !== null && `contested on ${counteredOn}`,
        ended !== null && `${endedWords[ended.as]} on ${ended.on}`,
      ]
        .filter(Boolean)
        .join(', '),
    ].filter((fact) => fact !== ''),
    codes: [
      ...(url === null ? [] : [url]),
      ...(line.removedCaptureId === null ? [] : [`Capture that shows it gone: ${line.removedCaptureId}`]),
      ...(line.captureId === null ? [] : [`Newest capture: ${line.captureId}`]),
    ],
  }
}

const rows = (heading: string, facts: ReadonlyArray<readonly [string, string]>): PaperBlock => ({
  is: 'rows',
  heading,
  rows: facts
    .filter(([, value]) => value !== '')
    .map(([label, text]) => ({ label, statements: [{ text, note: null }] })),
})

const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)

/** Days in UTC, so that the paper says the same wherever it is made. */
const dated = (facts: readonly DatedFact[]): string =>
  facts
    .map(
      ({ value, firstSeenAtMs, lastSeenAtMs, lastCaptureId }) =>
        `${value} (seen ${dayOf(firstSeenAtMs)} to ${dayOf(lastSeenAtMs)}, capture ${lastCaptureId})`,
    )
    .join('\n')
