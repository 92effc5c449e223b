import { Document, View } from '@react-pdf/renderer'
import { type FontAddress, loadReportFonts } from '../evidence-report/load-report-fonts.ts'
import { PdfPage, pdfBytes } from '../evidence-report/pdf-page.tsx'
import { pageWords as words } from '../evidence-report/report-page-words.ts'
import { Picture, Row, Section } from '../evidence-report/report-parts.tsx'
import { contentWidth, ink, size } from '../evidence-report/report-style.ts'
import { ReportText, TypeCaseContext } from '../evidence-report/report-text.tsx'
import type { Paper, PaperBlock, PaperEntry } from './paper.ts'

/**
 * Writes a paper as PDF, in the fonts of the evidence report. Load this file when one is written, not before: the PDF
 * library is large. Equal input gives equal bytes.
 * @throws ExpectedError `fonts-unreadable`, `report-failed`
 */
export async function writePaper(paper: Paper, fontAddress: FontAddress): Promise<Uint8Array<ArrayBuffer>> {
  const type = await loadReportFonts(fontAddress)
  const pictures = paper.blocks
    .flatMap((block) => (block.is === 'pictures' ? block.pictures : []))
    .filter(({ picture }) => picture !== null).length
  const [first = [], ...later] = flowsOf(paper)
  return pdfBytes(
    <TypeCaseContext value={type}>
      <Document
        title={paper.title}
        creator={words.docket(paper.docketVersion)}
        producer={words.docket(paper.docketVersion)}
        creationDate={new Date(paper.madeAtMs)}
        pdfVersion="1.7"
      >
        <PdfPage footer={paper.footer} bookmark={paper.title}>
          <View style={{ paddingBottom: 8, borderBottom: `1.5 solid ${ink.accent}` }}>
            <ReportText text={paper.title} width={contentWidth} face="bold" fontSize={size.title} />
            {paper.lead !== null && <ReportText text={paper.lead} width={contentWidth} color={ink.quiet} />}
          </View>
          {sectionsOf(first)}
        </PdfPage>
        {later.map((flow) => (
          <PdfPage key={flow[0]?.heading} footer={paper.footer} bookmark={flow[0]?.heading ?? paper.title}>
            {sectionsOf(flow)}
          </PdfPage>
        ))}
        {longBlocks(paper).map((block) => (
          <PdfPage key={block.heading} footer={paper.footer} bookmark={block.heading}>
            <Section heading={block.heading}>{contentOf(block)}</Section>
          </PdfPage>
        ))}
      </Document>
    </TypeCaseContext>,
    pictures,
  )
}

/**
 * More entries than these stand on pages of their own, so many in one flow: at each page break the library lays out
 * anew all that is left, which for 300 takes longer and much more memory.
 */
const mostInAFlow = 20

const isLong = (block: PaperBlock) => block.is === 'entries' && block.entries.length > mostInAFlow

/** What flows on from the title, and from each block that begins a page; long lists follow. */
function flowsOf({ blocks }: Paper): PaperBlock[][] {
  const flows: PaperBlock[][] = [[]]
  for (const block of blocks.filter((one) => !isLong(one))) {
    if (block.onNewPage) flows.push([])
    flows.at(-1)?.push(block)
  }
  return flows
}

const sectionsOf = (blocks: readonly PaperBlock[]) =>
  blocks.map((block) => (
    <Section key={block.heading} heading={block.heading}>
      {contentOf(block)}
    </Section>
  ))

/** Long lists, cut, each piece named by its numbers. */
const longBlocks = ({ blocks }: Paper): PaperBlock[] =>
  blocks.filter(isLong).flatMap((block) => {
    if (block.is !== 'entries') return []
    const pieces = Math.ceil(block.entries.length / mostInAFlow)
    return Array.from({ length: pieces }, (_, piece): PaperBlock => {
      const entries = block.entries.slice(piece * mostInAFlow, (piece + 1) * mostInAFlow)
      return {
        ...block,
        heading: `${block.heading} ${entries[0]?.number ?? ''} to ${entries.at(-1)?.number ?? ''}`,
        entries,
      }
    })
  })

const pictureHeight = 380

function contentOf(block: PaperBlock) {
  switch (block.is) {
    case 'rows':
      return block.rows.map((row) => <Row key={row.label} {...row} />)
    case 'text':
      return block.paragraphs.map((text) => (
        <View key={text} style={{ marginBottom: 4 }}>
          <ReportText text={text} width={contentWidth} language={block.language} />
        </View>
      ))
    case 'entries':
      return block.entries.map((entry) => <Entry key={entry.number} {...entry} />)
    case 'pictures':
      return block.pictures.map(({ picture, caption }) => (
        <View key={caption} wrap={false} style={{ marginBottom: 8 }}>
          {picture && <Picture picture={picture} maxWidth={contentWidth} maxHeight={pictureHeight} />}
          <ReportText text={caption} width={contentWidth} fontSize={size.small} color={ink.quiet} />
        </View>
      ))
    case 'blanks':
      return block.labels.map((label) => (
        <View
          key={label}
          wrap={false}
          style={{ marginTop: 26, borderTop: `0.75 solid ${ink.text}`, paddingTop: 2 }}
        >
          <ReportText
            text={label}
            width={contentWidth}
            fontSize={size.small}
            color={ink.quiet}
            language={block.language}
          />
        </View>
      ))
  }
}

const numberWidth = 30

function Entry({ number, title, language, facts, codes }: PaperEntry) {
  const width = contentWidth - numberWidth
  return (
    <View wrap={false} style={{ flexDirection: 'row', marginBottom: 5 }}>
      <View style={{ width: numberWidth }}>
        <ReportText text={`${number}`} width={numberWidth} color={ink.quiet} />
      </View>
      <View style={{ width }}>
        <ReportText text={title} width={width} language={language} />
        {facts.length > 0 && (
          <ReportText text={facts.join(' · ')} width={width} fontSize={size.small} color={ink.quiet} />
        )}
        {codes.length > 0 && (
          <ReportText text={codes.join('\n')} width={width} face="code" fontSize={size.small} />
        )}
      </View>
    </View>
  )
}
