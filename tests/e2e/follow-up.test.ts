import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import type { Track } from '../../lib/tracking/track.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { type SeedRows, writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS
const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Two filed complaints, whose decision was to be expected long ago, and one that is ready. */
async function seed(): Promise<SeedRows> {
  const filed = (caseNumber: string) => ({
    ...({ state: 'filed', caseNumber, filedOn: dayBefore(30) } as const),
  })
  const rows = await deskSeed([
    { listings: 10, ...filed('IPP-77') },
    { listings: 2, reasonId: 'tm-model-does-not-exist', ...filed('IPP-78') },
    { listings: 3 },
  ])
  const states = new Map((rows.complaints as Complaint[]).map((one) => [one.complaintId, one.state]))
  for (const line of rows.complaintLines as ComplaintLine[]) {
    if (states.get(line.complaintId) === 'filed') line.state = 'filed'
  }
  return rows
}

describe('following complaints up', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page
  let lines: ComplaintLine[]

  const toast = (text: RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor()
  /** Looks at a view in both colours: no finding of axe, nothing cut off at 400 pixels. */
  const look = async (name: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
      if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}-${colorScheme}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 400, height: 800 })
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overhang()).toBeLessThanOrEqual(0)
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}-400.png`, fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const states = async (complaintId: string) => {
    const tracks = await browser.readRows<Track>('tracks')
    return tracks.filter((track) => track.complaintId === complaintId).map(({ state }) => state)
  }
  const part = (name: string) =>
    page.getByRole('navigation', { name: 'Parts of Follow up' }).getByRole('link', { name }).click()

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/follow-up')
    page.setDefaultTimeout(10_000)
    await page.getByText('Nothing was filed yet').waitFor()
    await look('empty')
    const rows = await seed()
    lines = rows.complaintLines as ComplaintLine[]
    await writeSeed(page, rows)
    await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('what is due today leads to its case, and can be put into a calendar', async () => {
    await page.getByRole('heading', { name: 'Overdue 2' }).waitFor()
    await page.getByRole('heading', { name: 'To file 1' }).waitFor()
    await look('today')
    await part('Days off')
    const form = page.getByRole('form', { name: 'Add the day' })
    await form.getByRole('button', { name: 'Add the day' }).click()
    await form.getByText('Enter the day.').waitFor()
    await form.getByLabel('Day').fill('2027-02-09')
    await form.getByLabel('Name').fill('Spring Festival')
    await form.getByRole('button', { name: 'Add the day' }).click()
    await page.getByRole('heading', { name: 'Your days 1' }).waitFor()
    await look('days-off')
  })

  test('outcomes are entered for some, for the rest with the decision, and taken back', async () => {
    await part('Today')
    await page.getByRole('link', { name: /case IPP-77/ }).click()
    await page.getByRole('heading', { name: 'Its listings 10' }).waitFor()
    const first = lines[0]
    const boxes = page.getByRole('region', { name: 'Its listings' }).getByRole('checkbox')
    await boxes.nth(1).check()
    await boxes.nth(2).check()
    const outcome = page.getByRole('form', { name: 'Enter an outcome' })
    await outcome.getByLabel('For 2 selected listings').selectOption('removed')
    await outcome.getByLabel('Day').fill(dayBefore(31))
    await outcome.getByRole('button', { name: 'Enter' }).click()
    await outcome.getByText(/The complaint was filed on/).waitFor()
    await outcome.getByLabel('Day').fill(dayBefore(29))
    await outcome.getByRole('button', { name: 'Enter' }).click()
    await page
      .getByText(`Removed since ${dayBefore(29)}`)
      .nth(1)
      .waitFor()
    await boxes.nth(3).check()
    await outcome.getByLabel('For 1 selected listing').selectOption('rejected')
    await outcome.getByRole('button', { name: 'Enter' }).click()
    await toast(/1 listing: rejected/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page
      .getByText(/taken back/)
      .first()
      .waitFor()

    const decision = page.getByRole('form', { name: 'Enter the decision' })
    await decision.getByLabel('It is now').selectOption('rejected')
    await decision.getByRole('button', { name: 'Enter' }).click()
    await decision.getByText('Enter why the portal rejected it.').waitFor()
    await decision.getByLabel('It is now').selectOption('accepted')
    await decision.getByLabel('Also enter 8 open listings as removed').waitFor()
    await look('case')
    await decision.getByRole('button', { name: 'Enter' }).click()
    await toast(/the complaint is accepted/)
    expect((await states(first?.complaintId ?? '')).sort()).toEqual(
      ['accepted', ...Array(10).fill('removed')].sort(),
    )
    await expect
      .poll(
        async () => {
          const all = await browser.readRows<LedgerRow>('ledger')
          return all.filter(({ action }) => action === 'outcome-entered').length
        },
        { timeout: 10_000 },
      )
      .toBe(13)
    await decision.getByLabel('It is now').selectOption('closed')
    await decision.getByRole('button', { name: 'Enter' }).click()
    await page.getByText('Nothing can follow').waitFor()
  })

  test('a list is entered whole or not at all', async () => {
    await part('Enter a list')
    const [one, two] = lines.slice(10, 12).map(({ comId }) => comId)
    const field = page.getByLabel('Listings with their states')
    await field.fill(`${one} removed\n${two} gone fishing\n<img src=x onerror=alert(1)>`)
    await page.getByRole('button', { name: 'Read the list' }).click()
    await page.getByText('1 line fits, 2 refused.').waitFor()
    expect(await page.getByRole('button', { name: /^Enter \d/ }).count()).toBe(0)
    await look('list')
    await field.fill(`${one} removed\nhttps://www.aliexpress.com/item/${two}.html rejected, no evidence`)
    await page.getByRole('button', { name: 'Read the list' }).click()
    await page.getByRole('button', { name: 'Enter 2 outcomes' }).click()
    await toast(/2 outcomes entered/)
    expect((await states(lines[10]?.complaintId ?? '')).sort()).toEqual(['rejected', 'removed'])
    const csv = Buffer.from(`item,state,note\n${one},contested,"=HYPERLINK(""x"")"\n`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'states.csv', mimeType: 'text/csv', buffer: csv })
    await page.getByRole('button', { name: 'Enter 1 outcome' }).click()
    await toast(/1 outcome entered/)
  })

  test('rates follow, answered cases wait, and dates go into a calendar file', async () => {
    await part('Good faith')
    await page.getByRole('row', { name: /^All reasons 11/ }).waitFor()
    await look('good-faith')
    await part('Cases')
    await page.getByRole('link', { name: /1 rejected · 1 contested by the seller/ }).waitFor()
    await look('cases')
    await part('Today')
    await page.getByText(/These 3 would bring/).waitFor()
    await page.getByRole('button', { name: 'Save as calendar file' }).click()
    await toast(/saved in your downloads folder/)
    const name = () =>
      readdir(browser.downloadsDir).then((names) => names.find((one) => one.endsWith('.ics')))
    await expect.poll(name, { timeout: 10_000 }).toBeTruthy()
    const file = await readFile(join(browser.downloadsDir, (await name()) ?? ''), 'utf8')
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(file).toContain('SUMMARY:Appeal until: case IPP-78\r\n')
  })
})
