import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { inOwnWorld } from '../support/own-world.ts'
import { buildFlagRequest, buildRow, buildSighting } from '../support/records.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { tally } from '../trials/tally.ts'

const counted = tally({
  plan: 'T9',
  name: 'screenshot-burst',
  what: 'Twenty pictures are asked for at once in three tabs. Each must be saved or shown as failed, at least 500 ms apart, and nobody may meet the browser’s quota.',
  seed: null,
  backEnd: 'any',
})

describe('twenty screenshots asked for at once in three tabs', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    await browser.readRows('flags')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const offsetOf = (number: number) => 2000 + number * 60

  /** A results page of its own listings; in a window of its own, so that it is in front there. */
  async function openResults(number: number, isOwnWindow: boolean): Promise<Page> {
    const url = `${sampleUrls.results}?page=${number + 1}`
    server.setPage(url, resultsPage({ count: 12, offset: offsetOf(number), rendered: 12 }))
    if (!isOwnWindow) return browser.openPage(url)
    const session = await browser.browserSession()
    const [page] = await Promise.all([
      browser.context.waitForEvent('page'),
      session.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
    ])
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return page
  }

  /** Judges listings of this page without asking for their screenshots. Returns key and captures of the document. */
  async function flagUnphotographed(page: Page, number: number, count: number) {
    await page.bringToFront()
    // The first by hand: it makes the document known.
    await flagCard(page, 0)
    // Its picture is taken while this page is in front: the next one comes to the front afterwards.
    await waitForScreenshots(browser, number + 1)
    const listings = sampleListings({ count: count + 1, offset: offsetOf(number) })
    const [first, ...others] = listings
    const known = (await browser.readRows<Flag>('flags')).find(({ comId }) => comId === first?.comId)
    if (!known) throw new Error('The first card was not flagged.')
    const { documentKey } = known
    const sighting = buildSighting({ pageUrl: page.url() })
    const requests = others.map(({ comId }) =>
      buildFlagRequest({ comId, row: buildRow(comId), documentKey, sighting }),
    )
    const saved = await sayAll(
      page,
      requests.map((request) => ({ type: 'flag.create', request })),
    )
    expect(saved.filter(({ ok }) => !ok)).toEqual([])
    return { documentKey, captureIds: requests.map(({ captureId }) => captureId) }
  }

  /** Sends messages at once, as Docket's own script in the page. */
  const sayAll = (page: Page, messages: unknown[]) =>
    inOwnWorld(
      page,
      browser.extensionId,
      `Promise.all(${JSON.stringify(messages)}.map((message) => chrome.runtime.sendMessage(message)))`,
    ) as Promise<Array<{ ok: boolean }>>

  test('are all stored or shown as failed, and nobody meets the browser’s quota', async () => {
    const tabs: Array<{ page: Page; documentKey: string; captureIds: string[] }> = []
    for (const [number, count] of [7, 7, 6].entries()) {
      const page = await openResults(number, number < 2)
      tabs.push({ page, ...(await flagUnphotographed(page, number, count)) })
    }
    for (const { page } of tabs) await page.bringToFront()

    const asked = await Promise.all(
      tabs.map(({ page, documentKey, captureIds }) =>
        sayAll(
          page,
          captureIds.map((captureId) => ({
            type: 'capture.screenshot',
            request: { documentKey, captureIds: [captureId] },
          })),
        ),
      ),
    )
    const answers = asked.flat()
    expect(answers).toHaveLength(20)
    counted('pictures asked for at once', 20)
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(JSON.stringify(answers)).not.toMatch(/quota|MAX_CAPTURE/i)

    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    expect(jobs).toHaveLength(23)
    const states = jobs.map(({ screenshot }) => screenshot.state)
    expect(states.filter((state) => state !== 'saved' && state !== 'failed')).toEqual([])
    counted('saved', states.filter((state) => state === 'saved').length - 3)
    counted('failed with a reason', states.filter((state) => state === 'failed').length)
    const taken = jobs.flatMap(({ screenshot }) =>
      screenshot.state === 'saved' ? [screenshot.artefact.takenAtMs] : [],
    )
    const moments = [...new Set(taken)].sort((a, b) => a - b)
    const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0))
    expect(moments.length).toBeGreaterThanOrEqual(6)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500)
  })
})
