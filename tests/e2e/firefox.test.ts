import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { CopyJob } from '../../lib/pack/second-copy/second-copy.ts'
import { verifyEvidencePack } from '../../lib/pack/verify/verify-evidence-pack.ts'
import { decodePng } from '../support/decode-png.ts'
import { packFilesOf, unpacked } from '../support/evidence-pack.ts'
import { readPdf } from '../support/evidence-report.ts'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { queueSeed, writeSeed } from '../support/queue-seed.ts'
import { waitForPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import {
  assetSheets,
  livedInItemPage,
  sampleFrame,
  samplePerson,
} from '../support/sample-site/lived-in-item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { snapshotFlaws, textOfSnapshot } from '../support/snapshot-flaws.ts'

/** Presses a letter while the mouse points at the card with this index: the way without looking into closed roots. */
async function judgeCard(page: Page, index: number, key: 'f' | 'c' | 'l'): Promise<void> {
  const cards = await page.$$('.search-item-card-wrapper-gallery')
  const box = await cards[index]?.boundingBox()
  if (!box) throw new Error(`Card ${index} is not drawn.`)
  await page.mouse.move(box.x + box.width / 2 - 5, box.y + 90)
  await page.mouse.move(box.x + box.width / 2, box.y + 95)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await page.keyboard.press(key)
}

describe.skipIf(findFirefox() === null)('in Firefox', () => {
  let server: SampleServer
  let firefox: Firefox
  let results: Page
  const listings = sampleListings()

  beforeAll(async () => {
    server = await startSampleServer()
    firefox = await openFirefox({ port: server.port })
    expect(await firefox.readRows('flags')).toEqual([])
  }, 180_000)
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
  })

  const flagsOf = async (count: number) => {
    const deadline = Date.now() + 15_000
    while (true) {
      const flags = await firefox.readRows('flags')
      if (flags.length >= count) return flags
      if (Date.now() > deadline) throw new Error(`Only ${flags.length} of ${count} flags were stored.`)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  const copied = async (count: number) => {
    const deadline = Date.now() + 90_000
    while (true) {
      const jobs = (await firefox.readRows('copies')) as unknown as CopyJob[]
      if (jobs.filter(({ state }) => state === 'copied').length >= count) return jobs
      if (Date.now() > deadline) throw new Error(`Not copied: ${JSON.stringify(jobs)}`)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  test('listings of a results page are flagged and stored with what the page states', async () => {
    results = await firefox.openPage(sampleUrls.results)
    await results.bringToFront()
    await judgeCard(results, 0, 'f')
    await flagsOf(1)
    await results.bringToFront()
    await judgeCard(results, 1, 'c')
    const flags = await flagsOf(2)
    expect(flags.map(({ comId, ipType }) => [comId, ipType]).sort()).toEqual([
      [listings[0]?.comId, 'trademark'],
      [listings[1]?.comId, 'copyright'],
    ])
    const summaries = await firefox.readRows('listings')
    expect(summaries.map(({ title }) => title).sort()).toEqual(
      [listings[0]?.title, listings[1]?.title].sort(),
    )
  })

  test('without permission a flag stands and says that it has no screenshot', async () => {
    const states = async () =>
      (await firefox.readRows('captureJobs')).map(({ screenshot }) => (screenshot as { state: string }).state)
    await expect.poll(states, { timeout: 20_000 }).toEqual(['no-permission', 'no-permission'])
  })

  test('the popup shows them in their groups', async () => {
    const popup = await firefox.openExtensionPage('popup.html', '[aria-label^="Export Trademark"]')
    const text = await popup.evaluate(() => document.body.textContent)
    for (const listing of listings.slice(0, 2)) expect(text).toContain(listing.title)
    expect(text).toContain('Copyright')
    await popup.close()
  })

  test('the dashboard shows their evidence, each with what was stated, and how the storage stands', async () => {
    const list = await firefox.openExtensionPage('dashboard.html#/evidence', '[data-capture-id] a')
    // A row stands with its id until what it shows was read.
    const shown = () => list.evaluate(() => document.body.textContent)
    for (const listing of listings.slice(0, 2))
      await expect.poll(shown, { timeout: 20_000 }).toContain(listing.title)
    const address = await list.$eval('[data-capture-id] a', (link) => link.getAttribute('href'))
    await list.close()
    const capture = await firefox.openExtensionPage(`dashboard.html${address}?part=statements`, 'table')
    expect(await capture.evaluate(() => document.body.textContent)).toContain('The results card')
    await capture.close()
    const storage = await firefox.openExtensionPage('dashboard.html#/evidence/storage', 'h2')
    await expect
      .poll(() => storage.evaluate(() => document.body.textContent), { timeout: 20_000 })
      .toContain('Ledger and verification')
    await storage.close()
  })

  test('sealed evidence goes out as a web archive, under its own ending', async () => {
    const page = await firefox.openExtensionPage(
      'dashboard.html#/export?type=trademark&pack=web-archive',
      'dl',
    )
    const text = () => page.evaluate(() => document.body.textContent)
    await expect.poll(text, { timeout: 20_000 }).toMatch(/Web archive of 1 listing exported/)
    await expect.poll(text, { timeout: 20_000 }).toMatch(/Saved to\S+-1-capture\.wacz/)
    await page.close()
  })

  test('an evidence pack has its report and the annotated copy of the screenshot', async () => {
    const { meta: _, ...seed } = await queueSeed([{ title: '登山鞋 Trail boot' }])
    const popup = await firefox.openExtensionPage('popup.html', '[data-flag-id]')
    await writeSeed(popup, seed)
    await popup.close()
    const page = await firefox.openExtensionPage('dashboard.html#/export?type=trademark&pack=evidence', 'h1')
    const shown = () => page.evaluate(() => document.body.textContent)
    await expect.poll(shown, { timeout: 60_000 }).toContain('Evidence of 2 listings exported')
    const file = await waitForPack(firefox.downloadsDir)
    const files = await unpacked(new Blob([new Uint8Array(await readFile(file))]))
    expect((await verifyEvidencePack(packFilesOf(files))).flaw).toBeNull()
    const copy = [...files].find(([name]) => name.includes('/annotated/'))?.[1]
    const { width, height } = decodePng(copy ?? new Uint8Array())
    expect([width, height > 8]).toEqual([8, true])
    const { text } = await readPdf(files.get('report.pdf') ?? new Uint8Array())
    const flat = text.replace(/\s+/g, ' ')
    for (const title of ['登山鞋 Trail boot', listings[0]?.title]) expect(flat).toContain(title)
    await page.close()
  })

  test('of an item page state and snapshot are kept, without the person and without Docket', async () => {
    const [, , item] = listings
    if (!item) throw new Error('The sample site has too few listings.')
    for (const [url, body] of Object.entries(assetSheets)) {
      server.setAnswer(url, { headers: { 'content-type': 'text/css' }, body })
    }
    server.setPage('https://www.aliexpress.com/sample-frame.html', sampleFrame)
    server.setPage(sampleUrls.item(item.comId), livedInItemPage(item))
    const page = await firefox.openPage(sampleUrls.item(item.comId))
    await page.waitForSelector('h1[data-pl]')
    await page.bringToFront()
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 306)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await page.keyboard.press('f')
    const jobOf = async () =>
      (await firefox.readRows('captureJobs')).find(({ comId }) => comId === item.comId)
    await expect
      .poll(async () => (await jobOf())?.gathering, { timeout: 40_000, interval: 500 })
      .toBe('ended')
    const { parts } = (await jobOf()) as unknown as CaptureJob
    expect(parts).toMatchObject({
      'page-state': { state: 'done' },
      'page-snapshot': { state: 'done' },
      mhtml: { state: 'not-wanted', failure: { code: 'not-in-this-browser' } },
    })
    const html = await firefox.readText(parts['page-snapshot']?.artefacts[0]?.sha256 ?? '')
    const state = await firefox.readText(parts['page-state']?.artefacts[0]?.sha256 ?? '')
    expect(snapshotFlaws(html)).toEqual([])
    const text = textOfSnapshot(html)
    expect(text).toContain(item.title)
    expect(text).toContain('inside an open tree')
    expect(text).toContain('inside a closed tree of the page')
    expect(html).not.toMatch(/Flagged|data-do|--veil/)
    expect(html).toContain('from a far sheet')
    for (const secret of [samplePerson.name, samplePerson.mail, samplePerson.login, samplePerson.csrf]) {
      expect(html).not.toContain(secret)
      expect(state).not.toContain(secret)
    }
    expect(state).toContain(item.seller.sellerId)
  })

  test('second copies go to the downloads folder, also after the background was stopped', async () => {
    const useDownloads = '::-p-aria([name="Use the downloads folder"][role="button"])'
    const settings = await firefox.openExtensionPage('dashboard.html#/settings', useDownloads)
    expect(await settings.evaluate(() => document.body.textContent)).not.toContain('Choose a folder')
    const button = await settings.$(useDownloads)
    await button?.click()
    await copied(4)
    await settings.close()

    await results.bringToFront()
    await judgeCard(results, 3, 'c')
    await flagsOf(5)
    // Sealed, and to be copied three seconds after.
    await expect.poll(async () => (await firefox.readRows('copies')).length, { timeout: 20_000 }).toBe(5)
    await firefox.killBackground()
    // A page in front asks how its listings stand, and so wakes it up.
    await results.bringToFront()
    await results.reload()
    await results.mouse.move(300, 300)
    await results.mouse.move(310, 320)
    const jobs = await copied(5)
    const folder = join(firefox.downloadsDir, 'Docket evidence')
    expect((await readdir(folder)).sort()).toEqual(jobs.map(({ file }) => file?.name).sort())
    for (const { file } of jobs) {
      const bytes = await readFile(join(folder, file?.name ?? ''))
      expect(bytes.byteLength).toBe(file?.bytes)
      const files = await unpacked(new Blob([new Uint8Array(bytes)]))
      expect((await verifyEvidencePack(packFilesOf(files))).flaw).toBeNull()
    }
  })

  test('nobody was asked for anything but the shop and its pictures', () => {
    const firefoxOwn = /\.(mozilla\.(com|net|org)|firefox\.com)$/
    // The page of the test before asks for these by itself.
    const ofPage = new Set(['tracker.example', 'embedded.example'])
    const strange = strangeRequests(server.requests).filter(
      ({ host }) => !firefoxOwn.test(host) && !ofPage.has(host),
    )
    expect(strange).toEqual([])
    expect(
      server.requests.filter(({ host, destination }) => ofPage.has(host) && destination === 'empty'),
    ).toEqual([])
  })
})
