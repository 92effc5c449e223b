import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

describe('the language of the interface', () => {
  let server: SampleServer
  let browser: Chromium
  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  test('is chosen in the settings, spoken at once, kept, and taken back', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByLabel('Language of Docket').selectOption({ label: '中文（简体）' })
    await page.getByRole('link', { name: '投诉' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await axeFindings(page)).toEqual([])
    await page.close()
    const again = await browser.openExtensionPage('dashboard.html#/settings')
    await again.getByLabel('Docket 的语言').selectOption({ label: 'English' })
    await again.getByRole('link', { name: 'Complaints' }).waitFor()
    await again.close()
  })
})
