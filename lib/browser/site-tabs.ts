import { browser } from 'wxt/browser'
import type { PageAct } from '../messaging/protocol.ts'
import { sendToTab } from '../messaging/send-to-tab.ts'
import { siteMatchPatterns } from '../site/hosts.ts'

/** Tells every open page of the site that judgements changed, so that what it shows is true. */
export async function refreshSiteTabs(exceptTabId: number | null): Promise<void> {
  const tabs = await browser.tabs.query({ url: siteMatchPatterns, discarded: false })
  const others = tabs.flatMap((tab) => (tab.id !== undefined && tab.id !== exceptTabId ? [tab.id] : []))
  await Promise.all(others.map((tabId) => sendToTab(tabId, 'page.refresh', {})))
}

/**
 * Lets a browser command or context menu act in a page. A page that was open before Docket was installed
 * has no content script yet: it gets one first. False where the page still does not answer.
 */
export async function actInTab(tabId: number, act: PageAct): Promise<boolean> {
  const reply = (await sendToTab(tabId, 'page.act', act)) ?? (await actAfterInjecting(tabId, act))
  return reply?.understood ?? false
}

async function actAfterInjecting(tabId: number, act: PageAct) {
  const tab = await browser.tabs.get(tabId)
  // The address is readable only on hosts that Docket has permission for.
  if (!tab.url) return null
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/aliexpress.js'] })
  return sendToTab(tabId, 'page.act', act)
}
