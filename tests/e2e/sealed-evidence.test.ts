import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { LedgerAnchor, LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { verifyLedger } from '../../lib/evidence/ledger/ledger.ts'
import { sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import { buildVerifierPage } from '../../scripts/build-verifier-page.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { captureWithScreenshot } from '../support/capture-with-screenshot.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { exportPack, unpacked, withBitTurned } from '../support/evidence-pack.ts'
import { openTestDatabase } from '../support/open-test-database.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

type Stored = { base64: string }
interface StoredRecord {
  captureId: string
  bytes: Stored
  sha256: string
  signature: Stored
}

const bytesOf = ({ base64 }: Stored) => Buffer.from(base64, 'base64')

describe('evidence in a real browser', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  async function sealedJobs(count: number): Promise<CaptureJob[]> {
    const deadline = Date.now() + 20_000
    while (true) {
      const jobs = await browser.readRows<CaptureJob>('captureJobs')
      if (jobs.filter(({ seal }) => seal.state === 'sealed').length >= count) return jobs
      if (Date.now() > deadline)
        throw new Error(`Not sealed: ${JSON.stringify(jobs.map(({ seal }) => seal))}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }

  test('a click ends in a sealed record that Node verifies, and a ledger that its anchor knows', async () => {
    const page = await browser.openPage(sampleUrls.results)
    await flagCard(page, 0)
    // Looking into the database opens a tab: not while the screenshot is being taken.
    await page.waitForTimeout(4000)
    await waitForScreenshots(browser, 1)
    const [job] = await sealedJobs(1)
    const [record] = await browser.readRows<StoredRecord>('records')
    const [key] = await browser.readRows<{ publicKey: Stored }>('keys')
    if (!record || !key || job?.screenshot.state !== 'saved') throw new Error('nothing was sealed')
    const bytes = bytesOf(record.bytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.sha256)
    const publicKey = createPublicKey({ key: bytesOf(key.publicKey), format: 'der', type: 'spki' })
    expect(verify('sha256', bytes, publicKey, bytesOf(record.signature))).toBe(true)
    const stated = JSON.parse(bytes.toString())
    expect(stated).toMatchObject({
      captureId: job.captureId,
      artefacts: [{ sha256: job.screenshot.artefact.sha256, pageUrl: page.url() }],
      installation: {
        browser: { name: 'Chrome' },
        os: { name: 'linux' },
        extension: { buildSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    })
    const rows = await browser.readRows<LedgerRow>('ledger')
    expect(rows.filter(({ action }) => action === 'capture-sealed')).toMatchObject([
      { subject: job.captureId, payloadHash: record.sha256 },
    ])
    await expectAnchored(rows)
  })

  test('a permission that is taken back stands in the ledger', async () => {
    const page = await browser.openExtensionPage('dashboard.html')
    await page.evaluate(() => chrome.permissions.remove({ origins: ['<all_urls>'] }))
    await page.close()
    await expect
      .poll(async () => (await browser.readRows<LedgerRow>('ledger')).at(-1), {
        timeout: 20_000,
        interval: 500,
      })
      .toMatchObject({ action: 'permission-changed', subject: expect.stringMatching(/^taken: .*<all_urls>/) })
    await expectAnchored(await browser.readRows<LedgerRow>('ledger'))
  })

  async function expectAnchored(rows: LedgerRow[]): Promise<void> {
    const page = await browser.openExtensionPage('dashboard.html')
    const { ledgerAnchor } = await page.evaluate(() => chrome.storage.local.get('ledgerAnchor'))
    await page.close()
    expect(await verifyLedger(rows, ledgerAnchor as LedgerAnchor)).toBeNull()
    expect(ledgerAnchor).toMatchObject({ count: rows.length })
  }
})

describe('the offline verifier page', () => {
  let browser: Chromium
  let folder: string
  let page: Page
  const requests: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openChromium({ port: null, extensionDir: null })
    folder = await mkdtemp(join(tmpdir(), 'docket-verifier-'))
    const house = await openTestDatabase()
    const captureId = await captureWithScreenshot(house)
    await sealCaptures(house.sealing, [captureId])
    const zip = Buffer.from(await (await exportPack(house, [captureId])).arrayBuffer())
    const png = [...(await unpacked(new Blob([zip])))].find(([name]) => name.endsWith('.png'))?.[1]
    await writeFile(join(folder, 'right.zip'), zip)
    await writeFile(join(folder, 'wrong.zip'), withBitTurned(new Uint8Array(zip), zip.indexOf(png ?? '') * 8))
    await writeFile(join(folder, 'verify.html'), await buildVerifierPage({ timeStamps: false }))
    page = await browser.context.newPage()
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href)
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const verdict = () => page.getByRole('status')
  const choose = (name: string) => page.getByLabel('The ZIP').setInputFiles(join(folder, name))

  test('passes a pack that is as it was signed, and shows the fingerprint', async () => {
    await choose('right.zip')
    await expect.poll(() => verdict().textContent()).toBe('Everything is as it was signed.')
    const items = (name: string) => page.getByRole('list', { name }).getByRole('listitem')
    expect(await items('What was found right').count()).toBe(6)
    expect(await items('What no check can tell').allTextContents()).toEqual([
      'No time stamp: all times are by the clock of the computer that made this pack.',
    ])
    expect(await page.locator('#key-text').textContent()).toMatch(/^[0-9a-f]{64}$/)
  })

  test('names the file with a changed bit, and a key that is not that of the case file', async () => {
    await choose('wrong.zip')
    await expect.poll(() => verdict().textContent()).toMatch(/^Flaw in captures\/.*viewport-screenshot\.png/)
    await page.getByLabel('Fingerprint from the case file').fill('a'.repeat(64))
    await choose('right.zip')
    await expect.poll(() => verdict().textContent()).toMatch(/^Flaw in public-key\.pem/)
  })

  test('uses no network and breaks no rule of its own', () => {
    expect(requests).toEqual([pathToFileURL(join(folder, 'verify.html')).href])
    expect(complaints).toEqual([])
  })
})
