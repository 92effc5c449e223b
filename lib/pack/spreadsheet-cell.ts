/**
 * What makes a spreadsheet run a cell as a formula: = + - @ and their full-width forms, also behind white
 * space or invisible characters, and a leading tab or line break (OWASP, CSV injection).
 */
const runsAsFormula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u

/** Spreadsheets keep 15 digits of a number: a longer item number would silently become another one. */
const losesDigits = /^\s*\d{16,}\s*$/

/**
 * The text as a CSV cell that a spreadsheet shows and neither runs nor changes: such text gets a leading
 * apostrophe, the spreadsheets' own mark for "this is text"; so does text that begins with one, so that
 * taking one away always gives the text back. Control characters other than tab and line
 * breaks, which end a file for some readers, become U+FFFD. Null becomes an empty cell.
 */
export function spreadsheetCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = value.replace(/(?![\t\r\n])\p{Cc}/gu, '\uFFFD').toWellFormed()
  const isMarked = value.startsWith("'") || runsAsFormula.test(value) || losesDigits.test(value)
  return isMarked ? `'${text}` : text
}
