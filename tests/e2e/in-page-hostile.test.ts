import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import { clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { injectionPayloads } from '../support/injection-payloads.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { itemPage } from '../support/sample-site/item-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const squashed = (text: string) => text.replace(/\s+/g, ' ').trim()
/** A title as names and notes hold it; the browser drops what no name holds. */
const shownAs = (text: string) => squashed(text).slice(0, 200)

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

  test('names controls and menus by it, letter by letter', async () => {
    await page.evaluate(() => scrollTo(0, 0))
    for (const index of [0, 1, 2, 3]) {
      const words = shownAs(listings[index]?.title ?? '')
      const judged = 'Copyright: flagged as copyright, item page not captured yet. Change: '
      await findByName(page, { role: 'button', name: `${judged}${words}` })
      await clickByName(page, { role: 'button', name: `More for: ${words}` })
      await findByName(page, { role: 'menu', name: words })
      await page.keyboard.press('Escape')
    }
  })

  test('and so does an item page, for each of the payloads', async () => {
    const [listing] = sampleListings({ offset: 200 })
    if (!listing) throw new Error('The sample site has too few listings.')
    const url = sampleUrls.item(listing.comId)
    const item = await browser.openPage(sampleUrls.login)
    const asked: string[] = []
    item.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    for (const payload of injectionPayloads) {
      const seller = { ...listing.seller, storeName: payload }
      server.setPage(url, itemPage({ ...listing, title: payload, seller }))
      await item.goto(url)
      await item.mouse.move(300, 300)
      await item.mouse.move(306, 306)
      const name = `Flag as copyright infringement: ${shownAs(payload)}`
      await findByName(item, { role: 'button', name }, 10_000)
      expect(await item.evaluate(() => Reflect.get(window, '__pwned')), payload).toBeUndefined()
    }
    await item.waitForTimeout(300)
    await clickByName(item, { role: 'button', name: /^Flag as patent infringement/ })
    await findByName(item, { role: 'button', name: /^Patent: flagged as patent/ })
    expect(asked).toEqual([])
    await item.close()
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
