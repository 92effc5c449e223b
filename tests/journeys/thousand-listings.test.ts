import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Artefact } from '../../lib/evidence/capture.ts'
import type { ListingSummary } from '../../lib/queue/flag.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { packTitles } from '../support/complaint-pack-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { queuedThousand, reasonsOfThousand } from '../support/queued-thousand.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { buildAnswers } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

const run = promisify(execFile)
/** Without spaces and lines, which a reader of PDFs puts where it likes. */
const letters = (text: string) => text.normalize('NFKC').replace(/[\s\u202a-\u202e]/g, '')

describe('1,000 queued listings', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  const complaints = () => browser.readRows<Complaint>('complaints')
  const lines = () => browser.readRows<ComplaintLine>('complaintLines')

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/complaints')
    page.setDefaultTimeout(20_000)
    await page.getByText('Nothing waits for a complaint').waitFor()
    await writeSeed(page, await queuedThousand())
    await page.reload()
    await page.getByRole('heading', { name: 'Waiting for your decision 1,000' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('under 3 rights and 5 reasons become complaints, cut as the portal takes them', async () => {
    // One press for each ground; what is accepted leaves, so the next one stands first.
    let left = 1000
    for (const _ of reasonsOfThousand) {
      const accept = page.getByRole('button', { name: /^Accept for all/ }).first()
      await accept.waitFor()
      const name = (await accept.getAttribute('aria-label')) ?? ''
      const wanted = reasonsOfThousand.find(({ word }) => name.includes(`title: ${word} · ships to DE`))
      if (!wanted) throw new Error(`Nobody expected ${name}`)
      const { count, reason, right } = wanted
      expect(name).toMatch(new RegExp(`^Accept for all ${count}: ${right}`))
      const choice = page.getByRole('combobox', { name: `Reason for ${right}` }).first()
      if (reason) await choice.selectOption({ label: reason })
      await accept.click()
      left -= count
      if (left === 0) break
      await page.getByRole('heading', { name: `Waiting for your decision ${left}`, exact: true }).waitFor()
    }
    await page.getByText('Every queued listing has a right and a reason.').waitFor()
    await page.getByRole('button', { name: 'Prepare all 7' }).click()
    await page.getByRole('heading', { name: 'Drafts 7' }).waitFor()

    const [stored, all, flags] = [await complaints(), await lines(), await browser.readRows<FlagRow>('flags')]
    const cuts = stored.map(({ complaintId, rightId, reasonId }) => {
      const own = all.filter((line) => line.complaintId === complaintId)
      expect(new Set(own.map((line) => line.rightId))).toEqual(new Set([rightId]))
      expect(own.map(({ position }) => position).sort((one, other) => one - other)).toEqual(
        own.map((_, at) => at),
      )
      return `${rightId} ${reasonId} ${own.length}`
    })
    expect(cuts.sort()).toEqual([
      'right-cr cr-art-work 40',
      'right-cr cr-image-theft 10',
      'right-cr cr-image-theft 300',
      'right-pt pt-design 100',
      'right-tm tm-keyword-misuse 100',
      'right-tm tm-keyword-misuse 300',
      'right-tm tm-model-does-not-exist 150',
    ])
    expect(all.map(({ comId }) => comId).sort()).toEqual(flags.map(({ comId }) => comId).sort())
  })

  test('and packs in which other software finds every link, number, hash and title', async () => {
    // What a person answers stands in the tests of the complaint's page; here seven times at once.
    const shot = (await browser.readRows<{ screenshot: { artefact?: Artefact } }>('captureJobs')).find(
      ({ screenshot }) => screenshot.artefact,
    )?.screenshot.artefact?.sha256
    const all = await lines()
    const [right] = await browser.readRows<{ references: [never] }>('rights')
    const genuine = right?.references[0] as never
    await writeSeed(page, {
      complaints: (await complaints()).map((complaint) => ({
        ...complaint,
        answers: buildAnswers({
          explanation: 'Taken from https://velmora.example/bottles without permission; not genuine goods.',
          statement: 'Neither we nor a licensed maker ever made this model.',
          originalWork: genuine,
          sourcePage: { screenshot: genuine, url: 'https://velmora.example/bottles' },
          comparisons:
            complaint.reasonId === 'pt-design'
              ? [
                  {
                    ...{ comparisonId: newId(), genuine, view: 'front', listingSha256: shot ?? '' },
                    comId: all.find(({ complaintId }) => complaintId === complaint.complaintId)?.comId ?? '',
                    differences: [{ x: 0.5, y: 0.5, text: 'The same lid.' }],
                  },
                ]
              : [],
        }),
      })),
    })
    await page.reload()
    await page.getByRole('link', { name: 'Make packs of all 7 ready' }).click()
    await page
      .getByRole('heading', { name: '7 complaints packed, 1,000 listings' })
      .waitFor({ timeout: 240_000 })
    const [zip = ''] = (await readdir(browser.downloadsDir)).filter((name) => name.endsWith('.zip'))
    const unpacked = await mkdtemp(join(tmpdir(), 'docket-thousand-'))
    await run('unzip', ['-q', join(browser.downloadsDir, zip), '-d', unpacked])
    const folders = await readdir(unpacked)
    expect(folders).toHaveLength(7)

    const summaries = await browser.readRows<ListingSummary>('listings')
    const titleOf = new Map(summaries.map(({ comId, title }) => [comId, title ?? '']))
    const found: string[] = []
    for (const folder of folders) {
      const at = (name: string) => join(unpacked, folder, name)
      const links = (await readFile(at('links.txt'), 'utf8')).trimEnd().split('\n')
      const comIds = links.map(
        (link) => /^https:\/\/www\.aliexpress\.com\/item\/(\d+)\.html$/.exec(link)?.[1],
      )
      found.push(...comIds.map((comId) => comId ?? 'no link'))
      const { files, problems } = JSON.parse(await readFile(at('manifest.json'), 'utf8'))
      expect(problems).toEqual([])
      const hashes: string[] = []
      for (const { path, sha256 } of files as Array<{ path: string; sha256: string }>) {
        const bytes = await readFile(at(path))
        expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, sha256])
        if (path.startsWith('evidence/')) hashes.push(sha256)
      }
      expect(hashes).toHaveLength(links.length)
      const titles = comIds.map((comId) => titleOf.get(comId ?? '') ?? 'no title')
      const wanted = [...links, ...hashes, ...titles]
      const { rows, formulas } = await readWorkbook(await readFile(at('listings.xlsx')))
      expect(formulas).toEqual([])
      const cells = new Set(rows.flat())
      expect(wanted.filter((text) => !cells.has(text))).toEqual([])
      const csv = await readFile(at('listings.csv'), 'utf8')
      expect(wanted.filter((text) => !csv.includes(text.replaceAll('"', '""')))).toEqual([])
      for (const name of ['summary.pdf', 'dsa-notice/notice.pdf']) {
        const text = letters(
          (await run('pdftotext', ['-enc', 'UTF-8', at(name), '-'], { maxBuffer: 1e8 })).stdout,
        )
        expect([name, wanted.filter((one) => !text.includes(letters(one)))]).toEqual([name, []])
      }
    }
    expect(found.sort()).toEqual([...titleOf.keys()].sort())
    for (const title of packTitles) {
      expect(
        [...titleOf.values()].some((one) => one.includes(title)),
        title,
      ).toBe(true)
    }
    const shots = process.env.DOCKET_SHOTS
    if (shots) await writeFile(join(shots, 'packs.png'), await page.screenshot({ fullPage: true }))
  }, 300_000)
})
