import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { openSeededPopup } from '../support/popup-page.ts'
import { queueSeed, type SeedListing } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

const listings: SeedListing[] = [
  { title: 'Velmora 维尔莫拉运动水壶大容量不锈钢保温杯户外登山便携水杯男女通用', note: 'logo on the lid' },
  { title: 'زجاجة مياه رياضية من الفولاذ المقاوم للصدأ', screenshot: 'no-permission', storeName: 'متجر' },
  { title: 'Photo', ipType: 'copyright', screenshot: 'failed', sellerId: '2679000001' },
  { title: 'Patent', ipType: 'patent', screenshot: 'pending' },
  { title: 'Later', ipType: null, verdict: 'suspicious' },
]

describe.each(['light', 'dark'] as const)('axe-core in %s colours finds nothing', (colorScheme) => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, colorScheme })
    page = await openSeededPopup(browser, null)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('in the empty queue', async () => {
    await page.getByRole('heading', { name: 'Nothing queued yet' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('in the queue, with a selection and a message', async () => {
    await page.close()
    page = await openSeededPopup(browser, await queueSeed(listings))
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'Photo', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('p')
    await page.getByRole('status').filter({ hasText: 'moved to Patent' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('in menu, popover and dialogs', async () => {
    await page.getByRole('checkbox', { name: 'Later', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'No screenshot yet' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: 'Later', exact: true }).focus()
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'Note' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More of Docket' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Rights and holders' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'Keys' }).press('Enter')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('on the export page', async () => {
    const view = await browser.openExtensionPage('dashboard.html#/export?type=trademark')
    await view.getByRole('heading', { name: '2 listings exported' }).waitFor()
    expect(await axeFindings(view)).toEqual([])
    await view.close()
  })

  test('on the first-run page', async () => {
    const view = await browser.openExtensionPage('dashboard.html#/welcome')
    await view.getByRole('button', { name: 'Allow screenshots' }).waitFor()
    expect(await axeFindings(view)).toEqual([])
    await view.close()
  })

  test('and nothing is cut off at 200 % zoom: the popup then has half the pixels', async () => {
    await page.setViewportSize({ width: 400, height: 300 })
    await page.waitForTimeout(200)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const exportButton = await page.getByRole('button', { name: 'Export Trademark as ZIP' }).boundingBox()
    expect(exportButton && exportButton.x + exportButton.width).toBeLessThanOrEqual(400)
    // Nothing of the header lies under something else.
    const covered = await page.locator('header :is(button, input)').evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { x, y, width, height } = control.getBoundingClientRect()
          return [4, width / 2, width - 4].some((across) => {
            const top = document.elementFromPoint(x + across, y + height / 2)
            return !top || !control.contains(top)
          })
        })
        .map((control) => control.getAttribute('aria-label')),
    )
    expect(covered).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  })
})
