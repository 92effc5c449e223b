/** A line of a pasted text, or a row of a table, as a list is read from it. */
export interface ListLine {
  /** As the text or the spreadsheet numbers it, from 1. */
  line: number
  /** Parts that were parted by tabs, commas, semicolons or bars, without their quotes. */
  cells: string[]
  /** A part that must not be read, and why; said where the line names no listing otherwise. */
  problem: { text: string; reason: string } | null
}

/** Longest list that is looked at. Of it, `maxListedUrls` entries are taken. */
export const maxListLines = 50_000

/** The lines of a text that are not empty. Each stands for itself, so that a stray quote cannot swallow others. */
export function textLines(text: string): ListLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line, at): ListLine[] => {
    const cells = line.split(/[\t,;|]/).map(unquoted)
    if (cells.every((cell) => cell === '')) return []
    // An address may hold what parts cells: it is looked for in the line as it stands.
    return [{ line: at + 1, cells: hasAddress(line) ? [line.trim()] : cells, problem: null }]
  })
}

const hasAddress = (line: string): boolean => /\/\/|aliexpress\./i.test(line)

/** Quotes of CSV, and the apostrophe by which spreadsheets and Docket's own tables mark text. */
export const unquoted = (cell: string): string => cell.trim().replace(/^["'“”\uFEFF\s]+|["'“”\s]+$/g, '')
