import type {
  Drawing,
  FullPagePorts,
  MeasuredPage,
  Moved,
  MoveStop,
  PageMover,
  ShownFloating,
} from '../../lib/evidence/screenshot/full-page-ports.ts'
import type { Box, PageCheck } from '../../lib/evidence/screenshot/page-check.ts'

/**
 * A page as a list of numbered rows, and a browser that photographs its window: pictures are lists of row numbers
 * (four bytes each), so that what is put together can be compared with the page.
 */
export interface ModelPage {
  rows: number[]
  /** Rows that stand lower (or, negative, higher) than at the first picture. */
  shift: number
  scroll: number
  isPutBack: boolean
  pictures: number
  /** What the parts that stay in place looked like in each picture. */
  shown: ShownFloating[]
  url: string
}

/** Rows that stand for parts that stay in place, and for what is covered. */
export const modelRows = { header: 900_001, footer: 900_002, covered: 900_003, nothing: 900_004 }

export interface ModelOptions {
  height: number
  windowHeight: number
  ratio?: number
  /** Rows of a bar fixed to the window's upper and lower edge. */
  header?: number
  footer?: number
  /** Called before each picture, with its number from 1; may change the page or say why it must stop. */
  beforePicture?: (page: ModelPage, picture: number) => MoveStop | undefined
  /** What the check after picture number n says. */
  afterPicture?: (page: ModelPage, picture: number) => MoveStop | undefined
  account?: (page: ModelPage) => PageCheck['account']
  /** True: the browser photographs the whole page at once. */
  atOnce?: boolean
  nowMs?: () => number
}

const bytesOf = (rows: number[]) => new Uint8Array(new Uint32Array(rows).buffer)
export const rowsOf = (png: Uint8Array): number[] => [
  ...new Uint32Array(png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength)),
]

const windowWidth = 100

export const modelDrawing = (ratio: number, events: string[] = []): Drawing => ({
  async decode(png) {
    const rows = rowsOf(png)
    events.push('open')
    const close = () => {
      events.push('close')
      picture.width = 0
    }
    const picture = { width: Math.round(windowWidth * ratio), height: rows.length, rows, close }
    return picture
  },
  canvas(_width, height) {
    const rows = new Array<number>(height).fill(modelRows.nothing)
    const set = (at: number, row: number) => {
      if (at >= 0 && at < height) rows[at] = row
    }
    return {
      draw(picture, part, at) {
        const { rows: from } = picture as unknown as { rows: number[] }
        for (let row = 0; row < part.height; row++) set(at.y + row, from[part.y + row] ?? modelRows.nothing)
      },
      cover(place) {
        for (let row = 0; row < place.height; row++) set(place.y + row, modelRows.covered)
      },
      encode: async (count) => bytesOf(rows.slice(0, count)),
    }
  },
})

/** Ports of a model page; `page` shows what became of it. */
export function modelPage(options: ModelOptions): FullPagePorts & { page: ModelPage; events: string[] } {
  const { height, windowHeight, ratio = 1, header = 0, footer = 0 } = options
  const windowRows = Math.floor(windowHeight * ratio + 1e-6)
  const page: ModelPage = {
    rows: Array.from({ length: Math.floor(height * ratio + 1e-6) }, (_, row) => row),
    shift: 0,
    scroll: 123,
    isPutBack: false,
    pictures: 0,
    shown: [],
    url: 'https://www.aliexpress.com/item/1005007000000001.html',
  }
  const events: string[] = []
  const measure = (): MeasuredPage => ({
    width: windowWidth,
    height: page.rows.length / ratio,
    windowHeight,
    windowWidth,
    fullWidth: windowWidth,
    pixelRatio: ratio,
  })
  const answer = <T>(stop: MoveStop | undefined, value: T): Moved<T> =>
    stop ? { stop } : { stop: null, value }
  let show: ShownFloating = 'all'
  const footerBox = (): Box[] =>
    footer > 0 && (show === 'lower' || show === 'all')
      ? [{ x: 0, y: (windowRows - footer) / ratio, width: windowWidth, height: footer / ratio }]
      : []

  const mover: PageMover = {
    begin: async () => answer(undefined, measure()),
    loadLazy: async () => answer(undefined, measure()),
    async goTo(wish) {
      show = wish.show
      const stop = options.beforePicture?.(page, page.pictures + 1)
      const most = Math.max(0, page.rows.length - windowRows)
      page.scroll = Math.min(Math.round(wish.top * ratio) + page.shift, most)
      return answer(stop, {
        scrollTop: page.scroll / ratio,
        shift: page.shift / ratio,
        lowerFloating: footerBox(),
        lowerHidden: footer > 0 && show !== 'lower' && show !== 'all' ? 1 : 0,
      })
    },
    check: async () => answer(options.afterPicture?.(page, page.pictures), measure()),
    async end() {
      page.isPutBack = true
    },
  }
  const check = (): PageCheck => ({
    sameDocument: true,
    url: page.url,
    pageState: 'ready',
    visible: true,
    controlsHidden: true,
    itemComId: '1005007000000001',
    subjects: {},
    account: options.account?.(page) ?? null,
  })
  const photograph = (rows: number[]) => {
    page.pictures++
    page.shown.push(show)
    return { outcome: 'taken' as const, png: bytesOf(rows) }
  }
  return {
    page,
    events,
    mover,
    drawing: modelDrawing(ratio, events),
    photographPage: options.atOnce
      ? async (part) => photograph(page.rows.slice(0, Math.floor(part.height * part.ratio)))
      : null,
    screenshot: {
      tab: async () => ({ isInFront: true, url: page.url }),
      checkPage: async () => check(),
      whenAllowed: (take) => take(),
      photograph: async () => {
        const seen = page.rows.slice(page.scroll, page.scroll + windowRows)
        if (header > 0 && (show === 'upper' || show === 'all')) seen.fill(modelRows.header, 0, header)
        if (footer > 0 && (show === 'lower' || show === 'all'))
          seen.fill(modelRows.footer, seen.length - footer)
        return photograph(seen)
      },
      watch: () => ({ happened: () => null, stop: () => undefined }),
      nowMs: options.nowMs ?? (() => 1000),
    },
  }
}
