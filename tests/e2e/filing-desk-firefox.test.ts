import { readdir } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { findFirefox } from '../support/find-browser.ts'
import { type Firefox, openFirefox } from '../support/firefox.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

describe.runIf(findFirefox())('the filing desk in Firefox', () => {
  let server: SampleServer
  let firefox: Firefox
  let desk: Page
  const text = () => desk.evaluate(() => document.body.textContent)
  const click = (name: string) => desk.locator(`::-p-aria([name="${name}"])`).click()

  beforeAll(async () => {
    server = await startSampleServer()
    firefox = await openFirefox({ port: server.port })
    desk = await firefox.openExtensionPage('sidepanel.html', 'h2')
    await desk.setViewport({ width: 360, height: 760 })
    const { meta: _, ...seed } = await deskSeed([{ listings: 4 }, { listings: 2, reasonId: 'tm-unfair-use' }])
    await writeSeed(desk, seed)
    await desk.close()
    desk = await firefox.openExtensionPage('sidepanel.html', 'ol')
  })
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
  })

  test('the sidebar opens by a click in the popup', async () => {
    const popup = await firefox.openExtensionPage('popup.html', '[aria-label^="Filing desk"]')
    const sidebars = () =>
      popup.evaluate(
        () =>
          (
            globalThis as unknown as {
              browser: { extension: { getViews(wanted: object): unknown[] } }
            }
          ).browser.extension.getViews({ type: 'sidebar' }).length,
      )
    expect(await sidebars()).toBe(0)
    await popup.locator('[aria-label^="Filing desk"]').click()
    await expect.poll(sidebars, { timeout: 10_000 }).toBe(1)
    await popup.close()
  })

  test('a field is copied by a click, and its tick outlives the desk', async () => {
    await click('Copy: Reason')
    await expect.poll(text, { timeout: 10_000 }).toContain('Copied: Reason')
    await desk.focus('textarea')
    await desk.keyboard.down('Control')
    await desk.keyboard.press('v')
    await desk.keyboard.up('Control')
    expect(await desk.$eval('textarea', ({ value }) => value)).toBe('Counterfeit Features')
    await click('Done: Reason')
    await expect.poll(async () => (await firefox.readRows('deskMarks')).length, { timeout: 10_000 }).toBe(1)
    await desk.close()
    desk = await firefox.openExtensionPage('sidepanel.html', 'ol')
    await expect.poll(text, { timeout: 10_000 }).toContain('1 of 8 done')
  })

  test('both complaints become one ZIP, saved to the downloads', async () => {
    const ids = (await firefox.readRows<Complaint & Record<string, unknown>>('complaints')).map(
      ({ complaintId }) => `complaint=${complaintId}`,
    )
    const packs = await firefox.openExtensionPage(
      `dashboard.html#/complaints/packs?${ids.join('&')}`,
      'a[href*="evidence=included"]',
    )
    const shown = () => packs.evaluate(() => document.body.textContent)
    await expect.poll(shown, { timeout: 20_000 }).toContain('2 complaints packed, 6 listings')
    const saved = await readdir(firefox.downloadsDir)
    expect(
      saved.filter((name) => /^docket-complaints-.+-2-complaints-6-listings\.zip$/.test(name)),
    ).toHaveLength(1)
    await packs.close()
  })

  test('a file is saved, and a filed complaint leaves the queue', async () => {
    await desk.$eval('ol > li:last-child', (row) => row.scrollIntoView())
    await desk.waitForSelector('ol img')
    const dragged = await desk.$eval('ol img', (picture) => {
      const dataTransfer = new DataTransfer()
      picture.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer }))
      return [...dataTransfer.files].map(({ name, type, size }) => ({ name, type, isWhole: size > 10_000 }))
    })
    expect(dragged).toEqual([
      { name: expect.stringMatching(/^comparison-\d+-1\.png$/), type: 'image/png', isWhole: true },
    ])
    await desk.locator('[aria-label^="Save comparison-"]').click()
    const saved = async () =>
      (await readdir(firefox.downloadsDir)).filter((name) => /^comparison-/.test(name))
    await expect.poll(saved, { timeout: 20_000 }).toHaveLength(1)
    await desk.focus('form input')
    await desk.keyboard.type('IPP-77')
    await desk.keyboard.press('Enter')
    await expect.poll(text, { timeout: 10_000 }).toMatch(/Filed on .* as case IPP-77/)
    const [filed] = (await firefox.readRows<Complaint & Record<string, unknown>>('complaints')).filter(
      ({ state }) => state === 'filed',
    )
    const flags = await firefox.readRows<FlagRow & Record<string, unknown>>('flags')
    expect(flags.filter(({ filedIn }) => filedIn === filed?.complaintId)).toHaveLength(4)
  })
})
