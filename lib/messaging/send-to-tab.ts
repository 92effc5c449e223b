import { browser } from 'wxt/browser'
import type { BackgroundToContent } from './protocol.ts'

/**
 * Sends a message to the content script of a tab's page. Null where nobody answers: the tab was closed,
 * shows another site, or its page was open before Docket was installed.
 */
export async function sendToTab<Name extends keyof BackgroundToContent>(
  tabId: number,
  type: Name,
  request: BackgroundToContent[Name]['request'],
): Promise<BackgroundToContent[Name]['reply'] | null> {
  try {
    const reply: BackgroundToContent[Name]['reply'] | undefined = await browser.tabs.sendMessage(
      tabId,
      { type, request },
      { frameId: 0 },
    )
    return reply ?? null
  } catch (error) {
    if (error instanceof Error && nobodyAnswers.test(error.message)) return null
    throw error
  }
}

/** Chromium's and Firefox's words for a tab without listener, a closed tab, a closed channel. */
const nobodyAnswers =
  /Could not establish connection|Receiving end does not exist|No tab with id|Invalid tab ID|message (port|channel) closed|Actor .* destroyed/i
