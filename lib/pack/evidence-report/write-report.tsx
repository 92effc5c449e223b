import { Document, Page, pdf, Text } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { ExpectedError } from '../../core/expected-error.ts'
import { Capture } from './capture-pages.tsx'
import { Closing } from './closing-page.tsx'
import { Cover } from './cover-page.tsx'
import { type FontAddress, loadReportFonts, type TypeCase } from './load-report-fonts.ts'
import type { EvidenceReportInput } from './report-input.ts'
import { pageWords as words } from './report-page-words.ts'
import { ink, page, size } from './report-style.ts'
import { TypeCaseContext } from './report-text.tsx'

/**
 * Writes one part of the report as PDF. Load this file when a pack is written, not before: the PDF library is
 * large. Equal input gives equal bytes.
 * @throws ExpectedError `fonts-unreadable`, or `report-failed` with what to do.
 */
export async function writeReport(
  input: EvidenceReportInput,
  fontAddress: FontAddress,
): Promise<Uint8Array<ArrayBuffer>> {
  const type = await loadReportFonts(fontAddress)
  const document = pdf(reportDocument(input, type))
  try {
    const blob = await document.toBlob()
    const bytes = new Uint8Array(await blob.arrayBuffer())
    refuseMissingPictures(bytes, input)
    return bytes
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExpectedError(
      'report-failed',
      `The report could not be written (${reason}). Export again; if it fails again, export fewer listings at a time.`,
    )
  } finally {
    // The library keeps what it has drawn last: about 60 MB for each report.
    document.updateContainer(<Document />)
  }
}

/** The library leaves out a picture that it cannot read, with a line in the console alone. */
function refuseMissingPictures(pdfBytes: Uint8Array, { captures }: EvidenceReportInput): void {
  const wanted = captures
    .flatMap(({ screenshots, gallery }) => [...screenshots, ...gallery])
    .filter(({ picture }) => picture !== null).length
  const text = new TextDecoder('latin1').decode(pdfBytes)
  const drawn = text.split('/Subtype /Image').length - 1
  if (drawn !== wanted) throw new Error(`${drawn} of ${wanted} pictures could be drawn`)
}

function reportDocument(input: EvidenceReportInput, type: TypeCase) {
  const { pack, part, captures } = input
  return (
    <TypeCaseContext value={type}>
      <Document
        title={words.documentTitle(pack.packId, part)}
        creator={words.docket(pack.docketVersion)}
        producer={words.docket(pack.docketVersion)}
        creationDate={new Date(pack.madeAt.wallMs)}
        language="en"
        pdfVersion="1.7"
      >
        <ReportPage input={input} bookmark={words.kind}>
          <Cover {...input} />
        </ReportPage>
        {captures.map((capture, index) => {
          const number = part.firstCapture + index
          return (
            <ReportPage
              key={capture.captureId}
              input={input}
              bookmark={`${words.captureOf(number, pack.captures)}: ${capture.comId}`}
            >
              <Capture capture={capture} number={number} of={pack.captures} />
            </ReportPage>
          )
        })}
        <ReportPage input={input} bookmark={words.shows.heading}>
          <Closing hasOtherKeys={pack.hasOtherKeys} />
        </ReportPage>
      </Document>
    </TypeCaseContext>
  )
}

interface ReportPageProps {
  input: EvidenceReportInput
  bookmark: string
  children: ReactNode
}

function ReportPage({ input: { pack, part }, bookmark, children }: ReportPageProps) {
  const footer = { fontFamily: 'Sans', fontSize: size.small, color: ink.quiet, position: 'absolute' } as const
  return (
    <Page
      size="A4"
      bookmark={bookmark}
      style={{
        paddingTop: page.margin,
        paddingHorizontal: page.margin,
        paddingBottom: page.margin + 14,
        fontFamily: 'Sans',
      }}
    >
      {children}
      <Text fixed style={{ ...footer, left: page.margin, bottom: 26 }}>
        {words.footer(pack.packId, part)}
      </Text>
      <Text
        fixed
        style={{ ...footer, right: page.margin, bottom: 26 }}
        render={({ pageNumber, totalPages }) => words.pageOf(pageNumber, totalPages)}
      />
    </Page>
  )
}
