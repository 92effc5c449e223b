import { describe, expect, test } from 'vitest'
import {
  annotateScreenshot,
  annotationOf,
  type ScreenshotFacts,
} from '../../../../lib/pack/evidence-pack/annotate-screenshot.ts'
import type { OpenPicture, PictureDrawer } from '../../../../lib/pack/picture-drawer.ts'

const facts: ScreenshotFacts = {
  captureId: '01KAS0000000000000000CAPT0',
  comId: '1005007000000001',
  name: 'viewport-screenshot.png',
  mediaType: 'image/png',
  sha256: 'a'.repeat(64),
  pageUrl: 'https://www.aliexpress.com/item/1005007000000001.html',
  takenAtMs: Date.UTC(2026, 10, 23, 9, 30, 7),
  offsetMinutes: 60,
  subject: { x: 100, y: 50, width: 200, height: 300 },
  viewport: { width: 1366, pixelRatio: 1 },
  remarks: [],
}

const picture = (width = 1366, height = 768) => ({
  width,
  height,
  textWidth: (text: string, sizePx: number) => (text.length * sizePx) / 2,
})
const bandText = (annotation: ReturnType<typeof annotationOf>) =>
  annotation.band.lines.map(({ text }) => text).join('\n')

describe('an annotated copy', () => {
  test('says below the picture what it is of and which original it is a copy of', () => {
    const text = bandText(
      annotationOf(picture(), { ...facts, remarks: ['Cut off: 20,000 pixels of 31,000.'] }),
    )
    expect(text.split('\n')).toEqual([
      'Annotated copy. Original: viewport-screenshot.png',
      'The frame around the listing was drawn into this copy; the original has none.',
      'Cut off: 20,000 pixels of 31,000.',
      'Address: https://www.aliexpress.com/item/1005007000000001.html',
      "Taken: 2026-11-23T10:30:07+01:00 (2026-11-23T09:30:07Z), by this computer's clock",
      'Item: 1005007000000001',
      'Capture: 01KAS0000000000000000CAPT0',
      `SHA-256 of the original: ${'a'.repeat(64)}`,
    ])
  })

  test('frames the listing where it stands in pixels of the picture', () => {
    const annotation = annotationOf(picture(2732, 1536), {
      ...facts,
      viewport: { width: 1366, pixelRatio: 2 },
    })
    expect(annotation.frame).toEqual({ box: { x: 200, y: 100, width: 400, height: 600 }, lineWidth: 6 })
  })

  test.each([
    ['its place is not known', { subject: null }],
    ['the window had another width', { viewport: { width: 1000, pixelRatio: 1 } }],
    ['the place lies outside the picture', { subject: { x: 0, y: 900, width: 10, height: 10 } }],
    ['the place has no size', { subject: { x: 5, y: 5, width: 0, height: 10 } }],
  ])('has no frame, and does not speak of one, where %s', (_, change) => {
    const annotation = annotationOf(picture(), { ...facts, ...change })
    expect(annotation.frame).toBeNull()
    expect(bandText(annotation)).not.toContain('frame')
  })

  test('wraps what is too long, within its width and its height, and loses nothing', () => {
    const pageUrl = `https://www.aliexpress.com/w/${'%E4%BD%93'.repeat(100)}.html`
    const narrow = picture(400, 300)
    const { band } = annotationOf(narrow, { ...facts, pageUrl })
    for (const { text, x, y, sizePx } of band.lines) {
      expect(x + narrow.textWidth(text, sizePx)).toBeLessThanOrEqual(400)
      expect(y).toBeLessThan(band.height)
    }
    expect(band.lines.map(({ text }) => text).join('')).toContain(pageUrl)
  })

  test('says so where the address was not kept', () => {
    expect(bandText(annotationOf(picture(), { ...facts, pageUrl: null }))).toContain('Address: was not kept')
  })

  test('that cannot be drawn fails with what to do, and lets the picture go', async () => {
    let closed = 0
    const open: OpenPicture = {
      ...picture(),
      annotated: () => Promise.reject(new Error('no canvas of that size')),
      reduced: () => Promise.reject(new Error('not asked for')),
      close: () => {
        closed += 1
      },
    }
    const drawer: PictureDrawer = { open: async () => open }
    const limits = { maxWidth: 10, maxHeight: 10 }
    await expect(annotateScreenshot(drawer, new Uint8Array(), facts, limits)).rejects.toMatchObject({
      code: 'annotation-failed',
      message: expect.stringMatching(/01KAS0000000000000000CAPT0.*no canvas of that size.*export again/),
    })
    expect(closed).toBe(1)
    const blind: PictureDrawer = { open: () => Promise.reject(new Error('no picture')) }
    await expect(annotateScreenshot(blind, new Uint8Array(), facts, limits)).rejects.toMatchObject({
      code: 'annotation-failed',
    })
  })
})
