import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

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
    const shown = await list.evaluate(() => document.body.textContent)
    for (const listing of listings.slice(0, 2)) expect(shown).toContain(listing.title)
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

  test('nobody was asked for anything but the shop and its pictures', () => {
    const firefoxOwn = /\.(mozilla\.(com|net|org)|firefox\.com)$/
    expect(strangeRequests(server.requests).filter(({ host }) => !firefoxOwn.test(host))).toEqual([])
  })
})
