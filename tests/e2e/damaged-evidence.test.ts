import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { turnStoredBit } from '../support/stored-bytes.ts'

/** A bit of a stored picture turns; nobody asks for anything. */
describe('a stored picture that is damaged', () => {
  let server: SampleServer
  let browser: Chromium
  let results: Page
  let popup: Page
  let sha256: string

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    // Looking into the database opens a tab: not while the screenshot is being taken.
    await results.waitForTimeout(4000)
    const [job] = await waitForScreenshots(browser, 1, 60_000)
    sha256 = (job ? artefactsOf(job) : [])[0]?.sha256 ?? ''
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** What the alarm of every other minute does, now. */
  const ringAlarm = () =>
    popup.evaluate(() => chrome.alarms.create('settle-interrupted', { when: Date.now() + 100 }))
  const notice = () => popup.getByRole('alert').getByText('Stored evidence of 1 capture is damaged.')
  const found = async () =>
    (await browser.readRows<LedgerRow>('ledger')).filter(({ action }) => action === 'damage-found')

  test('is found by the background, told on every page, and entered in the ledger', async () => {
    await expect
      .poll(async () => (await browser.readRows<CaptureJob>('captureJobs'))[0]?.seal.state, {
        timeout: 60_000,
      })
      .toBe('sealed')
    await turnStoredBit(browser, sha256)
    popup = await browser.openExtensionPage('popup.html')
    await ringAlarm()
    await notice().waitFor({ timeout: 60_000 })
    expect(await found()).toHaveLength(1)
  })

  test('is named on the storage page with the way to bring it back, and locks nothing', async () => {
    const storage = await browser.openExtensionPage('dashboard.html#/evidence/storage')
    await storage.getByText('Docket found evidence that is not as it was sealed').waitFor()
    await storage.getByRole('link', { name: /^Open the capture/ }).waitFor()
    expect(await storage.getByRole('link', { name: 'Restore from second copies' }).getAttribute('href')).toBe(
      '#/restore',
    )
    await storage.close()
    await results.bringToFront()
    await flagCard(results, 1)
  })

  test('that is whole again is told no more', async () => {
    await turnStoredBit(browser, sha256)
    await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'evidence.restored', request: {} }))
    await notice().waitFor({ state: 'detached', timeout: 60_000 })
    const storage = await browser.openExtensionPage('dashboard.html#/evidence/storage')
    await storage.getByText(/^All \d files? of 2 captures were read again/).waitFor({ timeout: 60_000 })
    expect(await found()).toHaveLength(1)
  })
})
