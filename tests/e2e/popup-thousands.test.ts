import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chromium, openChromium } from '../support/browser.ts'
import { focusedName, openSeededPopup } from '../support/popup-page.ts'
import { queueSeed, repeatedSeed, type SeedRows } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** What must hold for thousands: few rows drawn, the ends reachable, all of it selectable. Times are benched, not asserted. */
describe('a long queue', () => {
  let server: SampleServer
  let browser: Chromium
  let rows: SeedRows

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    const seed = await queueSeed([
      { title: 'Bottle', storeName: 'Pinefall Outdoor Store' },
      { title: 'Photo', ipType: 'copyright', screenshot: 'no-permission' },
    ])
    rows = repeatedSeed(seed, 5000)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('of 5,000 draws only the rows in view, says each one’s place, and goes to its end and back', async () => {
    const page = await openSeededPopup(browser, rows)
    await page.getByText('5,000 queued').waitFor()
    const drawn = page.locator('[data-flag-id]')
    expect(await drawn.count()).toBeLessThan(30)
    await page.getByRole('checkbox', { name: 'Bottle' }).first().focus()
    await page.keyboard.press('End')
    const last = page.getByRole('checkbox', { name: 'Photo' }).last()
    await last.waitFor()
    expect(await focusedName(page)).toBe('Photo')
    const place = await page.evaluate(() => {
      const row = document.activeElement?.closest('li')
      return [row?.getAttribute('aria-posinset'), row?.getAttribute('aria-setsize')]
    })
    expect(place).toEqual(['2500', '2500'])
    expect(await drawn.count()).toBeLessThan(30)
    await page.keyboard.press('Home')
    await page.getByRole('heading', { name: /^Trademark 2,500/ }).waitFor()
    await expect.poll(() => focusedName(page)).toBe('Bottle')
    // The row in focus outlives being scrolled out of view.
    await page.mouse.move(280, 300)
    await page.mouse.wheel(0, 50_000)
    await page.waitForTimeout(300)
    expect(await focusedName(page)).toBe('Bottle')
    await page.keyboard.press('ArrowDown')
    const second = await page.evaluate(() =>
      document.activeElement?.closest('li')?.getAttribute('aria-posinset'),
    )
    expect(second).toBe('2')
    await page.close()
  })

  test('changes a whole group at once, and takes it back at once', async () => {
    const page = await browser.openExtensionPage('popup.html')
    await page.getByRole('checkbox', { name: 'Select all 2,500 in Copyright' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('2,500 selected').first().waitFor()
    await page.getByRole('region', { name: '2,500 selected' }).getByRole('button', { name: 'Patent' }).click()
    await page.getByRole('heading', { name: /^Patent 2,500/ }).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: /^Copyright 2,500/ }).waitFor({ timeout: 60_000 })
    await page.close()
  })
})
