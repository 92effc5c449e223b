import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** Every row of the real database, what lies beside it, and which databases there are. */
const stateOf = (page: Page) =>
  page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).map(({ name }) => name).sort()
    const database = await wait(indexedDB.open('docket'))
    const tables: Record<string, string> = {}
    for (const name of database.objectStoreNames) {
      const rows = await wait(database.transaction(name).objectStore(name).getAll())
      tables[name] = JSON.stringify(rows, (_, value) =>
        value instanceof Uint8Array ? value.toBase64() : value,
      )
    }
    database.close()
    const extension = globalThis as unknown as {
      chrome: { storage: { local: { get(): Promise<Record<string, unknown>> } } }
    }
    const beside = await extension.chrome.storage.local.get()
    return { names, tables, beside, pages: { ...localStorage } }
  })

describe('the demo', () => {
  let server: SampleServer
  let browser: Chromium
  beforeAll(async () => {
    server = await startSampleServer({ results: { rendered: 60 } })
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('is loaded, seen everywhere as a demo, and taken away without a trace beside real work', async () => {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await waitForScreenshots(browser, 1)
    await expect
      .poll(async () => (await browser.readRows<{ action: string }>('ledger')).map(({ action }) => action), {
        timeout: 30_000,
      })
      .toEqual(expect.arrayContaining(['capture-sealed', 'verdict-changed']))
    await results.close()
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('button', { name: 'Load the demo' }).waitFor()
    const before = await stateOf(page)
    expect(before.names).not.toContain('docket-demo')

    await page.getByRole('button', { name: 'Load the demo' }).click()
    await page.getByRole('region', { name: 'Demo' }).waitFor({ timeout: 60_000 })
    await page.getByText('DEMO-3').first().waitFor()
    for (const [place, seen] of [
      ['Complaints', 'DEMO-1'],
      ['Follow up', 'DEMO-3'],
      ['Evidence', 'DEMO Velmora style'],
      ['Rights', 'DEMO VELMORA word mark (invented)'],
      ['Sellers', 'DEMO Alder Store (invented)'],
      ['Insights', 'DEMO'],
    ] as const) {
      await page.getByRole('link', { name: place, exact: true }).first().click()
      await page.getByRole('region', { name: 'Demo' }).waitFor()
      await page.getByText(seen).first().waitFor({ timeout: 30_000 })
      expect(await axeFindings(page), place).toEqual([])
      if (process.env.DEMO_PICTURES) {
        await page.screenshot({ path: `${process.env.DEMO_PICTURES}/${place}.png` })
      }
    }
    await page.reload()
    await page.getByRole('region', { name: 'Demo' }).waitFor()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Not in the demo' }).waitFor()
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('button', { name: 'Leave the demo' }).click()
    await page.getByRole('button', { name: 'Remove the demo' }).click()
    await page.getByText('The demo is gone. Nothing of yours was touched.').waitFor()
    expect(await page.getByRole('region', { name: 'Demo', exact: true }).count()).toBe(1)
    expect(await stateOf(page)).toEqual(before)
    expect(await axeFindings(page)).toEqual([])
    await page.close()
  })
})
