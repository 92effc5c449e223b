import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Capture } from '../../lib/evidence/capture.ts'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import { cardBox, clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { removedPage } from '../support/sample-site/page-states.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const [removed, , third] = sampleListings()
if (!removed || !third) throw new Error('The sample site has too few listings.')

/** The challenge as a dialog over a page that was ready. Runs in the page. */
const showChallenge = () => {
  const dialog = document.createElement('div')
  dialog.className = 'baxia-dialog'
  dialog.style.cssText = 'position:fixed;right:0;bottom:0;width:300px;height:200px;background:#fff;z-index:99'
  dialog.textContent = 'Please slide to verify'
  document.body.append(dialog)
}

describe('pages that are not simply ready', () => {
  let server: SampleServer
  let browser: Chromium

  const act = async (page: Page) => {
    await page.mouse.move(200, 200)
    await page.mouse.move(210, 206)
    await page.waitForTimeout(900)
  }
  const flagsOf = async (comId: string) =>
    (await browser.readRows<Flag>('flags')).filter((flag) => flag.comId === comId)

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a removed item is recorded by its number alone, with a picture of the notice', async () => {
    const url = sampleUrls.item(removed.comId)
    server.setPage(url, removedPage(removed))
    const page = await browser.openPage(url)
    await act(page)
    const name = `Flag as trademark infringement: Removed listing ${removed.comId}`
    await findByName(page, { role: 'button', name }, 10_000)
    await clickByName(page, { role: 'button', name })
    await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark: Removed listing/ })
    const [job] = await waitForScreenshots(browser, 1)
    const captures = await browser.readRows<Capture>('captures')
    const capture = captures.find(({ captureId }) => captureId === job?.captureId)
    expect(capture?.sighting.pageState).toBe('removed')
    const stated = Object.entries(capture?.listing ?? {}).flatMap(([field, observation]) =>
      observation.status === 'absent' ? [] : [field],
    )
    expect(stated.sort()).toEqual(['available', 'comId', 'shownId'])
    expect(capture?.listing?.available).toMatchObject({ value: false })
    const summaries = await browser.readRows<ListingSummary>('listings')
    expect(summaries.find(({ comId }) => comId === removed.comId)?.title).toBeNull()
    await page.close()
  })

  test('on a login page nothing is flagged, and the page says why', async () => {
    const page = await browser.openPage(sampleUrls.login)
    await act(page)
    await browser.pressCommand(page, 'F')
    await findByName(page, { name: /^Not saved: AliExpress asks you to sign in\. Sign in/ }, 8000)
    expect(await browser.readRows('flags')).toHaveLength(1)
    await page.close()
  })

  test('a security check that comes over a results page stops the next flag, and its end lets it through', async () => {
    const page = await browser.openPage(sampleUrls.results)
    await act(page)
    const card = await cardBox(page, 2)
    const control = { role: 'button', name: /^Flag as trademark infringement: /, within: card }
    await findByName(page, control)
    await page.evaluate(showChallenge)
    await clickByName(page, control)
    await findByName(page, { role: 'button', name: /^Not saved: page not ready\. Try again: /, within: card })
    await findByName(page, { name: /^Not saved: AliExpress shows a security check/ })
    expect(await flagsOf(third.comId)).toEqual([])
    await page.bringToFront()
    await page.evaluate(() => document.querySelector('.baxia-dialog')?.remove())
    await clickByName(page, { role: 'button', name: /^Not saved: page not ready/, within: card })
    await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark/, within: card })
    expect(await flagsOf(third.comId)).toHaveLength(1)
    await page.close()
  })
})
