import type { Page } from 'playwright-core'
import type { CopyJob } from '../../lib/pack/second-copy/second-copy.ts'
import type { Chromium } from './browser.ts'

/** Of the folder in the extension's private file system that stands in for one that a person picks: headless shows no picker. */
const folderName = 'Evidence copies'

/** The settings with a picker that "picks" the stand-in. */
export async function openSettings(browser: Chromium): Promise<Page> {
  const page = await browser.openExtensionPage('dashboard.html#/settings')
  await page.getByRole('heading', { name: 'Second copy of the evidence' }).waitFor()
  await page.evaluate((name) => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle(name, { create: true })
      },
    })
  }, folderName)
  return page
}

export interface CopyFileThere {
  name: string
  bytes: Buffer
}

/** The files in the stand-in, read by a page that runs no script of the extension. */
export async function filesInFolder(browser: Chromium): Promise<CopyFileThere[]> {
  const page = await browser.openExtensionPage('manifest.json')
  const files = await page.evaluate(async (folder) => {
    const root = await navigator.storage.getDirectory()
    const found: Array<{ name: string; base64: string }> = []
    const directory = await root.getDirectoryHandle(folder, { create: true })
    for await (const [name, handle] of directory.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile()
      found.push({ name, base64: new Uint8Array(await file.arrayBuffer()).toBase64() })
    }
    return found
  }, folderName)
  await page.close()
  return files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }))
}

/** Waits until this many captures have their copy; returns the jobs of all. */
export async function waitForCopies(
  browser: Chromium,
  count: number,
  timeoutMs = 60_000,
): Promise<CopyJob[]> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const jobs = await browser.readRows<CopyJob>('copies')
    if (jobs.filter(({ state }) => state === 'copied').length >= count) return jobs
    if (Date.now() > deadline) throw new Error(`Not copied: ${JSON.stringify(jobs).slice(0, 2000)}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
