import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MoveStop } from '../../../../lib/evidence/screenshot/full-page-ports.ts'
import { takeFullPage } from '../../../../lib/evidence/screenshot/take-full-page.ts'
import { type ModelOptions, modelPage, modelRows, rowsOf } from '../../../support/model-page.ts'

const wish = { signal: new AbortController().signal, isMaskOn: true }

async function photographed(options: ModelOptions) {
  const ports = modelPage(options)
  const taken = await takeFullPage(ports, wish)
  if (!taken.ok) throw new Error(taken.error.message)
  expect(ports.page.isPutBack).toBe(true)
  return { ports, taken: taken.value, rows: rowsOf(taken.value.png) }
}

const counting = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

describe('a picture of a whole page', () => {
  test('holds every row of the page once, in order, whatever page and window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 50, max: 5000 }),
        fc.integer({ min: 40, max: 900 }),
        fc.constantFrom(1, 1.1, 1.25, 1.5, 2),
        async (height, windowHeight, ratio) => {
          const { rows, taken, ports } = await photographed({
            height: Math.max(height, windowHeight),
            windowHeight,
            ratio,
          })
          expect(rows).toEqual(ports.page.rows)
          expect(taken.cut).toBeNull()
        },
      ),
    )
  })

  test('parts that stay in place are in it once, and cover nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 500, max: 4000 }),
        fc.integer({ min: 0, max: 150 }),
        fc.integer({ min: 0, max: 150 }),
        async (height, header, footer) => {
          const { rows } = await photographed({ height, windowHeight: 480, header, footer })
          expect(rows).toEqual([
            ...new Array(header).fill(modelRows.header),
            ...counting(header, height - footer),
            ...new Array(footer).fill(modelRows.footer),
          ])
        },
      ),
    )
  })

  test('a header that shrinks, or rows that come in above, cost no row and bring none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -60, max: 200 }),
        fc.integer({ min: 2, max: 6 }),
        async (change, atPicture) => {
          const { rows } = await photographed({
            height: 3000,
            windowHeight: 500,
            beforePicture(page, picture) {
              if (picture !== atPicture || page.shift !== 0) return undefined
              if (change < 0) page.rows.splice(100, -change)
              else page.rows.splice(100, 0, ...new Array(change).fill(modelRows.nothing))
              page.shift = change
              return undefined
            },
          })
          expect(rows).toEqual(counting(0, 3000))
        },
      ),
    )
  })

  test('a page that grows at its end is shown as it was, and says what is missing', async () => {
    const { rows, taken } = await photographed({
      height: 2000,
      windowHeight: 500,
      afterPicture(page, picture) {
        if (picture === 2) page.rows.push(...counting(2000, 2700))
        return undefined
      },
    })
    expect(rows).toEqual(counting(0, 2000))
    expect(taken.cut).toBe("It shows the upper 2,000 of 2,700 pixels of the page's height.")
  })

  test('a page that becomes shorter ends where it ends', async () => {
    const { rows, taken } = await photographed({
      height: 2000,
      windowHeight: 500,
      afterPicture(page, picture) {
        if (picture === 2) page.rows.length = 1700
        return undefined
      },
    })
    expect(rows).toEqual(counting(0, 1700))
    expect(taken.cut).toBeNull()
  })

  test('beyond 20,000 pixels it is cut and marked', async () => {
    const { rows, taken } = await photographed({ height: 25_000, windowHeight: 768 })
    expect(rows).toEqual(counting(0, 20_000))
    expect(taken.cut).toBe("It shows the upper 20,000 of 25,000 pixels of the page's height.")
    expect(taken.pictures).toBe(27)
  })

  test('when it takes too long, it ends with what there is and says so', async () => {
    let nowMs = 0
    const { rows, taken } = await photographed({
      height: 8000,
      windowHeight: 500,
      nowMs: () => {
        nowMs += 5000
        return nowMs
      },
    })
    expect(rows.length).toBeLessThan(8000)
    expect(rows).toEqual(counting(0, rows.length))
    expect(taken.cut).toContain('of 8,000 pixels')
  })

  test('no more than two pictures are open at any moment, and all are closed', async () => {
    const { ports } = await photographed({ height: 6000, windowHeight: 500 })
    let open = 0
    for (const event of ports.events) {
      open += event === 'open' ? 1 : -1
      expect(open).toBeLessThanOrEqual(2)
    }
    expect(open).toBe(0)
  })

  test('what names a signed-in person is covered where it is seen, and it is said', async () => {
    const options: ModelOptions = {
      height: 1500,
      windowHeight: 500,
      account: ({ scroll }) => ({
        windowWidth: 100,
        boxes: scroll < 50 ? [{ shows: 'header', x: 0, y: -scroll, width: 100, height: 50 }] : [],
      }),
    }
    const { rows, taken } = await photographed(options)
    expect(rows.slice(0, 50)).toEqual(new Array(50).fill(modelRows.covered))
    expect(rows.slice(50)).toEqual(counting(50, 1500))
    expect(taken.redacted).toEqual(['page header covered: someone was signed in'])
    const ports = modelPage(options)
    const open = await takeFullPage(ports, { ...wish, isMaskOn: false })
    expect(open.ok && rowsOf(open.value.png)).toEqual(counting(0, 1500))
    expect(open.ok && open.value.redacted).toEqual([])
  })
})

describe('where a browser photographs the page at once', () => {
  test('one picture is enough, and bars at the lower edge are said to be missing', async () => {
    const { rows, taken } = await photographed({ height: 3000, windowHeight: 500, footer: 40, atOnce: true })
    expect(rows).toEqual(counting(0, 3000))
    expect(taken).toMatchObject({
      pictures: 1,
      cut: null,
      redacted: ['parts that stay at the lower edge of the window'],
    })
  })

  test('it is cut where canvases end', async () => {
    const { rows, taken } = await photographed({ height: 18_000, windowHeight: 700, ratio: 2, atOnce: true })
    expect(rows.length).toBe(32_766)
    expect(taken.cut).toBe("It shows the upper 16,383 of 18,000 pixels of the page's height.")
  })
})

describe('giving up', () => {
  const failing = async (options: Partial<ModelOptions>) => {
    const ports = modelPage({ height: 3000, windowHeight: 500, ...options })
    const taken = await takeFullPage(ports, wish)
    expect(ports.page.isPutBack).toBe(true)
    return { error: taken.ok ? null : taken.error, ports }
  }

  test.each([
    ['person', 'person-scrolled', true],
    ['zoomed', 'page-magnified', true],
    ['hidden', 'tab-switched', false],
    ['lapsed', 'interrupted', false],
  ] as const)('when the page stops for %s', async (stop, code, final) => {
    const { error } = await failing({
      beforePicture: (_, picture): MoveStop | undefined => (picture === 3 ? stop : undefined),
    })
    expect(error).toMatchObject({ code, final })
  })

  test('a window that was moved during its picture is photographed again', async () => {
    let faults = 0
    const ports = modelPage({
      height: 3000,
      windowHeight: 500,
      afterPicture: (_, picture) => (picture === 3 && ++faults === 1 ? 'moved' : undefined),
    })
    const taken = await takeFullPage(ports, wish)
    expect(taken.ok && rowsOf(taken.value.png)).toEqual(counting(0, 3000))
    expect(ports.page.pictures).toBe(7)
  })

  test('content that does not come to rest is given up after three pictures', async () => {
    const { error, ports } = await failing({
      afterPicture: (_, picture) => (picture >= 3 ? 'moved' : undefined),
    })
    expect(error).toMatchObject({ code: 'page-moved', final: false })
    expect(ports.page.pictures).toBe(5)
  })

  test('another address or a page that is gone ends it', async () => {
    const ports = modelPage({
      height: 3000,
      windowHeight: 500,
      beforePicture(page, picture) {
        if (picture === 2) page.url = 'https://www.aliexpress.com/item/1005007000000009.html'
        return undefined
      },
    })
    const url = 'https://www.aliexpress.com/item/1005007000000001.html'
    const screenshot = { ...ports.screenshot, tab: async () => ({ isInFront: true, url }) }
    expect(await takeFullPage({ ...ports, screenshot }, wish)).toMatchObject({
      error: { code: 'page-changed' },
    })
    const mover = { ...ports.mover, goTo: async () => null }
    expect(await takeFullPage({ ...ports, mover }, wish)).toMatchObject({
      error: { code: 'page-gone', final: true },
    })
  })

  test('a page behind another one is not even begun with', async () => {
    const ports = modelPage({ height: 3000, windowHeight: 500 })
    const screenshot = { ...ports.screenshot, tab: async () => ({ isInFront: false, url: ports.page.url }) }
    const mover = { ...ports.mover, begin: () => Promise.reject(new Error('moved')) }
    expect(await takeFullPage({ ...ports, screenshot, mover }, wish)).toMatchObject({
      error: { code: 'tab-switched', final: false },
    })
  })

  test('without permission it ends at the first picture', async () => {
    const ports = modelPage({ height: 3000, windowHeight: 500 })
    const screenshot = {
      ...ports.screenshot,
      photograph: async () => ({ outcome: 'no-permission' as const }),
    }
    expect(await takeFullPage({ ...ports, screenshot }, wish)).toMatchObject({
      error: { code: 'no-permission', final: true },
    })
    expect(ports.page.isPutBack).toBe(true)
  })

  test('the person stops it: the page is put back at once', async () => {
    const stop = new AbortController()
    const ports = modelPage({
      height: 9000,
      windowHeight: 500,
      beforePicture(_, picture) {
        if (picture === 2) stop.abort()
        return undefined
      },
    })
    const taken = await takeFullPage(ports, { ...wish, signal: stop.signal })
    expect(taken).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(ports.page.pictures).toBeLessThanOrEqual(2)
    expect(ports.page.isPutBack).toBe(true)
  })

  test('a fault of the browser puts the page back too', async () => {
    const ports = modelPage({ height: 3000, windowHeight: 500 })
    const drawing = { ...ports.drawing, decode: () => Promise.reject(new Error('no memory')) }
    await expect(takeFullPage({ ...ports, drawing }, wish)).rejects.toThrow('no memory')
    expect(ports.page.isPutBack).toBe(true)
  })

  test('a window that is resized meanwhile is noticed', async () => {
    const ports = modelPage({ height: 3000, windowHeight: 500 })
    let decoded = 0
    const drawing = {
      ...ports.drawing,
      decode: async (png: Uint8Array<ArrayBuffer>) => {
        const picture = await ports.drawing.decode(png)
        return ++decoded === 3 ? { ...picture, width: 90 } : picture
      },
    }
    expect(await takeFullPage({ ...ports, drawing }, wish)).toMatchObject({
      error: { code: 'window-resized' },
    })
  })
})
