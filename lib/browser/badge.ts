import { browser } from 'wxt/browser'

/** Shows how many listings wait in the queue on the toolbar button. */
export async function showQueueCount(queued: number): Promise<void> {
  const text = queued === 0 ? '' : queued > 999 ? '999+' : String(queued)
  await browser.action.setBadgeBackgroundColor({ color: '#1f3a5f' })
  await browser.action.setBadgeTextColor({ color: '#ffffff' })
  await browser.action.setBadgeText({ text })
  await browser.action.setTitle({
    title:
      queued === 0 ? 'Docket' : `Docket: ${queued} ${queued === 1 ? 'listing' : 'listings'} in the queue`,
  })
}
