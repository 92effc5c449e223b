import { browser } from 'wxt/browser'

/** Only this literal pattern lets a click in a page take a screenshot; every narrower one is refused. */
const allUrls = { origins: ['<all_urls>'] }

/** True where a click in the page may take a screenshot at any time. */
export const hasScreenshotPermission = (): Promise<boolean> => browser.permissions.contains(allUrls)

/**
 * Asks for that permission; call it first thing in a click, or the browser refuses to ask.
 * False where the person declined.
 */
export const requestScreenshotPermission = (): Promise<boolean> => browser.permissions.request(allUrls)

/** Gives that permission back. */
export async function removeScreenshotPermission(): Promise<void> {
  await browser.permissions.remove(allUrls)
}

/** Calls back whenever a permission was given or taken, here or in the browser's own settings. Returns what ends it. */
export function onPermissionsChanged(callback: () => void): () => void {
  browser.permissions.onAdded.addListener(callback)
  browser.permissions.onRemoved.addListener(callback)
  return () => {
    browser.permissions.onAdded.removeListener(callback)
    browser.permissions.onRemoved.removeListener(callback)
  }
}
