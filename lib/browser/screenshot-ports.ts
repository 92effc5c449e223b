import { browser } from 'wxt/browser'
import type { ScreenshotPorts, TabFacts } from '../evidence/screenshot/take-screenshot.ts'
import { sendToTab } from '../messaging/send-to-tab.ts'
import { inCaptureLine, photographWindow } from './photograph-tab.ts'

/** What a screenshot of this tab's page needs of the browser. */
export function screenshotPorts(tabId: number, documentKey: string, comIds: string[]): ScreenshotPorts {
  let windowId: number = browser.windows.WINDOW_ID_NONE
  return {
    async tab(): Promise<TabFacts | null> {
      const tab = await findTab(tabId)
      if (!tab) return null
      windowId = tab.windowId
      return { isInFront: tab.active, url: tab.url ?? '' }
    },
    checkPage: (phase) => sendToTab(tabId, 'page.check', { documentKey, phase, comIds }),
    whenAllowed: inCaptureLine,
    photograph: () => photographWindow(windowId),
    watch: () => watchTab(tabId, () => windowId),
    nowMs: () => Date.now(),
  }
}

async function findTab(tabId: number) {
  try {
    return await browser.tabs.get(tabId)
  } catch (error) {
    if (error instanceof Error && /No tab with id|Invalid tab ID/i.test(error.message)) return null
    throw error
  }
}

/** Notes the first switch, navigation or move that concerns the tab. */
function watchTab(tabId: number, windowIdOfTab: () => number) {
  let change: string | null = null
  const note = (what: string) => {
    change ??= what
  }
  const onActivated = (info: { tabId: number; windowId: number }) => {
    if (info.tabId !== tabId && info.windowId === windowIdOfTab()) note('Another tab came to the front.')
  }
  const onUpdated = (updatedId: number, info: { status?: string; url?: string }) => {
    if (updatedId === tabId && (info.url !== undefined || info.status === 'loading'))
      note('The page was loaded again.')
  }
  const onRemoved = (removedId: number) => {
    if (removedId === tabId) note('The tab was closed.')
  }
  const onDetached = (detachedId: number) => {
    if (detachedId === tabId) note('The tab was moved to another window.')
  }
  browser.tabs.onActivated.addListener(onActivated)
  browser.tabs.onUpdated.addListener(onUpdated)
  browser.tabs.onRemoved.addListener(onRemoved)
  browser.tabs.onDetached.addListener(onDetached)
  return {
    happened: () => change,
    stop() {
      browser.tabs.onActivated.removeListener(onActivated)
      browser.tabs.onUpdated.removeListener(onUpdated)
      browser.tabs.onRemoved.removeListener(onRemoved)
      browser.tabs.onDetached.removeListener(onDetached)
    },
  }
}
