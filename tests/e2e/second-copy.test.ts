import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { sealCaptures } from '../../lib/evidence/seal/seal-captures.ts'
import type { CopyJob } from '../../lib/pack/second-copy/second-copy.ts'
import { verifyEvidencePack } from '../../lib/pack/verify/verify-evidence-pack.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { captureWithScreenshot } from '../support/capture-with-screenshot.ts'
import { flagCard, openPopup, pointAtCard } from '../support/drive-docket.ts'
import { exportPack, packFilesOf, unpacked, withBitTurned } from '../support/evidence-pack.ts'
import { openTestDatabase } from '../support/open-test-database.ts'
import { waitForPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { encodePng } from '../support/sample-site/png.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { filesInFolder, openSettings, waitForCopies } from '../support/second-copies.ts'

const flawOf = async (bytes: Buffer) =>
  (await verifyEvidencePack(packFilesOf(await unpacked(new Blob([new Uint8Array(bytes)]))))).flaw

/** A picture that a browser can draw: its annotated copy is made of it. */
const somePng = (grey: number) => new Uint8Array(encodePng(4, 4, new Uint8Array(48).fill(grey)))

/** What is in the tables of evidence, bytes as base64, with what restoring itself adds left out. */
async function evidenceIn(browser: Chromium) {
  const [captures, records, blobs, ledger] = await Promise.all([
    browser.readRows<{ captureId: string }>('captures'),
    browser.readRows<{ recordId: string }>('records'),
    browser.readRows<{ sha256: string }>('blobs'),
    browser.readRows<LedgerRow>('ledger'),
  ])
  return { captures, records, blobs, ledger: ledger.filter(({ action }) => action !== 'restored') }
}

describe('second copies in a folder', () => {
  let server: SampleServer
  let browser: Chromium
  let results: Page
  let folder: string

  beforeAll(async () => {
    server = await startSampleServer({ results: { rendered: 60 } })
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    folder = await mkdtemp(join(tmpdir(), 'docket-copies-'))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('popup and settings say that evidence is in this browser alone, and one click ends it', async () => {
    results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await expect
      .poll(async () => (await browser.readRows<CopyJob>('copies')).map(({ state }) => state), {
        timeout: 20_000,
      })
      .toEqual(['due'])
    const popup = await openPopup(browser)
    await popup.getByText('1 capture is in this browser alone. Choose where second copies go.').waitFor()
    expect(await axeFindings(popup)).toEqual([])
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Set up' }).click()
    await (await opened).close()
    await popup.close()

    const settings = await openSettings(browser)
    await settings.getByText('1 sealed capture would be lost with it.').waitFor()
    expect(await axeFindings(settings)).toEqual([])
    await settings.getByRole('button', { name: 'Choose a folder…' }).click()
    await settings.getByText('Copies go to the folder “Evidence copies”.').waitFor()
    await settings.getByText('1 capture copied; none is missing.').waitFor()
    expect(await axeFindings(settings)).toEqual([])
    await settings.close()

    const [job] = await waitForCopies(browser, 1)
    const [file, ...others] = await filesInFolder(browser)
    expect(others).toEqual([])
    expect(job?.file).toMatchObject({ name: file?.name, bytes: file?.bytes.byteLength })
    expect(file && (await flawOf(file.bytes))).toBeNull()
  })

  test('the background alone writes them after each flag, with no page of Docket open', async () => {
    await results.bringToFront()
    await flagCard(results, 1)
    await flagCard(results, 2)
    const jobs = await waitForCopies(browser, 3)
    const files = await filesInFolder(browser)
    expect(files.map(({ name, bytes }) => [name, bytes.byteLength]).sort()).toEqual(
      jobs.map(({ file }) => [file?.name, file?.bytes]).sort(),
    )
    const ledger = await browser.readRows<LedgerRow>('ledger')
    expect(
      ledger
        .filter(({ action }) => action === 'copied')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(jobs.map(({ captureId }) => captureId).sort())
  })

  test('a background that is killed over and over loses no copy and writes none twice', async () => {
    await results.bringToFront()
    for (let index = 3; index < 11; index++) await flagCard(results, index)
    const sealed = async () =>
      (await browser.readRows<{ seal: { state: string } }>('captureJobs')).filter(
        ({ seal }) => seal.state === 'sealed',
      ).length
    await expect.poll(sealed, { timeout: 60_000, interval: 200 }).toBe(11)
    /** A page asks how its listings stand at the person's first move; copying begins three seconds after. */
    const wakeUp = async () => {
      await results.reload()
      await pointAtCard(results, 0)
    }
    const inState = async (wanted: CopyJob['state']) =>
      (await browser.readRows<CopyJob>('copies')).filter(({ state }) => state === wanted).length
    // Killed as soon as it is seen at a copy, or has finished one: the rest of that run is lost with it.
    for (let kill = 1; (await inState('copied')) < 6 && kill <= 6; kill++) {
      const stand = async () => JSON.stringify(await browser.readRows<CopyJob>('copies'))
      const before = await stand()
      await wakeUp()
      await expect.poll(stand, { timeout: 20_000, interval: 5 }).not.toBe(before)
      // A little later each time, so that another step is cut off.
      await results.waitForTimeout(kill * 15)
      await browser.killServiceWorker()
      const [copied, writing, due] = [await inState('copied'), await inState('writing'), await inState('due')]
      console.log(`kill ${kill}: ${copied} copied, ${writing} being written, ${due} due`)
    }
    await wakeUp()
    const flagged = 11
    const jobs = await waitForCopies(browser, flagged, 150_000)
    const files = await filesInFolder(browser)
    expect(files.map(({ name }) => name).sort()).toEqual(jobs.map(({ file }) => file?.name).sort())
    for (const { bytes } of files) expect(await flawOf(bytes)).toBeNull()
  }, 300_000)

  test('a wiped profile gets every byte back from the folder', async () => {
    for (const { name, bytes } of await filesInFolder(browser)) await writeFile(join(folder, name), bytes)
    const before = await evidenceIn(browser)
    const fresh = await openChromium({ port: server.port })
    try {
      const page = await fresh.openExtensionPage('dashboard.html#/restore')
      await page.getByLabel('Folder with copies').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByLabel('Folder with copies').setInputFiles(folder)
      await page.getByRole('heading', { name: 'What the copies hold' }).waitFor({ timeout: 60_000 })
      await page.getByText(`${before.captures.length} captures will come back`).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('button', { name: 'Bring it back' }).click()
      await page.getByRole('heading', { name: 'The evidence is complete again' }).waitFor({ timeout: 60_000 })
      expect(await axeFindings(page)).toEqual([])
      const after = await evidenceIn(fresh)
      expect(after.captures).toEqual(before.captures)
      expect(after.records).toEqual(before.records)
      expect(after.blobs).toEqual(before.blobs)
      // Rows after the newest copy are in none yet.
      expect(after.ledger).toEqual(before.ledger.slice(0, after.ledger.length))
      expect(after.ledger.at(-1)).toMatchObject({ action: 'copied' })
      expect(await fresh.readRows('flags')).toEqual([])

      // The new profile works on: it flags, seals, and copies into the folder that it is given.
      const again = await fresh.openPage(sampleUrls.results)
      await flagCard(again, 20)
      await expect
        .poll(async () => (await fresh.readRows<CopyJob>('copies')).length, { timeout: 20_000 })
        .toBe(before.captures.length + 1)
    } finally {
      await fresh.close()
    }
  })

  test('a database that lost rows is only shown, says so everywhere, and is whole again after the restore', async () => {
    await waitForCopies(browser, (await browser.readRows('captures')).length)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    for (const { name, bytes } of await filesInFolder(browser)) await writeFile(join(folder, name), bytes)
    const before = await evidenceIn(browser)
    await loseTail(browser, 5)
    await browser.killServiceWorker()

    const popup = await browser.openExtensionPage('popup.html')
    await popup.getByText('Docket only shows what is stored and saves nothing new').waitFor()
    expect(await axeFindings(popup)).toEqual([])
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'What to do' }).click()
    const page = await opened
    await popup.close()
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    await page.getByText('Your copies are in the folder “Evidence copies”.', { exact: false }).waitFor()
    expect(await axeFindings(page)).toEqual([])

    const known = await readdir(browser.downloadsDir, { recursive: true })
    await page.getByRole('button', { name: 'Save everything that is here' }).click()
    await page.getByText(/^Saved: .*docket-everything-.*\.zip$/).waitFor({ timeout: 30_000 })
    const saved = (await readdir(browser.downloadsDir, { recursive: true })).filter(
      (name) => !known.includes(name),
    )
    expect(saved).toHaveLength(1)

    await page.getByLabel('Folder with copies').setInputFiles(folder)
    await page.getByText('5 rows of the ledger will come back').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByRole('heading', { name: 'The evidence is complete again' }).waitFor({ timeout: 60_000 })
    await expect.poll(() => page.getByText('Docket only shows what is stored').count()).toBe(0)
    await page.close()
    const after = await evidenceIn(browser)
    expect(after.ledger).toEqual(before.ledger)

    await results.bringToFront()
    await flagCard(results, 40)
    await waitForCopies(browser, before.captures.length + 1)
  })
})

/** Takes the last rows out of the ledger, as a browser does that lost the end of its log. */
async function loseTail(browser: Chromium, rows: number): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(async (many) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const ledger = database.transaction('ledger', 'readwrite').objectStore('ledger')
    const keys = await settled(ledger.getAllKeys())
    for (const key of keys.slice(-many)) ledger.delete(key)
    await settled(ledger.count())
    database.close()
  }, rows)
  await page.close()
}

describe('second copies in the downloads folder', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const saved = async () => {
    const names = await readdir(join(browser.downloadsDir, 'Docket evidence')).catch(() => [])
    return names.filter((name) => name.endsWith('.zip')).sort()
  }

  test('are saved under their own names by the background, and found with the right size', async () => {
    const settings = await openSettings(browser)
    await settings.getByRole('button', { name: 'Use the downloads folder' }).click()
    await settings.getByText('Copies go to “Docket evidence” in the downloads folder.').waitFor()
    await settings.getByText('Ready: the next capture is copied by itself.').waitFor()
    expect(await axeFindings(settings)).toEqual([])
    await settings.close()

    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await flagCard(results, 1)
    const jobs = await waitForCopies(browser, 2)
    expect(await saved()).toEqual(jobs.map(({ file }) => file?.name).sort())
    for (const { file } of jobs) {
      const path = join(browser.downloadsDir, 'Docket evidence', file?.name ?? '')
      expect((await stat(path)).size).toBe(file?.bytes)
      expect(await flawOf(await readFile(path))).toBeNull()
    }
  })

  test('a background that is killed meanwhile finishes them after it woke up', async () => {
    const results = await browser.openPage(sampleUrls.results)
    for (const index of [2, 3, 4]) await flagCard(results, index)
    await results.waitForTimeout(1_000)
    await browser.killServiceWorker()
    await flagCard(results, 5)
    await results.waitForTimeout(3_300)
    await browser.killServiceWorker()
    await flagCard(results, 6)
    const jobs = await waitForCopies(browser, 7, 180_000)
    expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'copied'))
    const names = await saved()
    for (const { file } of jobs) expect(names).toContain(file?.name)
  }, 240_000)
})

describe('importing a pack', () => {
  let server: SampleServer
  let browser: Chromium
  let folder: string

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    folder = await mkdtemp(join(tmpdir(), 'docket-import-'))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('of a colleague lays it beside one’s own, out of the queue, and it can go out again', async () => {
    const colleague = await openTestDatabase()
    const captureIds = [
      await captureWithScreenshot(colleague, {}, somePng(1)),
      await captureWithScreenshot(colleague, { comId: '1005007000000002' }, somePng(2)),
    ]
    await sealCaptures(colleague.sealing, captureIds)
    const pack = Buffer.from(await (await exportPack(colleague, captureIds)).arrayBuffer())
    await writeFile(join(folder, 'pack.zip'), pack)
    const png = pack.indexOf('viewport-screenshot.png') + 40
    await writeFile(join(folder, 'changed.zip'), withBitTurned(new Uint8Array(pack), png * 8))

    const page = await browser.openExtensionPage('dashboard.html#/import')
    const field = page.getByLabel('Evidence pack (.zip)')
    await field.setInputFiles(join(folder, 'changed.zip'))
    await page.getByRole('heading', { name: 'Nothing was imported' }).waitFor()
    expect(await browser.readRows('captures')).toEqual([])
    expect(await browser.readRows('ledger')).toMatchObject([{ action: 'permission-changed' }])
    expect(await axeFindings(page)).toEqual([])

    await field.setInputFiles(join(folder, 'pack.zip'))
    await page.getByRole('heading', { name: '2 captures imported' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await browser.readRows('captures')).toMatchObject([
      { importedFrom: { enteredIn: expect.any(String) } },
      { importedFrom: { enteredIn: expect.any(String) } },
    ])
    expect((await browser.readRows<LedgerRow>('ledger')).at(-1)).toMatchObject({ action: 'imported' })
    expect(await browser.readRows('copies')).toEqual([])
    await field.setInputFiles(join(folder, 'pack.zip'))
    await page.getByRole('heading', { name: 'Everything in this pack is here already' }).waitFor()

    const known = await readdir(browser.downloadsDir, { recursive: true })
    const opened = browser.context.waitForEvent('page')
    await page.getByRole('button', { name: 'Make an evidence pack of them' }).click()
    const evidence = await opened
    await evidence.getByRole('heading', { name: 'Evidence of 2 listings exported' }).waitFor()
    const again = await readFile(await waitForPack(browser.downloadsDir, known))
    const { flaw, manifest } = await verifyEvidencePack(
      packFilesOf(await unpacked(new Blob([new Uint8Array(again)]))),
    )
    expect(flaw).toBeNull()
    expect(manifest?.origins).toHaveLength(1)

    const popup = await browser.openExtensionPage('popup.html')
    await popup.getByRole('heading', { name: 'Nothing queued yet' }).waitFor()
  })
})
