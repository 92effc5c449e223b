import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import { clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { injectionPayloads } from '../support/injection-payloads.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const squashed = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('a page whose titles and sellers are payloads', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  const dialogs: string[] = []
  const listings = sampleListings({ titles: injectionPayloads, storeNames: injectionPayloads })

  beforeAll(async () => {
    server = await startSampleServer({
      results: { titles: injectionPayloads, storeNames: injectionPayloads, withStore: true, rendered: 60 },
    })
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    page = await browser.openPage(sampleUrls.results)
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await page.mouse.move(30, 600)
    await page.mouse.move(34, 604)
    await findByName(page, { role: 'button', name: 'Select many' })
    await page.waitForTimeout(1000)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('is flagged whole, stored letter by letter, and nothing of it runs', async () => {
    await clickByName(page, { role: 'button', name: 'Select many' })
    await clickByName(page, { role: 'button', name: /^All on this page/ })
    await clickByName(page, { role: 'button', name: 'Flag all as copyright' })
    await findByName(page, { name: /^60 listings flagged as copyright/ }, 80_000)

    const flags = (await browser.readRows<Flag>('flags')).filter(({ status }) => status === 'current')
    expect(flags).toHaveLength(60)
    const stored = await browser.readRows<ListingSummary>('listings')
    const titleOf = new Map(stored.map(({ comId, title }) => [comId, title]))
    for (const { comId, title } of listings.slice(0, injectionPayloads.length)) {
      // A title may be unreadable, and is then absent; it is never another one.
      expect([squashed(title), null]).toContain(titleOf.get(comId))
    }
    const read = injectionPayloads.filter((payload) => [...titleOf.values()].includes(squashed(payload)))
    expect(read.length).toBeGreaterThan(40)
  }, 180_000)

  test('and a note that is a payload is shown and stored as text', async () => {
    const note = injectionPayloads[4] ?? ''
    await page.evaluate(() => scrollTo(0, 0))
    await page.bringToFront()
    await page.mouse.move(380, 250)
    await page.mouse.move(384, 254)
    await page.waitForTimeout(500)
    await page.keyboard.press('n')
    await findByName(page, { role: 'dialog', name: /./ })
    await page.keyboard.type(note)
    await clickByName(page, { role: 'button', name: 'Save note' })
    await expect
      .poll(async () => (await browser.readRows<Flag>('flags')).map((flag) => flag.note), { timeout: 20_000 })
      .toContain(note)
  })

  test('without a global, a dialog or a request of theirs', async () => {
    expect(await page.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined()
    expect(dialogs).toEqual([])
    expect(strangeRequests(server.requests)).toEqual([])
  })
})
