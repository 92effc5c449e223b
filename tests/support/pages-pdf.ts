import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'

/** A PDF with a page for each text, each page of about so many bytes. */
export async function pagesPdf(texts: readonly string[], bytesPerPage = 0): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const [number, text] of texts.entries()) {
    const page = document.addPage([595, 842])
    page.drawText(text, { font, size: 14, x: 72, y: 700 })
    const filler = Uint8Array.from(
      { length: bytesPerPage },
      (_, at) => (at * 7919 + number * 104_729 + (at >> 5)) % 251,
    )
    page.node.set(PDFName.of('Filler'), document.context.register(document.context.stream(filler)))
  }
  return new Uint8Array(await document.save())
}
