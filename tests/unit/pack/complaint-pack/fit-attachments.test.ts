import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  Attachment,
  AttachmentLimits,
  PdfBinder,
} from '../../../../lib/pack/complaint-pack/attachment.ts'
import { fitAttachments } from '../../../../lib/pack/complaint-pack/fit-attachments.ts'
import type { PictureDrawer } from '../../../../lib/pack/picture-drawer.ts'
import { type DocumentType, documentTypes } from '../../../../lib/rights/right-document.ts'

/** A picture whose JPEG has a byte for every 100 of its pixels; closing it twice or not at all is an error. */
function fakePictures() {
  let open = 0
  const pictures: PictureDrawer = {
    async open(bytes) {
      if (bytes[0] === 0xff) throw new Error('it is no picture')
      open += 1
      const size = Math.round(Math.sqrt(bytes.length * 100))
      return {
        width: size,
        height: size,
        textWidth: () => 0,
        annotated: () => Promise.reject(new Error('not asked for')),
        async reduced({ maxWidth, maxHeight }) {
          const side = Math.min(size, maxWidth, maxHeight)
          return { jpeg: new Uint8Array(Math.ceil((side * side) / 100)), width: side, height: side }
        },
        close() {
          open -= 1
        },
      }
    },
  }
  return { pictures, stillOpen: () => open }
}

/** PDFs whose pages are 1,000 bytes each. */
const fakeBinder: PdfBinder = {
  async split(pdf, maxBytes) {
    const perPart = Math.max(1, Math.floor(maxBytes / 1000)) * 1000
    const parts: Uint8Array<ArrayBuffer>[] = []
    for (let at = 0; at < pdf.length; at += perPart) parts.push(pdf.slice(at, at + perPart))
    return parts
  },
  async join(files) {
    return new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, 0))
  },
}

const file = (name: string, mediaType: DocumentType, bytes: number): Attachment => ({
  name,
  mediaType,
  bytes: new Uint8Array(bytes),
})
const usual: AttachmentLimits = { maxCount: 10, maxBytes: 5000, types: documentTypes }

describe('attachments', () => {
  test('that fit are left as they are', async () => {
    const wanted = [file('a.png', 'image/png', 5000), file('b.pdf', 'application/pdf', 10)]
    const { files, more, problems } = await fitAttachments(
      { ...fakePictures(), binder: fakeBinder },
      wanted,
      usual,
    )
    expect(files).toEqual(wanted)
    expect([more, problems]).toEqual([[], []])
  })

  test('a large picture becomes a JPEG, a large PDF is cut between pages', async () => {
    const { pictures, stillOpen } = fakePictures()
    const wanted = [file('shot.png', 'image/png', 40_000), file('report.pdf', 'application/pdf', 12_000)]
    const { files, problems } = await fitAttachments({ pictures, binder: fakeBinder }, wanted, usual)
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['shot.jpg', 'image/jpeg'],
      ['report-part-1-of-3.pdf', 'application/pdf'],
      ['report-part-2-of-3.pdf', 'application/pdf'],
      ['report-part-3-of-3.pdf', 'application/pdf'],
    ])
    expect(files.every(({ bytes }) => bytes.length <= usual.maxBytes)).toBe(true)
    expect([problems, stillOpen()]).toEqual([[], 0])
  })

  test('a picture of a type that the portal does not take becomes a JPEG, however small', async () => {
    const limits = { ...usual, types: ['image/jpeg', 'application/pdf'] as const }
    const { files } = await fitAttachments(
      { ...fakePictures(), binder: fakeBinder },
      [file('a.png', 'image/png', 3000)],
      limits,
    )
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([['a.jpg', 'image/jpeg']])
  })

  test('what cannot be made smaller goes as it is, and is named', async () => {
    const broken = { ...file('broken.png', 'image/png', 9000), bytes: new Uint8Array(9000).fill(0xff) }
    const tiny = { ...usual, maxBytes: 500 }
    const onePage = file('one-page.pdf', 'application/pdf', 900)
    const { files, problems } = await fitAttachments(
      { ...fakePictures(), binder: fakeBinder },
      [broken, onePage],
      tiny,
    )
    expect(files.map(({ name }) => name)).toEqual(['broken.png', 'one-page.pdf'])
    expect(problems.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['too-large', 'broken.png'],
      ['too-large', 'one-page.pdf'],
    ])
    expect(problems[0]?.message).toContain('it is no picture')
  })

  test('too many are bound into PDFs, the first ones single', async () => {
    const wanted = Array.from({ length: 14 }, (_, at) => file(`${at}.png`, 'image/png', 700))
    const { files, more, problems } = await fitAttachments(
      { ...fakePictures(), binder: fakeBinder },
      wanted,
      usual,
    )
    expect(files.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, at) => `${at}.png`),
      'other-files.pdf',
    ])
    expect([more, problems]).toEqual([[], []])
  })

  test('are never more, larger or of another type than the portal takes, unless a problem says so', async () => {
    const anyFile = fc.record({
      name: fc.string({ minLength: 1, maxLength: 8 }),
      mediaType: fc.constantFrom(...documentTypes),
      bytes: fc.integer({ min: 1, max: 60_000 }).map((length) => new Uint8Array(length)),
    })
    const anyLimits = fc.record({
      maxCount: fc.integer({ min: 1, max: 12 }),
      maxBytes: fc.integer({ min: 500, max: 20_000 }),
      types: fc.subarray([...documentTypes], { minLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { maxLength: 16 }), anyLimits, async (wanted, limits) => {
        const { pictures, stillOpen } = fakePictures()
        const { files, more, problems } = await fitAttachments(
          { pictures, binder: fakeBinder },
          wanted,
          limits,
        )
        expect(stillOpen()).toBe(0)
        expect(files.length).toBeLessThanOrEqual(limits.maxCount)
        expect(more.length > 0).toBe(problems.some(({ code }) => code === 'too-many'))
        const unfit = [...files, ...more].filter(
          ({ bytes, mediaType }) => bytes.length > limits.maxBytes || !limits.types.includes(mediaType),
        )
        if (unfit.length > 0) expect(problems.some(({ code }) => code === 'too-large')).toBe(true)
        if (wanted.length > 0) expect(files.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
