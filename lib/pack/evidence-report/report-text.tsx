import { Text, View } from '@react-pdf/renderer'
import { createContext, useContext } from 'react'
import { breakLines, type TextRun } from './break-lines.ts'
import { codePointName, drawableText, isRightToLeft } from './drawable-text.ts'
import type { TypeCase } from './load-report-fonts.ts'
import { familiesFor } from './report-font-list.ts'
import { pageWords } from './report-page-words.ts'
import { ink, lineHeight, size } from './report-style.ts'

/** The loaded fonts, for every text below. */
export const TypeCaseContext = createContext<TypeCase | null>(null)

interface ReportTextProps {
  /** May have several lines. */
  text: string
  /** Points that it may take. */
  width: number
  face?: 'plain' | 'bold' | 'code'
  fontSize?: number
  color?: string
  /** Language of the page it is from; null for our own words. */
  language?: string | null
}

/**
 * Text of any script in lines of our own breaking. Characters that no font has stand as boxes, and those that
 * are never seen are left out; both are named below it.
 */
export function ReportText({
  text,
  width,
  face = 'plain',
  fontSize = size.text,
  color = ink.text,
  language = null,
}: ReportTextProps) {
  const type = useContext(TypeCaseContext)
  if (!type) throw new Error('A text of the report stands outside its fonts.')
  const families = familiesFor(text, face, language)
  // A point of air: the width of a whole line differs a little from that of its words.
  const measure = (width - 1) / fontSize
  const paragraphs = text.split('\n').map((paragraph) => {
    const { clusters, boxed, hidden } = drawableText(paragraph, families, type)
    return { lines: breakLines(clusters, measure, type, { code: face === 'code' }), boxed, hidden }
  })
  const direction = isRightToLeft(text) ? 'rtl' : 'ltr'
  const lines = paragraphs.flatMap(({ lines: broken }) => (broken.length > 0 ? broken : [[]]))
  const remarks = [
    pageWords.boxed(named(paragraphs.flatMap(({ boxed }) => boxed))),
    pageWords.hidden(named(paragraphs.flatMap(({ hidden }) => hidden))),
  ].filter((remark) => remark !== null)
  return (
    <View style={{ width }}>
      <Text style={{ fontSize, color, lineHeight, direction, fontFamily: 'Sans' }}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
          <Line key={index} runs={line} direction={direction} isLast={index === lines.length - 1} />
        ))}
      </Text>
      {remarks.map((remark) => (
        <ReportText key={remark} text={remark} width={width} fontSize={size.small} color={ink.quiet} />
      ))}
    </View>
  )
}

interface LineProps {
  runs: TextRun[]
  /** The library takes a line's direction from its first piece. */
  direction: 'ltr' | 'rtl'
  isLast: boolean
}

function Line({ runs, direction, isLast }: LineProps) {
  return (
    <Text style={{ direction }}>
      {runs.map(({ text, family }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name and never move
        <Text key={index} style={{ fontFamily: family, direction }}>
          {text}
        </Text>
      ))}
      {isLast ? '' : '\n'}
    </Text>
  )
}

const named = (codePoints: number[]) => [...new Set(codePoints)].map(codePointName)
