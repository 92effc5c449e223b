import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { packableSeed, packTitles } from '../support/complaint-pack-seed.ts'
import { readPdf } from '../support/evidence-report.ts'
import { pagesPdf } from '../support/pages-pdf.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { randomFrom } from '../support/random-from.ts'
import { waitForPack } from '../support/read-pack.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { encodePng } from '../support/sample-site/png.ts'

const run = promisify(execFile)
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Without spaces and lines, which a reader of PDFs puts where it likes. */
const letters = (text: string) => text.normalize('NFKC').replace(/[\s\u202a-\u202e]/g, '')

interface Manifest {
  files: Array<{ path: string; bytes: number; sha256: string }>
  problems: Array<{ code: string; message: string }>
}

describe('packs of complaints', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  /** Of the unpacked ZIP, and its folders. */
  let unpacked: string
  let folders: string[]

  const drafts = () => browser.readRows<Complaint>('complaints')
  /** The folder of the pack that was not there before, which has one; the page may speak before the file is whole. */
  const unpackNew = async (before: string[]) => {
    const file = await waitForPack(browser.downloadsDir, before)
    const target = await mkdtemp(join(tmpdir(), 'docket-packs-'))
    await run('unzip', ['-q', file, '-d', target])
    const [folder = '', ...others] = await readdir(target)
    expect(others).toEqual([])
    return join(target, folder)
  }
  const zips = async () => (await readdir(browser.downloadsDir)).filter((name) => name.endsWith('.zip'))

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/complaints')
    page.setDefaultTimeout(20_000)
    await page.getByText('Nothing waits for a complaint').waitFor()
    await writeSeed(page, await packableSeed())
    await page.reload()
    await page.getByRole('heading', { name: 'Drafts 3' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('what blocks a complaint is named, and leads to the field that mends it', async () => {
    await page.getByLabel('Select all').check()
    await page.getByRole('link', { name: 'Make packs of 3' }).click()
    await page.getByRole('heading', { name: '1 of 3 complaints cannot be packed yet' }).waitFor()
    await page.getByText('Confirm the statement before you export.').first().waitFor()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    // The two kinds of evidence stand beside each other.
    const kinds = page.getByRole('navigation', { name: 'Evidence' }).getByRole('link')
    const [named, included] = [await kinds.nth(1).boundingBox(), await kinds.nth(2).boundingBox()]
    expect(named?.y).toBe(included?.y)
    // What they are kinds of stands above them, and not alone at the other end of the line before.
    const label = await page.getByRole('navigation', { name: 'Evidence' }).locator('span').boundingBox()
    expect(label?.x).toBe(named?.x)
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await zips()).toEqual([])
    await page.getByRole('link', { name: /^Mend it: Confirm the statement/ }).click()
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
      )
      .toBe('declaration')
    await page.getByLabel('Your name').fill('Ines Investigator')
    await page.getByLabel('I declare this').check()
    await page.getByText('Ready', { exact: true }).waitFor()
  })

  test('all ready ones become one ZIP with a folder each; nothing is filed', async () => {
    await page.getByRole('link', { name: 'All complaints' }).click()
    await page.getByRole('link', { name: 'Make packs of all 3 ready' }).click()
    await page
      .getByRole('heading', { name: /^3 complaints packed, \d+ listings/ })
      .waitFor({ timeout: 60_000 })
    expect(await axeFindings(page)).toEqual([])
    const [zip = '', ...others] = await zips()
    expect(others).toEqual([])
    expect(zip).toMatch(/^docket-complaints-\d{4}-\d\d-\d\d-\d{4}-3-complaints-\d+-listings\.zip$/)
    const file = join(browser.downloadsDir, zip)
    await page.getByText(file, { exact: true }).waitFor()
    const sha256 = sha256Of(await readFile(file))
    await page.getByText(sha256).waitFor()
    unpacked = await mkdtemp(join(tmpdir(), 'docket-packs-'))
    await run('unzip', ['-q', file, '-d', unpacked])
    folders = (await readdir(unpacked)).sort()
    expect(folders).toHaveLength(3)
    const stored = await drafts()
    expect(stored.map(({ state, lastPack }) => [state, lastPack?.sha256])).toEqual(
      Array(3).fill(['ready', sha256]),
    )
    const ledger = await browser.readRows<LedgerRow>('ledger')
    expect(ledger.filter(({ subject }) => subject === stored[0]?.lastPack?.packId)).toMatchObject([
      { action: 'exported' },
    ])
  })

  test('every file is the one that the manifest names, and there is no other', async () => {
    for (const folder of folders) {
      const { files, problems } = JSON.parse(
        await readFile(join(unpacked, folder, 'manifest.json'), 'utf8'),
      ) as Manifest
      expect(problems).toEqual([])
      const lying = await readdir(join(unpacked, folder), { recursive: true, withFileTypes: true })
      const paths = lying
        .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
        .map((entry) => join(entry.parentPath, entry.name).slice(join(unpacked, folder).length + 1))
      expect(paths.sort()).toEqual(files.map(({ path }) => path).sort())
      for (const { path, bytes, sha256 } of files) {
        const read = await readFile(join(unpacked, folder, path))
        expect([path, read.length, sha256Of(read)]).toEqual([path, bytes, sha256])
      }
    }
  })

  test('links, numbers, hashes and titles of every script are found by other software', async () => {
    const folder = join(unpacked, folders[0] ?? '')
    const links = (await readFile(join(folder, 'links.txt'), 'utf8')).trimEnd().split('\n')
    expect(links).toHaveLength(packTitles.length)
    for (const link of links) expect(link).toMatch(/^https:\/\/www\.aliexpress\.com\/item\/\d+\.html$/)
    const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
    const hashes = files.filter(({ path }) => path.startsWith('evidence/')).map(({ sha256 }) => sha256)
    expect(hashes).toHaveLength(packTitles.length)

    const rows = await readWorkbook(await readFile(join(folder, 'listings.xlsx')))
    expect(rows.formulas).toEqual([])
    const csv = await readFile(join(folder, 'listings.csv'), 'utf8')
    for (const name of ['summary.pdf', 'dsa-notice/notice.pdf']) {
      const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', join(folder, name), '-'])
      const text = letters(stdout)
      const lacking = [...links, ...hashes, ...packTitles].filter((wanted) => !text.includes(letters(wanted)))
      expect([name, lacking]).toEqual([name, []])
    }
    const cells = new Set(rows.rows.flat())
    for (const wanted of [...links, ...hashes, ...packTitles]) {
      expect(cells.has(wanted), wanted).toBe(true)
      expect(csv).toContain(wanted.replaceAll('"', '""'))
    }
    const notice = await readFile(join(folder, 'dsa-notice/notice.txt'), 'utf8')
    for (const wanted of [...links, ...hashes, ...packTitles, 'brand@velmora.example']) {
      expect(notice).toContain(wanted)
    }
    const tens = (await readdir(join(folder, 'other-forms/web-form'))).filter((name) =>
      name.startsWith('links'),
    )
    const parts = await Promise.all(
      tens.sort().map((name) => readFile(join(folder, 'other-forms/web-form', name), 'utf8')),
    )
    expect(parts.map((part) => part.trimEnd().split('\n').length)).toEqual([10, packTitles.length - 10])
    expect(parts.join('')).toBe(await readFile(join(folder, 'links.txt'), 'utf8'))
  })

  test('files too large for the portal go in smaller or in parts; their originals stay as they were', async () => {
    const random = randomFrom(7)
    const noise = encodePng(
      1500,
      1500,
      Uint8Array.from({ length: 1500 * 1500 * 3 }, () => random(256)),
    )
    expect(noise.length).toBeGreaterThan(5_000_000)
    const report = await pagesPdf(
      Array.from({ length: 4 }, (_, at) => `Report page ${at + 1}`),
      2_400_000,
    )
    await page.goto(page.url().replace(/#.*/, '#/complaints'))
    await page.getByRole('link', { name: /VELMORA word mark · Keyword misuse/ }).click()
    await page.getByLabel('Add a file').setInputFiles([
      { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(noise) },
      { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from(report) },
    ])
    await page.getByTitle('report.pdf', { exact: true }).waitFor()
    const before = await zips()
    await page.getByRole('link', { name: 'Make pack' }).click()
    await page.getByRole('heading', { name: '1 complaint packed, 2 listings' }).waitFor({ timeout: 60_000 })
    const folder = await unpackNew(before)
    const attached = await readdir(join(folder, 'attachments'))
    expect(attached.sort()).toEqual(['photo.jpg', 'report-part-1-of-2.pdf', 'report-part-2-of-2.pdf'])
    const files = await Promise.all(attached.map((name) => readFile(join(folder, 'attachments', name))))
    expect(files.every(({ length }) => length <= 5_000_000)).toBe(true)
    const texts = await Promise.all(files.slice(1).map(async (file) => (await readPdf(file)).text))
    expect(texts.join('').match(/Report page \d/g)).toEqual(
      [1, 2, 3, 4].map((number) => `Report page ${number}`),
    )
    const blobs = await browser.readRows<{ sha256: string }>('blobs')
    expect(blobs.map(({ sha256 }) => sha256)).toContain(sha256Of(report))
  })

  test('evidence packs go in where they are wanted, and verify', async () => {
    const before = await zips()
    await page.getByRole('link', { name: 'Evidence packs included' }).click()
    await page.getByRole('heading', { name: '1 complaint packed, 2 listings' }).waitFor({ timeout: 60_000 })
    const folder = await unpackNew(before)
    const { stdout } = await run(process.execPath, ['scripts/verify.ts', join(folder, 'evidence-pack.zip')])
    expect(stdout).toMatch(/^OK$/m)
  })

  test('can be stopped; then nothing is saved or left behind, and it can begin anew', async () => {
    const before = await zips()
    await page.goto(page.url().replace(/#.*/, '#/complaints'))
    await page.getByRole('link', { name: 'Make packs of all 3 ready' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await zips()).toEqual(before)
    await page.getByRole('button', { name: 'Export again' }).click()
    await page.getByRole('heading', { name: /^3 complaints packed/ }).waitFor({ timeout: 60_000 })
    expect(await zips()).toHaveLength(before.length + 1)
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['queued']))
  })
})
