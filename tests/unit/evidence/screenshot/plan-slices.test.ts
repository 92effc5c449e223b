import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullPageLimits, planSlices } from '../../../../lib/evidence/screenshot/plan-slices.ts'

const anyPage = fc.record({
  width: fc.integer({ min: 200, max: 4000 }),
  height: fc.integer({ min: 100, max: 60_000 }),
  windowHeight: fc.integer({ min: 100, max: 3000 }),
})
const anyRatio = fc.oneof(
  fc.constantFrom(1, 2, 3, 1.25, 1.5, 1.75),
  fc.double({ min: 0.25, max: 4, noNaN: true }),
)

describe('dividing a page into windows', () => {
  test('every row of the picture is given once, by a window that shows it', () => {
    fc.assert(
      fc.property(anyPage, anyRatio, (page, ratio) => {
        const { height, slices, windowRows } = planSlices(page, ratio)
        let next = 0
        for (const { windowTop, from, to } of slices) {
          expect(from).toBe(next)
          expect(to).toBeGreaterThan(from)
          expect(windowTop).toBeLessThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(windowTop + windowRows)
          next = to
        }
        expect(next).toBe(height)
      }),
      { numRuns: 2000 },
    )
  })

  test('windows go down, each by whole rows, and never below the end of the picture', () => {
    fc.assert(
      fc.property(anyPage, anyRatio, (page, ratio) => {
        const { height, slices, windowRows } = planSlices(page, ratio)
        const tops = slices.map(({ windowTop }) => windowTop)
        expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b))
        for (const top of tops) {
          expect(Number.isInteger(top)).toBe(true)
          expect(top + Math.min(windowRows, height)).toBeLessThanOrEqual(height)
        }
      }),
    )
  })

  test('bars of any height at the lower edge are whole in the last window', () => {
    fc.assert(
      fc.property(anyPage, anyRatio, fc.double({ min: 0, max: 1, noNaN: true }), (page, ratio, share) => {
        const { height, slices, windowRows } = planSlices(page, ratio)
        const last = slices.at(-1)
        if (!last || height < windowRows) return
        const barTop = last.windowTop + windowRows - Math.floor(windowRows * share)
        expect(barTop).toBeGreaterThanOrEqual(last.windowTop)
        expect(last.windowTop + windowRows).toBe(height)
      }),
    )
  })

  test('a picture is never larger than canvases are, and says where it is cut', () => {
    fc.assert(
      fc.property(anyPage, anyRatio, (page, ratio) => {
        const { width, height, isCut } = planSlices(page, ratio)
        expect(Math.max(width, height)).toBeLessThanOrEqual(fullPageLimits.side)
        expect(width * height).toBeLessThanOrEqual(fullPageLimits.area)
        expect(height).toBeLessThanOrEqual(fullPageLimits.pageHeight * ratio)
        expect(isCut).toBe(height < Math.floor(page.height * ratio + 1e-6))
      }),
    )
  })

  test.each([
    ['a page within the window', { width: 1366, height: 600, windowHeight: 600 }, 1, [600], false],
    ['two windows and a rest', { width: 1366, height: 1600, windowHeight: 700 }, 1, [700, 1400, 1600], false],
    ['a page that is cut', { width: 1366, height: 25_000, windowHeight: 10_000 }, 1, [10_000, 20_000], true],
    ['twice as fine', { width: 1366, height: 1000, windowHeight: 600 }, 2, [1200, 2000], false],
  ])('%s', (_, page, ratio, ends, isCut) => {
    const plan = planSlices(page, ratio)
    expect(plan.slices.map(({ to }) => to)).toEqual(ends)
    expect(plan.isCut).toBe(isCut)
  })

  test('a very wide, fine window is cut by the area of canvases', () => {
    const plan = planSlices({ width: 5120, height: 20_000, windowHeight: 1300 }, 2)
    expect(plan).toMatchObject({ width: 10_240, height: 26_214, isCut: true })
  })

  test('a window of no size is refused', () => {
    expect(() => planSlices({ width: 0, height: 100, windowHeight: 100 }, 1)).toThrow(RangeError)
    expect(() => planSlices({ width: 100, height: 100, windowHeight: 1 }, 1)).toThrow(RangeError)
  })
})
