import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { openPopup } from '../support/drive-docket.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sellerSeed } from '../support/seller-seed.ts'

/** A folder for pictures, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

describe('reminders', () => {
  let server: SampleServer
  let browser: Chromium

  /** What the toolbar button says. */
  const button = async () =>
    (await browser.serviceWorker()).evaluate(async () => {
      const { action } = (globalThis as unknown as { chrome: typeof chrome }).chrome
      return [await action.getBadgeText({}), await action.getTitle({})]
    })

  beforeAll(async () => {
    if (shotsDir) await mkdir(shotsDir, { recursive: true })
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    const page = await browser.openExtensionPage('dashboard.html#/follow-up')
    await page.getByText('Nothing was filed yet').waitFor()
    await writeSeed(page, await sellerSeed())
    await page.close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('stand on the toolbar button, in the popup and on Today, until the person silences them', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/follow-up')
    page.setDefaultTimeout(15_000)
    await page.getByText('3 overdue', { exact: true }).waitFor()
    const wish = page.getByRole('checkbox', { name: /^Say what is due on the toolbar button/ })
    // The seed was written past the background, which counts when something is entered.
    await wish.uncheck()
    await wish.check()
    await expect.poll(button, { timeout: 15_000 }).toEqual(['3!', expect.stringMatching(/ – 3 overdue$/)])
    expect(await axeFindings(page)).toEqual([])
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/reminders-today.png`, fullPage: true })

    const popup = await openPopup(browser)
    const line = popup.getByRole('region', { name: 'Due dates' })
    await line.getByText('3 overdue').waitFor()
    expect(await axeFindings(popup)).toEqual([])
    if (shotsDir) await popup.screenshot({ path: `${shotsDir}/reminders-popup.png` })
    const opening = browser.context.waitForEvent('page')
    await line.getByRole('button', { name: 'Look' }).click()
    const opened = await opening
    await opened.getByRole('heading', { name: 'Overdue 3' }).waitFor()
    await opened.close()

    await wish.uncheck()
    await expect.poll(() => line.count(), { timeout: 15_000 }).toBe(0)
    await expect.poll(button, { timeout: 15_000 }).toEqual(['3', expect.not.stringMatching(/overdue/)])
    await page.getByText('3 overdue', { exact: true }).waitFor()
  })
})
