import {
  type ListedOutcome,
  maxOutcomeRows,
  type OutcomeRow,
  readListedItem,
  readStateStart,
  shownText,
  tooManyRows,
  unknownState,
} from './listed-outcome.ts'

/** The first word of a line, and what follows it. A comma parts them only before a letter: addresses have some. */
const firstWord = /^(\S+?)(?:\s*[,;|:]?\s+|[,;|](?=\p{L}))(.*)$/u

/**
 * Reads outcomes from a person's text: in each line a link or item number, a state, and what else is to be noted.
 * Empty lines are passed over; no other is. Nothing is opened or fetched.
 */
export function readOutcomeList(text: string): OutcomeRow[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line, at) => {
    const trimmed = line.trim()
    return trimmed === '' ? [] : [{ line: at + 1, trimmed }]
  })
  return lines.map(({ line, trimmed }, at) => ({
    line,
    text: shownText(trimmed),
    read: at >= maxOutcomeRows ? tooManyRows : readLine(trimmed),
  }))
}

function readLine(text: string): ListedOutcome | string {
  const [, first = text, rest = ''] = firstWord.exec(text) ?? []
  const item = readListedItem(first)
  if (typeof item === 'string') return item
  const found = readStateStart(rest.trim())
  if (!found) return rest.trim() === '' ? 'The state is missing. Write it after the link.' : unknownState
  const { state, by } = found.word
  let note = found.rest
  let relistedAs: string | null = null
  if (state === 'relisted') {
    const [, target = note.trim(), after = ''] = firstWord.exec(note.trim()) ?? []
    if (target !== '') {
      const other = readListedItem(target)
      if (typeof other === 'string') return `Relisted as what? ${other}`
      relistedAs = other.comId
    }
    note = after
  }
  return {
    comId: item.comId,
    outcome: { state, by, relistedAs, reason: '' },
    on: null,
    caseNumber: null,
    note: note
      .replace(/^[\s,;:|–—-]+/, '')
      .trim()
      .normalize('NFC'),
  }
}
