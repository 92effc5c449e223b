import { View } from '@react-pdf/renderer'
import { bothTimes } from '../evidence-pack/both-times.ts'
import type { EvidenceReportInput, ReportedCapture, ReportRow } from './report-input.ts'
import { pageWords as words } from './report-page-words.ts'
import { Row, Section } from './report-parts.tsx'
import { contentWidth, ink, size } from './report-style.ts'
import { ReportText, StatedText } from './report-text.tsx'

/** What the pack is, and what stands in this part. */
export function Cover({ pack, part, captures }: EvidenceReportInput) {
  const last = part.firstCapture + captures.length - 1
  const rows: ReportRow[] = [
    code(words.packId, pack.packId),
    plain(words.madeAt, bothTimes(pack.madeAt.wallMs, pack.madeAt.offsetMinutes)),
    plain(words.madeBy, pack.madeBy ?? words.nobody),
    plain(words.madeWith, words.docket(pack.docketVersion)),
    code(words.build, pack.buildSha256),
    {
      label: words.fingerprint,
      statements: [{ text: pack.fingerprint, note: words.fingerprintHint, isCode: true }],
    },
    plain(words.times, pack.timeStatement),
    plain(words.holds, words.holdsCaptures(pack.captures)),
    ...(part.of > 1 ? [plain(words.inThisPart, words.range(part.firstCapture, last))] : []),
  ]
  return (
    <View>
      <ReportText text={words.kind} width={contentWidth} face="bold" fontSize={size.cover} />
      <View
        style={{ marginTop: 4, marginBottom: 14, paddingBottom: 10, borderBottom: `1.5 solid ${ink.accent}` }}
      >
        <ReportText text={words.reading} width={contentWidth} color={ink.quiet} />
      </View>
      {rows.map((row) => (
        <Row key={row.label} {...row} />
      ))}
      <Section heading={words.contents}>
        {captures.map((capture, index) => (
          <ContentsLine key={capture.captureId} number={part.firstCapture + index} capture={capture} />
        ))}
      </Section>
    </View>
  )
}

const plain = (label: string, text: string): ReportRow => ({ label, statements: [{ text, note: null }] })
const code = (label: string, text: string): ReportRow => ({
  label,
  statements: [{ text, note: null, isCode: true }],
})

const numberWidth = 34
const idWidth = 106

function ContentsLine({ number, capture }: { number: number; capture: ReportedCapture }) {
  return (
    <View wrap={false} style={{ flexDirection: 'row', marginBottom: 2 }}>
      <ReportText text={`${number}`} width={numberWidth} color={ink.quiet} />
      <ReportText text={capture.comId} width={idWidth} face="code" fontSize={size.code} />
      <StatedText
        text={capture.title?.text ?? words.untitled}
        note={null}
        face="plain"
        width={contentWidth - numberWidth - idWidth}
        language={capture.language}
      />
    </View>
  )
}
