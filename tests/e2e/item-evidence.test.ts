import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import { cardBox, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, flagItem, openPopup } from '../support/drive-docket.ts'
import { unpacked } from '../support/evidence-pack.ts'
import { waitForPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const [first, second] = sampleListings()
if (!first || !second) throw new Error('The sample site has too few listings.')

describe('evidence of item pages', () => {
  let server: SampleServer
  let browser: Chromium

  const capturesOf = async (comId: string) =>
    (await browser.readRows<Capture>('captures')).filter((capture) => capture.comId === comId)
  const jobsOf = async (comId: string) =>
    (await browser.readRows<CaptureJob>('captureJobs')).filter((job) => job.comId === comId)

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a card that was flagged says that its item page is not captured yet', async () => {
    const page = await browser.openPage(sampleUrls.results)
    await flagCard(page, 0)
    const within = await cardBox(page, 0)
    const name = /^Trademark: flagged as trademark, item page not captured yet\. Change: /
    await findByName(page, { role: 'button', name, within })
    await page.close()
  })

  test('opening the item page of a flagged listing completes its evidence by itself', async () => {
    const page = await browser.openPage(sampleUrls.item(first.comId))
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 306)
    await findByName(page, { name: /^Evidence complete/ }, 60_000)
    const captures = await capturesOf(first.comId)
    expect(captures.map(({ mode }) => mode).sort()).toEqual(['completed-on-opening', 'flagged-by-person'])
    const opened = captures.find(({ mode }) => mode === 'completed-on-opening')
    expect(opened?.listing?.comId).toMatchObject({ value: first.comId })
    expect(opened?.tab).toMatchObject({ zoom: 1, addressUrl: sampleUrls.item(first.comId) })
    const job = (await jobsOf(first.comId)).find(({ captureId }) => captureId === opened?.captureId)
    expect(job).toMatchObject({
      gathering: 'ended',
      screenshot: { state: 'saved' },
      seal: { state: 'sealed' },
    })
    await page.reload()
    await page.mouse.move(320, 320)
    await page.mouse.move(330, 326)
    await findByName(page, { name: /^Evidence complete/ }, 15_000)
    expect(await capturesOf(first.comId)).toHaveLength(2)
    await page.close()
  })

  test('an item that is flagged on its page gathers its evidence, once', async () => {
    const page = await browser.openPage(sampleUrls.item(second.comId))
    await flagItem(page)
    await findByName(page, { name: /^Evidence complete/ }, 60_000)
    expect(await capturesOf(second.comId)).toHaveLength(1)
    const [job] = await jobsOf(second.comId)
    expect(job).toMatchObject({ gathering: 'ended', seal: { state: 'sealed' } })
    await page.close()
  })

  test('an evidence pack of the queue holds the card and the item page that was opened later', async () => {
    const popup = await openPopup(browser)
    const known = await readdir(browser.downloadsDir, { recursive: true })
    const opening = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Kinds of export of Trademark' }).click()
    await popup.getByRole('menuitem', { name: 'Evidence pack' }).click()
    const page = await opening
    await page.getByRole('heading', { name: 'Evidence of 2 listings exported' }).waitFor({ timeout: 60_000 })
    const file = await waitForPack(browser.downloadsDir, known)
    expect(file).toMatch(/-3-captures\.zip$/)
    const files = await unpacked(new Blob([new Uint8Array(await readFile(file))]))
    const records = [...files]
      .filter(([name]) => /^captures\/\w+\/record\.json$/.test(name))
      .map(([, bytes]) => JSON.parse(new TextDecoder().decode(bytes)))
    expect(records.map(({ comId, captureMode }) => [comId, captureMode]).sort()).toEqual([
      [first.comId, 'completed-on-opening'],
      [first.comId, 'flagged-by-person'],
      [second.comId, 'flagged-by-person'],
    ])
    expect([...files.keys()].filter((name) => name.endsWith('/page-snapshot.html'))).toHaveLength(2)
    // The card's own page of evidence leads to the item page's.
    const card = (await capturesOf(first.comId)).find(({ mode }) => mode === 'flagged-by-person')
    await page.goto(page.url().replace(/#.*/, `#/evidence/${card?.captureId}`))
    await page.getByRole('link', { name: 'All 2 captures of this listing' }).click()
    await expect.poll(() => page.locator('[data-capture-id]').count()).toBe(2)
    await page.close()
    // Of the one listing from its menu too.
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: new RegExp(`^Actions for ${first.title.slice(0, 20)}`) }).click()
    await popup.getByRole('menuitem', { name: 'Evidence pack of this listing' }).click()
    const one = await opened
    await one.getByRole('heading', { name: 'Evidence of 1 listing exported' }).waitFor({ timeout: 60_000 })
    expect(one.url().match(/capture=/g)).toHaveLength(2)
    await one.close()
    await popup.close()
  })
})
