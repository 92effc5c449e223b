import { browser } from 'wxt/browser'
import type { PhotographResult } from '../evidence/screenshot/take-screenshot.ts'

/** Chromium allows two captures a second for the whole extension; 510 ms apart was the least that never failed. */
const captureGapMs = 600
const quotaRetries = 3

let lastInLine: Promise<unknown> = Promise.resolve()
let lastCaptureAtMs = Number.NEGATIVE_INFINITY

/**
 * Runs `take` alone, and not sooner after the last capture than the browser's quota allows. One line for
 * the whole extension, since the quota is the extension's.
 */
export function inCaptureLine<T>(take: () => Promise<T>): Promise<T> {
  const turn = lastInLine.then(async () => {
    await pause(lastCaptureAtMs + captureGapMs - performance.now())
    return take()
  })
  lastInLine = turn.catch(() => undefined)
  return turn
}

/**
 * PNG of what the window shows. The caller makes sure that the right tab is in front. Quota refusals are
 * waited out; a missing permission and any other refusal are told apart.
 */
export const photographWindow = (windowId: number): Promise<PhotographResult> =>
  photograph(() => browser.tabs.captureVisibleTab(windowId, { format: 'png' }))

/** Firefox alone photographs a tab by its id, and more of its page than the window shows. */
interface TabPhotographer {
  captureTab(
    tabId: number,
    options: {
      format: 'png'
      rect: { x: number; y: number; width: number; height: number }
      scale: number
    },
  ): Promise<string>
}

/** Null where this browser cannot photograph more than the window. */
export function pagePhotographer(
  tabId: number,
): ((part: { width: number; height: number; ratio: number }) => Promise<PhotographResult>) | null {
  const tabs = browser.tabs as unknown as Partial<TabPhotographer>
  if (!tabs.captureTab) return null
  const captureTab = tabs.captureTab.bind(tabs)
  return ({ width, height, ratio }) =>
    photograph(() => captureTab(tabId, { format: 'png', rect: { x: 0, y: 0, width, height }, scale: ratio }))
}

async function photograph(take: () => Promise<string>): Promise<PhotographResult> {
  let reason = ''
  for (let tries = 0; tries <= quotaRetries; tries++) {
    lastCaptureAtMs = performance.now()
    try {
      const dataUrl = await take()
      return { outcome: 'taken', png: bytesOfDataUrl(dataUrl) }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
      if (/permission/i.test(reason)) return { outcome: 'no-permission' }
      if (!/MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/.test(reason)) break
      await pause(captureGapMs)
    }
  }
  return { outcome: 'refused', reason: reason.slice(0, 200) }
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve())

const bytesOfDataUrl = (dataUrl: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.fromBase64(dataUrl.slice(dataUrl.indexOf(',') + 1))
