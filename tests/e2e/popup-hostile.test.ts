import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chromium, openChromium } from '../support/browser.ts'
import { injectionPayloads } from '../support/injection-payloads.ts'
import { openSeededPopup } from '../support/popup-page.ts'
import { queueSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer, strangeRequests } from '../support/sample-server.ts'

describe('texts from hostile pages', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  const violations: string[] = []

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await openSeededPopup(
      browser,
      await queueSeed(
        injectionPayloads.map((payload) => ({
          title: payload,
          storeName: payload,
          note: payload,
          price: payload.slice(0, 60),
          imageUrl: payload,
          sighting: { keyword: payload },
        })),
      ),
    )
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text())
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('stand in the popup as they are, and nothing of them runs', async () => {
    const titles = new Set<string>()
    await page.getByRole('checkbox').nth(1).focus()
    for (let row = 0; row < injectionPayloads.length; row++) {
      for (const title of await page.locator('[data-flag-id] a').allTextContents()) titles.add(title)
      await page.keyboard.press('ArrowDown')
    }
    expect([...titles].sort()).toEqual([...injectionPayloads].sort())
    // Every element in a row is one of ours: no tag of a payload became one.
    const tags = await page
      .locator('[data-flag-id] *')
      .evaluateAll((elements) => [...new Set(elements.map(({ localName }) => localName))])
    const ours = [
      'a',
      'bdi',
      'button',
      'div',
      'input',
      'img',
      'p',
      'path',
      'circle',
      'line',
      'rect',
      'polyline',
      'span',
      'svg',
      'time',
    ]
    expect(tags.filter((tag) => !ours.includes(tag))).toEqual([])
    const links = await page
      .locator('[data-flag-id] a')
      .evaluateAll((elements) => elements.map((link) => link.getAttribute('href') ?? ''))
    expect(links.every((link) => /^https:\/\/www\.aliexpress\.com\/item\/\d+\.html$/.test(link))).toBe(true)
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false)
  })

  test('run nowhere in menu, note and search either', async () => {
    await page.keyboard.press('Home')
    for (const payload of [...injectionPayloads].reverse().slice(0, 10)) {
      await page.keyboard.press('Enter')
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await page.locator('[data-flag-id] input:focus').waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: 'Note' }).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('[data-flag-id] input:focus').waitFor()
      await page.getByRole('textbox', { name: 'Search the queue' }).fill(payload)
      await page.getByRole('textbox', { name: 'Search the queue' }).fill('')
      await page.locator('[data-flag-id]').nth(3).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
    }
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false)
  })

  test('run nowhere on the export page, and nothing asks a strange host', async () => {
    const view = await browser.openExtensionPage('dashboard.html#/export?type=trademark')
    await view.getByRole('heading', { name: `${injectionPayloads.length} listings exported` }).waitFor()
    expect(await view.evaluate(() => '__pwned' in globalThis)).toBe(false)
    expect(strangeRequests(server.requests)).toEqual([])
    expect(violations).toEqual([])
  })
})
