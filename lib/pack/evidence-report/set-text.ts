import { breakLines, type TextRun, widthOfRuns } from './break-lines.ts'
import { codePointName, drawableText, isRightToLeft } from './drawable-text.ts'
import type { TypeCase } from './load-report-fonts.ts'
import { type Face, familiesFor } from './report-font-list.ts'
import { pageWords } from './report-page-words.ts'

export interface TextToSet {
  /** May have several lines. */
  text: string
  /** Points that it may take. */
  width: number
  face: Face
  fontSize: number
  /** Language of the page it is from; null for our own words. */
  language: string | null
}

export interface SetText {
  lines: TextRun[][]
  /** Points that the widest line takes. */
  width: number
  direction: 'ltr' | 'rtl'
  /** What could not be drawn or is never seen. */
  remarks: string[]
}

/** A text in lines of our own breaking, each piece with the font that draws it. */
export function setText({ text, width, face, fontSize, language }: TextToSet, type: TypeCase): SetText {
  const families = familiesFor(text, face, language)
  // A point of air: the width of a whole line differs a little from that of its words.
  const measure = (width - 1) / fontSize
  const paragraphs = text.split('\n').map((paragraph) => {
    const { clusters, boxed, hidden } = drawableText(paragraph, families, type)
    return { lines: breakLines(clusters, measure, type, { code: face === 'code' }), boxed, hidden }
  })
  const lines = paragraphs.flatMap(({ lines: broken }) => (broken.length > 0 ? broken : [[]]))
  return {
    lines,
    width: 1 + fontSize * Math.max(0, ...lines.map((line) => widthOfRuns(line, type))),
    direction: isRightToLeft(text) ? 'rtl' : 'ltr',
    remarks: [
      pageWords.boxed(named(paragraphs.flatMap(({ boxed }) => boxed))),
      pageWords.hidden(named(paragraphs.flatMap(({ hidden }) => hidden))),
    ].filter((remark) => remark !== null),
  }
}

const named = (codePoints: number[]) => [...new Set(codePoints)].map(codePointName)
