import type { SellerSort } from '../../lib/sellers/find-sellers.ts'
import type { DatedKind } from '../../lib/sellers/fold-seller.ts'
import type { PointSanction, StrikeSanction } from '../../lib/sellers/penalty-estimate.ts'
import type { Harm } from '../../lib/sellers/seller-harm.ts'
import type { LinkReason } from '../../lib/sellers/seller-links.ts'
import type { SellerList } from '../../lib/sellers/seller-mark.ts'
import type { LinkKind, StatedBy } from '../../lib/sellers/seller-trace.ts'
import { inLanguage } from '../language/language.ts'

const number = (many: number) => many.toLocaleString('en')
const count = (many: number, one: string, several = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : several}`

const verdict: Record<string, string> = {
  infringing: 'Infringing',
  suspicious: 'Look later',
  genuine: 'Not infringing',
  'out-of-scope': 'Out of scope',
}

const list: Record<SellerList, string> = { watch: 'Watch', allow: 'Allow', deny: 'Deny' }

const linkKind: Record<LinkKind, string> = {
  company: 'Same company number',
  licence: 'Same registration number',
  email: 'Same e-mail address',
  phone: 'Same telephone number',
  picture: 'Same picture',
  name: 'Same name',
}

const listingsWords = (many: number) => count(many, 'listing')

export const english = {
  tabTitle: 'Sellers – Docket',
  title: 'Sellers',
  list,
  reading: 'Reading the sellers…',
  catchingUp: (read: number, of: number) => `Reading captures for sellers: ${number(read)} of ${number(of)}`,
  sellers: (many: number) => count(many, 'seller'),
  found: (found: number, of: number) => `${number(found)} of ${count(of, 'seller')}`,
  nothingFound: 'No seller is like that.',
  search: 'Search the sellers',
  searchHint: 'Name, account, store or company number, item, note',
  clearSearch: 'Clear search',
  sortBy: 'Sort by',
  sort: {
    harm: 'Harm',
    'last-seen': 'Last seen',
    name: 'Name',
    listings: 'Listings',
  } satisfies Record<SellerSort, string>,
  show: 'Show',
  all: 'All',
  onList: (name: SellerList) => `${list[name]} list`,
  emptyTitle: 'No sellers yet',
  empty:
    'Flag a listing on AliExpress. As soon as one of its pages names the seller’s account, the seller stands here, with everything that was done about it.',
  rows: 'Sellers',
  unnamed: 'Name not stated',
  account: (sellerId: string) => `Account ${sellerId}`,
  listings: listingsWords,
  lastSeen: (when: string) => `seen ${when}`,
  noHarm: 'Nothing filed or to be filed',
  score: (score: number) => `Harm ${number(score)}`,
  harmParts: ({ removed, relisted, countered, open, queued, sold }: Harm): string =>
    [
      removed > 0 && `${number(removed)} removed`,
      relisted > 0 && `${number(relisted)} back`,
      countered > 0 && `${number(countered)} countered`,
      open > 0 && `${number(open)} open`,
      queued > 0 && `${number(queued)} to file`,
      sold > 0 && `${number(sold)}+ sold`,
    ]
      .filter(Boolean)
      .join(' · '),
  head: { seller: 'Seller', harm: 'Harm, and what it is made of', where: 'Stores and country', seen: 'Seen' },
  stores: (many: number) => count(many, 'store number'),

  tableOf: (what: string) => `Table: ${what}`,

  toList: 'All sellers',
  missingTitle: 'No such seller',
  missing: 'No own capture names this account. Go back to the list of sellers, or open one of its listings.',
  sellerTabTitle: (name: string) => `${name} – Sellers – Docket`,
  fromCards:
    'Only cards of search results named this account. That their number is the account of the item page is not proven: open one of the listings before you rely on it.',
  loose: (many: number) =>
    `${count(many, 'more capture')} ${many === 1 ? 'names' : 'name'} a store number of this seller and no account. ${many === 1 ? 'It does' : 'They do'} not count here, because a store number alone proves no seller.`,

  mark: 'Your list',
  markChoice: { none: 'On no list', ...list } as Record<SellerList | 'none', string>,
  markHint:
    'Watch: keep an eye on it. Allow: licensed or own. Deny: known infringer. Shown on flagged listings.',
  markNote: 'Why',
  markSave: 'Save',
  markSaved: 'Saved. The ledger enters it.',
  dismiss: 'Dismiss',

  harmTitle: 'Harm',
  harmHint:
    'Each listing counts once. Gone and back is what captures show after the filing; prices have no points, because they come in several currencies.',
  harmHead: { part: 'Part', many: 'Number', points: 'Points each', sum: 'Points' },
  harmPart: {
    removed: 'Listings gone after filing',
    relisted: 'Listings that were there again',
    countered: 'Listings with a counter-notice',
    open: 'Listings filed and still open',
    queued: 'Listings judged infringing, not filed yet',
    sold: 'Sold at least, of these listings',
  },
  soldPoints: '1 for each tenfold',
  total: 'Total',
  prices: 'Prices of these listings',
  noCurrency: 'currency not stated',

  penaltyTitle: 'Penalties, an estimate',
  penaltyHint:
    'Counted from removals that you saw, by the rules as AliExpress published them (January 2025 and April 2026). The platform’s own tally is not public: it may be higher through complaints of others, or lower where a removal was no penalty.',
  strikes: (many: number) => `${count(many, 'strike')} of 3`,
  points: (many: number) => `${number(many)} of 48 points`,
  strikeSanction: {
    none: 'No strike known',
    frozen: 'By the rules: store frozen',
    'frozen-deposit': 'By the rules: store frozen, higher deposit, sister stores restricted',
    closed: 'By the rules: store closed',
  } satisfies Record<StrikeSanction, string>,
  pointSanction: {
    none: 'No points known',
    warning: 'By the rules: warning',
    'no-goods-3-days': 'By the rules: nothing listed for 3 days',
    'frozen-7-days': 'By the rules: frozen 7 days',
    'frozen-14-days': 'By the rules: frozen 14 days, deposit, sister stores hit',
    'frozen-30-days': 'By the rules: frozen 30 days',
    closed: 'By the rules: store closed',
  } satisfies Record<PointSanction, string>,
  strikeWindow: (from: string, until: string, many: number, lives: string) =>
    `Strike: ${listingsWords(many)} removed from ${from} to ${until}. Counts until ${lives}.`,
  pointDay: (on: string, points: number, many: number, lives: string) =>
    `${on}: ${listingsWords(many)} removed, ${points} points. Counts until ${lives}.`,
  nextTitle: 'What closes next',
  closedByRules:
    'By this count the store should be closed already. If it is not, the report below is for escalation.',
  nextStrike: (more: number, from: string) =>
    `${count(more, 'more strike')} would close it. A serious trademark case from ${from} on is a further strike.`,
  nextPoints: (days: number) => `Or ${count(days, 'more day')} with other removals.`,
  nextLapse: (on: string) => `What counts first lapses on ${on}.`,
  nothingCounts: 'No removal of the last 365 days is known, so nothing counts yet.',
  noSplit: 'Docket does not advise to split complaints for this.',

  identityTitle: 'Identity',
  identityHint: 'What captures state, and which. A seller has one account and several store numbers.',
  identityHead: { what: 'What', value: 'Value', first: 'First seen', last: 'Last seen', source: 'Read from' },
  fact: {
    identity: 'Account named by',
    companyIds: 'Company number',
    storeNumbers: 'Store number',
    names: 'Name',
    countries: 'Country',
    traderStatuses: 'Trader status',
    storeOpened: 'Opened',
    contacts: 'Contact',
  } satisfies Record<DatedKind | 'identity' | 'contacts', string>,
  statedBy: {
    'item-page': 'Item page',
    'page-data': 'Data of the item page',
    card: 'Card of search results',
  } satisfies Record<StatedBy, string>,
  shipTo: 'Seen shipping to',

  listingsTitle: 'Listings',
  listingsHead: {
    listing: 'Listing',
    verdict: 'Judged',
    complaints: 'Complaints',
    price: 'Price, sold',
    seen: 'Newest evidence',
  },
  verdict: (name: string | null) => (name === null ? 'Not judged now' : (verdict[name] ?? name)),
  item: (comId: string) => `Item ${comId}`,
  contested: (ids: readonly string[]) =>
    `Other captures of it name ${ids.length === 1 ? 'account' : 'accounts'} ${ids.join(', ')}: it counts for none.`,
  complaint: (caseNumber: string | null) => (caseNumber === null ? 'Complaint' : `Case ${caseNumber}`),
  noComplaint: 'None filed',
  outcome: {
    open: 'open',
    removed: (on: string) => `gone on ${on}`,
    relisted: (on: string) => `back on ${on}`,
    countered: (on: string) => `countered on ${on}`,
    ended: {
      rejected: (on: string) => `rejected on ${on}`,
      reinstated: (on: string) => `reinstated on ${on}`,
      withdrawn: (on: string) => `withdrawn on ${on}`,
      'gone-before-filing': (on: string) => `gone before filing, entered on ${on}`,
    },
  },
  evidenceOfRemoval: 'evidence',
  evidenceOf: (what: string) => `Evidence: ${what}`,
  showAll: (many: number) => `Show all ${number(many)}`,

  countersTitle: 'Counter-notices',
  counterState: { received: 'to be answered', accepted: 'accepted', rejected: 'rejected' },
  counter: (on: string, many: number, state: string) => `${on}: ${listingsWords(many)}, ${state}`,

  linksTitle: 'Linked sellers',
  linksHint:
    'Other accounts with something in common, and what. Nobody is merged; whether they are the same is yours to judge.',
  noLinks: 'No other seller of your captures has company, contact data or pictures in common with this one.',
  strength: {
    strong: 'Same company or contact',
    picture: 'Same pictures, which may be copied',
    name: 'Only the name is the same: no sign that they are the same',
  },
  reason: ({ kind, value, sellers }: LinkReason) =>
    `${linkKind[kind]}: ${value}${sellers > 2 ? ` (${number(sellers)} sellers have it)` : ''}`,
  moreReasons: (many: number) => `and ${count(many, 'more reason')}`,
  ownEvidence: 'here',
  otherEvidence: 'there',

  picturesTitle: 'Pictures',
  picturesHint: 'Identities of the pictures that its listings show, and in how many captures.',
  captures: (many: number) => count(many, 'capture'),

  reportTitle: 'Report for escalation',
  reportHint:
    'What you know of this seller, for a letter to the platform: as PDF, and as spreadsheet with every line.',
  reportPdf: 'Save PDF',
  reportSheet: 'Save spreadsheet',
  reportSaved: (path: string) => `Saved as ${path}`,
}

/** Everything that the pages about sellers say. */
export const words = inLanguage('sellers/words', english)
