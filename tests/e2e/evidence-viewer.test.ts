import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, openPopup, waitForScreenshots } from '../support/drive-docket.ts'
import { focusedName } from '../support/popup-page.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** One story: a flag on the site, and its evidence looked at, verified, damaged and deleted, by keyboard. */
describe('the evidence of a flag', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  let captureId: string

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    // Looking into the database opens a tab: not while the screenshot is being taken.
    await results.waitForTimeout(4000)
    const [job] = await waitForScreenshots(browser, 1)
    captureId = job?.captureId ?? ''
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const sealState = async () => (await browser.readRows<CaptureJob>('captureJobs'))[0]?.seal.state
  const ledger = () => browser.readRows<LedgerRow>('ledger')
  const rowsOf = async (action: LedgerRow['action']) =>
    (await ledger()).filter((row) => row.action === action)
  const eventually = (action: LedgerRow['action']) =>
    expect.poll(async () => (await rowsOf(action)).length, { timeout: 20_000, interval: 500 })

  /** Presses Tab until this has the focus, as somebody without a mouse does. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if ((await focusedName(page)) === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}.`)
  }

  test('opens from the queue by a key, and that it is looked at stands in the ledger, once', async () => {
    await expect.poll(sealState, { timeout: 20_000, interval: 500 }).toBe('sealed')
    const popup = await openPopup(browser)
    await popup.getByText('Item page not captured yet').waitFor()
    await popup.locator('[data-flag-id] input').first().focus()
    const opened = browser.context.waitForEvent('page')
    await popup.keyboard.press('v')
    page = await opened
    await page.getByRole('tab', { name: 'Pictures' }).waitFor()
    expect(page.url()).toContain(`#/evidence/${captureId}`)
    expect(await page.title()).toMatch(/ – Evidence – Docket$/)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    await page.getByRole('tab', { name: 'Record' }).click()
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await eventually('capture-viewed').toBe(1)
    expect(await rowsOf('capture-viewed')).toMatchObject([{ subject: captureId, actor: 'operator' }])
    await page.reload()
    await eventually('capture-viewed').toBe(2)
    await popup.close()
  })

  test('every judgement stands in the ledger, before the seal that came after it', async () => {
    const actions = (await ledger()).map(({ action }) => action)
    expect(actions.slice(0, 3)).toEqual(['permission-changed', 'verdict-changed', 'capture-sealed'])
    const popup = await openPopup(browser)
    await popup.locator('[data-flag-id] input').first().focus()
    await popup.keyboard.press('c')
    await popup.getByRole('status').filter({ hasText: 'moved to Copyright' }).waitFor()
    await eventually('verdict-changed').toBe(2)
    await browser.killServiceWorker()
    await popup.locator('[data-flag-id] input').first().focus()
    await popup.keyboard.press('n')
    await popup.getByRole('textbox', { name: 'Note for the complaint' }).fill('logo on the lid')
    await popup.keyboard.press('Control+Enter')
    await popup.getByRole('status').filter({ hasText: 'Note saved.' }).waitFor()
    await eventually('note-changed').toBe(1)
    await popup.close()
  })

  test('shows the picture, zooms it by keys, and names the listing’s ledger rows', async () => {
    await page.bringToFront()
    const picture = page.getByRole('region', { name: 'Screenshot of the visible part of the page' })
    await picture.getByRole('img').waitFor()
    const percent = async () =>
      Number.parseInt((await page.locator('output').first().textContent()) ?? '', 10)
    await expect.poll(percent).toBeGreaterThan(0)
    const fit = await percent()
    await page.getByRole('tab', { name: 'Pictures' }).focus()
    await tabTo('Screenshot of the visible part of the page')
    await page.keyboard.press('1')
    await expect.poll(percent).toBe(100)
    await page.keyboard.press('-')
    await expect.poll(percent).toBe(80)
    await page.keyboard.press('0')
    await expect.poll(percent).toBe(fit)
    await page.mouse.move(600, 500)
    await page.mouse.wheel(0, -100)
    await expect.poll(percent).toBeGreaterThan(fit)
    await page.getByRole('tab', { name: 'Record' }).click()
    const rows = page.getByRole('region', { name: 'Ledger' }).getByRole('row')
    await expect.poll(async () => (await rows.allTextContents()).join()).toMatch(/Judged.*Sealed.*Looked at/)
    await page.getByRole('button', { name: 'Copy: SHA-256', exact: true }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is verified on the word, and a damaged byte is named and not shown', async () => {
    await page.getByRole('heading', { level: 1 }).focus()
    await tabTo('Verify now')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Everything is as it was sealed' }).waitFor()
    await damageScreenshot()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '1 thing is not as sealed' }).waitFor()
    await page
      .getByText(/^File viewport-screenshot\.png: viewport-screenshot\.png is not what was taken/)
      .waitFor()
    await page.reload()
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await page.getByText('It cannot be read').waitFor()
    expect(await page.getByRole('img', { name: 'Screenshot of the visible part' }).count()).toBe(0)
  })

  test('stands in the list: arrows, Enter, Back to the same row, and a pack of what is selected', async () => {
    await damageScreenshot()
    await page.getByRole('link', { name: 'Evidence', exact: true }).first().click()
    await page.locator('[data-capture-id]').first().waitFor()
    expect(await page.title()).toBe('Evidence – Docket')
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focusedName(page)).toMatch(/^Select /)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Verify now' }).waitFor()
    await page.goBack()
    await expect.poll(() => focusedName(page)).toMatch(/^Select /)
    await page.keyboard.press('Space')
    await page.getByText('1 selected').waitFor()
    await page.keyboard.press('e')
    await page.getByRole('heading', { name: 'Evidence of 1 listing exported' }).waitFor({ timeout: 20_000 })
    await page.goBack()
    await expect.poll(() => focusedName(page)).toMatch(/^Select /)
    await page.keyboard.press('/')
    await page.keyboard.type('no such thing')
    await page.getByRole('status').filter({ hasText: 'No capture is like that.' }).waitFor()
    expect(page.url()).toContain('#/evidence?find=no+such+thing')
    await page.reload()
    await page.getByRole('status').filter({ hasText: 'No capture is like that.' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    await page.locator('[data-capture-id]').first().waitFor()
  })

  test('loses its files on the person’s word alone, and says so from then on', async () => {
    await page.locator('[data-capture-id] a').first().click()
    await page.getByRole('tab', { name: 'Record' }).click()
    // With which pack it left: the test before exported it.
    const [exit] = await rowsOf('exported')
    await page
      .getByRole('row')
      .filter({ hasText: `Exported in pack ${exit?.subject}` })
      .waitFor()
    await page.getByRole('button', { name: 'Delete the files…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Goes for good: 1 file/).waitFor()
    await dialog.getByText(/^Stays: what the page stated, the signed record/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await rowsOf('deleted')).toEqual([])
    await page.getByRole('button', { name: 'Delete the files…' }).click()
    await dialog.getByRole('button', { name: 'Delete 1 file' }).click()
    await page.getByText(/^Files deleted on .+ by operator$/).waitFor()
    expect(await rowsOf('deleted')).toMatchObject([{ subject: captureId }])
    expect(await browser.readRows('blobs')).toEqual([])
    expect(await browser.readRows('records')).toHaveLength(1)
    await page.getByRole('button', { name: 'Verify now' }).click()
    await page.getByRole('heading', { name: 'Everything that is kept is as it was sealed' }).waitFor()
    await page.getByText(/Deleted on .+ by operator, as row \d+ of the ledger says/).waitFor()
    expect(await page.getByRole('button', { name: 'Delete the files…' }).count()).toBe(0)
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await page.getByText('This file was deleted on purpose.').waitFor()
  })

  /** Turns one bit of the screenshot's bytes in the database; the second time it is right again. */
  const damageScreenshot = () =>
    page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await settled(indexedDB.open('docket'))
      const transaction = database.transaction('blobs', 'readwrite')
      const store = transaction.objectStore('blobs')
      const [blob] = await settled(store.getAll())
      blob.bytes[blob.bytes.length >> 1] ^= 1
      await settled(store.put(blob))
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
      database.close()
    })
})
