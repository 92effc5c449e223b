import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

describe('taking the permission for screenshots back', () => {
  let server: SampleServer
  let browser: Chromium
  let welcome: Page

  const originsOf = () =>
    welcome.evaluate(() => chrome.permissions.getAll().then(({ origins }) => (origins ?? []).sort()))

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    welcome = await browser.openExtensionPage('dashboard.html#/welcome')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('opens the browser’s own page, and takes nothing of AliExpress away', async () => {
    const before = await originsOf()
    expect(before).toContain('*://*.aliexpress.com/*')
    const opened = browser.context.waitForEvent('page')
    await welcome.getByRole('button', { name: 'Take it back' }).click()
    const page = await opened
    await expect.poll(() => page.url()).toBe(`chrome://extensions/?id=${browser.extensionId}`)
    expect(await originsOf()).toEqual(before)
    await page.close()
  })

  test('flags are saved as before', async () => {
    const page = await browser.openPage(sampleUrls.results)
    await flagCard(page, 0)
    expect(await browser.readRows('flags')).toHaveLength(1)
    await page.close()
  })
})
