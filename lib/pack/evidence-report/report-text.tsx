import { Text, View } from '@react-pdf/renderer'
import { createContext, useContext } from 'react'
import type { TypeCase } from './load-report-fonts.ts'
import { ink, lineHeight, size } from './report-style.ts'
import { type SetText, setText, type TextToSet } from './set-text.ts'

/** The loaded fonts, for every text below. */
export const TypeCaseContext = createContext<TypeCase | null>(null)

interface ReportTextProps extends Partial<Omit<TextToSet, 'text' | 'width'>> {
  text: string
  width: number
  color?: string
}

/**
 * Text of any script. Characters that no font has stand as boxes, and those that are never seen are left out;
 * both are named below it.
 */
export function ReportText({ color = ink.text, ...props }: ReportTextProps) {
  const text = { face: 'plain', fontSize: size.text, language: null, ...props } as const
  const set = setText(text, useTypeCase())
  const lines = <Lines set={set} width={text.width} fontSize={text.fontSize} color={color} />
  if (set.remarks.length === 0) return lines
  return (
    <View style={{ width: text.width }}>
      {lines}
      {set.remarks.map((remark) => (
        <ReportText key={remark} text={remark} width={text.width} fontSize={size.small} color={ink.quiet} />
      ))}
    </View>
  )
}

interface StatedTextProps extends Omit<TextToSet, 'fontSize'> {
  note: string | null
}

/** A text and in small letters who states it: beside it where both fit on a line, else below. */
export function StatedText({ note, ...props }: StatedTextProps) {
  const { width, face } = props
  const type = useTypeCase()
  const fontSize = face === 'code' ? size.code : size.text
  const set = setText({ ...props, fontSize }, type)
  const small = { face: 'plain', fontSize: size.small, language: null } as const
  const gap = 6
  const left = width - set.width - gap
  const isAlone = set.lines.length === 1 && set.remarks.length === 0
  const isBeside = note === null || setText({ ...small, text: note, width }, type).width <= left
  if (!isAlone || !isBeside) {
    return (
      <View>
        <ReportText {...props} fontSize={fontSize} />
        {note === null ? null : <ReportText {...small} text={note} width={width} color={ink.quiet} />}
      </View>
    )
  }
  return (
    <View style={{ flexDirection: 'row', alignItems: 'flex-end', width }}>
      <Lines set={set} width={set.width} fontSize={fontSize} color={ink.text} />
      {note === null ? null : (
        <View style={{ marginLeft: gap, marginBottom: 0.6 }}>
          <ReportText {...small} text={note} width={left} color={ink.quiet} />
        </View>
      )}
    </View>
  )
}

function useTypeCase(): TypeCase {
  const type = useContext(TypeCaseContext)
  if (!type) throw new Error('A text of the report stands outside its fonts.')
  return type
}

interface LinesProps {
  set: Pick<SetText, 'lines' | 'direction'>
  width: number
  fontSize: number
  color: string
}

/** As few elements as may be: a report has thousands of texts, and the library copies them all at every step. */
function Lines({ set: { lines, direction }, width, fontSize, color }: LinesProps) {
  const runs = lines.flatMap((line, index) =>
    index === lines.length - 1 ? line : [...line, { text: '\n', family: line.at(-1)?.family ?? 'Sans' }],
  )
  const [{ family: first } = { family: 'Sans' }] = runs
  const style = { width, fontSize, color, lineHeight, direction, fontFamily: first }
  if (runs.every(({ family }) => family === first)) {
    return <Text style={style}>{runs.map(({ text }) => text).join('')}</Text>
  }
  return (
    <Text style={style}>
      {runs.map(({ text, family }, run) => (
        // The library takes the direction from a line's first piece, not from what is around it.
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name and never move
        <Text key={run} style={{ fontFamily: family, direction }}>
          {text}
        </Text>
      ))}
    </Text>
  )
}
