import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { clearStorage, closeStorage } from '../support/close-storage.ts'
import { flagCard } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** The browser closes the database under open pages; nobody reloads them. */
describe('a database that the browser closes', () => {
  let server: SampleServer
  let browser: Chromium
  let results: Page
  let popup: Page
  let dashboard: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    results = await browser.openPage(sampleUrls.results)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const queued = (many: number) =>
    expect.poll(() => popup.locator('[data-flag-id]').count(), { timeout: 30_000 }).toBe(many)
  const listed = (many: number) =>
    expect
      .poll(() => dashboard.locator('a[href^="#/evidence/0"]').count(), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(many)
  const areSamePages = async () => {
    for (const page of [popup, dashboard])
      expect(await page.evaluate(() => 'isSamePage' in window), page.url()).toBe(true)
  }
  const flag = async (index: number) => {
    await results.bringToFront()
    await flagCard(results, index)
  }

  test('pages show what is stored', async () => {
    await flagCard(results, 0)
    await expect
      .poll(async () => (await browser.readRows<CaptureJob>('captureJobs'))[0]?.seal.state, {
        timeout: 30_000,
      })
      .toBe('sealed')
    popup = await browser.openExtensionPage('popup.html')
    dashboard = await browser.openExtensionPage('dashboard.html#/evidence')
    for (const page of [popup, dashboard])
      await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await queued(1)
    await listed(1)
  })

  test('is opened anew by popup, dashboard and background, which go on as before', async () => {
    const field = dashboard.locator('main input[type="text"]').first()
    await field.fill('a word that was typed')
    await closeStorage(browser)
    await flag(1)
    await queued(2)
    expect(await field.inputValue()).toBe('a word that was typed')
    await field.fill('')
    await listed(2)
    await areSamePages()
  })

  test('and that was cleared is only shown, with the way to bring evidence back', async () => {
    await clearStorage(browser)
    for (const page of [popup, dashboard]) {
      await page.getByRole('alert').getByText('rows of its ledger are gone').waitFor({ timeout: 30_000 })
    }
    await areSamePages()
    await results.bringToFront()
    expect(await browser.readRows('flags')).toEqual([])
  })

  test('is left alone after the third time, with one sentence that says what to do', async () => {
    for (let closing = 0; closing < 4; closing++) {
      await dashboard.waitForTimeout(300)
      await closeStorage(browser)
    }
    for (const page of [popup, dashboard]) {
      await page.getByText('Restart the browser; if that does not help').waitFor({ timeout: 30_000 })
    }
    await areSamePages()
    // The person's own word opens it again.
    await popup.getByRole('button', { name: 'Try again' }).click()
    await popup.getByRole('alert').waitFor({ timeout: 30_000 })
  })
})
