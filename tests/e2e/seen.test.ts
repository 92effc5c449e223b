import { mkdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import type { LineTrack, Track } from '../../lib/tracking/track.ts'
import { findByName } from '../support/accessible.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { waitForFile } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { challengePage, removedPage } from '../support/sample-site/page-states.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { sellerSeed } from '../support/seller-seed.ts'

/** Of the sample site: the first three of these were filed 60 days ago, and the third is contested. */
const [, gone, blocked, contested] = sampleListings()
if (!gone || !blocked || !contested) throw new Error('The sample site has too few listings.')

/** A folder for pictures, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

describe('filed listings that are seen again', () => {
  let server: SampleServer
  let browser: Chromium

  const trackOf = async (comId: string): Promise<LineTrack | undefined> => {
    const tracks = await browser.readRows<Track>('tracks')
    return tracks.find((track): track is LineTrack => track.kind === 'line' && track.comId === comId)
  }
  const seenOf = async (comId: string) =>
    (await trackOf(comId))?.events.flatMap(({ change }) => (change.kind === 'seen' ? [change] : [])) ?? []
  const act = async (page: Page) => {
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 306)
  }
  const photograph = async (page: Page, name: string) => {
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}.png` })
  }

  beforeAll(async () => {
    if (shotsDir) await mkdir(shotsDir, { recursive: true })
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    const page = await browser.openExtensionPage('dashboard.html#/follow-up')
    await page.getByText('Nothing was filed yet').waitFor()
    await writeSeed(page, await sellerSeed())
    // Its captures are read for sellers there and then.
    await page.goto(page.url().replace(/#.*/, '#/sellers'))
    await page.getByRole('status').filter({ hasText: '4 sellers' }).waitFor()
    await page.close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a card says that its listing was filed, and how its seller stands', async () => {
    const page = await browser.openPage(sampleUrls.results)
    await pointAtCard(page, 1)
    const name =
      /^Trademark: .* · Filed \d{4}-\d{2}-\d{2}: no outcome yet · Seller: 2 removed, 1 countered, 1 open/
    await findByName(page, { role: 'button', name }, 15_000)
    await photograph(page, 'seen-card')
    await page.close()
  })

  test('one that is there is noted once a visit, with its evidence, and the bar says why it is still up', async () => {
    const page = await browser.openPage(sampleUrls.item(contested.comId))
    await act(page)
    await findByName(page, { name: /seen changed \d{4}[\s\S]*Why still up: the seller contests it/ }, 60_000)
    await photograph(page, 'seen-item')
    const [seen, ...more] = await seenOf(contested.comId)
    expect(more).toEqual([])
    // The seed's page had another title and seller.
    expect(seen).toMatchObject({ seen: 'changed' })
    expect(await trackOf(contested.comId)).toMatchObject({ state: 'filed', since: null })
    const sealed = async () => {
      const jobs = await browser.readRows<CaptureJob>('captureJobs')
      const job = jobs.find(({ captureId }) => captureId === seen?.captureId)
      return [job?.screenshot.state, job?.seal.state]
    }
    await expect.poll(sealed, { timeout: 60_000 }).toEqual(['saved', 'sealed'])
    await page.reload()
    await act(page)
    await findByName(page, { name: /seen changed/ }, 15_000)
    expect(await seenOf(contested.comId)).toHaveLength(1)
    await page.close()
  })

  test('a challenge in its place is never taken for its removal', async () => {
    const url = sampleUrls.item(blocked.comId)
    server.setPage(url, challengePage('www.aliexpress.com', new URL(url).pathname))
    const page = await browser.openPage(url)
    await act(page)
    await page.waitForTimeout(2500)
    expect(await seenOf(blocked.comId)).toEqual([])
    await page.close()
  })

  test('one that is gone is noted as seen, not as removed; the person enters that, by sight', async () => {
    const url = sampleUrls.item(gone.comId)
    server.setPage(url, removedPage(gone))
    const page = await browser.openPage(url)
    await act(page)
    await findByName(page, { name: /no outcome yet · seen gone \d{4}/ }, 60_000)
    await photograph(page, 'seen-gone')
    expect(await seenOf(gone.comId)).toMatchObject([{ seen: 'removed' }])
    expect((await trackOf(gone.comId))?.state).toBe('filed')
    await page.close()
    const entered = async () =>
      (await browser.readRows<LedgerRow>('ledger')).filter(({ action }) => action === 'listing-seen').length
    await expect.poll(entered, { timeout: 15_000 }).toBe(2)

    const complaintId = (await trackOf(gone.comId))?.complaintId ?? ''
    const desk = await browser.openExtensionPage(`dashboard.html#/follow-up/${complaintId}`)
    await desk.getByText(/1 listing was seen gone when you opened it/).waitFor()
    await desk.getByText(/Why still up: the seller contests it/).waitFor()
    expect(await axeFindings(desk)).toEqual([])
    if (shotsDir) await desk.screenshot({ path: `${shotsDir}/seen-case.png`, fullPage: true })
    await desk.getByRole('button', { name: 'Enter as removed, by sight' }).click()
    await desk.getByText(/^Removed since .* \(by sight\)$/).waitFor()
    expect(await trackOf(gone.comId)).toMatchObject({ state: 'removed' })
    expect((await trackOf(gone.comId))?.events.map(({ source }) => source)).toEqual(['seen', 'seen'])
    const link = desk.getByRole('link', { name: /^Seen gone/ })
    await link.click()
    await desk.getByRole('button', { name: 'Verify now' }).waitFor()
    await desk.close()
  })

  test('what the seller sent is kept beside the counter-notice, document by document', async () => {
    const complaintId = (await trackOf(gone.comId))?.complaintId ?? ''
    const desk = await browser.openExtensionPage(`dashboard.html#/follow-up/${complaintId}`)
    const part = desk.getByRole('region', { name: /^Counter-notices and decisions/ })
    await part.getByText('We bought them from a distributor.').waitFor()
    await part.getByText(/^Add to: Counter-notice of/).click()
    const form = part.getByRole('form', { name: /^Add to: / })
    await form.getByRole('button', { name: 'Add it' }).click()
    await form.getByText('Say what happened, or add a document that shows it.').waitFor()
    const buffer = Buffer.from('%PDF-1.4\n%%EOF\n')
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer })
    await form.getByText('invoice.pdf').waitFor()
    await form.getByRole('button', { name: 'Add it' }).click()
    await part.getByText(/^The seller sent, \d{4}/).waitFor()
    expect(await axeFindings(desk)).toEqual([])
    if (shotsDir) await desk.screenshot({ path: `${shotsDir}/contest.png`, fullPage: true })
    await part.getByRole('button', { name: 'Save invoice.pdf' }).click()
    const path = await waitForFile(browser.downloadsDir, [], '.pdf')
    expect((await readFile(path)).equals(buffer)).toBe(true)
    await desk.close()
  })
})
