import type { Page } from 'playwright-core'
import { type Chromium, openChromium } from '../support/browser.ts'
import { largePackSeed } from '../support/complaint-pack-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { largestPageMegabytes } from './page-memory.ts'
import { type Figure, median, ms, quantile } from './statistics.ts'

/** Gives every capture a screenshot of its own, of so many bytes: they need not be pictures, they are only copied. */
function giveScreenshots(page: Page, bytesEach: number): Promise<void> {
  return page.evaluate(async (length) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const jobs = await settled(database.transaction('captureJobs').objectStore('captureJobs').getAll())
    for (const [number, job] of jobs.entries()) {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
      bytes.set([number & 255, number >> 8])
      const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
      Object.assign(job.screenshot.artefact, { sha256, bytes: length })
      const change = database.transaction(['captureJobs', 'blobs'], 'readwrite')
      change.objectStore('blobs').put({ sha256, bytes })
      await settled(change.objectStore('captureJobs').put(job))
    }
    database.close()
  }, bytesEach)
}

/** From opening the page of packs until the ZIP is saved, and the most memory that the page took meanwhile. */
async function pack(browser: Chromium, page: Page, hash: string) {
  const before = await largestPageMegabytes(browser)
  let peak = before
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await largestPageMegabytes(browser))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const startMs = performance.now()
  await page.evaluate((wanted) => {
    location.hash = wanted
  }, hash)
  const ended = page.getByText(/^(Saved to|The export was not finished|.* cannot be packed yet)$/).first()
  const said = await ended
    .waitFor({ timeout: 600_000 })
    .then(() => ended.textContent())
    .finally(() => {
      isDone = true
    })
  const tookMs = performance.now() - startMs
  await watching
  if (said !== 'Saved to') throw new Error(`Nothing was packed: ${said}`)
  await page.evaluate(() => {
    location.hash = '#/complaints'
  })
  return { tookMs, before, peak }
}

/** Packing 300 listings with screenshots, as one complaint and as three, and what that takes of memory. */
export async function measurePacks(extensionDir: string, runs = 1): Promise<Figure[]> {
  const server = await startSampleServer()
  const [listings, bytesEach] = [300, 600_000]
  const figures: Figure[] = []
  for (const complaints of [1, 3]) {
    const browser = await openChromium({ port: server.port, extensionDir })
    try {
      const page = await browser.openExtensionPage('dashboard.html#/complaints')
      await page.getByText('Nothing waits for a complaint').waitFor()
      const rows = await largePackSeed(complaints, listings)
      await writeSeed(page, rows)
      await giveScreenshots(page, bytesEach)
      await page.reload()
      const ids = (rows.complaints ?? []) as Array<{ complaintId: string }>
      const hash = `#/complaints/packs?${ids.map(({ complaintId }) => `complaint=${complaintId}`).join('&')}`
      // The first run seals what is not sealed yet and loads the PDF library.
      await pack(browser, page, hash)
      const measured = []
      for (let run = 0; run < runs; run++) measured.push(await pack(browser, page, hash))
      const took = measured.map(({ tookMs }) => tookMs)
      const megabytes = (complaints * listings * bytesEach) / 1_000_000
      const peak = Math.max(...measured.map((one) => one.peak))
      const before = median(measured.map((one) => one.before))
      figures.push({
        what: `packs of ${complaints} × ${listings} listings, ${megabytes.toFixed(0)} MB of screenshots (p50 / most)`,
        measured: `${ms(median(took))} / ${ms(quantile(took, 1))}`,
        budget: '',
        beside: `${(megabytes / (median(took) / 1000)).toFixed(1)} MB/s`,
      })
      figures.push({
        what: `  memory of the page meanwhile, at most`,
        measured: Number.isNaN(peak) ? 'known on Linux only' : `${peak.toFixed(0)} MB`,
        budget: '≤ 250 MB',
        beside: Number.isNaN(before) ? '' : `${before.toFixed(0)} MB before`,
      })
    } finally {
      await browser.close()
    }
  }
  await server.close()
  return figures
}
