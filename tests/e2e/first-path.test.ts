import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { decodePng, differingPixels } from '../support/decode-png.ts'
import {
  exportGroup,
  flagCard,
  flagItem,
  openPopup,
  pointAtCard,
  waitForScreenshots,
} from '../support/drive-docket.ts'
import { readPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/**
 * A person's first hour, from one click to a complaint pack. Each test goes on where the one before stopped:
 * it is one story.
 */
describe('from a results page to a complaint pack', () => {
  let server: SampleServer
  let browser: Chromium
  let results: Page
  let controlBox: Box
  const resultsUrl = `${sampleUrls.results}?page=1&SortType=total_tranpro_desc`
  const listings = sampleListings()
  const [first, second] = [listings[0], listings[7]]
  if (!first || !second) throw new Error('The sample catalogue is empty.')

  const storedScreenshot = async (comId: string) => {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const job = jobs.find((row) => row.comId === comId)
    if (job?.screenshot.state !== 'saved') throw new Error(`${comId}: ${JSON.stringify(job?.screenshot)}`)
    const { artefact } = job.screenshot
    const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
    const blob = blobs.find(({ sha256 }) => sha256 === artefact.sha256)
    return { artefact, bytes: Buffer.from(blob?.bytes.base64 ?? '', 'base64') }
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('one click on a card is a durable flag with what the card and the page state', async () => {
    results = await browser.openPage(resultsUrl)
    controlBox = await flagCard(results, 0)
    const flags = await browser.readRows<Flag>('flags')
    expect(flags).toMatchObject([
      { comId: first.comId, verdict: 'infringing', ipType: 'trademark', status: 'current' },
    ])
    const [capture] = await browser.readRows<Capture>('captures')
    expect(capture).toMatchObject({
      comId: first.comId,
      sighting: {
        pageKind: 'search',
        pageState: 'ready',
        keyword: 'northpike',
        sort: 'total_tranpro_desc',
        resultsPage: 1,
        rank: 1,
        site: 'com',
      },
      row: {
        comId: { status: 'found', value: first.comId },
        title: { status: 'found', value: first.title },
        price: { status: 'found', value: { value: first.priceUsd, currency: 'USD' } },
        imageHash: { status: 'found', value: first.imageHashes[0] },
        // This page states no seller in its cards: none may be made up.
        sellerId: { status: 'absent' },
        sponsored: { status: 'found', value: false },
      },
    })
  })

  test('its screenshot shows the page as it is, without anything of ours', async () => {
    await waitForScreenshots(browser, 1)
    const { artefact, bytes } = await storedScreenshot(first.comId)
    expect(bytes).toHaveLength(artefact.bytes)
    const shot = decodePng(bytes)
    expect([shot.width, shot.height]).toEqual([1366, 768])

    const clean = await openChromium({ port: server.port, extensionDir: null })
    try {
      const page = await clean.openPage(resultsUrl)
      const pictureOf = async () => {
        await page.waitForTimeout(500)
        return decodePng(await page.screenshot())
      }
      await pointAtCard(page, 0)
      await page.mouse.move(controlBox.x + controlBox.width / 2, controlBox.y + controlBox.height / 2)
      const pointedAt = await pictureOf()
      await page.mouse.move(3, 400)
      const atRest = await pictureOf()
      // While the control was hidden, the pointer was over the card or over nothing: both are the page as it is.
      const differing = [pointedAt, atRest].map((expected) => differingPixels(shot, expected))
      expect(Math.min(...differing), 'pixels that differ from the page without Docket').toBeLessThan(200)
    } finally {
      await clean.close()
    }
  })

  test('an item page that renders late is flagged with its listing and seller', async () => {
    const item = await browser.openPage(sampleUrls.item(second.comId))
    await flagItem(item)
    const captures = await browser.readRows<Capture>('captures')
    expect(captures.find(({ comId }) => comId === second.comId)).toMatchObject({
      sighting: { pageKind: 'item', pageState: 'ready' },
      listing: {
        title: { status: 'found', value: second.title },
        sellerId: { status: 'found', value: second.seller.sellerId },
        storeName: { status: 'found', value: second.seller.storeName },
        price: { status: 'found', value: { value: second.priceUsd } },
        brand: { status: 'found', value: second.brand },
        images: { status: 'found', value: second.imageHashes.map((hash) => ({ hash })) },
      },
    })
    await waitForScreenshots(browser, 2)
    const summaries = await browser.readRows<ListingSummary>('listings')
    expect(summaries.find(({ comId }) => comId === second.comId)).toMatchObject({
      title: second.title,
      sellerId: second.seller.sellerId,
      url: `https://www.aliexpress.com/item/${second.comId}.html`,
    })
  })

  test('the toolbar button counts them', async () => {
    const worker = await browser.serviceWorker()
    // With dots while the item page's evidence is gathered.
    const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}))
    await expect.poll(badge, { timeout: 60_000 }).toBe('2')
  })

  test('the popup groups them, and the pack that it exports holds against its manifest', async () => {
    const popup = await openPopup(browser)
    for (const listing of [first, second]) await popup.getByText(listing.title).first().waitFor()
    const { file } = await exportGroup(browser, popup, 'Trademark')
    const pack = await readPack(await readFile(file))
    expect(pack.differences).toEqual([])
    expect(pack.manifest.listings).toBe(2)
    const text = (path: string) => new TextDecoder().decode(pack.files.get(path))
    expect(text('links.txt').trim().split(/\r?\n/).sort()).toEqual(
      [first, second].map(({ comId }) => `https://www.aliexpress.com/item/${comId}.html`).sort(),
    )
    expect(text('listings.csv')).toContain(second.title)
    const pictures = [...pack.files.keys()].filter((path) => path.startsWith('screenshots/'))
    expect(pictures).toHaveLength(2)
    for (const path of pictures) expect(decodePng(pack.files.get(path) ?? new Uint8Array()).width).toBe(1366)
    await popup.close()
  })

  test('nobody was asked for anything but the shop and its pictures', () => {
    expect(strangeRequests(server.requests)).toEqual([])
    expect(server.requests.filter(({ origin }) => origin.startsWith('chrome-extension'))).toEqual([])
  })
})
