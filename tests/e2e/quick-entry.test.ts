import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flag, ListingSummary } from '../../lib/queue/flag.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { complaintSeed } from '../support/complaint-seed.ts'
import { handMadeXlsx } from '../support/hand-made-xlsx.ts'
import { type GivenFile, giveFiles } from '../support/keyboard.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const address = (comId: string) => `https://www.aliexpress.com/item/${comId}.html`
const comIdOf = (index: number) => String(1_005_006_000_000_001 + index)
/** Stored before the test: queued, filed, judged as genuine. */
const [queued, filed, genuine] = ['1005007000000001', '1005007000000002', '1005007000000003']

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS
const field = 'Addresses or item numbers, one a line'
const file = (name: string, buffer: Buffer): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
})

describe('quick entry', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  const summary = (text: string, timeout = 10_000) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout })
  const entry = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  /** Nothing that axe finds in either colours, nothing cut off at 400 pixels. */
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
      if (shotsDir)
        await page.screenshot({ path: `${shotsDir}/quick-${name}-${colorScheme}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/quick-${name}-400.png`, fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await page.getByLabel(field).fill('')
    await page.getByLabel(field).press('ControlOrMeta+v')
  }
  const badge = async () => {
    const worker = await browser.serviceWorker()
    return worker.evaluate(() =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.action.getBadgeText(
        {},
      ),
    )
  }
  /** Flags that stand and came from a list, in the order of the queue. */
  const fromLists = async () =>
    (await browser.readRows<Flag>('flags'))
      .filter((flag) => flag.captureId === null && flag.status === 'current')
      .sort((one, other) => (one.flagId < other.flagId ? 1 : -1))

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await browser.openExtensionPage('dashboard.html#/quick-entry')
    page.setDefaultTimeout(10_000)
    page.on('filechooser', () => undefined)
    await page.getByRole('heading', { name: 'Quick entry' }).waitFor()
    const rows = await complaintSeed([{}, {}, { verdict: 'genuine' }])
    const flags = (rows.flags ?? []) as FlagRow[]
    rows.flags = flags.map((flag) => {
      if (flag.comId !== filed) return flag
      const { queueGroup: _, ...rest } = flag
      return { ...rest, filedIn: 'complaint-1' }
    })
    rows.complaints = [
      { complaintId: 'complaint-1', rightId: 'right-tm', state: 'filed', filedOn: '2026-11-20' },
    ]
    await writeSeed(page, rows)
    await page.reload()
    await page.getByRole('heading', { name: 'Quick entry' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('the popup and the complaints lead to it', async () => {
    const popup = await browser.openExtensionPage('popup.html')
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'More of Docket' }).click()
    await popup.getByRole('menuitem', { name: 'Add listings from a list of addresses' }).click()
    const tab = await opened
    await tab.getByRole('heading', { name: 'Quick entry' }).waitFor()
    await tab.getByRole('link', { name: 'All complaints' }).click()
    await tab.getByRole('link', { name: 'Add listings from a list' }).click()
    await tab.getByRole('heading', { name: 'Quick entry' }).waitFor()
    await tab.close()
    await popup.close()
  })

  test('a pasted list is sorted; what is new is queued with its right, without evidence, and taken back in one press', async () => {
    await paste(
      [
        address(comIdOf(0)),
        `https://www.aliexpress.us/item/${Number(comIdOf(0)) + 2 ** 51}.html`,
        '',
        address(queued),
        address(filed),
        address(genuine),
        'https://s.click.aliexpress.com/e/_DkAbcdE',
        'a bottle <b>with</b> a lid',
        comIdOf(1),
      ].join('\n'),
    )
    await summary('8 entries: 2 to add, 2 duplicates, 1 already filed, 3 refused.')
    await entry('The same listing stands in line 1.').filter({ hasText: 'Line 2' }).waitFor()
    await entry('It is in the queue already.').filter({ hasText: 'Line 4' }).waitFor()
    await entry('It was filed on 2026-11-20.').filter({ hasText: 'Line 5' }).waitFor()
    await entry('You judged it as not infringing').filter({ hasText: 'Line 6' }).waitFor()
    await entry('An affiliate or short link').filter({ hasText: 'Line 7' }).waitFor()
    await entry('a bottle <b>with</b> a lid').filter({ hasText: 'Line 8' }).waitFor()
    await page.getByRole('button', { name: 'Refused 3' }).click()
    await page.getByText('3 of 8 shown.').waitFor()
    await page.getByLabel('Find in the list').fill('click')
    await page.getByText('1 of 8 shown.').waitFor()

    await page.getByLabel('Type').selectOption({ label: 'Infringing: trademark' })
    await page.getByLabel('Right').selectOption({ label: 'VELMORA word mark' })
    await page.getByLabel('Reason').selectOption({ label: 'Keyword misuse' })
    await page.getByLabel('Note').fill('From the client, list 7')
    await look('read')
    await page.getByRole('button', { name: 'Add 2 listings' }).click()
    await summary('2 listings added to the queue.')
    expect(await fromLists()).toMatchObject([
      {
        verdict: 'infringing',
        ipType: 'trademark',
        rightId: 'right-tm',
        reasonId: 'tm-keyword-misuse',
        note: 'From the client, list 7',
      },
      { comId: comIdOf(1) },
    ])
    await expect.poll(badge).toBe('3')
    await page.getByRole('button', { name: 'All 8' }).click()
    await page.getByLabel('Find in the list').fill('')
    await look('added')

    const popup = await browser.openExtensionPage('popup.html')
    await popup.setViewportSize({ width: 560, height: 600 })
    await popup.getByRole('checkbox', { name: `Item ${comIdOf(1)}` }).waitFor()
    await popup.getByRole('button', { name: 'Evidence missing: why, and what to do' }).first().click()
    await popup.getByText('it was added from a list').waitFor()
    expect(await axeFindings(popup)).toEqual([])
    await popup.close()

    await page.getByRole('button', { name: 'Take back all 2' }).press('Enter')
    await summary('2 listings taken back.')
    expect(await fromLists()).toEqual([])
    await expect.poll(badge).toBe('1')
    await page.getByRole('button', { name: 'Add 2 listings' }).waitFor()
  })

  test('a listing that came from a list has its evidence completed when its page is opened', async () => {
    const [first] = sampleListings()
    if (!first) throw new Error('The sample site has no listing.')
    await paste(sampleUrls.item(first.comId))
    await page.getByLabel('Type').selectOption({ label: 'Infringing: copyright' })
    await page.getByRole('button', { name: 'Add 1 listing' }).click()
    await summary('1 listing added to the queue.')
    const item = await browser.openPage(sampleUrls.item(first.comId))
    await item.mouse.move(300, 300)
    await item.mouse.move(310, 306)
    const flagOf = async () =>
      (await browser.readRows<Flag>('flags')).find(
        ({ comId, status }) => comId === first.comId && status === 'current',
      )
    await expect
      .poll(async () => (await flagOf())?.captureId, { timeout: 15_000 })
      .toEqual(expect.any(String))
    expect(await flagOf()).toMatchObject({ verdict: 'infringing', ipType: 'copyright' })
    const listings = await browser.readRows<ListingSummary>('listings')
    expect(listings.find(({ comId }) => comId === first.comId)).toMatchObject({
      title: first.title,
      hasItemCapture: true,
    })
    await item.close()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await summary('1 listing taken back.')
  })

  test('files: a CSV with other columns, a workbook with formulas and rounded numbers, and what is none', async () => {
    const csv = [
      '"title";"url";"store"',
      `"Bottle; ""large""";"${address(comIdOf(2))}";"1101254753"`,
      `"Lid";"${comIdOf(3)}";"1101254753"`,
      '"Cap";"";"1101254753"',
    ].join('\r\n')
    await giveFiles(page, 'Choose a file with addresses', [file('list.csv', Buffer.from(`\uFEFF${csv}`))])
    await page.getByRole('heading', { name: 'In list.csv' }).waitFor()
    await summary('4 entries: 2 to add, 0 duplicates, 0 already filed, 2 refused.')

    const xlsx = await handMadeXlsx([
      ['Address', 'Note'],
      [address(comIdOf(4)), '=1+1'],
      [{ formula: `HYPERLINK("${address(comIdOf(5))}")`, value: address(comIdOf(5)) }],
      [{ formula: `CONCAT("https://www.aliexpress.com/item/",A9,".html")` }],
      [{ number: '1005006000000010' }],
      [{ number: '1005006000000007' }],
    ])
    await giveFiles(page, 'Choose a file with addresses', [file('list.xlsx', Buffer.from(xlsx))])
    await page.getByRole('heading', { name: 'In list.xlsx' }).waitFor()
    await summary('6 entries: 3 to add, 0 duplicates, 0 already filed, 3 refused.')
    await entry('This formula has no stored value.').filter({ hasText: 'Line 4' }).waitFor()
    await entry('A spreadsheet rounded this number.').filter({ hasText: 'Line 5' }).waitFor()

    await giveFiles(page, 'Choose a file with addresses', [
      file('list.xlsx', Buffer.from('PK\x03\x04 broken')),
    ])
    await page.getByRole('alert').filter({ hasText: 'The file cannot be read as a workbook' }).waitFor()
    await giveFiles(page, 'Choose a file with addresses', [
      file('list.csv', Buffer.from([0x89, 0x50, 0xff, 0xfe])),
    ])
    await page.getByRole('alert').filter({ hasText: 'The file cannot be read as text' }).waitFor()
  })

  test('ten thousand lines are pasted, added in one go and taken back', async () => {
    await page.evaluate(() => {
      const seen: number[] = []
      Object.assign(globalThis, { longTasks: seen })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.push(duration)
      }).observe({ type: 'longtask' })
    })
    const longTasks = (): Promise<number[]> =>
      page.evaluate(() =>
        (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0).map(Math.round),
      )
    const lines = Array.from({ length: 10_000 }, (_, index) => address(comIdOf(1000 + index)))
    lines[4999] = 'https://s.click.aliexpress.com/e/_DkAbcdE'
    await paste(lines.join('\n'))
    const times = [performance.now()]
    await summary('10,000 entries: 9,999 to add, 0 duplicates, 0 already filed, 1 refused.')
    times.push(performance.now())
    const reading = await longTasks()
    expect(await page.getByRole('listitem').count()).toBeLessThan(60)
    await page.getByRole('region', { name: 'Entries of the list' }).press('End')
    await entry(comIdOf(10_999)).waitFor()
    await page.getByRole('button', { name: 'Refused 1' }).click()
    await entry('An affiliate or short link').filter({ hasText: 'Line 5,000' }).waitFor()
    await longTasks()
    times.push(performance.now())
    await page.getByRole('button', { name: 'Add 9,999 listings' }).click()
    await summary('9,999 listings added to the queue.', 60_000)
    times.push(performance.now())
    const adding = await longTasks()
    await expect.poll(badge).toBe('999+')
    await page.getByRole('button', { name: 'Take back all 9,999' }).click()
    await summary('9,999 listings taken back.', 60_000)
    times.push(performance.now())
    await expect.poll(badge).toBe('1')
    expect(await fromLists()).toEqual([])
    const [start = 0, read = 0, chosen = 0, added = 0, tookBack = 0] = times
    const ms = { read: read - start, add: added - chosen, takeBack: tookBack - added }
    console.log('10,000 lines, ms:', ms)
    console.log('tasks over 50 ms:', { reading, adding, takingBack: await longTasks() })
  })
})
