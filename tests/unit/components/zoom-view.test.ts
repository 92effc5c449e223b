import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centred, fitView, moved, zoomedAt, zoomStep } from '../../../components/ui/zoom-view.ts'

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
})

describe('a zoomed picture', () => {
  test('fits: all of it is in view, in the middle, never larger than it is', () => {
    fc.assert(
      fc.property(size, size, (picture, room) => {
        const { x, y, scale } = fitView(picture, room)
        expect(scale).toBeLessThanOrEqual(1)
        expect(picture.width * scale).toBeLessThanOrEqual(room.width + 1e-6)
        expect(picture.height * scale).toBeLessThanOrEqual(room.height + 1e-6)
        expect(x * 2 + picture.width * scale).toBeCloseTo(room.width)
        expect(y * 2 + picture.height * scale).toBeCloseTo(room.height)
      }),
    )
  })

  test('keeps in its place what lies under the pointer', () => {
    const view = { x: -40, y: 10, scale: 0.8 }
    const at = { x: 200, y: 120 }
    const pixel = { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale }
    const zoomed = zoomedAt(view, zoomStep, at)
    expect(zoomed.scale).toBeCloseTo(1)
    expect(zoomed.x + pixel.x * zoomed.scale).toBeCloseTo(at.x)
    expect(zoomed.y + pixel.y * zoomed.scale).toBeCloseTo(at.y)
  })

  test('is never moved out of view, and no smaller or larger than makes sense', () => {
    const step = fc.oneof(
      fc.record({
        factor: fc.constantFrom(zoomStep, 1 / zoomStep, 8, 0.1),
        x: fc.nat(1000),
        y: fc.nat(1000),
      }),
      fc.record({ byX: fc.integer({ min: -3000, max: 3000 }), byY: fc.integer({ min: -3000, max: 3000 }) }),
    )
    fc.assert(
      fc.property(size, size, fc.array(step, { maxLength: 30 }), (picture, room, steps) => {
        let view = fitView(picture, room)
        for (const one of steps) {
          const next = 'factor' in one ? zoomedAt(view, one.factor, one) : moved(view, one.byX, one.byY)
          view = centred(next, picture, room)
          const [width, height] = [picture.width * view.scale, picture.height * view.scale]
          expect(view.x).toBeLessThanOrEqual(Math.max(0, (room.width - width) / 2) + 1e-6)
          expect(view.x + width).toBeGreaterThanOrEqual(Math.min(room.width, (room.width + width) / 2) - 1e-6)
          expect(view.y).toBeLessThanOrEqual(Math.max(0, (room.height - height) / 2) + 1e-6)
          expect(view.scale).toBeGreaterThan(0)
          expect(view.scale).toBeLessThanOrEqual(16)
        }
      }),
    )
  })
})
