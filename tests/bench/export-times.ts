import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { openPackZip } from '../../lib/pack/verify/open-pack-zip.ts'
import { verifyEvidencePack } from '../../lib/pack/verify/verify-evidence-pack.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { queueSeed, repeatedSeed, writeSeed } from '../support/queue-seed.ts'
import { waitForPack } from '../support/read-pack.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { largestPageMegabytes } from './page-memory.ts'
import type { Figure } from './statistics.ts'

const perSecond = (bytes: number, tookMs: number) => `${(bytes / 1e3 / tookMs).toFixed(1)} MB/s`

/**
 * Export of so many captures, each with a picture of its own, as one evidence pack: once to seal them all, then
 * measured. The captures are put into the database: to make them by clicks takes an hour and measures nothing more.
 */
export async function measureExport(captures = 300): Promise<Figure[]> {
  const server = await startSampleServer()
  const browser = await openChromium({ port: server.port })
  try {
    const page = await browser.openExtensionPage('dashboard.html#/evidence')
    await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor()
    const one = { title: 'Velmora trail bottle', ipType: 'trademark', storeName: 'Trail Supply' } as const
    await writeSeed(page, repeatedSeed(await queueSeed([one]), captures))
    await drawPictures(page)
    const hash = '#/export?type=trademark&pack=evidence'
    const sealing = await exported(browser, page, hash, captures)
    const measured = await exported(browser, page, hash, captures)
    const { size } = await stat(measured.file)
    const startedMs = performance.now()
    const { flaw } = await verifyEvidencePack(await openPackZip(await openAsBlob(measured.file)))
    const verifyMs = performance.now() - startedMs
    if (flaw) throw new Error(`The pack does not verify: ${flaw.message}`)
    return [
      {
        what: `export of ${captures} captures as evidence pack, annotated copies and PDF report`,
        measured: `${(measured.tookMs / 1000).toFixed(1)} s, ${perSecond(size, measured.tookMs)}`,
        budget: '',
        beside: `${(size / 1e6).toFixed(0)} MB; ${(sealing.tookMs / 1000).toFixed(1)} s with sealing them all first`,
      },
      {
        what: '  memory of the page meanwhile, at most',
        measured: Number.isNaN(measured.peak) ? 'known on Linux only' : `${measured.peak.toFixed(0)} MB`,
        budget: '≤ 250 MB',
        beside: Number.isNaN(measured.before) ? '' : `${measured.before.toFixed(0)} MB before`,
      },
      {
        what: '  verification of that pack by Node',
        measured: `${(verifyMs / 1000).toFixed(1)} s, ${perSecond(size, verifyMs)}`,
        budget: '',
        beside: '',
      },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

/** From going to the export until the pack is saved; the most memory that a page took meanwhile. */
async function exported(browser: Chromium, page: Page, hash: string, captures: number) {
  const known = await readdir(browser.downloadsDir, { recursive: true })
  await page.goto('about:blank')
  const before = await largestPageMegabytes(browser)
  let peak = before
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await largestPageMegabytes(browser))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  const startedMs = performance.now()
  try {
    await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html${hash}`)
    const ended = page.getByRole('heading', { name: /exported$|be exported$|not finished$/ }).first()
    await ended.waitFor({ timeout: 900_000 })
    const said = (await ended.textContent()) ?? ''
    if (said !== `Evidence of ${captures} listings exported`) throw new Error(`Not exported: ${said}`)
  } finally {
    isDone = true
    await watching
  }
  const tookMs = performance.now() - startedMs
  const file = await waitForPack(browser.downloadsDir, known, '.zip', 60_000)
  return { tookMs, before, peak, file }
}

/** Gives every capture a picture of its own of a megabyte or so: the size of a window, a quarter of it noise. */
function drawPictures(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const canvas = new OffscreenCanvas(1366, 768)
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('Nothing can be drawn.')
    const noise = drawing.createImageData(500, 500)
    const jobs = await settled(database.transaction('captureJobs').objectStore('captureJobs').getAll())
    for (const job of jobs) {
      for (let at = 0; at < noise.data.length; at += 50_000)
        crypto.getRandomValues(noise.data.subarray(at, at + 50_000))
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255
      drawing.putImageData(noise, 100, 100)
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
      const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
      Object.assign(job.screenshot.artefact, { sha256, bytes: bytes.length })
      const change = database.transaction(['captureJobs', 'blobs'], 'readwrite')
      change.objectStore('blobs').put({ sha256, bytes })
      await settled(change.objectStore('captureJobs').put(job))
    }
    database.close()
  })
}
