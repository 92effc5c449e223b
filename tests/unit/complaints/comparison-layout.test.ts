import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutComparison } from '../../../lib/complaints/comparison-layout.ts'

const textWidth = (text: string) => text.length * 13
const captions = { genuine: 'Genuine', listing: 'Listing' }
const size = fc.record({
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
})

test('whatever the pictures and texts are, everything lies within the picture and no letter is lost', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.array(
        fc.record({
          x: fc.double({ noNaN: true }),
          y: fc.double({ noNaN: true }),
          text: fc.string({ maxLength: 400 }),
        }),
      ),
      (genuine, listing, differences) => {
        const layout = layOutComparison(
          { genuine, listing, differences, captions, facts: ['Item 1005007000000001'] },
          textWidth,
        )
        expect(layout.genuine.x + layout.genuine.width).toBeLessThan(layout.listing.x)
        for (const box of [layout.genuine, layout.listing]) {
          expect(box.x + box.width).toBeLessThanOrEqual(layout.width)
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height)
        }
        for (const { x, y } of layout.markers) {
          expect(x).toBeGreaterThanOrEqual(layout.listing.x)
          expect(x).toBeLessThanOrEqual(layout.listing.x + layout.listing.width)
          expect(y).toBeGreaterThanOrEqual(layout.listing.y)
          expect(y).toBeLessThanOrEqual(layout.listing.y + layout.listing.height)
        }
        for (const { text, x, y } of layout.legend) {
          expect(x + textWidth(text)).toBeLessThanOrEqual(layout.width)
          expect(y).toBeLessThan(layout.height)
        }
        const written = layout.legend
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, '')
        const wanted = differences
          .map(({ text }) => text.trim() || '—')
          .join('')
          .replace(/\s/g, '')
        expect(written).toBe(`${wanted}Item1005007000000001`)
      },
    ),
  )
})
