import type { CaptureMode } from '../../evidence/capture.ts'
import { manyOf } from '../many-of.ts'

const kinds: Record<string, string> = {
  'viewport-screenshot': 'Screenshot of the visible part of the page',
  'full-page-screenshot': 'Screenshot of the whole page',
  'product-image': 'Product picture',
  'page-snapshot': 'Snapshot of the page',
  'page-state': "The page's own data",
  mhtml: 'The page as an MHTML file',
}

const sellerRules: Record<string, string> = {
  'credential-link': "the link to the seller's credentials",
  state: "the page's own data",
  'store-link': 'the link to the store',
  'store-text': "the text of the store's box",
}

const pageKinds: Record<string, string> = {
  item: 'item page',
  search: 'search results',
  category: 'category page',
  store: 'store page',
  bundle: 'bundle page',
  campaign: 'campaign page',
}

/** Everything that the report says of a capture. */
export const reportWords = {
  nothing: 'nothing',
  yesNo: (value: boolean) => (value ? 'yes' : 'no'),
  unstated: (labels: string[]) => `Not stated there: ${labels.join(', ')}.`,
  unreadable: (reason: string) => `could not be read: ${reason}`,
  readFrom: (witness: string, source: string) => `${witness}: ${source}`,
  numberOnly: (value: number, currency: string | null) => `${value} ${currency ?? '(currency not stated)'}`,
  asShown: (text: string, currency: string | null) => (currency === null ? text : `${text} (${currency})`),
  sellerRule: (rule: string) => sellerRules[rule] ?? rule,
  pageKind: (site: string, kind: string, state: string) =>
    `AliExpress .${site}, ${pageKinds[kind] ?? kind}, state "${state}"`,
  witness: {
    page: 'page',
    card: 'card',
    pageState: "data in the page's text",
    pageData: "page's own data",
  },

  listing: {
    heading: 'Listing',
    title: 'Title',
    comId: 'Item number',
    shownId: 'Number as shown',
    originId: 'Offer behind it',
    price: 'Price',
    listPrice: 'Struck price',
    sold: 'Sold',
    rating: 'Rating',
    brand: 'Brand',
    available: 'On sale',
    category: 'Category number',
    specs: 'Specifications',
    cardLink: 'Card leads to',
    images: 'Pictures',
    cardImage: "Card's picture",
  },
  seller: {
    heading: 'Seller',
    storeName: 'Store',
    sellerId: 'Seller number',
    companyId: 'Company number',
    storeNumbers: 'Store numbers',
    storeUrl: 'Address of the store',
    traderStatus: 'Status',
    country: 'Country',
    storeOpened: 'Store opened',
    positiveRate: 'Positive feedback',
    hidden: 'Seller hidden',
    rule: 'Seller named by',
  },
  place: {
    heading: 'Where it was seen',
    address: 'Address bar',
    canonical: 'Listing on .com',
    page: 'Page',
    keyword: 'Searched for',
    sort: 'Sorted by',
    resultsPage: 'Page of results',
    rank: 'Place on the page',
    sponsored: 'Advertisement',
    locale: 'Language',
    currency: 'Currency',
    shipTo: 'Ships to',
  },
  time: {
    heading: 'When',
    seen: 'Seen',
    stored: 'Stored',
    taken: (name: string) => `Taken: ${name}`,
    sealed: 'Sealed',
    clock: 'Clock',
    clockOf: (monotonicMs: number) =>
      `this computer's; ${(monotonicMs / 1000).toFixed(1)} s after the page was opened, by a clock that never jumps`,
  },
  servers: {
    label: 'Dates that servers sent',
    skew: (seconds: string, answers: number) =>
      `${manyOf(answers, 'answer')}; the nearest differs from this computer's clock by ${seconds} s`,
    doubtful: 'Clock in doubt',
    doubt: (seconds: string) =>
      `This computer's clock was ${seconds} s from what servers said: times here are doubtful.`,
  },
  software: {
    heading: 'How it was recorded',
    operator: 'Person, as typed in',
    nobody: 'no name was typed in',
    mode: 'Occasion',
    occasion: {
      'flagged-by-person': 'a person flagged the listing on the open page',
      'completed-on-opening': 'a person opened the page of a listing that was flagged before',
    } satisfies Record<CaptureMode, string>,
    docket: 'Docket',
    build: 'SHA-256 of its build',
    browser: 'Browser',
    system: 'System',
    window: 'Window',
    windowOf: (width: number, height: number, ratio: number, x: number, y: number) =>
      `${width} × ${height} CSS pixels, ${ratio} device pixels each, scrolled to ${x}, ${y}`,
    document: 'Page document',
  },
  file: {
    kind: (kind: string, mediaType: string, bytes: number) =>
      `${kinds[kind] ?? kind}, ${mediaType}, ${manyOf(bytes, 'byte')}`,
    obtained: (by: string, at: string) => `Obtained by ${by} at ${at}`,
    source: (url: string) => `From ${url}`,
    page: (url: string) => `On ${url}`,
    cut: (how: string) => `Cut off: ${how}`,
    redacted: (what: string) => `Made unreadable before it was stored: ${what}`,
  },
  doubt: {
    cut: (part: string) => `Cut at a limit: ${part.replaceAll('-', ' ')}`,
    missing: (part: string) => `Missing: ${part.replaceAll('-', ' ')}`,
    disagreement: (field: string) => `Two sources differ: ${field}`,
  },
  sealed: {
    capture: 'Capture',
    record: 'Record',
    sha256: 'SHA-256 of record.json',
    signature: 'Signature',
    key: 'SHA-256 of the key',
    origin: 'Imported; entered in the ledger of pack',
    importRow: (seq: number) => `Import: ledger row ${seq.toLocaleString('en')}`,
    row: (seq: number) => `Ledger row ${seq.toLocaleString('en')}`,
    rowHash: 'Hash of that row',
    replaces: 'Replaces record',
    replacesHash: 'SHA-256 of that one',
  },
} as const

/** What stands under the pictures. */
export const pictureWords = {
  annotated: (original: string, copy: string, isFramed: boolean) =>
    `${original}, annotated and reduced. ${isFramed ? 'The frame was drawn into the copy. ' : ''}In full size: ${copy}`,
  undrawn: (name: string) =>
    `${name}: imported, and no picture that this browser can draw; there is no annotated copy. The file itself is in the pack, as it was sealed.`,
  unreadable: (name: string, reason: string) => `${name}: no picture that this browser can show (${reason})`,
} as const
