import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  coverNotes,
  coverPlaces,
  inPixels,
  placesToCover,
} from '../../../../lib/evidence/screenshot/cover-places.ts'
import type { PageCheck } from '../../../../lib/evidence/screenshot/page-check.ts'
import { modelDrawing, modelRows, rowsOf } from '../../../support/model-page.ts'

const box = (y: number, height: number) => ({ shows: 'header' as const, x: 0, y, width: 100, height })
const pageWith = (account: PageCheck['account']) => ({ account }) as PageCheck

describe('what is covered', () => {
  test('nothing where nobody is signed in, or the person does not want it', () => {
    const account = { windowWidth: 100, boxes: [box(0, 50)] }
    expect(placesToCover(pageWith(null), true)).toEqual([])
    expect(placesToCover(pageWith(account), false)).toEqual([])
    expect(placesToCover(pageWith(account), true)).toEqual(account.boxes)
  })

  test('each kind of place is said once', () => {
    expect(coverNotes([])).toEqual([])
    expect(coverNotes([box(0, 50), box(60, 20), { ...box(300, 10), shows: 'address' }])).toEqual([
      'page header covered: someone was signed in',
      'delivery address covered: someone was signed in',
    ])
  })

  test('every pixel that a place touches, at any fineness', () => {
    const size = fc.double({ min: 0, max: 3000, noNaN: true })
    fc.assert(
      fc.property(
        size,
        size,
        size,
        size,
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (x, y, width, height, ratio) => {
          const covered = inPixels({ x, y, width, height }, ratio)
          expect(Object.values(covered).every(Number.isInteger)).toBe(true)
          expect(covered.x).toBeLessThanOrEqual(x * ratio)
          expect(covered.y).toBeLessThanOrEqual(y * ratio)
          expect(covered.x + covered.width).toBeGreaterThanOrEqual(x * ratio + width * ratio - 1e-6)
          expect(covered.y + covered.height).toBeGreaterThanOrEqual(y * ratio + height * ratio - 1e-6)
        },
      ),
    )
  })

  test('the rest of the picture stays as it is', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => row)
    const png = new Uint8Array(new Uint32Array(rows).buffer)
    const events: string[] = []
    const covered = rowsOf(await coverPlaces(modelDrawing(2, events), png, [box(10.2, 20)], 100))
    expect(covered.slice(0, 20)).toEqual(rows.slice(0, 20))
    expect(covered.slice(20, 61)).toEqual(new Array(41).fill(modelRows.covered))
    expect(covered.slice(61)).toEqual(rows.slice(61))
    expect(events).toEqual(['open', 'close'])
  })
})
