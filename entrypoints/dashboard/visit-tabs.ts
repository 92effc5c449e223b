import { browser } from 'wxt/browser'
import type { VisitTabs } from '../../components/tracking/services.ts'
import { siteMatchPatterns } from '../../lib/site/hosts.ts'
import { canonicalItemUrl, readPathItemId } from '../../lib/site/item-id.ts'
import type { PageState } from '../../lib/site/page-context.ts'

/** Where listings of the visit list stand in the browser. */
export const visitTabs: VisitTabs = {
  async open(comId, last) {
    const url = canonicalItemUrl(comId)
    const tabId = last === null ? null : await tabOf(last)
    if (tabId === null) await browser.tabs.create({ url })
    else await browser.tabs.update(tabId, { url, active: true })
  },
  async stateOf(comId) {
    const tabId = await tabOf(comId)
    return tabId === null ? null : stateIn(tabId)
  },
}

/** The newest tab at this listing's address, where challenges are served too; null where there is none. */
async function tabOf(comId: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: siteMatchPatterns, discarded: false })
  const own = tabs.findLast(
    ({ url }) => url !== undefined && URL.canParse(url) && readPathItemId(new URL(url))?.comId === comId,
  )
  return own?.id ?? null
}

async function stateIn(tabId: number): Promise<PageState | null> {
  const target = { tabId }
  try {
    await browser.scripting.executeScript({ target, files: ['/page-facts.js'] })
    const [frame] = await browser.scripting.executeScript({ target, func: askState })
    return (frame?.result as PageState | null | undefined) ?? null
  } catch (error) {
    // The tab was closed, or is between two pages: nothing is known of it now.
    if (error instanceof Error) return null
    throw error
  }
}

/** Runs in the page, in Docket's own world. */
function askState(): PageState | null {
  const facts = (globalThis as Record<symbol, { pageStateNow(): PageState | null } | undefined>)[
    Symbol.for('docket-page-facts')
  ]
  return facts?.pageStateNow() ?? null
}
