import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import type { Box, PageCheck } from './page-check.ts'

/** What the browser says of the tab that is to be photographed. */
export interface TabFacts {
  isInFront: boolean
  url: string
}

/** What the screenshot needs of the browser. */
export interface ScreenshotPorts {
  /** Facts of the tab; null where it was closed. */
  tab(): Promise<TabFacts | null>
  /** Asks the page itself; null where nobody answers. `before` also hides Docket's own controls. */
  checkPage(phase: 'before' | 'after'): Promise<PageCheck | null>
  /** Runs `take` when the browser's quota allows it. */
  whenAllowed<T>(take: () => Promise<T>): Promise<T>
  /** PNG of what the tab shows. */
  photograph(): Promise<PhotographResult>
  /** Starts to listen for tab switches and navigations; call it to learn what happened since. */
  watch(): { happened(): string | null; stop(): void }
  nowMs(): number
}

export type PhotographResult =
  | { outcome: 'taken'; png: Uint8Array<ArrayBuffer> }
  | { outcome: 'no-permission' }
  | { outcome: 'refused'; reason: string }

export interface Screenshot {
  png: Uint8Array<ArrayBuffer>
  takenAtMs: number
  /** The page as it was checked just before. */
  page: PageCheck
}

const maxTries = 3

/**
 * Photographs the tab's viewport, and accepts the picture only if tab, document, URL, page state and the
 * listings' places agree before and after (invariant 4). `tabs.captureVisibleTab` has no tab argument: it
 * takes whatever is in front, so a tab switched within those milliseconds yields a wrong picture.
 *
 * Fails with `no-permission`, `tab-closed`, `page-not-evidence` (challenge, login, loading, unknown: never
 * photographed as evidence), or after three tries with the reason of the last.
 */
export async function takeScreenshot(
  ports: ScreenshotPorts,
): Promise<Result<Screenshot, Failure & { tries: number }>> {
  let last: Failure = { code: 'not-tried', message: 'No screenshot was taken.' }
  for (let tries = 1; tries <= maxTries; tries++) {
    const attempt = await tryOnce(ports)
    if (attempt.ok) return attempt
    last = attempt.error
    if (finalCodes.has(last.code)) return { ok: false, error: { ...last, tries } }
  }
  return { ok: false, error: { ...last, tries: maxTries } }
}

const finalCodes = new Set(['no-permission', 'tab-closed', 'page-gone', 'page-not-evidence'])

async function tryOnce(ports: ScreenshotPorts): Promise<Result<Screenshot>> {
  return ports.whenAllowed(async () => {
    const watch = ports.watch()
    try {
      const tabBefore = await ports.tab()
      // A page behind another one is not asked: it hides its controls and waits for frames that do not come, and
      // all other screenshots wait with it.
      const behind = refusalOfTab(tabBefore)
      if (behind) return { ok: false, error: behind }
      const before = await ports.checkPage('before')
      const refusal = refusalOf(tabBefore, before)
      if (refusal || !before) return { ok: false, error: refusal ?? pageGone }
      const takenAtMs = ports.nowMs()
      const photograph = await ports.photograph()
      const after = await ports.checkPage('after')
      const tabAfter = await ports.tab()
      const away = watch.happened() ?? refusalOfTab(tabAfter)?.message ?? null
      if (photograph.outcome === 'no-permission') {
        // Where something else came to the front, the browser refused to photograph that, not this page.
        return away === null ? { ok: false, error: noPermission } : changed(away)
      }
      if (photograph.outcome === 'refused') {
        return fail(
          'browser-refused',
          `The browser refused the screenshot (${photograph.reason}). Try again.`,
        )
      }
      const change = away ?? refusalOf(tabAfter, after)?.message ?? changeBetween(before, after)
      if (change) return changed(change)
      return ok({ png: photograph.png, takenAtMs, page: before })
    } finally {
      watch.stop()
    }
  })
}

const changed = (what: string): Result<never> =>
  fail('page-changed', `${what} Stay on the page and take the screenshot again.`)

export const noPermission: Failure = {
  code: 'no-permission',
  message:
    "No screenshot yet: the browser lets Docket photograph this page only after a click on Docket's toolbar button, or always if you allow it on the welcome page.",
}

const pageGone: Failure = {
  code: 'page-gone',
  message: 'The page was left or reloaded before the screenshot.',
}

/** Why this tab must not be photographed, or null where it may. */
function refusalOfTab(tab: TabFacts | null): Failure | null {
  if (!tab) return { code: 'tab-closed', message: 'The tab was closed before the screenshot.' }
  return tab.isInFront ? null : { code: 'tab-switched', message: 'Another tab was in front.' }
}

/** Why this page must not be photographed, or null where it may. */
function refusalOf(tab: TabFacts | null, page: PageCheck | null): Failure | null {
  const refusal = refusalOfTab(tab)
  if (refusal || !tab) return refusal
  if (!page?.sameDocument) return pageGone
  if (!page.visible) return { code: 'tab-switched', message: 'The page was not visible.' }
  if (withoutFragment(tab.url) !== withoutFragment(page.url)) {
    return { code: 'page-changed', message: 'The address changed.' }
  }
  if (!page.controlsHidden) {
    return { code: 'controls-shown', message: "Docket's own controls could not be hidden." }
  }
  if (page.pageState !== 'ready' && page.pageState !== 'removed') {
    return {
      code: 'page-not-evidence',
      message: `AliExpress shows a ${page.pageState} page, which is no evidence of a listing.`,
    }
  }
  return null
}

function changeBetween(before: PageCheck, after: PageCheck | null): string | null {
  if (!after) return 'The page did not answer.'
  if (before.url !== after.url) return 'The address changed.'
  if (before.itemComId !== after.itemComId) return 'The page shows another item.'
  if (before.pageState !== after.pageState) return 'The page changed its state.'
  for (const [comId, box] of Object.entries(before.subjects)) {
    if (!isSamePlace(box, after.subjects[comId] ?? null)) return 'The page was scrolled or moved.'
  }
  return null
}

/** Two pixels: sub-pixel layout differs between two readings of a page at rest. */
const isSamePlace = (a: Box | null, b: Box | null) =>
  a === null || b === null ? a === b : Math.abs(a.x - b.x) < 2 && Math.abs(a.y - b.y) < 2

const withoutFragment = (url: string) => url.replace(/#.*$/, '')
