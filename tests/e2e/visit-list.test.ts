import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findByName } from '../support/accessible.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { challengePage } from '../support/sample-site/page-states.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { sellerSeed } from '../support/seller-seed.ts'

/** Filed by the seed, in this order. */
const [, first, second] = sampleListings()
if (!first || !second) throw new Error('The sample site has too few listings.')

/** A folder for pictures, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

describe('the visit list', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  const itemPages = () => browser.context.pages().filter((one) => one.url().includes('/item/'))
  const asked = () => server.requests.filter(({ path }) => path.startsWith('/item/')).length
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

  beforeAll(async () => {
    if (shotsDir) await mkdir(shotsDir, { recursive: true })
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    page = await browser.openExtensionPage('dashboard.html#/follow-up')
    page.setDefaultTimeout(20_000)
    await page.getByText('Nothing was filed yet').waitFor()
    await writeSeed(page, await sellerSeed())
    await page.goto(page.url().replace(/#.*/, '#/follow-up/visits'))
    await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('opens nothing before the person presses Next, and then one listing, which is noted', async () => {
    await page.getByText('3 listings, the longest unseen first').waitFor()
    await press('Start with 3 listings')
    await page.getByText('0 of 3 opened').first().waitFor()
    await page.getByText('Press Next to open it.').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(asked()).toBe(0)
    await press('Next')
    await expect.poll(() => itemPages().length, { timeout: 15_000 }).toBe(1)
    const [item] = itemPages()
    if (!item) throw new Error('No listing was opened.')
    expect(item.url()).toBe(sampleUrls.item(first.comId))
    await item.waitForLoadState()
    await item.mouse.move(300, 300)
    await item.mouse.move(310, 306)
    await findByName(item, { name: /seen (?:live|changed) \d{4}/ }, 60_000)
    await page.bringToFront()
    await page.getByText(/^Seen (?:live|changed) · opened/).waitFor()
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/visits.png`, fullPage: true })
  })

  test('is paused, and stands as it stood after a reload', async () => {
    await press('Pause')
    await page.getByText('1 of 3 opened').first().waitFor()
    await page.reload()
    await page.getByText('1 of 3 opened').first().waitFor()
    await page.getByRole('status').filter({ hasText: 'Paused' }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Next' }).click({ force: true })
    expect(itemPages().map((one) => one.url())).toEqual([sampleUrls.item(first.comId)])
    await press('Go on')
    await page.getByText('Press Next to open it.').first().waitFor()
  })

  test('the next opens in the same tab; a security check stops the list and its listing waits again', async () => {
    const url = sampleUrls.item(second.comId)
    server.setPage(url, challengePage('www.aliexpress.com', new URL(url).pathname))
    await press('Next')
    await expect.poll(() => itemPages().map((one) => one.url()), { timeout: 15_000 }).toEqual([url])
    await page.bringToFront()
    await page
      .getByText(/AliExpress showed a security check/)
      .first()
      .waitFor()
    await page.getByText('1 of 3 opened').first().waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page
      .getByText(/AliExpress showed a security check/)
      .first()
      .waitFor()
    const before = asked()
    await page.getByRole('button', { name: 'Next' }).click({ force: true })
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await axeFindings(page)).toEqual([])
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/visits-400.png`, fullPage: true })
    expect(asked()).toBe(before)
  })
})
