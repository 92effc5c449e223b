import { Image, View } from '@react-pdf/renderer'
import { Children, type ReactNode } from 'react'
import type { ReducedPicture } from '../picture-drawer.ts'
import type { ReportRow } from './report-input.ts'
import { contentWidth, ink, labelWidth, size, valueWidth } from './report-style.ts'
import { ReportText, StatedText } from './report-text.tsx'

/** A heading and what belongs to it; the heading stays with the first of that. */
export function Section({ heading, children }: { heading: string; children: ReactNode }) {
  const [first, ...rest] = Children.toArray(children)
  return (
    <View style={{ marginTop: 12 }}>
      <View wrap={false}>
        <View style={{ borderBottom: `0.75 solid ${ink.rule}`, paddingBottom: 2, marginBottom: 4 }}>
          <ReportText
            text={heading}
            width={contentWidth}
            face="bold"
            fontSize={size.heading}
            color={ink.accent}
          />
        </View>
        {first}
      </View>
      {rest}
    </View>
  )
}

/** Label on the left; what is stated, and by whom, on the right. */
export function Row({ label, statements, language = null }: ReportRow & { language?: string | null }) {
  return (
    <View style={{ flexDirection: 'row', marginBottom: 3 }}>
      <View style={{ width: labelWidth, marginRight: 8 }}>
        <ReportText text={label} width={labelWidth} color={ink.quiet} />
      </View>
      <View style={{ width: valueWidth }}>
        {statements.map(({ text, note, isCode = false }) => (
          <StatedText
            key={`${text} ${note}`}
            text={text}
            note={note}
            width={valueWidth}
            face={isCode ? 'code' : 'plain'}
            language={language}
          />
        ))}
      </View>
    </View>
  )
}

/** A picture as large as it may be, in its own proportions. */
export function Picture({
  picture,
  maxWidth,
  maxHeight,
}: {
  picture: ReducedPicture
  maxWidth: number
  maxHeight: number
}) {
  const scale = Math.min(maxWidth / picture.width, maxHeight / picture.height, 1)
  return (
    <Image
      cache={false}
      src={new Blob([picture.jpeg], { type: 'image/jpeg' })}
      style={{
        width: picture.width * scale,
        height: picture.height * scale,
        border: `0.5 solid ${ink.rule}`,
      }}
    />
  )
}
