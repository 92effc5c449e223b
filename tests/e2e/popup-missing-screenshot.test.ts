import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/**
 * Without the optional permission a flag has no screenshot until the person clicks the toolbar button. The
 * popup's own window cannot be driven here, so the same popup stands in a second tab while the shop's tab is
 * in front, as it is behind the real popup.
 */
describe('screenshots that this page still lacks', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('are offered in the popup over that page, taken at a click, and not offered elsewhere', async () => {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await expect
      .poll(async () =>
        (await browser.readRows<CaptureJob>('captureJobs')).map((job) => job.screenshot.state),
      )
      .toEqual(['no-permission'])
    const popup = await browser.openExtensionPage('popup.html')
    await popup.locator('[data-flag-id]').waitFor()
    const offer = popup.getByText('1 listing flagged on this page has no screenshot')
    expect(await offer.count()).toBe(0)

    await browser.clickToolbar(results)
    await popup.reload()
    await offer.waitFor()
    await popup.getByRole('button', { name: 'Take it now' }).dispatchEvent('click')
    await waitForScreenshots(browser, 1)
    await offer.waitFor({ state: 'detached' })
  })
})
