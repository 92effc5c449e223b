import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { goTo } from '../support/evidence-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sellerSeed } from '../support/seller-seed.ts'

const pages = [
  ['review', 'Review'],
  ['complaints', 'Complaints'],
  ['follow-up', /./],
  ['evidence', 'Evidence'],
  ['rights', 'Rights'],
  ['sellers', 'Sellers'],
  ['sellers/2679000001', 'Trail Supply Store'],
  ['sellers/graph', 'Links between sellers'],
  ['insights', 'Insights'],
  ['settings', 'Settings'],
] as const

/** What a window of 1366 × 768 has room for at 200 %. */
const zoomed = { width: 683, height: 384 }

describe('reading the dashboard', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await writeSeed(page, await sellerSeed())
    await mkdir('out/reading', { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** How far the page is wider than its window, towards either side. */
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  test.each(pages)(
    'at 200 %% and from right to left nothing of %s leaves the window',
    async (path, heading) => {
      await page.setViewportSize(zoomed)
      await goTo(page, `#/${path}`)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      expect(await overflow()).toBeLessThanOrEqual(0)
      expect(await axeFindings(page)).toEqual([])
      const name = path.replace('/', '-')
      await page.screenshot({ path: `out/reading/${name}-zoomed.png` })
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
      expect(await overflow()).toBeLessThanOrEqual(0)
      // Read from the right: the product's name stands there.
      const logo = await page.locator('header').first().getByText('Docket', { exact: true }).boundingBox()
      expect(logo?.x).toBeGreaterThan(683)
      // Heads of columns stand over what is under them.
      const heads = await page
        .locator('th')
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign))
      expect(heads.filter((align) => align !== 'start' && align !== 'end')).toEqual([])
      await page.screenshot({ path: `out/reading/${name}-rtl.png` })
    },
  )
})
