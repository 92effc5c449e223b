import { PageSizes, PDFDocument } from '@cantoo/pdf-lib'
import type { Attachment, PdfBinder } from './attachment.ts'

/**
 * Takes PDFs apart and puts them together; pages are copied as they are. Load this file when that is wanted, not
 * before: the library is large.
 */
export const pdfBinder: PdfBinder = {
  async split(pdf, maxBytes) {
    const whole = await PDFDocument.load(pdf, { updateMetadata: false })
    const pages = whole.getPageCount()
    const parts: Uint8Array<ArrayBuffer>[] = []
    for (let first = 0; first < pages; ) {
      // As many pages as fit: found by halving, since a page's size is known only once it is written.
      let [best, least, most] = [await excerpt(whole, first, 1), 1, pages - first]
      while (least < most && best.length <= maxBytes) {
        const count = Math.ceil((least + most) / 2)
        const tried = await excerpt(whole, first, count)
        if (tried.length <= maxBytes) [best, least] = [tried, count]
        else most = count - 1
      }
      parts.push(best)
      first += least
    }
    return parts
  },

  async join(files) {
    const bound = await PDFDocument.create()
    for (const { mediaType, bytes } of files) {
      if (mediaType === 'application/pdf') {
        const document = await PDFDocument.load(bytes, { updateMetadata: false })
        for (const page of await bound.copyPages(document, document.getPageIndices())) bound.addPage(page)
      } else await addPicture(bound, { mediaType, bytes })
    }
    return new Uint8Array(await bound.save())
  },
}

async function excerpt(whole: PDFDocument, first: number, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const part = await PDFDocument.create()
  const indices = Array.from({ length: count }, (_, at) => first + at)
  for (const page of await part.copyPages(whole, indices)) part.addPage(page)
  return new Uint8Array(await part.save())
}

const marginPt = 36

async function addPicture(bound: PDFDocument, { mediaType, bytes }: Pick<Attachment, 'mediaType' | 'bytes'>) {
  const picture = await (mediaType === 'image/png' ? bound.embedPng(bytes) : bound.embedJpg(bytes))
  const isWide = picture.width > picture.height
  const [short, long] = PageSizes.A4
  const [width, height] = isWide ? [long, short] : [short, long]
  const drawn = picture.scaleToFit(width - 2 * marginPt, height - 2 * marginPt)
  const page = bound.addPage([width, height])
  page.drawImage(picture, {
    x: (width - drawn.width) / 2,
    y: (height - drawn.height) / 2,
    width: drawn.width,
    height: drawn.height,
  })
}
