import type { Money } from '../../core/money.ts'
import type { Observation } from '../../core/observation.ts'
import type { EvidenceRecord } from '../../evidence/seal/evidence-record.ts'
import type { ObservedListing, ResultRow } from '../../extract/listing.ts'
import type { ReportRow, ReportSection, Statement } from './report-input.ts'
import { reportWords as words } from './report-words.ts'

type Observations = EvidenceRecord['observations']

/** One fact and who may state it: the page, a card of results, the page's own data. */
interface Fact {
  label: string
  witnesses: Array<{ witness: string; observation: Observation<unknown> }>
  text?: (value: never) => string
  isCode?: boolean
}

/** The title as the page shows it, else the card, else the page's data. */
export function titleOf({ listing, row, pageData }: Observations): Statement | null {
  for (const [witness, observation] of [
    [words.witness.page, listing?.title],
    [words.witness.card, row?.title],
    [words.witness.pageData, pageData?.title],
  ] as const) {
    if (observation?.status === 'found') {
      return { text: observation.value, note: words.readFrom(witness, observation.source) }
    }
  }
  return null
}

export function listingSection(observations: Observations): ReportSection {
  const { listing } = words
  const of = factOf(observations)
  return sectionOf(listing.heading, [
    of(listing.title, 'title', 'title'),
    { ...of(listing.comId, 'comId', 'comId'), isCode: true },
    { ...of(listing.shownId, 'shownId', 'shownId'), isCode: true },
    { ...of(listing.originId, null, 'originId'), isCode: true },
    { ...of(listing.price, 'price', 'price'), text: moneyText },
    { ...of(listing.listPrice, 'listPrice', null), text: moneyText },
    of(listing.sold, 'sold', 'sold'),
    of(listing.rating, 'rating', null),
    of(listing.brand, 'brand', null),
    of(listing.available, 'available', null),
    of(listing.category, 'categoryId', null),
    { ...of(listing.specs, 'specs', null), text: specsText },
    { ...of(listing.cardLink, null, 'url'), isCode: true },
    { ...of(listing.images, 'images', null), text: imagesText, isCode: true },
    { ...of(listing.cardImage, null, 'imageUrl'), isCode: true },
  ])
}

export function sellerSection(observations: Observations): ReportSection {
  const { seller } = words
  const of = factOf(observations)
  return sectionOf(seller.heading, [
    of(seller.storeName, 'storeName', 'storeName'),
    { ...of(seller.sellerId, 'sellerId', 'sellerId'), isCode: true },
    { ...of(seller.companyId, 'companyId', null), isCode: true },
    { ...of(seller.storeNumbers, 'storeNumbers', 'storeNumber'), isCode: true },
    { ...of(seller.storeUrl, 'storeUrl', null), isCode: true },
    of(seller.traderStatus, 'traderStatus', null),
    of(seller.country, 'country', null),
    of(seller.storeOpened, 'storeOpened', null),
    of(seller.positiveRate, 'positiveRate', null),
    of(seller.hidden, 'sellerHidden', null),
    { ...of(seller.rule, 'sellerRule', null), text: (rule: string) => words.sellerRule(rule) },
  ])
}

const factOf =
  ({ listing, row, pageData }: Observations) =>
  (label: string, field: keyof ObservedListing | null, rowField: keyof ResultRow | null): Fact => ({
    label,
    witnesses: [
      ...(listing && field ? [{ witness: words.witness.page, observation: listing[field] }] : []),
      ...(row && rowField ? [{ witness: words.witness.card, observation: row[rowField] }] : []),
      ...(pageData && field ? [{ witness: words.witness.pageData, observation: pageData[field] }] : []),
    ],
  })

/** Facts that somebody states or fails to state readably; the labels of the others are named. */
function sectionOf(heading: string, facts: Fact[]): ReportSection {
  const rows: ReportRow[] = []
  const unstated: string[] = []
  for (const fact of facts.filter(({ witnesses }) => witnesses.length > 0)) {
    const statements = statementsOf(fact)
    if (statements.length > 0) rows.push({ label: fact.label, statements })
    else unstated.push(fact.label)
  }
  return { heading, rows, unstated: unstated.length > 0 ? words.unstated(unstated) : null }
}

/** What each witness states; witnesses that state the same share a line. */
function statementsOf({ witnesses, text = plainText, isCode = false }: Fact): Statement[] {
  const notes = new Map<string, string[]>()
  const unreadable: Statement[] = []
  for (const { witness, observation } of witnesses) {
    if (observation.status === 'found') {
      const shown = text(observation.value as never)
      notes.set(shown, [...(notes.get(shown) ?? []), words.readFrom(witness, observation.source)])
    }
    if (observation.status === 'unreadable') {
      const { reason, source } = observation
      unreadable.push({ text: words.unreadable(reason), note: words.readFrom(witness, source) })
    }
  }
  return [
    ...[...notes].map(([shown, from]) => ({ text: shown, note: from.join('; '), isCode })),
    ...unreadable,
  ]
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean') return words.yesNo(value)
  return Array.isArray(value) ? value.join(', ') : String(value)
}

const moneyText = ({ text, value, currency }: Money): string =>
  text === null ? words.numberOnly(value, currency) : words.asShown(text, currency)

const specsText = (specs: Array<{ name: string; value: string }>): string =>
  specs.map(({ name, value }) => `${name}: ${value}`).join('\n')

const imagesText = (images: Array<{ url: string }>): string => images.map(({ url }) => url).join('\n')
