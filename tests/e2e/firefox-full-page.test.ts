import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { bandFlaws, decoded, filesOf, runsOf, waitForParts } from '../support/full-page.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import {
  floatingColours,
  floatingHeights,
  type LongItemOptions,
  longItemPage,
} from '../support/sample-site/long-item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** Firefox photographs a page at once; only what loads when it is seen makes the page move. */
describe.skipIf(findFirefox() === null)('the full-page picture of an item in Firefox', () => {
  let server: SampleServer
  let firefox: Firefox
  const listings = sampleListings()

  beforeAll(async () => {
    server = await startSampleServer()
    firefox = await openFirefox({ port: server.port })
    const welcome = await firefox.openExtensionPage('dashboard.html#/welcome', 'button')
    await welcome.locator('::-p-text(Allow screenshots)').click()
    await welcome.locator('::-p-text(Take it back)').wait()
    await welcome.close()
    await firefox.readRows('flags')
  }, 180_000)
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
  })

  async function photographed(index: number, options: LongItemOptions) {
    const listing = listings[index]
    if (!listing) throw new Error(`There is no listing ${index}.`)
    const url = sampleUrls.item(listing.comId)
    server.setPage(url, longItemPage(listing, options))
    const page = await firefox.openPage(url)
    await page.bringToFront()
    await page.waitForSelector('h1[data-pl]')
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 306)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await page.keyboard.press('f')
    const job = await waitForParts(firefox, listing.comId)
    const [file] = await filesOf(firefox, job, 'full-page-screenshot')
    if (!file) throw new Error(`There is no picture: ${JSON.stringify(job.parts['full-page-screenshot'])}`)
    return { page, artefact: file.artefact, picture: decoded(file) }
  }

  test('holds every part of the page once, and the page is left as it was', async () => {
    const bands = 100
    const { page, artefact, picture } = await photographed(0, { bands })
    expect(bandFlaws(picture, bands)).toEqual([])
    const right = picture.width - 5
    expect(runsOf(picture, right, floatingColours.header)).toEqual([
      { from: 0, rows: floatingHeights.header },
    ])
    expect(runsOf(picture, right, floatingColours.sticky)).toMatchObject([{ rows: floatingHeights.sticky }])
    expect(runsOf(picture, right, floatingColours.footer)).toEqual([])
    expect(artefact).toMatchObject({
      obtainedBy: 'tabs.captureTab with rect',
      cut: null,
      redacted: ['parts that stay at the lower edge of the window'],
    })
    const left = await page.evaluate(() => [
      scrollY,
      document.adoptedStyleSheets.length,
      getComputedStyle(document.querySelector('.lp_foot') ?? document.body).opacity,
    ])
    expect(left).toEqual([0, 0, '1'])
    await page.close()
  })

  test('is cut at 20,000 pixels, and says so', async () => {
    const { page, artefact, picture } = await photographed(1, { bands: 480 })
    expect(picture.height).toBe(20_000)
    expect(artefact.cut).toMatch(/^It shows the upper 20,000 of 2\d,\d{3} pixels of the page's height\.$/)
    expect(bandFlaws(picture, 370)).toEqual([])
    await page.close()
  })
})
