import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chromium, openChromium } from '../support/browser.ts'
import { exportGroup } from '../support/drive-docket.ts'
import { openSeededPopup } from '../support/popup-page.ts'
import { queueSeed, seedPng } from '../support/queue-seed.ts'
import { readPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('exporting a group', () => {
  let server: SampleServer
  let browser: Chromium
  let popup: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    popup = await openSeededPopup(
      browser,
      await queueSeed([
        { title: 'Bottle A', sellerId: '2679000001' },
        { title: '=HYPERLINK("https://evil.invalid")' },
        { title: 'Bottle C', screenshot: 'no-permission' },
        { title: 'Photo D', ipType: 'copyright' },
      ]),
    )
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('saves one ZIP under its own name, and the page says its hash, its place and what it lacks', async () => {
    const { file, page } = await exportGroup(browser, popup, 'Trademark')
    expect(file).toMatch(/docket-trademark-\d{4}-\d\d-\d\d-\d{4}-3-listings\.zip$/)
    const bytes = await readFile(file)
    await page.getByText(sha256Of(bytes)).waitFor()
    await page.getByText(file, { exact: true }).waitFor()
    await page.getByRole('heading', { name: '1 listing without screenshot' }).waitFor()
    await page.getByRole('heading', { name: '2 listings do not name their seller' }).waitFor()
    const pack = await readPack(bytes)
    expect(pack.differences).toEqual([])
    expect([...pack.files.keys()]).toEqual([
      'screenshots/001-1005007000000001.png',
      'screenshots/002-1005007000000002.png',
      'links.txt',
      'listings.csv',
      'listings.json',
      'manifest.json',
    ])
    expect(pack.files.get('screenshots/001-1005007000000001.png')).toEqual(seedPng(0))
    await page.close()
  })

  test('saves again without packing again: the same bytes under the next free name', async () => {
    const { file, page } = await exportGroup(browser, popup, 'Copyright')
    await page.getByRole('heading', { name: '1 listing exported' }).waitFor()
    await page.getByText('Every listing has its screenshot').waitFor()
    await page.getByRole('button', { name: 'Save again' }).click()
    await expect
      .poll(
        async () => (await readdir(browser.downloadsDir)).filter((name) => name.includes('copyright')).length,
      )
      .toBe(2)
    const names = (await readdir(browser.downloadsDir)).filter((name) => name.includes('copyright'))
    const hashes = await Promise.all(
      names.map(async (name) => sha256Of(await readFile(join(browser.downloadsDir, name)))),
    )
    expect(new Set(hashes)).toEqual(new Set([sha256Of(await readFile(file))]))
    await page.close()
  })

  test('leaves a changed screenshot out and says so, with the hash that it found', async () => {
    await popup.evaluate(
      async (sha256) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('docket')
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        const transaction = database.transaction('blobs', 'readwrite')
        transaction.objectStore('blobs').put({ sha256, bytes: new Uint8Array([1, 2, 3]) })
        await new Promise((resolve) => {
          transaction.oncomplete = resolve
        })
        database.close()
      },
      sha256Of(seedPng(0)),
    )
    const { file, page } = await exportGroup(browser, popup, 'Trademark')
    await page.getByRole('heading', { name: /^1 screenshot left out/ }).waitFor()
    await page.getByText('Which ones').first().click()
    await page.getByText(sha256Of(new Uint8Array([1, 2, 3]))).waitFor()
    const pack = await readPack(await readFile(file))
    expect(pack.differences).toEqual([])
    expect([...pack.files.keys()].filter((path) => path.startsWith('screenshots/'))).toEqual([
      'screenshots/002-1005007000000002.png',
    ])
    await page.close()
  })

  test('goes on when the popup is closed, and leaves no private files behind', async () => {
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Export Trademark as ZIP' }).click()
    const page = await opened
    await popup.close()
    await page.getByRole('heading', { name: '3 listings exported' }).waitFor()
    await page.close()
    // The next export clears what closed pages left.
    const next = await browser.openExtensionPage('dashboard.html#/export?type=copyright')
    await next.getByRole('heading', { name: '1 listing exported' }).waitFor()
    const kept = await next.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('exports')
      return (await Array.fromAsync(folder.keys())).length
    })
    expect(kept).toBe(1)
    await next.close()
  })

  test('of an empty group says that there is nothing, and an unknown address where to go', async () => {
    const empty = await browser.openExtensionPage('dashboard.html#/export?type=patent')
    await empty.getByText('No listing is queued under Patent.').waitFor()
    await empty.evaluate(() => {
      location.hash = '#/export?type=__proto__'
    })
    await empty.getByRole('link', { name: 'Go to the welcome page' }).click()
    await empty.getByRole('heading', { name: 'Welcome to Docket' }).waitFor()
    await empty.close()
  })
})
