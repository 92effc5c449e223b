import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag } from '../../lib/queue/flag.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { focusedName, openSeededPopup, shownTitles } from '../support/popup-page.ts'
import { queueSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** One story, by keyboard where a person would use it. */
describe('the queue in the popup', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  const flagOf = async (comId: string) =>
    (await browser.readRows<Flag>('flags')).find((flag) => flag.comId.endsWith(comId))
  const status = (text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor()

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await openSeededPopup(
      browser,
      await queueSeed([
        { title: 'Bottle A', storeName: 'Pinefall Outdoor Store' },
        { title: 'Bottle B', note: 'logo on the lid' },
        { title: 'Bottle C', screenshot: 'no-permission' },
        { title: 'Photo D', ipType: 'copyright', screenshot: 'failed' },
        { title: 'Later E', ipType: null, verdict: 'suspicious' },
      ]),
    )
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('stands in groups, newest first, with counts; empty groups are not there', async () => {
    expect(await shownTitles(page)).toEqual({
      Trademark: ['Bottle A', 'Bottle B', 'Bottle C'],
      Copyright: ['Photo D'],
      Undecided: ['Later E'],
    })
    await page.getByText('5 queued').waitFor()
    await page.getByRole('heading', { name: 'Trademark 3 1 without screenshot' }).waitFor()
  })

  test('each row says price, seller or that it is unknown, when, where, and whether there is a screenshot', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'Bottle A' })
    expect(await row.textContent()).toMatch(/US \$12\.50 · Pinefall Outdoor Store/)
    expect(await row.textContent()).toMatch(
      /1 min\. ago · aliexpress\.com · search “velmora”, page 2, place 7/,
    )
    expect(await row.getAttribute('aria-posinset')).toBe('1')
    expect(await row.getAttribute('aria-setsize')).toBe('3')
    const other = page.getByRole('listitem').filter({ hasText: 'Bottle B' })
    expect(await other.textContent()).toContain('Seller not shown on results page')
    const missing = page.getByRole('listitem').filter({ hasText: 'Bottle C' })
    await missing.getByRole('button', { name: 'No screenshot yet' }).click()
    await page
      .getByRole('dialog')
      .getByText(/did not allow a screenshot/)
      .waitFor()
    await page.keyboard.press('Escape')
    // It comes back a moment after the words are gone, and would take the focus from whatever is done until then.
    await expect.poll(() => focusedName(page)).toMatch(/^No screenshot yet/)
  })

  test('arrows move, a letter changes the type, and the next row is at hand', async () => {
    await page.getByRole('checkbox', { name: 'Bottle A', exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await focusedName(page)).toBe('Bottle B')
    await page.keyboard.press('p')
    await status('1 listing moved to Patent.')
    expect(await focusedName(page)).toBe('Bottle C')
    expect(await flagOf('2')).toMatchObject({
      ipType: 'patent',
      verdict: 'infringing',
      note: 'logo on the lid',
    })
    expect(Object.keys(await shownTitles(page))).toEqual(['Trademark', 'Copyright', 'Patent', 'Undecided'])
    await page.keyboard.press('Control+z')
    await status('Undone.')
    expect(await flagOf('2')).toMatchObject({ ipType: 'trademark' })
  })

  test('space and Shift select, Delete removes all of it, Undo puts it back', async () => {
    await page.getByRole('checkbox', { name: 'Bottle A', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await page.getByText('3 selected').first().waitFor()
    await page.keyboard.press('Delete')
    await status('3 listings removed.')
    expect(await shownTitles(page)).toEqual({ Copyright: ['Photo D'], Undecided: ['Later E'] })
    expect(await focusedName(page)).toBe('Photo D')
    expect((await flagOf('1'))?.status).toBe('undone')
    await page.getByRole('button', { name: 'Undo' }).click()
    await status('3 listings put back.')
    expect((await shownTitles(page)).Trademark).toEqual(['Bottle A', 'Bottle B', 'Bottle C'])
  })

  test('a mouse click with Shift selects a range; types change for all of it at once', async () => {
    await page.getByRole('checkbox', { name: 'Bottle A', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Bottle B', exact: true }).click({ modifiers: ['Shift'] })
    await page.getByRole('region', { name: '2 selected' }).getByRole('button', { name: 'Copyright' }).click()
    await status('2 listings moved to Copyright.')
    expect((await shownTitles(page)).Copyright).toEqual(['Bottle A', 'Bottle B', 'Photo D'])
    await page.keyboard.press('Control+z')
    await status('Undone.')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('region', { name: /selected/ }).count()).toBe(0)
  })

  test('Enter opens the row menu, from which the note is edited; the focus comes back', async () => {
    await page.getByRole('checkbox', { name: 'Bottle A', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Add note…' }).click()
    await page.getByRole('textbox', { name: 'Note for the complaint' }).waitFor()
    await page.keyboard.type('sold as original')
    await page.keyboard.press('Control+Enter')
    await status('Note saved.')
    expect(await flagOf('1')).toMatchObject({ note: 'sold as original', ipType: 'trademark' })
    expect(await focusedName(page)).toBe('Bottle A')
  })

  test('links are copied one a line, and the message says how many', async () => {
    await page.getByRole('button', { name: 'Copy 3 links of Trademark' }).click()
    await status('3 links copied, one a line.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [1, 2, 3].map((last) => `https://www.aliexpress.com/item/100500700000000${last}.html`).join('\n'),
    )
  })

  test('/ searches title, seller, number and note; Escape shows all again', async () => {
    await page.getByRole('checkbox', { name: 'Bottle A', exact: true }).focus()
    await page.keyboard.press('/')
    await page.keyboard.type('lid bottle')
    await page.getByText('1 of 5 listings found').waitFor()
    expect(await shownTitles(page)).toEqual({ Trademark: ['Bottle B'] })
    await page.keyboard.press('ArrowDown')
    expect(await focusedName(page)).toBe('Bottle B')
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('nothing like this')
    await page.getByText('No queued listing has “nothing like this”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Later E').waitFor()
  })

  test('a group folds away and says so', async () => {
    const head = page.getByRole('button', { name: /^Trademark 3/ })
    expect(await head.getAttribute('aria-expanded')).toBe('true')
    await head.press('Enter')
    expect(await head.getAttribute('aria-expanded')).toBe('false')
    expect((await shownTitles(page)).Trademark).toEqual([])
    await head.press('Enter')
    expect((await shownTitles(page)).Trademark).toHaveLength(3)
  })

  test('a flag that another page makes or takes back appears and goes by itself', async () => {
    const other = await browser.openExtensionPage('popup.html')
    await other.getByRole('checkbox', { name: 'Photo D', exact: true }).focus()
    await other.keyboard.press('Delete')
    await page.getByText('Photo D').waitFor({ state: 'detached' })
    await page.getByText('4 queued').waitFor()
    await other.keyboard.press('Control+z')
    await page.getByText('Photo D').waitFor()
    await other.close()
  })

  test('a listing that was judged elsewhere meanwhile is not changed, and the message says why', async () => {
    await page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await settled(indexedDB.open('docket'))
      const store = database.transaction('flags', 'readwrite').objectStore('flags')
      for (const flag of await settled(store.getAll())) {
        // Dexie does not see this write, so the popup still shows what it read.
        if (flag.comId.endsWith('5')) await settled(store.put({ ...flag, status: 'replaced' }))
      }
      database.close()
    })
    await page.getByRole('checkbox', { name: 'Later E', exact: true }).focus()
    await page.keyboard.press('t')
    await status(/judged again elsewhere meanwhile\. Nothing was changed/)
    expect((await flagOf('5'))?.ipType).toBe(null)
  })
})
