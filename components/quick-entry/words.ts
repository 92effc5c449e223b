import type { SortedUrl } from '../../lib/queue/listed-standing.ts'
import { inLanguage } from '../language/language.ts'

const number = (many: number) => many.toLocaleString('en')
const count = (many: number, one: string, several = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : several}`

export const english = {
  title: 'Quick entry',
  lead: 'Queue listings from a list of addresses or item numbers. Nothing is opened, so they come without evidence.',
  complaints: 'All complaints',

  paste: 'Addresses or item numbers, one a line',
  pasteHint:
    'A long list is read at once when it is pasted and does not stay in the field. Up to 10,000 listings.',
  read: 'Read the list',
  file: 'Choose a file with addresses',
  fileShown: 'Choose a file',
  fileHint: 'Text, CSV or XLSX (its first sheet), or drop it here.',
  reading: (done: number, of: number) => `Reading… ${number(done)} of ${count(of, 'line')}`,
  comparing: 'Comparing with the queue…',
  pasted: 'the pasted text',
  emptyList: 'Paste or type at least one address.',
  longList: (most: number) => `More than ${number(most)} lines. Paste one part after the other.`,

  found: (source: string) => `In ${source}`,
  summary: (many: Record<SortedUrl['outcome'], number>, of: number) =>
    `${count(of, 'entry', 'entries')}: ${number(many.new)} to add, ${count(many.duplicate, 'duplicate')}, ${number(many.filed)} already filed, ${number(many.refused)} refused.`,
  show: 'Show',
  all: 'All',
  outcome: {
    new: 'To add',
    duplicate: 'Duplicate',
    filed: 'Filed',
    refused: 'Refused',
  } satisfies Record<SortedUrl['outcome'], string>,
  added: 'Added',
  find: 'Find in the list',
  findHint: 'Part of an address or number',
  list: 'Entries of the list',
  line: (line: number) => `Line ${number(line)}`,
  item: (comId: string) => `Item ${comId}`,
  shown: (many: number, of: number) => `${number(many)} of ${number(of)} shown.`,
  nothingShown: 'No entry fits. Show all, or empty the search.',

  decide: 'What they are',
  type: 'Type',
  types: {
    undecided: 'Not decided: look later',
    trademark: 'Infringing: trademark',
    copyright: 'Infringing: copyright',
    patent: 'Infringing: patent',
  },
  right: 'Right',
  noRight: 'Choose later',
  noRightOf: 'None of this type is stored',
  reason: 'Reason',
  note: 'Note',
  noteHint: 'The same for all of them, e.g. where the list comes from.',
  evidence: 'Each shows “Evidence missing” until you open it; no complaint can be packed with it before.',
  add: (many: number) => `Add ${count(many, 'listing')}`,
  adding: 'Adding…',
  nothingToAdd: 'The list holds nothing to add.',
  addedNow: (many: number) =>
    `${count(many, 'listing')} added to the queue. Evidence missing: open them to capture it.`,
  skipped: (many: number) => `${count(many, 'listing')} judged elsewhere meanwhile, and left as they are.`,
  takeBack: (many: number) => (many === 1 ? 'Take it back' : `Take back all ${number(many)}`),
  takingBack: 'Taking back…',
  tookBack: (many: number) => `${count(many, 'listing')} taken back.`,
  stayed: (many: number) => `${number(many)} stay: judged again or filed meanwhile.`,
} as const

/** Everything that quick entry says, in one place, so that a translation can follow. */
export const words = inLanguage('quick-entry/words', english)
