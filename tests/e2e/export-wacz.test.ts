import 'fake-indexeddb/auto'
import { readdir, readFile } from 'node:fs/promises'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, openPopup, waitForScreenshots } from '../support/drive-docket.ts'
import { openTestDatabase } from '../support/open-test-database.ts'
import { waitForPack } from '../support/read-pack.ts'
import { buildSighting } from '../support/records.ts'
import { type Replay, startReplay } from '../support/replay-web-page.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { drawPicture } from '../support/sample-site/pictures.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { sealWithFiles } from '../support/seal-with-files.ts'
import { exportWacz, readWacz } from '../support/web-archive.ts'
import { sha256Of } from '../unit/pack/pack-source.ts'

/** A browser for the reader alone: no extension, and no host but this machine. */
const openReader = () =>
  openChromium({
    port: null,
    extensionDir: null,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  })

/** Opens the archive, then the entry of its list of pages with this title; the frame that replays it. */
async function replayed(page: Page, replay: Replay, title: string): Promise<Frame> {
  await page.goto('about:blank')
  await page.goto(replay.url)
  await page.locator('wr-page-entry').getByRole('link').filter({ hasText: title }).first().click()
  const find = () => page.frames().find((frame) => frame.url().includes('mp_/'))
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  const frame = find()
  if (!frame) throw new Error('Nothing is replayed.')
  return frame
}

/** Size in pixels and SHA-256 of the first picture that a frame shows, loaded from the archive. */
async function pictureIn(frame: Frame): Promise<{ width: number; sha256: string }> {
  await expect
    .poll(() => frame.evaluate(() => document.images[0]?.naturalWidth ?? 0), { timeout: 20_000 })
    .toBeGreaterThan(0)
  return frame.evaluate(async () => {
    const [image] = document.images
    if (!image) throw new Error('The picture is gone.')
    const bytes = await (await fetch(image.src)).arrayBuffer()
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return { width: image.naturalWidth, sha256: digest.toHex() }
  })
}

/**
 * What the reader found of the signature: true, false, or null where it found none. The hashes of files it
 * finds wrong in every archive, also in those of other tools; tests/unit/pack/web-archive/wacz.test.ts checks them.
 */
const signatureFound = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name))
      try {
        if (!database.objectStoreNames.contains('verification')) continue
        const found = database.transaction('verification').objectStore('verification').get('signature')
        return (await settled(found))?.matched ?? null
      } finally {
        database.close()
      }
    }
    return null
  })

describe('a web archive from the extension', () => {
  let server: SampleServer
  let browser: Chromium
  let reader: Chromium
  let wacz: Uint8Array<ArrayBuffer>

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
    reader = await openReader()
  })
  afterAll(async () => {
    await reader?.close()
    await browser?.close()
    await server?.close()
  })

  test('is a choice beside the evidence pack, and saved under its own ending', async () => {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    // Looking into the database opens a tab: not while the screenshot is being taken.
    await results.waitForTimeout(4000)
    await waitForScreenshots(browser, 1)
    const popup = await openPopup(browser)
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Kinds of export of Trademark' }).click()
    await popup.getByRole('menuitem', { name: 'Evidence pack' }).click()
    const page = await opened
    await page.getByRole('heading', { name: 'Evidence of 1 listing exported' }).waitFor()
    const known = await readdir(browser.downloadsDir, { recursive: true })
    const kinds = page.getByRole('navigation', { name: 'Export as' })
    await kinds
      .getByRole('link', { name: 'Evidence pack', exact: true })
      .and(page.locator('[aria-current=page]'))
      .waitFor()
    await kinds.getByRole('link', { name: 'Web archive (WACZ)' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Web archive: Trademark' }).waitFor()
    await page.getByRole('heading', { name: 'Web archive of 1 listing exported' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const file = await waitForPack(browser.downloadsDir, known, '.wacz')
    expect(file).toMatch(/docket-web-archive-\d{4}-\d\d-\d\d-\d{4}-1-capture\.wacz$/)
    wacz = new Uint8Array(await readFile(file))
    await page.getByText(sha256Of(wacz)).waitFor()
    const ledger = await browser.readRows<{ action: string }>('ledger')
    expect(ledger.map(({ action }) => action).slice(-2)).toEqual(['exported', 'exported'])
  })

  test('opens in ReplayWeb.page, which shows the screenshot that was sealed and finds it signed', async () => {
    const { pages, files } = await readWacz(wacz)
    const title = pages[0]?.title ?? ''
    expect(title).toMatch(/^Screenshot: Northpike .+\(item \d+\)$/)
    const record = [...files].find(([name]) => /^docket\/captures\/[^/]+\/record\.json$/.test(name))?.[1]
    const { artefacts } = JSON.parse(new TextDecoder().decode(record))
    const replay = await startReplay(wacz)
    const page = await reader.openPage('about:blank')
    const frame = await replayed(page, replay, title)
    expect(await pictureIn(frame)).toEqual({ width: 1366, sha256: artefacts[0].sha256 })
    expect(await signatureFound(page)).toBe(true)
    await page.close()
    await replay.close()
  })
})

describe('a web archive with a snapshot', () => {
  let reader: Chromium
  beforeAll(async () => {
    reader = await openReader()
  })
  afterAll(() => reader?.close())

  test('replays the page under its address, with its title and its pictures', async () => {
    const house = await openTestDatabase()
    const pageUrl = 'https://www.aliexpress.com/item/1005007000000001.html?spm=a2g0o'
    const sourceUrl = 'https://ae01.alicdn.com/kf/S37c0ffee00000000000000000000000aF.png'
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
      <title>Velmora бутылка – AliExpress</title></head>
      <body><h1>Velmora бутылка 750 мл 保温瓶</h1><img alt="bottle" src="${sourceUrl}"></body></html>`
    const picture = new Uint8Array(drawPicture('37c0ffee', 480))
    const screenshot = new Uint8Array(drawPicture('07c0ffee', 640))
    const image = { mediaType: 'image/png', pageUrl }
    const captureId = await sealWithFiles(
      house,
      { comId: '1005007000000001', sighting: buildSighting({ pageUrl, pageKind: 'item' }) },
      [
        { ...image, name: 'viewport-screenshot.png', kind: 'viewport-screenshot', bytes: screenshot },
        {
          name: 'page.html',
          kind: 'page-snapshot',
          mediaType: 'text/html',
          bytes: new TextEncoder().encode(html),
          pageUrl,
        },
        { ...image, name: 'product-image-1.png', kind: 'product-image', bytes: picture, sourceUrl },
      ],
    )
    const wacz = await exportWacz(house, [captureId])
    const replay = await startReplay(wacz)
    const page = await reader.openPage('about:blank')
    const listing = 'Velmora style trail bottle 750 ml (item 1005007000000001)'

    const snapshot = await replayed(page, replay, listing)
    await expect.poll(() => snapshot.title()).toBe('Velmora бутылка – AliExpress')
    expect(await snapshot.getByRole('heading').textContent()).toBe('Velmora бутылка 750 мл 保温瓶')
    expect(snapshot.url()).toContain(`mp_/${pageUrl}`)
    expect(await pictureIn(snapshot)).toEqual({ width: 480, sha256: sha256Of(picture) })
    expect(await signatureFound(page)).toBe(true)

    const shot = await replayed(page, replay, `Screenshot: ${listing}`)
    expect(await pictureIn(shot)).toEqual({ width: 640, sha256: sha256Of(screenshot) })
    await page.close()
    await replay.close()
  })
})
