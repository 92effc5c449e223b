import { Document, type DocumentProps, Page, pdf, Text } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import { ExpectedError } from '../../core/expected-error.ts'
import { pageWords as words } from './report-page-words.ts'
import { ink, page, size } from './report-style.ts'

interface PdfPageProps {
  footer: string
  bookmark: string
  children: ReactNode
}

/** Pages with a footer that counts them; the content flows from one to the next. */
export function PdfPage({ footer, bookmark, children }: PdfPageProps) {
  const style = { fontFamily: 'Sans', fontSize: size.small, color: ink.quiet, position: 'absolute' } as const
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
      <Text fixed style={{ ...style, left: page.margin, bottom: 26 }}>
        {footer}
      </Text>
      <Text
        fixed
        style={{ ...style, right: page.margin, bottom: 26 }}
        render={({ pageNumber, totalPages }) => words.pageOf(pageNumber, totalPages)}
      />
    </Page>
  )
}

/**
 * The document as PDF.
 * @param pictures that it must hold: the library leaves out one that it cannot read, with a line in the console alone
 * @throws ExpectedError `report-failed` with what to do
 */
export async function pdfBytes(
  element: ReactElement<DocumentProps>,
  pictures: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = pdf(element)
  try {
    const blob = await document.toBlob()
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const drawn = new TextDecoder('latin1').decode(bytes).split('/Subtype /Image').length - 1
    if (drawn !== pictures) throw new Error(`${drawn} of ${pictures} pictures could be drawn`)
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
