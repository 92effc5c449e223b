import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { openPackZip } from '../../lib/pack/verify/open-pack-zip.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const passphrase = 'velmora bottles are steel'
const added = { many: 30, bytes: 1_500_000 }

/** SHA-256 of every row of every table, read by a page that runs no script of the extension. */
async function rowsIn(browser: Chromium): Promise<Record<string, Record<string, string>>> {
  const page = await browser.openExtensionPage('manifest.json')
  const rows = await page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await wait(indexedDB.open('docket'))
    const found: Record<string, Record<string, string>> = {}
    for (const name of database.objectStoreNames) {
      if (name === 'keys') continue
      const own: Record<string, string> = {}
      const keys = await wait(database.transaction(name).objectStore(name).getAllKeys())
      for (const key of keys) {
        const row: unknown = await wait(database.transaction(name).objectStore(name).get(key))
        const text = JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array ? value.toBase64() : value === undefined ? '(undefined)' : value,
        )
        const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
        own[JSON.stringify(key)] = new Uint8Array(hash).toBase64()
      }
      found[name] = own
    }
    database.close()
    return found
  })
  await page.close()
  return rows
}

async function addFiles(browser: Chromium): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(async ({ many, bytes }) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('docket')
      request.onsuccess = () => resolve(request.result)
    })
    for (let index = 0; index < many; index++) {
      const file = new Uint8Array(bytes + index)
      for (let at = 0; at < bytes; at += 60_000) crypto.getRandomValues(file.subarray(at, at + 60_000))
      const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', file)).toHex()
      await new Promise<void>((resolve) => {
        const transaction = database.transaction('blobs', 'readwrite')
        transaction.objectStore('blobs').put({ sha256, bytes: file })
        transaction.oncomplete = () => resolve()
      })
    }
    database.close()
  }, added)
  await page.close()
}

async function chooseBackup(page: Page, file: string, typed: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByLabel('Passphrase').fill(typed)
  await page.getByRole('button', { name: 'Check it' }).click()
}

describe('a backup of everything', () => {
  let server: SampleServer
  let browser: Chromium
  let empty: Chromium
  let file: string
  /** At the backup, and after what was done later. */
  let before: Awaited<ReturnType<typeof rowsIn>>
  let now: Awaited<ReturnType<typeof rowsIn>>

  beforeAll(async () => {
    server = await startSampleServer({ results: { rendered: 60 } })
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    empty = await openChromium({ port: server.port, grantAllUrls: true })
    const results = await browser.openPage(sampleUrls.results)
    for (const index of [0, 1, 2]) await flagCard(results, index)
    await waitForScreenshots(browser, 3)
    await results.close()
  })
  afterAll(async () => {
    await browser?.close()
    await empty?.close()
    await server?.close()
  })

  test('is made from the settings, read back and saved, with a passphrase that was typed twice', async () => {
    await expect
      .poll(
        async () =>
          (await browser.readRows<{ seal: { state: string } }>('captureJobs')).filter(
            ({ seal }) => seal.state === 'sealed',
          ).length,
        { timeout: 30_000 },
      )
      .toBe(3)
    await addFiles(browser)
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('link', { name: 'Make a backup' }).click()
    await page.getByRole('heading', { level: 1, name: 'Make a backup' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Passphrase', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Make the backup' }).click()
    await page.getByText('Take at least 12 characters.').waitFor()
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('The same once more').fill(`${passphrase} `)
    await page.getByRole('button', { name: 'Make the backup' }).click()
    await page.getByText('This is not the same.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('The same once more').fill(passphrase)
    await page.getByRole('button', { name: 'Make the backup' }).click()
    await page.getByText('The backup is saved, and was read back to its end').waitFor({ timeout: 120_000 })
    expect(await axeFindings(page)).toEqual([])
    await page.close()
    const [name] = (await readdir(browser.downloadsDir)).filter((one) => one.endsWith('.docket'))
    file = join(browser.downloadsDir, name ?? '')
    expect((await stat(file)).size).toBeGreaterThan(added.many * added.bytes)
    before = await rowsIn(browser)
    const ledger = await browser.readRows<LedgerRow>('ledger')
    expect(ledger.filter(({ action }) => action === 'backed-up')).toHaveLength(1)
  })

  test('all data goes out in open formats, with its schema', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/settings')
    await page.getByRole('link', { name: 'Export all data for other programs' }).click()
    await page.getByRole('heading', { level: 1, name: 'Export all data' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Export all data' }).click()
    await page.getByText('All data is exported').waitFor({ timeout: 120_000 })
    expect(await axeFindings(page)).toEqual([])
    await page.close()
    const name = (await readdir(browser.downloadsDir)).find((one) => one.startsWith('docket-data-')) ?? ''
    const { names, read } = await openPackZip(new Blob([await readFile(join(browser.downloadsDir, name))]))
    const flags = new TextDecoder().decode(await read('tables/flags.jsonl')).split('\n')
    expect(flags.slice(0, -1).map((line) => JSON.parse(line))).toEqual(await browser.readRows('flags'))
    const schema = JSON.parse(new TextDecoder().decode(await read('schema.json')))
    expect(Object.keys(schema.$defs)).toContain('complaints')
    now = await rowsIn(browser)
    const files = [...names].filter((one) => one.startsWith('files/'))
    expect(files).toHaveLength(Object.keys(now.blobs ?? {}).length)
  })

  test('says that a passphrase is wrong, and that this profile has work in it', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/backup/restore')
    await chooseBackup(page, file, 'velmora bottles are steal')
    await page.getByText('This is not the passphrase of this backup.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByRole('heading', { name: 'It cannot be restored here' }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('button', { name: 'Restore it' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await page.close()
    expect(await rowsIn(browser)).toEqual(now)
  })

  test('leaves the former state where its page is killed in the middle', async () => {
    const former = await rowsIn(empty)
    for (const percent of [/Restoring: [1-9]/, /Restoring: [2-9]\d/]) {
      const page = await empty.openExtensionPage('dashboard.html#/backup/restore')
      await chooseBackup(page, file, passphrase)
      // On a quick machine the middle would be over before anybody saw it.
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 12 })
      await page.getByRole('button', { name: 'Restore it' }).click({ timeout: 60_000 })
      await page.getByText(percent).waitFor({ timeout: 60_000 })
      await page.close()
      expect(await rowsIn(empty)).toEqual(former)
    }
  })

  test('brings every row and file into an empty profile, and the ledger goes on', async () => {
    const page = await empty.openExtensionPage('dashboard.html#/backup/restore')
    await page.getByRole('heading', { level: 1, name: 'Restore a backup' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await chooseBackup(page, file, passphrase)
    await page.getByRole('heading', { name: 'The backup is whole' }).waitFor({ timeout: 60_000 })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByRole('heading', { name: 'Everything is back' }).waitFor({ timeout: 120_000 })
    expect(await axeFindings(page)).toEqual([])
    const { foreignKeys, ...after } = await rowsIn(empty)
    const { foreignKeys: _, ...wanted } = before
    expect(Object.keys(foreignKeys ?? {})).toHaveLength(1)
    for (const table of Object.keys(wanted)) {
      // The browser still lacks nothing: what restoring itself adds is in these two alone.
      if (table === 'meta' || table === 'ledger')
        expect(after[table], table).toMatchObject(wanted[table] ?? {})
      else expect(after[table], table).toEqual(wanted[table])
    }
    await page.getByRole('button', { name: 'Open Docket' }).click()
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
    expect(await page.getByText('Docket only shows what is stored').count()).toBe(0)
    await page.close()

    const results = await empty.openPage(sampleUrls.results)
    await flagCard(results, 5)
    await expect
      .poll(async () => (await empty.readRows<LedgerRow>('ledger')).map(({ action }) => action), {
        timeout: 30_000,
      })
      .toEqual(expect.arrayContaining(['backed-up', 'restored', 'capture-sealed']))
    const rows = await empty.readRows<LedgerRow>('ledger')
    const restored = rows.findIndex(({ action }) => action === 'restored')
    await expect
      .poll(
        async () =>
          (await empty.readRows<LedgerRow>('ledger'))
            .slice(restored)
            .some(({ action }) => action === 'capture-sealed'),
        { timeout: 30_000 },
      )
      .toBe(true)
    const storage = await empty.openExtensionPage('dashboard.html#/evidence/storage')
    await storage.getByRole('button', { name: 'Verify everything' }).click()
    await storage.getByText('4 captures and the ledger are as they were sealed').waitFor({ timeout: 30_000 })
    await storage.close()
  })
})
