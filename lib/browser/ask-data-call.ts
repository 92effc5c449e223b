import { browser } from 'wxt/browser'
import { askInitData } from '../site/init-data.ts'

/** A page whose call was answered hands it out within a few milliseconds; one without never answers. */
const timeoutMs = 800
/** Largest answer taken; the captured states of item pages have up to 320,000 characters. */
const maxChars = 4_000_000

/**
 * JSON text of what the page's own data call answered: hostile until parsed. Null where it hands out none.
 * @throws where the tab is closed or gone elsewhere by now
 */
export async function askDataCall(tabId: number): Promise<string | null> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    world: 'MAIN',
    func: askInitData,
    args: [timeoutMs, maxChars],
  })
  return frame?.result?.json ?? null
}
