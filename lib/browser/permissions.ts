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

/** Every port of this host and no other; the one host pattern that both browsers understand. */
const hostOf = (url: string) => ({ origins: [`https://${new URL(url).hostname}/*`] })

/** True where Docket may ask this address and read its answer. */
export const hasAddressPermission = (url: string): Promise<boolean> =>
  browser.permissions.contains(hostOf(url))

/** Asks for it; call it first thing in a click, or the browser refuses to ask. False where the person declined. */
export const requestAddressPermission = (url: string): Promise<boolean> =>
  browser.permissions.request(hostOf(url))

/** Gives it back, unless it is part of the larger permission for screenshots. */
export async function removeAddressPermission(url: string): Promise<void> {
  if (!(await hasScreenshotPermission())) await browser.permissions.remove(hostOf(url))
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
