import { browser } from 'wxt/browser'
import type { CapturedTab } from '../evidence/capture.ts'
import type { PageSender } from '../messaging/check-sender.ts'

/** What the browser says of the tab that a message came from. */
export async function describeCapturedTab({
  tabId,
  documentId,
  addressUrl,
}: PageSender): Promise<CapturedTab> {
  return { tabId, documentId, addressUrl, zoom: await zoomOf(tabId) }
}

/** Null where the tab was closed meanwhile: what the page stated is saved all the same. */
async function zoomOf(tabId: number): Promise<number | null> {
  try {
    return await browser.tabs.getZoom(tabId)
  } catch (error) {
    if (error instanceof Error && /No tab with id|Invalid tab ID/i.test(error.message)) return null
    throw error
  }
}
