import { mkdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { findByName } from '../support/accessible.ts'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { goTo } from '../support/evidence-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { waitForFile } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { sellerSeed } from '../support/seller-seed.ts'

describe('sellers', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/sellers')
    await page.getByRole('heading', { name: 'No sellers yet' }).waitFor()
    await writeSeed(page, await sellerSeed())
    await goTo(page, '#/sellers')
    await mkdir('out/sellers', { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const photograph = (name: string) => page.screenshot({ path: `out/sellers/${name}.png`, fullPage: true })
  const region = (name: string) => page.getByRole('region', { name, exact: true }).first()

  test('stand in a list, the most harmful first, found by words and kept over a reload', async () => {
    const rows = page.getByRole('list', { name: 'Sellers' }).getByRole('listitem')
    await page.getByRole('status').filter({ hasText: '4 sellers' }).waitFor()
    await expect.poll(() => rows.count()).toBe(4)
    expect(await rows.first().textContent()).toMatch(
      /Trail Supply Store[\s\S]*2 removed · 1 countered · 1 open · 1 to file/,
    )
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('list')
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('list-narrow')
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.getByRole('textbox', { name: 'Search the sellers' }).fill('山路')
    await page.getByRole('status').filter({ hasText: '1 of 4 sellers' }).waitFor()
    await page.reload()
    await page.getByRole('status').filter({ hasText: '1 of 4 sellers' }).waitFor()
    await page.getByRole('textbox', { name: 'Search the sellers' }).press('Escape')
    await page.getByRole('status').filter({ hasText: '4 sellers' }).waitFor()
    await page.getByRole('textbox', { name: 'Search the sellers' }).press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trail Supply Store' }).waitFor()
    expect(page.url()).toMatch(/#\/sellers\/2679000001$/)
  })

  test('have a page with identity, listings, penalties and links, each with its evidence', async () => {
    expect(await page.title()).toBe('Trail Supply Store – Sellers – Docket')
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    await region('Penalties, an estimate').getByText('2 strikes of 3').waitFor()
    expect(await region('Penalties, an estimate').textContent()).toContain('1 more strike would close it')
    expect(await region('Identity').textContent()).toMatch(/Pinefall Outdoor Store[\s\S]*234567890/)
    const listings = region('Listings')
    expect(await listings.textContent()).toMatch(/Case CN-1: gone on \d{4}-\d{2}-\d{2} \(evidence\)/)
    const links = await region('Linked sellers').textContent()
    expect(links).toMatch(/Same company or contact\s*Northwood Gear Store/)
    expect(links).toMatch(
      /Only the name is the same: no sign that they are the same\s*Trail Supply Store \(Account 2679000003\)/,
    )
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('seller')
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('seller-narrow')
    await page.setViewportSize({ width: 1366, height: 768 })
    await region('Identity')
      .getByRole('link', { name: /^Evidence: Pinefall Outdoor Store, / })
      .first()
      .click()
    await page.getByRole('button', { name: 'Verify now' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Trail Supply Store' }).waitFor()
  })

  test('are put on a list, which the ledger enters, and reported as PDF and spreadsheet', async () => {
    await page.getByRole('combobox', { name: 'Your list' }).selectOption('deny')
    await page.getByRole('textbox', { name: 'Why' }).fill('Caught twice')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('banner').or(page.locator('main header')).getByText('Deny list').first().waitFor()
    await expect
      .poll(
        async () =>
          (await browser.readRows<LedgerRow>('ledger')).filter(({ action }) => action === 'seller-listed')
            .length,
        { timeout: 15_000, interval: 300 },
      )
      .toBe(1)
    await page.bringToFront()
    for (const [button, start, ending] of [
      ['Save PDF', '%PDF', '.pdf'],
      ['Save spreadsheet', 'PK', '.xlsx'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      const path = await waitForFile(browser.downloadsDir, [], ending)
      expect(path).toMatch(/docket-seller-2679000001-/)
      const bytes = await readFile(path)
      expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start)
    }
  })

  test('are named on the card of a listing that was judged: their list and their record', async () => {
    const results = await browser.openPage(sampleUrls.results)
    const said = /Seller: deny list, 2 removed, 1 countered, 1 open/
    await pointAtCard(results, 1)
    await findByName(results, { role: 'button', name: said })
    await results.screenshot({ path: `out/sellers/card.png` })
    await results.close()
  })
})
