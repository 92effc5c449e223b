import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import { cardBox, clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const listings = sampleListings()

describe('judging many at once', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  const currentFlags = async () =>
    (await browser.readRows<Flag>('flags')).filter(({ status }) => status === 'current')
  const tick = async (index: number, shift = false) => {
    const card = await cardBox(page, index)
    if (shift) await page.keyboard.down('Shift')
    await clickByName(page, { role: 'checkbox', name: /^Select: /, within: card })
    if (shift) await page.keyboard.up('Shift')
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    page = await browser.openPage(sampleUrls.results)
    await page.mouse.move(30, 600)
    await page.mouse.move(34, 604)
    await findByName(page, { role: 'button', name: 'Select many' })
    await page.waitForTimeout(600)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('Shift ticks a range, the count runs along, and Escape leaves without judging', async () => {
    await clickByName(page, { role: 'button', name: 'Select many' })
    await tick(0)
    await tick(3, true)
    await findByName(page, { name: '4 selected' })
    await tick(1)
    await findByName(page, { name: '3 selected' })
    await page.keyboard.press('Escape')
    await findByName(page, { role: 'button', name: 'Select many' })
    expect(await currentFlags()).toEqual([])
    await page.bringToFront()
  })

  test('all on this page are flagged, each with its own evidence and a screenshot that shows it', async () => {
    await page.evaluate(() => scrollTo(0, 40))
    await clickByName(page, { role: 'button', name: 'Select many' })
    await clickByName(page, { role: 'button', name: /^All on this page/ })
    await clickByName(page, { role: 'button', name: 'Flag all as patent' })
    await findByName(page, { name: /^12 listings flagged as patent · 12 screenshots saved$/ }, 40_000)
    expect(await page.evaluate(() => scrollY), 'the page is scrolled back').toBe(40)

    const jobs = await waitForScreenshots(browser, 12)
    const flags = await currentFlags()
    expect(flags.map(({ comId }) => comId).sort()).toEqual(listings.slice(0, 12).map(({ comId }) => comId))
    expect(new Set(flags.map(({ captureId }) => captureId)).size).toBe(12)
    const pictures = new Set(jobs.map(hashOf))
    expect(pictures.size, 'one picture serves the cards of a row').toBeLessThanOrEqual(4)
    for (const { screenshot } of jobs) {
      if (screenshot.state !== 'saved') throw new Error(screenshot.state)
      const { subject } = screenshot.artefact
      expect(subject?.y, 'whole in view, below the header').toBeGreaterThanOrEqual(70)
      expect((subject?.y ?? 0) + (subject?.height ?? 0)).toBeLessThanOrEqual(769)
    }
    await page.bringToFront()
  })

  test('and are taken back together', async () => {
    await page.mouse.move(400, 300)
    await page.mouse.move(404, 304)
    await page.keyboard.press('u')
    await findByName(page, { name: '12 judgements taken back.' }, 15_000)
    expect(await currentFlags()).toEqual([])
  })
})

const hashOf = ({ screenshot }: CaptureJob) =>
  screenshot.state === 'saved' ? screenshot.artefact.sha256 : screenshot.state
