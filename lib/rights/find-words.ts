/**
 * Finding the words of a right in what a page states. Sellers hide brands: look-alike letters of other
 * scripts, dots or dashes between letters, full-width forms (PORTAL.md §3.7).
 */

/** Letters of other scripts that are drawn like Latin ones; Unicode's confusables, those seen in shop titles. */
const lookAlikes: Record<string, string> = Object.fromEntries([
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['е', 'e'],
  ['н', 'h'],
  ['і', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['м', 'm'],
  ['о', 'o'],
  ['р', 'p'],
  ['ѕ', 's'],
  ['т', 't'],
  ['у', 'y'],
  ['х', 'x'],
  ['α', 'a'],
  ['β', 'b'],
  ['ε', 'e'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['ν', 'v'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['ı', 'i'],
])

/** Text as it is compared: NFKC, lower case, no accents, look-alikes folded where a word mixes them with Latin. */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  // A Cyrillic or Greek word stays what it is: only words that mix scripts are disguises.
  return plain.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /[a-z]/.test(word) ? [...word].map((sign) => lookAlikes[sign] ?? sign).join('') : word,
  )
}

/** A word where it was found, as the page writes it. */
export interface FoundWord {
  word: string
  /** The piece of the text. */
  shown: string
}

/**
 * The words that a text holds as whole words. Signs between the letters ("V-E-L-M-O-R-A") do not hide them.
 * Scripts without spaces (Chinese, Japanese, Thai) are looked through for the word anywhere.
 */
export function findWords(text: string, words: readonly string[]): FoundWord[] {
  const folded = foldText(text)
  return words.flatMap((word): FoundWord[] => {
    const pattern = keptPattern(word)
    const found = pattern?.exec(folded)
    return found ? [{ word, shown: found[0].trim() }] : []
  })
}

const withoutSpaces = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u

/** A right's words are looked for in thousands of titles: each is made into a pattern once. */
const patterns = new Map<string, RegExp | null>()

function keptPattern(word: string): RegExp | null {
  const known = patterns.get(word)
  if (known !== undefined) return known
  const made = patternOf(word)
  patterns.set(word, made)
  return made
}

function patternOf(word: string): RegExp | null {
  const pieces = foldText(word).match(/[\p{L}\p{N}][^\p{L}\p{N}]*/gu) ?? []
  if (pieces.length === 0) return null
  const body = pieces
    .map((piece, at) => {
      const [sign = '', ...gap] = piece
      return at === pieces.length - 1 ? escapeSign(sign) : `${escapeSign(sign)}${gapOf(gap.length)}`
    })
    .join('')
  return new RegExp(withoutSpaces.test(word) ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'u')
}

/** Two signs hide nothing; a word with more of its own is found with as many. */
const gapOf = (own: number): string => `[^\\p{L}\\p{N}]{0,${Math.max(2, own)}}`

const escapeSign = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
