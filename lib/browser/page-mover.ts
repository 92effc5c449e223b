import { browser } from 'wxt/browser'
import * as z from 'zod'
import type { Moved, PageMover } from '../evidence/screenshot/full-page-ports.ts'

const pixels = z.number().min(-1_000_000).max(1_000_000)
const size = z.strictObject({
  width: pixels,
  height: pixels,
  windowHeight: pixels,
  windowWidth: pixels.positive(),
  fullWidth: pixels,
  pixelRatio: z.number().min(0.1).max(20),
})
const box = z.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels })
const place = z.strictObject({
  scrollTop: pixels,
  shift: pixels,
  lowerFloating: z.array(box).max(1000),
  lowerHidden: z.number().int().nonnegative(),
})

const moved = <T>(value: z.ZodType<T>): z.ZodType<Moved<T>> =>
  z.discriminatedUnion('stop', [
    z.strictObject({ stop: z.null(), value }),
    z.strictObject({ stop: z.enum(['person', 'hidden', 'moved', 'zoomed', 'lapsed']) }),
  ])

/**
 * Puts the script that moves the page (entrypoints/full-page) into the tab's page and calls it there. It answers
 * through the browser's own return value, in a world that the page does not share; what comes is parsed all the same.
 */
export function pageMover(tabId: number): PageMover {
  const target = { tabId, frameIds: [0] }

  async function call<T>(method: keyof PageMover, wish: object, schema: z.ZodType<Moved<T>>) {
    const answer = await ifThere(() =>
      browser.scripting.executeScript({ target, func: callInPage, args: [method, wish] }),
    )
    const parsed = schema.safeParse(answer?.[0]?.result)
    return parsed.success ? parsed.data : null
  }

  return {
    async begin() {
      await ifThere(() => browser.scripting.executeScript({ target, files: ['/full-page.js'] }))
      return call('begin', {}, moved(size))
    },
    loadLazy: (wish) => call('loadLazy', wish, moved(size)),
    goTo: (wish) => call('goTo', wish, moved(place)),
    check: () => call('check', {}, moved(size)),
    end: () =>
      ifThere(() => browser.scripting.executeScript({ target, func: callInPage, args: ['end', {}] })),
  }
}

/** Runs in the page's isolated world: refers to nothing outside its body. */
function callInPage(method: string, wish: object): unknown {
  const key = Symbol.for('docket-page-mover')
  const world = globalThis as { [key]?: Record<string, (wish: object) => unknown> }
  return world[key]?.[method]?.(wish) ?? null
}

/** Null where the page or its tab is gone meanwhile: the caller takes that for the end. */
async function ifThere<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Error && goneReasons.test(error.message)) return null
    throw error
  }
}

/** Chromium's and Firefox's words for a closed tab, a page that was left, and one that Docket may not touch. */
const goneReasons =
  /No tab with id|Invalid tab ID|No frame with id|Frame .* was removed|Cannot access|Missing host permission|cannot be scripted|Actor .* destroyed|before it could be|No document/i
