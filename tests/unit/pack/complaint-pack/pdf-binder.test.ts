import { describe, expect, test } from 'vitest'
import { pdfBinder } from '../../../../lib/pack/complaint-pack/pdf-binder.ts'
import { grayPicture, readPdf } from '../../../support/evidence-report.ts'
import { pagesPdf } from '../../../support/pages-pdf.ts'
import { seedPng } from '../../../support/queue-seed.ts'

describe('taking PDFs apart and binding them', { timeout: 60_000 }, () => {
  const texts = Array.from({ length: 7 }, (_, at) => `Page number ${at + 1} of the report`)

  test('parts hold every page once, in order, each part within the size', async () => {
    const whole = await pagesPdf(texts, 20_000)
    expect(whole.length).toBeGreaterThan(140_000)
    const parts = await pdfBinder.split(whole, 70_000)
    expect(parts.length).toBe(3)
    expect(parts.every((part) => part.length <= 70_000)).toBe(true)
    const read = await Promise.all(parts.map(readPdf))
    expect(read.flatMap(({ text }) => text.match(/Page number \d of the report/g))).toEqual(texts)
  })

  test('a page that is too large by itself stands alone', async () => {
    const parts = await pdfBinder.split(await pagesPdf(texts.slice(0, 2), 20_000), 1000)
    expect((await Promise.all(parts.map(readPdf))).map(({ pages }) => pages)).toEqual([1, 1])
  })

  test('binds pictures and PDFs, a page for each picture', async () => {
    const bound = await pdfBinder.join([
      { name: 'a.png', mediaType: 'image/png', bytes: seedPng(1) },
      { name: 'b.pdf', mediaType: 'application/pdf', bytes: await pagesPdf(texts.slice(0, 2)) },
      { name: 'c.jpg', mediaType: 'image/jpeg', bytes: grayPicture().jpeg as Uint8Array<ArrayBuffer> },
    ])
    const { pages, text } = await readPdf(bound)
    expect(pages).toBe(4)
    expect(text).toContain('Page number 2 of the report')
  })

  test('what is no PDF is refused', async () => {
    await expect(pdfBinder.split(new TextEncoder().encode('%PDF-1.7 nothing'), 1000)).rejects.toThrow()
  })
})
