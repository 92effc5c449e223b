/**
 * Values of a right as cells of a spreadsheet, and back. Lists stand one item a line. A backslash hides what would
 * part an item (`\n` for a line break, `\|`), and itself, so that every text comes back as it was.
 */

const hide = (text: string): string =>
  text.replace(/[\\\n|]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))

/** Parts a line at every bar that is not hidden, and brings back what is. */
function fieldsOf(line: string): string[] {
  const fields: string[] = []
  let field = ''
  for (const [piece] of line.matchAll(/\\[\\|n]|./gs)) {
    if (piece === '|') {
      fields.push(field)
      field = ''
    } else if (piece.length === 2) field += piece === '\\n' ? '\n' : piece.slice(1)
    else field += piece
  }
  return [...fields, field]
}

const linesOf = (cell: string): string[] => cell.split(/\r?\n/).filter((line) => line.trim() !== '')

/** One item a line. */
export const listCell = (items: readonly string[]): string => items.map(hide).join('\n')

/** A bar parts nothing in a plain list. Empty lines are no items. */
export const readListCell = (cell: string): string[] =>
  linesOf(cell).map((line) => fieldsOf(line).join('|').trim())

/** One item a line, its fields parted by bars. */
export const fieldsCell = (rows: ReadonlyArray<readonly string[]>): string =>
  rows.map((fields) => fields.map(hide).join(' | ')).join('\n')

export const readFieldsCell = (cell: string): string[][] =>
  linesOf(cell).map((line) => fieldsOf(line).map((field) => field.trim()))

export const yesNoCell = (value: boolean): string => (value ? 'yes' : 'no')

/** Null for what is neither. */
export function readYesNo(cell: string): boolean | null {
  const word = cell.toLowerCase()
  if (word === 'yes' || word === 'true') return true
  return word === 'no' || word === 'false' ? false : null
}
