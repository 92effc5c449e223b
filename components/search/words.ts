import type { ComplaintState } from '../../lib/complaints/complaint.ts'
import type { SearchGroup } from '../../lib/search/found.ts'
import { inLanguage, locale } from '../language/language.ts'

const number = (many: number) => many.toLocaleString(locale)

export const english = {
  title: 'Go to, do, or find',
  field: 'Go to, do, or find',
  hint: 'Page, command, title, item number or address, seller, store, case, note…',
  open: 'Find',
  openLabel: 'Go to, do, or find (Ctrl K)',
  close: 'Close',
  results: 'Results',
  pages: 'Pages',
  commands: 'On this page',
  group: {
    listings: 'Listings',
    sellers: 'Sellers',
    complaints: 'Complaints',
    captures: 'Evidence',
    rights: 'Rights',
  } satisfies Record<SearchGroup, string>,
  all: {
    listings: 'All judged listings like that',
    sellers: 'All sellers like that',
    complaints: 'All complaints',
    captures: 'All evidence like that',
    rights: 'All rights',
  } satisfies Record<SearchGroup, string>,
  searching: 'Searching…',
  count: (many: number) => `${number(many)} ${many === 1 ? 'entry' : 'entries'}`,
  nothing: 'Nothing is like that.',
  nothingHint: 'Every word must stand in one text. Numbers and addresses are looked up in every form.',
  untitled: (comId: string) => `Listing ${comId}`,
  noted: (note: string) => `Note: ${note}`,
  account: (sellerId: string) => `Account ${sellerId}`,
  unnamed: 'Name not stated',
  store: (numbers: string[]) => `Store ${numbers.join(', ')}`,
  caseNumber: (caseNumber: string) => `Case ${caseNumber}`,
  noCase: 'Without case number',
  rightGone: 'Right no longer stored',
  state: { draft: 'Draft', ready: 'Ready', filed: 'Filed' } satisfies Record<ComplaintState, string>,
  taken: (day: string) => `Taken on ${day}`,
  captures: (many: number, day: string) => `${number(many)} captures, the newest of ${day}`,
  keysLine: '↑ ↓ to choose, Enter to go, Esc to close',
  keysTitle: 'Keys',
  everywhere: 'On every page',
  keys: [
    ['Ctrl K', 'Go to, do, or find anything (⌘ K on a Mac)'],
    ['?', 'These keys'],
    ['Tab', 'On to the next control'],
    ['Esc', 'Close what is open'],
  ] as Array<[string, string]>,
  page: {
    play: 'Play through listings',
    quickEntry: 'Quick entry of a list',
    cases: 'Filed complaints',
    visits: 'Visit list',
    outcomes: 'Enter outcomes from a list',
    goodFaith: 'Good faith',
    daysOff: 'Days off',
    storage: 'Storage of evidence',
    import: 'Import an evidence pack',
    restore: 'Bring evidence back',
    steps: 'Steps on the portal',
    newTrademark: 'New trademark',
    newCopyright: 'New copyright',
    newPatent: 'New patent',
    newHolder: 'New holder',
    graph: 'Links between sellers',
  },
}

/** What the palette and the list of keys say. */
export const words = inLanguage('search/words', english)
