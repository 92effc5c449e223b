import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import type { ReviewMark } from '../../lib/queue/review/review-mark.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { complaintSeed } from '../support/complaint-seed.ts'
import { goTo } from '../support/evidence-seed.ts'
import { type SeedListing, writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

const listings: SeedListing[] = [
  {
    title: 'Velmora trail bottle, 750 ml',
    storeName: 'Trail Supply Store',
    sellerId: '2679000001',
    verdict: 'suspicious',
    ipType: null,
    price: 'US $12.40',
  },
  {
    title: '山路保温水壶',
    storeName: '山路用品店',
    sellerId: '2679000002',
    verdict: 'suspicious',
    ipType: null,
    price: 'US $9.10',
  },
  {
    title: 'SnapLid bottle cap with a long name that says all that a bottle cap can be used for on a trail',
    storeName: 'Northwood Gear Store',
    sellerId: '2679000003',
    ipType: null,
    screenshot: 'no-permission',
  },
  { title: 'زجاجة ماء', storeName: null, verdict: 'suspicious', ipType: null },
  {
    title: 'Pinefall poster',
    storeName: 'Pinefall Outdoor Store',
    sellerId: '2679000004',
    ipType: 'copyright',
    note: 'Photo three is ours',
  },
  {
    title: 'Steel flask',
    storeName: 'Trail Supply Store',
    sellerId: '2679000001',
    verdict: 'genuine',
    ipType: null,
  },
]

describe('review', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/review')
    await mkdir('out/review', { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const photograph = (name: string) => page.screenshot({ path: `out/review/${name}.png`, fullPage: true })
  const narrow = async (name: string) => {
    await page.setViewportSize({ width: 400, height: 800 })
    const cut = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect.poll(cut).toBe(0)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph(`${name}-narrow`)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const status = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor()
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const rows = () => page.getByRole('table', { name: 'Judgements' }).locator('tbody').getByRole('row')
  const press = (key: string) => page.keyboard.press(key)
  const judgements = async () =>
    (await browser.readRows<FlagRow>('flags'))
      .map(({ changedAtMs: _when, ...flag }) => flag)
      .sort((one, other) => (one.flagId < other.flagId ? -1 : 1))

  test('teaches while there is nothing, and shows every judgement then, found by words and filters', async () => {
    await page.getByRole('heading', { name: 'Nothing to review yet' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('empty')
    await writeSeed(page, await complaintSeed(listings))
    await goTo(page, '#/review')
    await status('6 listings')
    await expect.poll(() => rows().count()).toBe(6)
    await rows().first().getByText('Velmora trail bottle, 750 ml').waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('list')
    await narrow('list')
    await press('/')
    await page.keyboard.type('山路')
    await status('1 of 6 listings')
    await page.reload()
    await status('1 of 6 listings')
    await page.getByRole('textbox', { name: 'Search the judgements' }).press('Escape')
    await status('6 listings')
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('genuine')
    await status('1 of 6 listings')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('combobox', { name: 'Screenshot' }).selectOption('without')
    await status('No listing is like that.')
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('list-filters')
    await page.getByRole('button', { name: 'Clear filter' }).click()
    await status('6 listings')
  })

  test('is played by keys: judged, skipped, checked, noted; a reload goes on there, and undo leads back to the start', async () => {
    const before = await judgements()
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await page.getByRole('menuitem', { name: 'To decide' }).click()
    await status('4 of 6 listings')
    await page.getByRole('button', { name: 'Play 4' }).click()
    await status('1 of 4')
    await heading('Velmora trail bottle, 750 ml')
    await page.getByRole('region', { name: 'Rights that may fit' }).getByText('title: Velmora').waitFor()
    await page.getByRole('img', { name: 'Screenshot, 1 of 1' }).waitFor()
    await page
      .getByRole('region', { name: 'Seller' })
      .getByText('1 judged infringing')
      .or(page.getByRole('region', { name: 'Seller' }).getByText('judged infringing'))
      .first()
      .waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('play')
    await narrow('play')
    await press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('play-keys')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await press('t')
    await status('2 of 4')
    await heading('山路保温水壶')
    // Letters that are typed are no keys: "tgx" in a note judges nothing.
    await press('n')
    await page.getByRole('dialog', { name: 'Note' }).waitFor()
    await page.keyboard.type('tgx: mark on the lid?')
    await press('Control+Enter')
    await page.getByText('tgx: mark on the lid?').waitFor()
    await press('k')
    await page.getByRole('dialog', { name: 'Skip this listing' }).waitFor()
    await page.getByRole('combobox', { name: 'Why' }).selectOption('ask-colleague')
    await photograph('play-skip')
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Skip', exact: true }).click()
    await status('3 of 4')
    await page.reload()
    await status('3 of 4')
    await heading('SnapLid bottle cap with a long name')
    await press('ArrowLeft')
    await heading('山路保温水壶')
    await page.getByText('To ask a colleague').first().waitFor()
    await photograph('play-skipped')
    await press('ArrowRight')
    await heading('SnapLid bottle cap with a long name')
    await page.getByRole('region', { name: 'Rights that may fit' }).getByText('title: snaplid').waitFor()
    await press('1')
    await status('4 of 4')
    await heading('زجاجة ماء')
    await press('ArrowLeft')
    await heading('SnapLid bottle cap with a long name')
    await press('s')
    await page.getByRole('dialog', { name: 'Second check' }).waitFor()
    await page.keyboard.type('Wei')
    await page.getByRole('radio', { name: 'Disagrees' }).check()
    await photograph('play-check')
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Wei disagrees').first().waitFor()
    await photograph('play-checked')
    await press('ArrowRight')
    await heading('زجاجة ماء')
    await press('g')
    await heading('All 4 listings were looked at')
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('play-end')

    const marks = await browser.readRows<ReviewMark>('reviewMarks')
    expect(marks).toHaveLength(2)
    expect(marks).toContainEqual(
      expect.objectContaining({ skip: expect.objectContaining({ reason: 'ask-colleague' }) }),
    )
    expect(marks).toContainEqual(
      expect.objectContaining({ check: expect.objectContaining({ name: 'Wei', agrees: false }) }),
    )
    await page.bringToFront()
    // Since the reload: judged, checked, the proposed right.
    for (const title of [
      'زجاجة ماء',
      'SnapLid bottle cap with a long name',
      'SnapLid bottle cap with a long name',
    ]) {
      await press('z')
      await heading(title)
      await page
        .getByText(/^Undone: /)
        .last()
        .waitFor()
    }
    await press('z')
    await page.getByText('There is nothing to undo.').last().waitFor()
    const after = await judgements()
    const changed = after.filter((flag, at) => JSON.stringify(flag) !== JSON.stringify(before[at]))
    // What was done before the reload stands: the first judgement and the note.
    expect(changed.map(({ ipType, note }) => [ipType, note]).sort()).toEqual([
      [null, 'tgx: mark on the lid?'],
      ['trademark', ''],
    ])
    await page.bringToFront()
    await press('Escape')
    await status('3 of 6 listings')
  })

  test('changes many at once by keys, and undo gives back each as it was', async () => {
    await goTo(page, '#/review')
    await status('6 listings')
    const before = await judgements()
    await page.bringToFront()
    await page.getByRole('textbox', { name: 'Search the judgements' }).press('ArrowDown')
    await press('Space')
    await press('ArrowDown')
    await press('ArrowDown')
    await press('Shift+Space')
    await page.getByText('3 selected').waitFor()
    await photograph('list-selected')
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await press('p')
    await page.getByText('3 listings judged: Patent.').last().waitFor()
    await press('Control+a')
    await page.getByText('6 selected').waitFor()
    await page.getByRole('button', { name: 'Note…' }).click()
    await page.keyboard.type('second look')
    await press('Control+Enter')
    await page.getByText('Note saved on 6 listings.').last().waitFor()
    await page.getByRole('button', { name: 'Right and reason…' }).click()
    await page.getByRole('combobox', { name: 'Right' }).last().selectOption({ index: 1 })
    await page.getByRole('combobox', { name: 'Reason' }).last().selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Apply to 6 listings' }).click()
    await page
      .getByText(/: 6 listings\.$/)
      .last()
      .waitFor()
    await press('Delete')
    await page.getByText('6 listings removed.').last().waitFor()
    await page.getByRole('heading', { name: 'Nothing to review yet' }).waitFor()
    for (const said of [
      '6 listings removed.',
      ': 6 listings.',
      'Note saved on 6 listings.',
      'judged: Patent.',
    ]) {
      await press('Control+z')
      await page
        .getByText(new RegExp(`^Undone: .*${said.replaceAll('.', '\\.')}$`))
        .last()
        .waitFor()
    }
    await status('6 listings')
    expect(await judgements()).toEqual(before)
    await page.bringToFront()
  })

  test('keeps filters by name and columns by choice, and the ledger has entered skip and check', async () => {
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('genuine')
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await page.getByRole('menuitem', { name: 'Save this filter…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Fine ones')
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'Price (hidden)' }).click()
    await page.getByRole('columnheader', { name: 'Price' }).waitFor()
    await goTo(page, '#/review')
    await status('6 listings')
    await page.getByRole('columnheader', { name: 'Price' }).waitFor()
    await page.getByRole('button', { name: 'Saved filters' }).click()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await photograph('list-saved')
    await page.getByRole('menuitem', { name: 'Fine ones', exact: true }).click()
    await status('1 of 6 listings')
    await expect
      .poll(
        async () =>
          (await browser.readRows<LedgerRow>('ledger'))
            .map(({ action }) => action)
            .filter((action) => action === 'review-skipped' || action === 'judgement-checked'),
        { timeout: 15_000, interval: 300 },
      )
      .toEqual(['review-skipped', 'judgement-checked', 'judgement-checked'])
  })
})
