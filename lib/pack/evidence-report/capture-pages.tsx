import { View } from '@react-pdf/renderer'
import type { ReportedCapture, ReportedFile, ReportedPicture } from './report-input.ts'
import { pageWords as words } from './report-page-words.ts'
import { Picture, Row, Section } from './report-parts.tsx'
import { contentWidth, ink, size } from './report-style.ts'
import { ReportText } from './report-text.tsx'

interface CaptureProps {
  capture: ReportedCapture
  /** Place in the pack, of how many. */
  number: number
  of: number
}

/** Everything of one capture. */
export function Capture({ capture, number, of }: CaptureProps) {
  const { title, language } = capture
  return (
    <View>
      <ReportText
        text={words.captureOf(number, of)}
        width={contentWidth}
        face="bold"
        fontSize={size.text}
        color={ink.accent}
      />
      <View style={{ marginTop: 2, paddingBottom: 6, borderBottom: `1.5 solid ${ink.accent}` }}>
        <ReportText
          text={title?.text ?? words.untitled}
          width={contentWidth}
          fontSize={size.title}
          language={language}
        />
      </View>
      <Screenshots pictures={capture.screenshots} />
      {capture.sections.map(({ heading, rows, unstated }) => (
        <Section key={heading} heading={heading}>
          {rows.map((row) => (
            <Row key={row.label} {...row} language={language} />
          ))}
          {unstated === null ? null : <ReportText text={unstated} width={contentWidth} color={ink.quiet} />}
        </Section>
      ))}
      <Gallery pictures={capture.gallery} />
      <Section heading={words.doubts}>
        {capture.doubts.length === 0 ? <ReportText text={words.noDoubts} width={contentWidth} /> : null}
        {capture.doubts.map((row) => (
          <Row key={row.label} {...row} language={language} />
        ))}
      </Section>
      <Files files={capture.files} />
      <View wrap={false}>
        <Section heading={words.seal}>
          {capture.seal.map((row) => (
            <Row key={row.label} {...row} />
          ))}
        </Section>
      </View>
    </View>
  )
}

/** As much of a page as a screenshot may take beside its caption. */
const screenshotHeight = 560

function Screenshots({ pictures }: { pictures: ReportedPicture[] }) {
  if (pictures.length === 0) {
    return (
      <View style={{ marginTop: 8 }}>
        <ReportText text={words.noScreenshot} width={contentWidth} />
      </View>
    )
  }
  return pictures.map(({ caption, picture }) => (
    <View key={caption} wrap={false} style={{ marginTop: 10 }}>
      {picture ? <Picture picture={picture} maxWidth={contentWidth} maxHeight={screenshotHeight} /> : null}
      <ReportText text={caption} width={contentWidth} fontSize={size.small} color={ink.quiet} />
    </View>
  ))
}

const inARow = 5
const thumbnailGap = 8
const thumbnailWidth = (contentWidth - (inARow - 1) * thumbnailGap) / inARow

function Gallery({ pictures }: { pictures: ReportedPicture[] }) {
  if (pictures.length === 0) return null
  const rows = Array.from({ length: Math.ceil(pictures.length / inARow) }, (_, row) =>
    pictures.slice(row * inARow, (row + 1) * inARow),
  )
  return (
    <Section heading={words.gallery}>
      {rows.map((row) => (
        <View
          key={row[0]?.caption}
          wrap={false}
          style={{ flexDirection: 'row', gap: thumbnailGap, marginBottom: thumbnailGap }}
        >
          {row.map(({ caption, picture }) => (
            <View key={caption} style={{ width: thumbnailWidth }}>
              {picture ? (
                <Picture picture={picture} maxWidth={thumbnailWidth} maxHeight={thumbnailWidth} />
              ) : null}
              <ReportText text={caption} width={thumbnailWidth} fontSize={size.small} color={ink.quiet} />
            </View>
          ))}
        </View>
      ))}
    </Section>
  )
}

function Files({ files }: { files: ReportedFile[] }) {
  if (files.length === 0) return null
  return (
    <Section heading={words.files}>
      {files.map(({ name, sha256, facts }) => (
        <View key={name} wrap={false} style={{ marginBottom: 5 }}>
          <ReportText text={name} width={contentWidth} face="code" fontSize={size.code} />
          <ReportText
            text={`${words.sha256} ${sha256}`}
            width={contentWidth}
            face="code"
            fontSize={size.code}
          />
          {facts.map((fact) => (
            <ReportText key={fact} text={fact} width={contentWidth} fontSize={size.small} color={ink.quiet} />
          ))}
        </View>
      ))}
    </Section>
  )
}
