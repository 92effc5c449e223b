import { readUrlList } from '../queue/read-url-list.ts'
import type { LineOutcome, ReinstatedBy } from './line-outcome.ts'

/** What one line of a person's list says of a listing. */
export interface ListedOutcome {
  comId: string
  outcome: LineOutcome
  /** As written; null where the list names no day. */
  on: string | null
  /** Null where the list names none. */
  caseNumber: string | null
  note: string
}

/** A line of a list, as the text or the spreadsheet numbers it, with what it says or why that cannot be read. */
export interface OutcomeRow {
  line: number
  text: string
  read: ListedOutcome | string
}

/** Most lines that are read at once. */
export const maxOutcomeRows = 10_000

export const tooManyRows = `Only ${maxOutcomeRows.toLocaleString('en')} lines are read at once. Split the list.`

/** Longest text of a line that is shown again. */
const maxShownChars = 200

export const shownText = (text: string): string =>
  (text.length > maxShownChars ? `${text.slice(0, maxShownChars)}…` : text).toWellFormed()

interface StateWord {
  state: LineOutcome['state']
  by: ReinstatedBy | null
}

const plain = (state: LineOutcome['state']): StateWord => ({ state, by: null })

/** How people write the states: in small letters, with single spaces. */
const stateWords: ReadonlyMap<string, StateWord> = new Map([
  ['removed', plain('removed')],
  ['taken down', plain('removed')],
  ['geo blocked', plain('geo-blocked')],
  ['blocked in some countries', plain('geo-blocked')],
  ['rejected', plain('rejected')],
  ['counter noticed', plain('counter-noticed')],
  ['counter notice', plain('counter-noticed')],
  ['contested by the seller', plain('counter-noticed')],
  ['contested', plain('counter-noticed')],
  ['reinstated by the holder', { state: 'reinstated', by: 'holder' }],
  ['reinstated by holder', { state: 'reinstated', by: 'holder' }],
  ['reinstated by the platform', { state: 'reinstated', by: 'platform' }],
  ['reinstated by platform', { state: 'reinstated', by: 'platform' }],
  ['reinstated', plain('reinstated')],
  ['withdrawn', plain('withdrawn')],
  ['gone before filing', plain('gone-before-filing')],
  ['relisted as', plain('relisted')],
  ['relisted', plain('relisted')],
])

/** Small letters, with one space for each run of spaces, hyphens and underscores. Keeps no other length. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** The state that a whole cell names; null where it names none. */
export const readStateWord = (text: string): StateWord | null => stateWords.get(folded(text)) ?? null

/** Longest first, so that "relisted as" is not read as "relisted". */
const stateStarts = [...stateWords]
  .sort(([one], [other]) => other.length - one.length)
  .map(([words, word]) => ({
    word,
    start: new RegExp(`^${words.replaceAll(' ', '[\\s_-]+')}(?![\\p{L}\\p{N}])`, 'iu'),
  }))

/** The state with which a text begins, and what follows it; null where it begins with none. */
export function readStateStart(text: string): { word: StateWord; rest: string } | null {
  for (const { word, start } of stateStarts) {
    const found = start.exec(text)
    if (found) return { word, rest: text.slice(found[0].length) }
  }
  return null
}

/** The .com number of the one listing that a link or number names, or why there is none. */
export function readListedItem(text: string): { comId: string } | string {
  const [one, ...more] = readUrlList(text.trim())
  if (!one) return 'This names no listing.'
  if (more.length > 0) return 'Several listings stand here. Give each a line of its own.'
  return one.outcome === 'item'
    ? { comId: one.comId }
    : one.outcome === 'refused'
      ? one.reason
      : 'It is doubled.'
}

export const unknownState =
  'No state is known by this name. Write removed, geo-blocked, rejected, contested, reinstated by holder, reinstated by platform, withdrawn, gone before filing, or relisted as, with a link.'
