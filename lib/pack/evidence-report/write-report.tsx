import { Document } from '@react-pdf/renderer'
import { Capture } from './capture-pages.tsx'
import { Closing } from './closing-page.tsx'
import { Cover } from './cover-page.tsx'
import { type FontAddress, loadReportFonts, type TypeCase } from './load-report-fonts.ts'
import { PdfPage, pdfBytes } from './pdf-page.tsx'
import type { EvidenceReportInput } from './report-input.ts'
import { pageWords as words } from './report-page-words.ts'
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
  const pictures = input.captures
    .flatMap(({ screenshots, gallery }) => [...screenshots, ...gallery])
    .filter(({ picture }) => picture !== null).length
  return pdfBytes(reportDocument(input, type), pictures)
}

function reportDocument(input: EvidenceReportInput, type: TypeCase) {
  const { pack, part, captures } = input
  const footer = words.footer(pack.packId, part)
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
        <PdfPage footer={footer} bookmark={words.kind}>
          <Cover {...input} />
        </PdfPage>
        {captures.map((capture, index) => {
          const number = part.firstCapture + index
          return (
            <PdfPage
              key={capture.captureId}
              footer={footer}
              bookmark={`${words.captureOf(number, pack.captures)}: ${capture.comId}`}
            >
              <Capture capture={capture} number={number} of={pack.captures} />
            </PdfPage>
          )
        })}
        <PdfPage footer={footer} bookmark={words.shows.heading}>
          <Closing hasOtherKeys={pack.hasOtherKeys} />
        </PdfPage>
      </Document>
    </TypeCaseContext>
  )
}
