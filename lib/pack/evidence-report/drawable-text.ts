import type { TypeCase } from './load-report-fonts.ts'
import type { FontFamily } from './report-font-list.ts'

/** What a reader sees as one character, and the font that draws it. */
export interface Cluster {
  text: string
  family: FontFamily
}

export interface DrawableText {
  clusters: Cluster[]
  /** Code points that stand as a box, in order, since no font has them; each once. */
  boxed: number[]
  /** Code points that are never seen (marks of direction, spaces of no width), left out of the drawing; each once. */
  hidden: number[]
}

/** Stands for a character that no font has. */
const box = '\u25a1'

/** Reverse or nest the order of what follows: in a page's text they could turn our own words around. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/
/** Without width or picture of their own. */
const invisible = /[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0\u2028\u2029]/u
/** Shape the letters beside them, so they are drawn where they belong. */
const joiners = /^[\u200c\u200d]$/
const variation = /^[\ufe0e\ufe0f]$/

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Every character with a font that has it. Nothing vanishes: what cannot be drawn is a box, and named. */
export function drawableText(text: string, families: FontFamily[], type: TypeCase): DrawableText {
  const drawable: DrawableText = { clusters: [], boxed: [], hidden: [] }
  const note = (list: number[], codePoint: number) => {
    if (!list.includes(codePoint)) list.push(codePoint)
  }
  for (const { segment } of graphemes.segment(asDrawn(text))) {
    const isSequence = [...segment].length > 1
    const shown = [...segment].filter((character) => {
      const isJoining = isSequence && (joiners.test(character) || variation.test(character))
      if (isJoining) return true
      if (!directionControls.test(character) && !invisible.test(character)) return true
      note(drawable.hidden, character.codePointAt(0) ?? 0)
      return false
    })
    if (shown.length === 0) continue
    const together = shown.join('')
    const family = families.find(
      (candidate) =>
        shown.every((one) => type.has(candidate, pointOf(one))) && type.drawsWhole(candidate, together),
    )
    if (family) {
      drawable.clusters.push({ text: together, family })
      continue
    }
    for (const character of shown) {
      const own = families.find(
        (candidate) => type.has(candidate, pointOf(character)) && type.drawsWhole(candidate, character),
      )
      if (own) drawable.clusters.push({ text: character, family: own })
      else if (!joiners.test(character) && !variation.test(character)) {
        note(drawable.boxed, pointOf(character))
        drawable.clusters.push({ text: box, family: 'Math' })
      }
    }
  }
  return drawable
}

/**
 * White space as a page shows it; letters with their marks as one where Unicode has one, and Thai's SARA AM as
 * the two that every font draws for it.
 */
const asDrawn = (text: string) =>
  text
    .replace(/\r\n?|[\n\t\v\f\u0085]/g, ' ')
    .normalize('NFC')
    .replaceAll('\u0e33', '\u0e4d\u0e32')

const pointOf = (character: string) => character.codePointAt(0) ?? 0

/** E.g. "U+1F525". */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** Whether a text reads from right to left: its first letter decides. */
export function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? []
  return (
    letter !== undefined &&
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
  )
}
