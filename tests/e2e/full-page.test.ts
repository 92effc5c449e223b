import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import type { Picture } from '../support/decode-png.ts'
import { flagItem } from '../support/drive-docket.ts'
import { bandFlaws, decoded, filesOf, runsOf, waitForParts } from '../support/full-page.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { type SampleListing, sampleListings } from '../support/sample-site/catalogue.ts'
import {
  bandColour,
  floatingColours,
  floatingHeights,
  type LongItemOptions,
  longItemPage,
} from '../support/sample-site/long-item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const listings = sampleListings()
let server: SampleServer
let nextListing = 0

beforeAll(async () => {
  server = await startSampleServer()
})
afterAll(async () => {
  await server?.close()
})

/** Notes every change that the page could see on its own elements, but for what it does itself. */
const watching = `
  const changes = window.pageChanges = []
  addEventListener('transitionrun', ({ target }) => changes.push(target.className + ' begins a transition'), true)
  new MutationObserver((records) => {
    for (const { type, target, attributeName, oldValue } of records)
      if (type === 'attributes' && attributeName !== 'src' && !target.matches('.lp_up'))
        changes.push(target.localName + '.' + target.className + ' @' + attributeName)
  }).observe(document.documentElement, { subtree: true, attributes: true })
`

/** Opens a long item page of a listing that nothing was done with yet. */
async function openLongItem(
  browser: Chromium,
  options: LongItemOptions,
): Promise<{ page: Page; listing: SampleListing }> {
  const listing = listings[nextListing++]
  if (!listing) throw new Error('There are no more listings.')
  const url = sampleUrls.item(listing.comId)
  server.setPage(url, longItemPage(listing, { ...options, script: `${watching}${options.script ?? ''}` }))
  const page = await browser.openPage(url)
  await page.locator('h1[data-pl]').waitFor()
  return { page, listing }
}

/** Waits until the page has been scrolled to `least` or further by what photographs it. */
const waitForScroll = (page: Page, least: number) =>
  page.waitForFunction((top) => scrollY >= top, least, { timeout: 30_000, polling: 20 })

async function pictureOf(browser: Chromium, job: CaptureJob) {
  const [file] = await filesOf(browser, job, 'full-page-screenshot')
  if (!file) throw new Error(`There is no picture: ${JSON.stringify(job.parts['full-page-screenshot'])}`)
  return { artefact: file.artefact, picture: decoded(file) }
}

/** Nothing of the photographing is left in the page. */
async function expectNoTrace(page: Page): Promise<void> {
  const left = await page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.length,
    changes: (window as unknown as { pageChanges: string[] }).pageChanges,
    floating: ['.lp_head', '.lp_foot', '.lp_stick'].map((selector) => {
      const { opacity, position } = getComputedStyle(document.querySelector(selector) ?? document.body)
      return `${position} ${opacity}`
    }),
  }))
  expect(left).toEqual({ sheets: 0, changes: [], floating: ['fixed 1', 'fixed 1', 'sticky 1'] })
}

/** Parts that stay in place are there once, each where the page shows it. */
function expectFloatingOnce(picture: Picture): void {
  const right = picture.width - 5
  expect(runsOf(picture, right, floatingColours.header)).toEqual([{ from: 0, rows: floatingHeights.header }])
  expect(runsOf(picture, right, floatingColours.sticky)).toMatchObject([{ rows: floatingHeights.sticky }])
  expect(runsOf(picture, right, floatingColours.footer)).toEqual([
    { from: picture.height - floatingHeights.footer, rows: floatingHeights.footer },
  ])
  expect(runsOf(picture, picture.width - 35, floatingColours.button)).toMatchObject([
    { rows: floatingHeights.button },
  ])
}

describe('the full-page picture of an item', () => {
  let browser: Chromium

  beforeAll(async () => {
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    await browser.readRows('flags')
  })
  afterAll(async () => {
    await browser?.close()
  })

  test('holds every part of the page once, and the page is left as it was', async () => {
    const bands = 100
    const { page, listing } = await openLongItem(browser, { bands })
    await page.mouse.move(600, 400)
    await page.mouse.wheel(0, 37)
    await waitForScroll(page, 37)
    await flagItem(page)
    const { artefact, picture } = await pictureOf(browser, await waitForParts(browser, listing.comId))
    expect(bandFlaws(picture, bands)).toEqual([])
    expectFloatingOnce(picture)
    expect(picture.width).toBe(await page.evaluate(() => document.documentElement.clientWidth))
    expect(artefact).toMatchObject({ cut: null, redacted: [], pageUrl: page.url(), mediaType: 'image/png' })
    // Every second column of the lazy pictures: white stands for one that did not load.
    expect(runsOf(picture, 302, [255, 255, 255]).filter(({ rows }) => rows === 40)).toEqual([])
    expect(await page.evaluate(() => scrollY)).toBe(37)
    await expectNoTrace(page)
    await page.close()
  })

  test('is cut at 20,000 pixels, and says so', async () => {
    const bands = 480
    const { page, listing } = await openLongItem(browser, { bands })
    const pageHeight = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(pageHeight).toBeGreaterThan(24_000)
    await flagItem(page)
    const { artefact, picture } = await pictureOf(browser, await waitForParts(browser, listing.comId))
    expect(picture.height).toBe(20_000)
    const text = new RegExp(`^It shows the upper 20,000 of ${pageHeight.toLocaleString('en-GB')} pixels`)
    expect(artefact.cut).toMatch(text)
    const whole = Math.floor((20_000 - (pageHeight - 480 * 50)) / 50)
    expect(bandFlaws(picture, whole - 4)).toEqual([])
    await page.close()
  })

  test('fits together where the header shrinks while the page scrolls', async () => {
    const bands = 60
    const { page, listing } = await openLongItem(browser, {
      bands,
      style: '.hx_top { height: 90px } .small .hx_top { height: 20px; overflow: hidden }',
      script: `addEventListener('scroll', () => document.querySelector('.hx_top').parentElement.classList.toggle('small', scrollY > 10))`,
    })
    await flagItem(page)
    const { artefact, picture } = await pictureOf(browser, await waitForParts(browser, listing.comId))
    expect(bandFlaws(picture, bands)).toEqual([])
    expectFloatingOnce(picture)
    expect(artefact.cut).toBeNull()
    await page.close()
  })

  test('a page that loads more at its end again and again is cut where it stood, and says so', async () => {
    const bands = 40
    const { page, listing } = await openLongItem(browser, {
      bands,
      script: `
        let added = 0
        addEventListener('scroll', () => {
          if (added >= 12 || scrollY + innerHeight < document.documentElement.scrollHeight - 40) return
          const more = document.createElement('div')
          more.textContent = 'more ' + ++added
          more.style.cssText = 'height:180px;background:#fff'
          document.body.append(more)
        })`,
    })
    await flagItem(page)
    const { artefact, picture } = await pictureOf(browser, await waitForParts(browser, listing.comId))
    expect(bandFlaws(picture, bands)).toEqual([])
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (picture.height < height)
      expect(artefact.cut).toContain(`${picture.height.toLocaleString('en-GB')} of`)
    else expect(artefact.cut).toBeNull()
    await page.close()
  })

  const partOf = async (listing: SampleListing) =>
    (await waitForParts(browser, listing.comId)).parts['full-page-screenshot']

  test('Escape stops it: the rest of the evidence stays, and the page comes back', async () => {
    const { page, listing } = await openLongItem(browser, { bands: 200 })
    await flagItem(page)
    await waitForScroll(page, 2000)
    await page.keyboard.press('Escape')
    expect(await partOf(listing)).toMatchObject({
      state: 'cancelled',
      failure: { code: 'cancelled' },
      artefacts: [],
    })
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    await expectNoTrace(page)
    await page.close()
  })

  test('a person who scrolls has the page at once, where they scrolled to', async () => {
    const { page, listing } = await openLongItem(browser, { bands: 200 })
    await flagItem(page)
    // Down, up, and down again for the pictures.
    await waitForScroll(page, 6000)
    await page.waitForFunction(() => scrollY === 0, undefined, { polling: 20 })
    await waitForScroll(page, 1000)
    await page.mouse.move(600, 500)
    await page.mouse.wheel(0, 400)
    expect(await partOf(listing)).toMatchObject({
      state: 'failed',
      tries: 1,
      failure: { code: 'person-scrolled' },
    })
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000)
    await expectNoTrace(page)
    await page.close()
  })

  test('another tab in front ends it with the reason; the page is put back behind it', async () => {
    const { page, listing } = await openLongItem(browser, { bands: 200 })
    const other = await browser.openPage(sampleUrls.results)
    await page.bringToFront()
    await flagItem(page)
    await waitForScroll(page, 3000)
    await other.bringToFront()
    expect(await partOf(listing)).toMatchObject({ state: 'failed', tries: 3, artefacts: [] })
    await page.bringToFront()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await expectNoTrace(page)
    await other.close()
    await page.close()
  })

  test('a background that dies leaves a page that puts itself back, and the picture is taken again', async () => {
    const bands = 60
    const { page, listing } = await openLongItem(browser, { bands })
    await flagItem(page)
    await waitForScroll(page, 1500)
    await browser.killServiceWorker()
    const job = await waitForParts(browser, listing.comId)
    const { picture } = await pictureOf(browser, job)
    expect(job.parts['full-page-screenshot']).toMatchObject({ state: 'done', tries: 2 })
    expect(bandFlaws(picture, bands)).toEqual([])
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await expectNoTrace(page)
    await page.close()
  })

  test('when someone is signed in, the header is covered in both pictures, and the record says so', async () => {
    const bands = 30
    const { page, listing } = await openLongItem(browser, {
      bands,
      script: `document.cookie = 'xman_us_t=x_lid=us1&sign=y'`,
    })
    await flagItem(page)
    const job = await waitForParts(browser, listing.comId)
    const { artefact, picture } = await pictureOf(browser, job)
    const note = 'page header covered: someone was signed in'
    expect(artefact.redacted).toEqual([note])
    if (job.screenshot.state !== 'saved') throw new Error(JSON.stringify(job.screenshot))
    expect(job.screenshot.artefact.redacted).toEqual([note])
    const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
    const { sha256 } = job.screenshot.artefact
    const bytes = Buffer.from(blobs.find((blob) => blob.sha256 === sha256)?.bytes.base64 ?? '', 'base64')
    for (const covered of [picture, decoded({ bytes })]) {
      for (const x of [5, 200, covered.width - 20]) {
        expect(runsOf(covered, x, floatingColours.header)).toEqual([])
        expect(runsOf(covered, x, floatingColours.cover)[0]).toEqual({
          from: 0,
          rows: floatingHeights.header,
        })
      }
    }
    expect(bandFlaws(picture, bands)).toEqual([])
    await browser.context.clearCookies()
    await page.close()
  })
})

describe('without permission for screenshots', () => {
  test('the page is not moved, and the reason is that of the screenshot', async () => {
    const browser = await openChromium({ port: server.port })
    try {
      const { page, listing } = await openLongItem(browser, {
        bands: 100,
        script:
          'window.furthest = 0; addEventListener("scroll", () => window.furthest = Math.max(window.furthest, scrollY))',
      })
      await flagItem(page)
      const job = await waitForParts(browser, listing.comId)
      expect(job.parts['full-page-screenshot']).toMatchObject({
        state: 'failed',
        tries: 1,
        failure: { code: 'no-permission', message: expect.stringContaining('welcome page') },
      })
      expect(await page.evaluate(() => (window as unknown as { furthest: number }).furthest)).toBe(0)
    } finally {
      await browser.close()
    }
  })
})

describe.each([1.25, 2])('on a screen with %f pixels in a CSS pixel', (ratio) => {
  test('rows fit together without a seam', async () => {
    const browser = await openChromium({
      port: server.port,
      grantAllUrls: true,
      args: [`--force-device-scale-factor=${ratio}`],
    })
    try {
      await browser.readRows('flags')
      const bands = 40
      const { page, listing } = await openLongItem(browser, { bands })
      await flagItem(page)
      const { picture } = await pictureOf(browser, await waitForParts(browser, listing.comId))
      const width = await page.evaluate(() => document.documentElement.clientWidth)
      expect(picture.width).toBe(Math.floor(width * ratio))
      expect(bandFlaws(picture, bands, ratio)).toEqual([])
      expect(runsOf(picture, 10, bandColour(0))).toHaveLength(1)
    } finally {
      await browser.close()
    }
  })
})
