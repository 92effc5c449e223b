import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { goTo } from '../support/evidence-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sellerSeed } from '../support/seller-seed.ts'

const comId = '1005990000000121'
const usId = String(BigInt(comId) + 2n ** 51n)

describe.each(['light', 'dark'] as const)('the palette, in %s colours', (colorScheme) => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, colorScheme })
    page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await writeSeed(page, await sellerSeed())
    await goTo(page, '#/review')
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
    await mkdir('out/palette', { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const photograph = (name: string) => page.screenshot({ path: `out/palette/${name}-${colorScheme}.png` })
  const field = () => page.getByRole('combobox', { name: 'Go to, do, or find', exact: true })
  const options = (group: string) => page.getByRole('group', { name: group }).getByRole('option')
  const open = async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await field().waitFor()
  }
  /** What a screen reader says is meant: the option that the field names. */
  const active = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant')
      const option = id ? document.getElementById(id) : null
      return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null
    })

  test('opens by key, leads to pages, and gives the focus back', async () => {
    expect(await axeFindings(page)).toEqual([])
    await open()
    await expect.poll(active).toBe('Review')
    await page.keyboard.press('ArrowDown')
    await expect.poll(active).toBe('Complaints')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await active()).not.toBe('Review')
    expect(await axeFindings(page)).toEqual([])
    await photograph('empty')
    await page.keyboard.press('Escape')
    await field().waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    await open()
    await page.keyboard.type('visit')
    await expect.poll(active).toBe('Visit list')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/follow-up\/visits$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
  })

  test('finds a pasted address of the .us site, entered at once, and leads to the listing', async () => {
    await open()
    await page.keyboard.insertText(`https://www.aliexpress.us/item/${usId}.html?spm=a2g0o.1`)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`#/review\\?find=${comId}$`))
    await page.getByText('Velmora style trail bottle 3').first().waitFor()
  })

  test('groups what is found, by words, store, account and case', async () => {
    await open()
    await page.keyboard.type('trail')
    await options('Sellers').first().waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /\d+ entries/ })
      .waitFor()
    expect(await options('Listings').count()).toBeGreaterThan(3)
    expect(await options('Sellers').count()).toBe(2)
    expect(await options('Evidence').count()).toBeGreaterThan(3)
    expect(await axeFindings(page)).toEqual([])
    await photograph('found')
    await page.setViewportSize({ width: 400, height: 700 })
    expect(await axeFindings(page)).toEqual([])
    await photograph('found-narrow')
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('1109000004')
    await expect
      .poll(() => options('Sellers').allTextContents())
      .toEqual([expect.stringContaining('山路用品店')])
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('cn-1')
    await expect.poll(active).toContain('Case CN-1')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/follow-up\/01JDC0000000000000000000C1$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await open()
    await page.keyboard.type('nothing is called so')
    await page.getByText('Nothing is like that.').waitFor()
    await photograph('nothing')
    await page.keyboard.press('Escape')
  })

  // Colours make no difference to what keys do.
  if (colorScheme === 'dark') return

  test('does what the page can do', async () => {
    await goTo(page, '#/sellers')
    await page.getByRole('status').filter({ hasText: '4 sellers' }).waitFor()
    await open()
    await page.keyboard.type('search the')
    await expect.poll(active).toBe('Search the sellers')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Search the sellers')
    await page.keyboard.type('山路')
    await page.getByRole('status').filter({ hasText: '1 of 4 sellers' }).waitFor()
  })

  test('the keys are listed on every page, after those of its own', async () => {
    for (const [hash, heading, own] of [
      ['#/settings', 'Settings', null],
      ['#/review', 'Review', 'Undo'],
      ['#/insights', 'Insights', null],
    ] as const) {
      await goTo(page, hash)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.keyboard.press('?')
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Go to, do, or find anything (⌘ K on a Mac)').waitFor()
      if (own) await dialog.getByText(own).first().waitFor()
      expect(await page.getByRole('dialog').count()).toBe(1)
      expect(await axeFindings(page)).toEqual([])
      if (heading === 'Review') await photograph('keys')
      // A dialog has its own keys.
      await page.keyboard.press('ControlOrMeta+k')
      expect(await field().count()).toBe(0)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    }
  })
})
