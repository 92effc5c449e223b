import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '../../lib/core/digest.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { seedPng, writeSeed } from '../support/queue-seed.ts'
import { readPackFolders } from '../support/read-pack-folders.ts'
import {
  buildCopyright,
  buildHolder,
  buildTrademark,
  documentOf,
  rightDocumentOf,
} from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'

/** What one right's complaint asks of the person, as the page words it. */
const wanted = [
  { mark: 'Velmora', right: 'VELMORA word mark', reason: 'Keyword misuse', type: 'trademark' },
  {
    mark: 'Fernlight',
    right: 'FERNLIGHT word mark',
    reason: 'This model or type does not exist',
    type: 'trademark',
  },
  {
    mark: 'Pinefall',
    right: 'Catalogue photos 2026',
    reason: 'Infringement of art or text work',
    type: 'copyright',
  },
] as const
const cardsPerPage = 50
const pagesPerRight = 2

let server: SampleServer
let browser: Chromium
const effort = { clicks: 0, fields: 0 }

const click = async (target: Locator) => {
  effort.clicks += 1
  await target.click()
}
const fill = async (target: Locator, text: string) => {
  effort.fields += 1
  await target.fill(text)
}
const choose = async (target: Locator, label: string) => {
  effort.clicks += 2
  await target.selectOption({ label })
}
const clickOn = async (page: Page, name: string | RegExp) => {
  effort.clicks += 1
  await clickByName(page, { role: 'button', name }, { timeoutMs: 15_000 })
}
const resultsUrl = (mark: string, page: number) =>
  `https://www.aliexpress.com/w/wholesale-${mark.toLowerCase()}.html?page=${page}`

beforeAll(async () => {
  server = await startSampleServer()
  for (const [number, { mark }] of wanted.entries()) {
    for (let page = 1; page <= pagesPerRight; page++) {
      const offset = (number * pagesPerRight + page - 1) * cardsPerPage
      const titles = Array.from(
        { length: cardsPerPage },
        (_, at) => `${mark} trail bottle ${offset + at + 1}`,
      )
      const options = { count: cardsPerPage, rendered: cardsPerPage, offset, titles, withStore: true }
      server.setPage(resultsUrl(mark, page), resultsPage({ ...options, keyword: mark, page }))
    }
  }
  browser = await openChromium({ port: server.port, grantAllUrls: true })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('from an empty profile with rights set to three packs of 100 listings', async () => {
  const bytes = seedPng(5)
  const kept = { sha256: await sha256Hex(bytes), bytes: bytes.length }
  const common = {
    documents: [{ ...rightDocumentOf('certificate', 'certificate.png'), ...kept }],
    references: [documentOf('genuine.png', kept)],
  }
  const words = (name: string) => ({ names: [name], products: [], goods: [] })
  const page = await browser.openExtensionPage('dashboard.html#/complaints')
  page.setDefaultTimeout(30_000)
  await page.getByText('Nothing waits for a complaint').waitFor()
  await writeSeed(page, {
    holders: [buildHolder({ identityDocuments: [documentOf('register.png', kept)] })],
    rights: [
      buildTrademark({ ...common, vocabulary: words('Velmora') }),
      buildTrademark({
        ...{ ...common, rightId: 'right-tm-2', label: 'FERNLIGHT word mark', mark: 'FERNLIGHT' },
        ...{ number: '018000002', vocabulary: words('Fernlight') },
      }),
      buildCopyright({ ...common, vocabulary: words('Pinefall') }),
    ],
    blobs: [{ sha256: kept.sha256, bytes }],
  })
  const startMs = performance.now()
  for (const { mark, type } of wanted) {
    for (let number = 1; number <= pagesPerRight; number++) {
      effort.clicks += 1
      const results = await browser.openPage(resultsUrl(mark, number))
      await results.mouse.move(30, 600)
      await results.mouse.move(34, 604)
      await clickOn(results, 'Select many')
      await clickOn(results, /^All on this page/)
      await clickOn(results, `Flag all as ${type}`)
      await findByName(results, { name: /^50 listings flagged as / }, 90_000)
      await expect
        .poll(
          async () =>
            (await browser.readRows<CaptureJob>('captureJobs')).filter(
              ({ screenshot }) => screenshot.state !== 'saved',
            ).length,
          { timeout: 90_000 },
        )
        .toBe(0)
      await results.close()
    }
  }
  const flaggedMs = performance.now()
  await page.bringToFront()
  await page.getByRole('heading', { name: 'Waiting for your decision 300' }).waitFor()
  for (const [at] of wanted.entries()) {
    const accept = page.getByRole('button', { name: /^Accept for all 100/ }).first()
    await accept.waitFor()
    const name = (await accept.getAttribute('aria-label')) ?? ''
    const own = wanted.find(({ right }) => name.includes(right))
    if (!own) throw new Error(`Nobody expected ${name}`)
    await choose(page.getByRole('combobox', { name: `Reason for ${own.right}` }).first(), own.reason)
    await click(accept)
    if (at < 2) {
      await page
        .getByRole('heading', { name: `Waiting for your decision ${200 - at * 100}`, exact: true })
        .waitFor()
    }
  }
  await click(page.getByRole('button', { name: 'Prepare all 3' }))
  for (const { right, reason, type } of wanted) {
    await click(page.getByRole('link', { name: new RegExp(`${right} · ${reason}`) }))
    if (type === 'trademark') {
      await click(page.getByLabel('In the listing’s pictures'))
      await click(page.getByLabel('The goods are in class 21'))
    } else await click(page.getByLabel('Only pictures or texts of the listing'))
    if (reason === 'Keyword misuse') await click(page.getByLabel('The mark is shown exactly as registered'))
    if (reason.startsWith('This model')) {
      await fill(
        page.getByLabel('Statement on the model'),
        'Neither we nor a licensed maker ever made this model.',
      )
    }
    await click(page.getByRole('button', { name: 'Fill in' }))
    await click(page.getByLabel('I looked: these are not genuine or licensed goods'))
    await fill(page.getByLabel('Your name'), 'Ines Investigator')
    await click(page.getByLabel('I declare this'))
    await page.getByText('Ready', { exact: true }).waitFor()
    await click(page.getByRole('link', { name: 'All complaints' }))
  }
  await click(page.getByRole('link', { name: 'Make packs of all 3 ready' }))
  await page.getByRole('heading', { name: '3 complaints packed, 300 listings' }).waitFor({ timeout: 180_000 })
  const endMs = performance.now()

  const [zip = ''] = (await readdir(browser.downloadsDir)).filter((name) => name.endsWith('.zip'))
  const folders = await readPackFolders(await readFile(join(browser.downloadsDir, zip)))
  expect([...folders.values()].map(({ differences }) => differences)).toEqual([[], [], []])
  const links = [...folders.values()].map(({ files }) =>
    new TextDecoder().decode(files.get('links.txt')).trimEnd().split('\n'),
  )
  expect(links.map((own) => own.length)).toEqual([100, 100, 100])
  expect(new Set(links.flat()).size).toBe(300)

  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0)
  const said = `Three packs of 100 listings: ${effort.clicks} clicks, ${effort.fields} fields, ${seconds(startMs, endMs)} s of the machine (${seconds(startMs, flaggedMs)} s flagging with screenshots).`
  process.stdout.write(`${said}\n`)
  await mkdir('out', { recursive: true })
  await appendFile('out/three-packs.txt', `${new Date().toISOString()} ${said}\n`)
  expect(effort.clicks).toBeLessThanOrEqual(70)
}, 480_000)
