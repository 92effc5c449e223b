import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { insightSeed } from '../support/insight-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { waitForFile } from '../support/read-pack.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS

describe('insights', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const cell = (part: string, row: string, column: string) =>
    region(part).getByRole('link', { name: new RegExp(`: ${row}, ${column}$`) })

  /** Looks at a view in both colours: no finding of axe, nothing cut off at 400 pixels. */
  const look = async (name: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
      if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}-${colorScheme}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 400, height: 800 })
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth)
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}-400.png`, fullPage: true })
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const saved = async (button: string, ending: string) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    return readFile(await waitForFile(browser.downloadsDir, [], ending))
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/insights')
    page.setDefaultTimeout(10_000)
    await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor()
    await look('empty')
    await writeSeed(page, await insightSeed())
    await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('count listings, times and success, with what is still open', async () => {
    await page.getByRole('heading', { name: 'Over time', exact: true }).waitFor()
    expect(
      await region('How long it takes')
        .getByRole('row', { name: /filing to removal/ })
        .textContent(),
    ).toBe('From filing to removal4 days2 to 7 days9830')
    await cell('Success by right', 'VELMORA.*', 'Filed').waitFor()
    expect(await cell('Success by right', 'VELMORA.*', 'Taken down of decided').textContent()).toBe('6 of 9')
    await look('insights')
    await page.getByRole('combobox', { name: 'By' }).selectOption('sellerId')
    await region('Success by seller').getByText('named by cards alone').first().waitFor()
    await look('by-seller')
  })

  test('lead from every number to its listings, and back', async () => {
    await cell('Rejected, and why', 'No valid evidence', 'Listings').click()
    await page.getByRole('heading', { name: 'No valid evidence: Listings' }).waitFor()
    await page.getByText('2 listings').waitFor()
    await look('behind')
    await page
      .getByRole('link', { name: /^Case of / })
      .first()
      .click()
    await page.getByText('IN-1').first().waitFor()
    await page.goBack()
    await page.reload()
    await page.getByRole('link', { name: 'Back to Insights' }).click()
    await page.getByRole('heading', { name: 'Over time', exact: true }).waitFor()
  })

  test('are saved as CSV that runs nothing, as PNG, and as a report of one month', async () => {
    const csv = (await saved('Save as CSV: Search exposure', '.csv')).toString('utf8')
    expect(csv).toContain(`"'=hyperlink(""x"")"`)
    expect(csv).not.toMatch(/"=/)
    const png = await saved('Save the chart as PNG: Over time', '.png')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    if (shotsDir) await (await import('node:fs/promises')).writeFile(`${shotsDir}/chart.png`, png)
    const month = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 7)
    await page.getByRole('combobox', { name: 'Days' }).selectOption(month)
    await page.getByText(`${month}-01 to `).first().waitFor()
    await look('month')
    const pdf = await saved('Report as PDF', '.pdf')
    expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF')
    if (shotsDir) await (await import('node:fs/promises')).writeFile(`${shotsDir}/report.pdf`, pdf)
  })

  test('work saved is counted by minutes that the person enters, and by nothing before', async () => {
    await page.getByRole('combobox', { name: 'Days' }).selectOption('all')
    const work = region('Work saved')
    await work.getByText(/until then nothing is counted/).waitFor()
    await work.getByRole('button', { name: 'Save minutes' }).click()
    await work.getByRole('alert').waitFor()
    for (const [step, byHand, withDocket] of [
      ['Flag with evidence', '12', '0.5'],
      ['File in a complaint', '6', '2'],
      ['Keep its outcome', '4', '1'],
    ] as const) {
      await work.getByLabel(`${step}: minutes by hand`).fill(byHand)
      await work.getByLabel(`${step}: minutes with Docket`).fill(withDocket)
    }
    await work.getByRole('button', { name: 'Save minutes' }).click()
    await work.getByRole('row', { name: /^File in a complaint 20.* 6 2 80$/ }).waitFor()
    await page.reload()
    await work.getByRole('row', { name: /^All/ }).waitFor()
    await look('work')
  })
})
