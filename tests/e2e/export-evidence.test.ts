import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'
import { axeFindings, axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { repositoryRoot } from '../support/built-extension.ts'
import { decodePng, type Picture } from '../support/decode-png.ts'
import { exportGroup, flagCard, openPopup, waitForScreenshots } from '../support/drive-docket.ts'
import { unpacked, withBitTurned } from '../support/evidence-pack.ts'
import { readPdf } from '../support/evidence-report.ts'
import { openSeededPopup } from '../support/popup-page.ts'
import { queueSeed } from '../support/queue-seed.ts'
import { waitForPack } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** How `scripts/verify.ts` ends on this file, and what it prints. */
const verified = (path: string) =>
  new Promise<{ code: number | string | null | undefined; stdout: string }>((resolve) => {
    execFile(process.execPath, ['scripts/verify.ts', path], { cwd: repositoryRoot }, (error, stdout) =>
      resolve({ code: error ? error.code : 0, stdout }),
    )
  })

/** Does what opens an export in a new tab, and waits for its file. */
async function exported(browser: Chromium, act: () => Promise<void>): Promise<{ file: string; page: Page }> {
  const known = await readdir(browser.downloadsDir, { recursive: true })
  const opened = browser.context.waitForEvent('page')
  await act()
  const page = await opened
  await page.getByRole('heading', { name: /^Evidence of .+ exported$/ }).waitFor()
  return { file: await waitForPack(browser.downloadsDir, known), page }
}

const jsonOf = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes))

/** Where the copy differs from the original, the band below it aside. */
function changedPixels(before: Picture, after: Picture): Array<{ x: number; y: number }> {
  const changed: Array<{ x: number; y: number }> = []
  for (let pixel = 0; pixel < before.width * before.height; pixel++) {
    const at = pixel * 3
    if ([0, 1, 2].every((channel) => before.rgb[at + channel] === after.rgb[at + channel])) continue
    changed.push({ x: pixel % before.width, y: Math.floor(pixel / before.width) })
  }
  return changed
}

describe('an evidence pack', () => {
  let server: SampleServer
  let browser: Chromium
  let popup: Page
  /** The pack of the group, and what its page wrote into the console. */
  let group: { files: Awaited<ReturnType<typeof unpacked>>; complaints: string[] }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, grantAllUrls: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('takes the name on the welcome page, which stays until it is changed', async () => {
    const page = await browser.openExtensionPage('dashboard.html#/welcome')
    const name = page.getByLabel('Your name, as evidence records should state it')
    await name.fill('  Anna Müller ')
    await name.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    await page.reload()
    await expect.poll(() => name.inputValue()).toBe('Anna Müller')
    expect(await axeFindings(page)).toEqual([])
    await page.close()
  })

  test('of a group, from flag to file: Node verifies it, and finds one changed bit', async () => {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    // Looking into the database opens a tab: not while the screenshot is being taken.
    await results.waitForTimeout(4000)
    await waitForScreenshots(browser, 1)
    popup = await openPopup(browser)
    await popup.getByRole('button', { name: 'Screenshot saved. Sealed. Details' }).waitFor()
    expect(await axeFindings(popup)).toEqual([])
    await popup.getByRole('button', { name: 'Kinds of export of Trademark' }).click()
    await popup.getByRole('menu').waitFor()
    expect(await axeFindings(popup, '[role=menu]')).toEqual([])
    const complaints: string[] = []
    browser.context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    const { file, page } = await exported(browser, () =>
      popup.getByRole('menuitem', { name: 'Evidence pack' }).click(),
    )
    expect(file).toMatch(/docket-evidence-\d{4}-\d\d-\d\d-\d{4}-1-capture\.zip$/)
    expect(await axeFindings(page)).toEqual([])

    const { code, stdout } = await verified(file)
    expect(stdout).toMatch(/\nOK\n$/)
    expect(code).toBe(0)
    await page.getByText(/^key +([0-9a-f]{64})$/m.exec(stdout)?.[1] ?? 'no fingerprint').waitFor()
    const bytes = new Uint8Array(await readFile(file))
    const files = await unpacked(new Blob([bytes]))
    const record = [...files].find(([path]) => path.endsWith('/record.json'))
    expect(new TextDecoder().decode(record?.[1])).toContain('Anna Müller')
    expect(new TextDecoder().decode(files.get('verify.html'))).toMatch(/^<!doctype html>/i)

    const picture = [...files].find(([path]) => path.endsWith('/viewport-screenshot.png'))?.[1]
    const at = Buffer.from(bytes).indexOf(Buffer.from(picture ?? []))
    expect(at).toBeGreaterThan(0)
    const changed = join(browser.downloadsDir, 'changed.zip')
    await writeFile(changed, withBitTurned(bytes, (at + 1000) * 8))
    expect(await verified(changed)).toMatchObject({ code: 1, stdout: expect.stringContaining('FLAW') })
    group = { files, complaints }
    await page.close()
  })

  test('has a copy of the screenshot with a band below, and every pixel of the listing as it was', () => {
    const [path = '', original = new Uint8Array()] =
      [...group.files].find(([name]) => /^captures\/\w+\/viewport-screenshot\.png$/.test(name)) ?? []
    const copy = group.files.get(path.replace('/viewport', '/annotated/viewport')) ?? new Uint8Array()
    const { artefacts } = jsonOf(group.files.get(path.replace('viewport-screenshot.png', 'record.json')))
    const [{ subject }] = artefacts as [{ subject: Box }]
    const [before, after] = [decodePng(original), decodePng(copy)]
    expect(after.width).toBe(before.width)
    expect(after.height).toBeGreaterThan(before.height + 100)
    const changed = changedPixels(before, after)
    // The frame: around the listing, within 12 pixels of it, and nowhere inside.
    expect(changed.length).toBeGreaterThan(500)
    const isInside = ({ x, y }: { x: number; y: number }, gap: number) =>
      x >= subject.x - gap &&
      x < subject.x + subject.width + gap &&
      y >= subject.y - gap &&
      y < subject.y + subject.height + gap
    expect(changed.filter((pixel) => isInside(pixel, -1) || !isInside(pixel, 12))).toEqual([])
  })

  test('has a report that says in words and pictures what was captured', async () => {
    const { text, pages } = await readPdf(group.files.get('report.pdf') ?? new Uint8Array())
    const flat = text.replace(/\s+/g, ' ')
    const { comId, signature, captureId } = jsonOf(
      [...group.files].find(([path]) => path.endsWith('/record.json'))?.[1],
    )
    const title = sampleListings().find((listing) => listing.comId === comId)?.title ?? 'no title'
    for (const said of [
      title,
      comId,
      captureId,
      signature.publicKeySha256,
      'Anna Müller',
      sampleUrls.results,
    ]) {
      expect(flat).toContain(said)
    }
    expect(pages).toBeGreaterThanOrEqual(4)
    // Nothing was refused by the extension's policy, and the PDF library had nothing to complain of.
    expect(group.complaints).toEqual([])
  })

  test('of one listing from its menu, whose row says that it is sealed', async () => {
    const state = popup.getByRole('button', { name: 'Screenshot saved. Sealed. Details' })
    await state.click()
    await popup.getByText(/^Sealed .+ would show\.$/).waitFor()
    expect(await axeFindings(popup, '[role=dialog]')).toEqual([])
    await popup.keyboard.press('Escape')
    await popup.getByRole('button', { name: /^Actions for / }).click()
    const { file, page } = await exported(browser, () =>
      popup.getByRole('menuitem', { name: 'Evidence pack of this listing' }).click(),
    )
    expect(page.url()).toMatch(/&capture=[0-9A-Z]{26}$/)
    expect((await verified(file)).code).toBe(0)
    await page.close()
  })

  test('of the listings of a complaint pack, from its result', async () => {
    const complaint = await exportGroup(browser, popup, 'Trademark')
    const { file, page } = await exported(browser, () =>
      complaint.page.getByRole('button', { name: 'Evidence pack of this listing' }).click(),
    )
    expect((await verified(file)).code).toBe(0)
    await page.close()
    await complaint.page.close()
  })
})

describe('listings that cannot be sealed', () => {
  let server: SampleServer
  let browser: Chromium

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    const seed = await queueSeed([
      { title: 'Bottle A' },
      { title: 'Bottle B', screenshot: 'pending', flaggedAtMs: Date.now() },
      { title: 'Bottle C', screenshot: 'no-permission' },
    ])
    await (await openSeededPopup(browser, seed)).close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('are named, and left out only on the person’s word', async () => {
    const address = 'dashboard.html#/export?type=trademark&pack=evidence'
    const known = await readdir(browser.downloadsDir, { recursive: true })
    const page = await browser.openExtensionPage(address)
    await page.getByRole('heading', { name: '1 of 3 cannot go into the evidence pack' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: '1005007000000002 The screenshot is not' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    expect(await readdir(browser.downloadsDir, { recursive: true })).toEqual(known)
    await page.getByRole('button', { name: 'Export the other 2' }).click()
    await page.getByRole('heading', { name: 'Evidence of 2 listings exported' }).waitFor()
    await page.getByRole('heading', { name: '1 left out of this pack, as you chose' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    expect((await verified(await waitForPack(browser.downloadsDir, known))).code).toBe(0)
    await page.close()
  })
})
