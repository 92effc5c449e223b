import { browser } from 'wxt/browser'

/** A permission that a person may give and take back. */
export interface OptionalPermission {
  /** False where this browser does not know it. */
  isOffered(): boolean
  has(): Promise<boolean>
  /** Asks for it; call it first thing in a click, or the browser refuses to ask. False where the person declined. */
  request(): Promise<boolean>
  /** `asked-browser`: the browser's own page for Docket was opened, where the person takes it back. */
  remove(): Promise<'removed' | 'asked-browser'>
}

type Asked = { origins: string[] } | { permissions: ['pageCapture'] }

const optional = (asked: Asked, isOffered: () => boolean): OptionalPermission => ({
  isOffered,
  has: () => browser.permissions.contains(asked),
  request: () => browser.permissions.request(asked),
  async remove() {
    await browser.permissions.remove(asked)
    return 'removed'
  },
})

const allUrls = optional({ origins: ['<all_urls>'] }, () => true)

const isChromium = (): boolean => browser.runtime.getURL('/').startsWith('chrome-extension:')

async function openBrowserPage(): Promise<'asked-browser'> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` })
  return 'asked-browser'
}

/** A click in a page may take a screenshot at any time. Every narrower pattern than this is refused. */
export const screenshotPermission: OptionalPermission = {
  ...allUrls,
  // Chromium 156 takes AliExpress and its picture hosts away with it, and gives neither back without a question:
  // every flag would wait for ever. Its own page for extensions tells the hosts apart.
  remove: () => (isChromium() ? openBrowserPage() : allUrls.remove()),
}

/** Whole pages may be saved as MHTML. Only Chromium has it. */
export const mhtmlPermission = optional({ permissions: ['pageCapture'] }, () =>
  (browser.runtime.getManifest().optional_permissions ?? []).some((name: string) => name === 'pageCapture'),
)

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
  if (!(await screenshotPermission.has())) await browser.permissions.remove(hostOf(url))
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
