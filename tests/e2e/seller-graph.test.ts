import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { goTo } from '../support/evidence-seed.ts'
import { tabTo } from '../support/keyboard.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sellerSeed } from '../support/seller-seed.ts'

describe('the graph of links between sellers', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/sellers/graph')
    await page.getByRole('heading', { name: 'No links' }).waitFor()
    await writeSeed(page, await sellerSeed())
    await goTo(page, '#/sellers')
    await mkdir('out/sellers', { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const photograph = (name: string) => page.screenshot({ path: `out/sellers/${name}.png`, fullPage: true })
  const table = () => page.getByRole('region', { name: 'Table of links', exact: true })
  const rows = () => table().getByRole('row')

  test('says each link with its reason and evidence; names count only where they are ticked', async () => {
    await page.getByRole('link', { name: 'Links between sellers' }).click()
    await page.getByRole('status').filter({ hasText: '1 link between 2 sellers' }).waitFor()
    expect(await rows().count()).toBe(2)
    expect(await rows().nth(1).textContent()).toMatch(
      /Same company number\s*234567890\s*Trail Supply Store \(2679000001\).*Northwood Gear Store \(2679000002\)/,
    )
    const names = page.getByRole('checkbox', { name: /^Same name, no sign .*\(1\)$/ })
    expect(await names.isChecked()).toBe(false)
    await tabTo(page, /^Same name/)
    await page.keyboard.press('Space')
    await page.getByRole('status').filter({ hasText: '2 links between 3 sellers' }).waitFor()
    await page.reload()
    await page.getByRole('status').filter({ hasText: '2 links between 3 sellers' }).waitFor()
    await page
      .getByRole('img', { name: 'Drawing of 3 sellers and 2 links' })
      .locator('canvas')
      .first()
      .waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('graph')
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('graph-narrow')
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('leads to a seller by keys, and from there to what that one shares', async () => {
    await tabTo(page, /^Northwood Gear Store/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Northwood Gear Store' }).waitFor()
    await tabTo(page, 'Show as a graph', 120)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^What Northwood Gear Store/ }).waitFor()
    await page.getByRole('status').filter({ hasText: '1 link between 2 sellers' }).waitFor()
    await table().getByRole('link', { name: 'Evidence: 234567890, account 2679000001' }).click()
    await page.getByRole('button', { name: 'Verify now' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /^What Northwood Gear Store/ }).waitFor()
  })

  test('leads to a seller by a click on its disc', async () => {
    const drawing = page.getByRole('img', { name: /^Drawing of 2 sellers/ })
    await drawing.scrollIntoViewIfNeeded()
    const box = await drawing.boundingBox()
    if (!box) throw new Error('The drawing is not shown.')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect
      .poll(
        async () => {
          for (let y = box.y + 10; y < box.y + box.height; y += 9) {
            for (let x = box.x + 10; x < box.x + box.width; x += 12) {
              await page.mouse.move(x, y)
              if ((await drawing.evaluate((element) => element.style.cursor)) === 'pointer') {
                await page.mouse.click(x, y)
                return true
              }
            }
          }
          return false
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true)
    await page.waitForURL(/#\/sellers\/267900000[12]$/)
  })

  test('without WebGL the table stands, and it is said so', async () => {
    await page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: []) {
        return kind.startsWith('webgl') ? null : getContext.call(this, kind as '2d', ...more)
      } as typeof getContext
    })
    await goTo(page, '#/sellers/graph')
    await page.getByText('This browser draws no graph here').waitFor()
    expect(await rows().count()).toBe(2)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('graph-without-webgl')
  })
})
