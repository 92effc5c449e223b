import type { CaptureMode } from '../../lib/evidence/capture.ts'
import type { MissingPart } from '../../lib/evidence/completeness.ts'
import type { CaptureState } from '../../lib/evidence/find-captures.ts'
import { inLanguage } from '../language/language.ts'

const number = (many: number) => many.toLocaleString('en')
const count = (many: number, one: string, several = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : several}`

/** Parts as they stand in a sentence. */
const part: Record<MissingPart['part'], string> = {
  'viewport-screenshot': 'screenshot',
  'page-state': 'page data',
  'page-snapshot': 'page snapshot',
  mhtml: 'MHTML',
  'product-images': 'product pictures',
  'full-page-screenshot': 'full page',
}

/** Parts that are not there, and parts of which single files are not. */
const lacking = (parts: string[], inPart: string[]) =>
  [
    parts.length > 0 ? `missing: ${parts.join(', ')}` : null,
    inPart.length > 0 ? `in part: ${inPart.join(', ')}` : null,
  ]
    .filter((piece) => piece !== null)
    .join('; ')

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const english = {
  tabTitle: 'Evidence – Docket',
  title: 'Evidence',
  part,
  captures: (many: number) => count(many, 'capture'),

  search: 'Search the evidence',
  searchHint: 'Title, item, seller, address, capture id',
  clearSearch: 'Clear search',
  show: 'Show',
  state: {
    all: 'All',
    incomplete: 'Incomplete',
    unsealed: 'Not sealed',
    disagreeing: 'With disagreements',
    imported: 'Imported',
  } satisfies Record<CaptureState, string>,
  looking: (done: number, of: number) => `Looking through ${number(done)} of ${count(of, 'capture')}…`,
  found: (many: number, of: number) => `${number(many)} of ${count(of, 'capture')} found`,
  nothingFound: 'No capture is like that.',
  reading: 'Reading the evidence…',
  storage: 'Storage',
  keysTitle: 'Keys',
  showKeys: 'Keys',
  close: 'Close',
  keys: [
    ['↑ ↓', 'Previous, next capture'],
    ['Home End', 'First, last capture'],
    ['Enter', 'Open the capture'],
    ['Space', 'Select (Shift: up to here)'],
    ['Ctrl A', 'Select all that are shown'],
    ['e', 'Evidence pack of the selected, else of this one'],
    ['/', 'Search'],
    ['Esc', 'Clear the selection'],
    ['?', 'This list'],
  ],

  emptyTitle: 'No evidence yet',
  empty:
    'Flag a listing on AliExpress: what the page states, a screenshot and, on item pages, the whole page are kept and sealed here.',
  openSite: 'Open AliExpress',

  head: {
    what: 'Listing',
    where: 'When and where',
    gathered: 'Gathered',
    seal: 'Sealed',
    copy: 'Copy, origin',
  },
  list: 'Captures, newest first',
  select: (title: string) => `Select ${title}`,
  titleUnknown: 'Title not stated',
  item: (comId: string) => `Item ${comId}`,
  sellerUnknown: 'Seller not stated',
  sellerNumber: (sellerId: string) => `Seller ${sellerId}`,
  mode: {
    'flagged-by-person': 'Flagged',
    'completed-on-opening': 'Completed on opening',
  } satisfies Record<CaptureMode, string>,
  damagedRow: (captureId: string) => `Capture ${captureId}: its stored data is incomplete`,

  gathered: {
    complete: 'Complete',
    cut: 'Complete, cut',
    screenshotOnly: 'Screenshot',
    notWanted: 'None needed',
    missing: (parts: string[], inPart: string[]) => capitalised(lacking(parts, inPart)),
    interrupted: (parts: string[], inPart: string[]) => `Interrupted; ${lacking(parts, inPart)}`,
    gathering: (done: number, of: number) => `Gathering, ${done} of ${of}`,
    waiting: 'Waiting for the screenshot',
    purged: (when: string) => `Files deleted ${when}`,
    damaged: 'Stored data damaged',
  },
  seal: {
    sealed: 'Sealed',
    due: 'Not sealed yet',
    failed: 'Sealing failed',
  },
  copy: {
    none: 'No copy',
    copied: 'Copied',
    due: 'Copy due',
    writing: 'Being copied',
    failed: 'Copy failed',
  },
  imported: 'Imported',

  selected: (many: number) => `${number(many)} selected`,
  clearSelection: 'Clear selection',
  exportPack: 'Evidence pack',
  readOnly: 'Docket only shows what is there',
} as const

/** Everything that the list of evidence says, and what list and detail share. */
export const words = inLanguage('evidence/words', english)
