import type { Chromium } from './browser.ts'

/**
 * Has the browser close every connection to the extension's database, as it does by itself where the store is at
 * fault or space runs out: by the button of its own page about IndexedDB.
 */
export async function closeStorage(browser: Chromium): Promise<void> {
  const page = await browser.openPage('chrome://indexeddb-internals/')
  await page.getByText('Force close').first().click()
  await page.getByText('Force closed').or(page.getByText('Open connections: 0')).first().waitFor()
  await page.close()
}

/** Clears the extension's database as a person's "clear site data" does: closed under all pages, and gone. */
export async function clearStorage(browser: Chromium): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  const session = await browser.context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: `chrome-extension://${browser.extensionId}`,
    storageTypes: 'indexeddb',
  })
  await page.close()
}
