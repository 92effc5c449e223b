import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import { noAnswers } from '../../lib/complaints/complaint.ts'
import { newId } from '../../lib/core/ids.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { TrademarkRight } from '../../lib/rights/right.ts'
import { findByName } from '../support/accessible.ts'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { complaintSeed, seedOf } from '../support/complaint-seed.ts'
import { decodePng } from '../support/decode-png.ts'
import { flagItem } from '../support/drive-docket.ts'
import { readPdf } from '../support/evidence-report.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { buildPatent } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS
const toast = (page: Page, text: RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor()

describe('from queue to complaints', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  /** Looks at a view: no finding of axe, nothing cut off at 400 pixels. */
  const look = async (name: string) => {
    expect(await axeFindingsInBothColours(page)).toEqual([])
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}.png`, fullPage: true })
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/${name}-400.png`, fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const drafts = () => browser.readRows<Complaint>('complaints')
  const row = (title: string) => page.getByRole('checkbox', { name: title, exact: true })

  /** Scrolls the list until this row is drawn. */
  const reach = async (title: string) => {
    const scrollBy = (top: number) =>
      page
        .locator('[data-waiting]')
        .first()
        .evaluate(async (first, by) => {
          const list = first.closest('.overflow-y-auto')
          list?.scrollTo({ top: by === 0 ? 0 : list.scrollTop + by })
          // What was in view before is drawn until the list has heard of it.
          for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
        }, top)
    await scrollBy(0)
    const isDrawn = async () => {
      if ((await row(title).count()) > 0) return true
      await scrollBy(250)
      return false
    }
    await expect.poll(isDrawn, { timeout: 10_000 }).toBe(true)
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await browser.openExtensionPage('dashboard.html#/complaints')
    page.setDefaultTimeout(10_000)
    await page.getByText('Nothing waits for a complaint').waitFor()
    await writeSeed(page, await complaintSeed(seedOf(60)))
    await page.reload()
    await page.getByRole('heading', { name: /^Waiting for your decision 60/ }).waitFor()
  })
  afterEach(async () => {
    if (shotsDir) await page.screenshot({ path: `${shotsDir}/end.png` })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('proposals stand with their ground; keys select, choose, accept and undo', async () => {
    await page.getByText('title: pinefall · ships to DE').waitFor()
    await look('waiting')
    await reach('Velmora trail bottle 0')
    await page.getByText('title: velmora · ships to DE').waitFor()
    await row('Velmora trail bottle 0').focus()
    await page.keyboard.press('Space')
    for (let down = 0; down < 9; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await page.getByText('10 selected').waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Right and reason' })
    await dialog.getByLabel('Reason').selectOption({ label: 'Counterfeit Features' })
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Apply to 10 listings' }).press('Enter')
    await toast(page, /10 listings decided: VELMORA word mark/)
    await page.getByRole('heading', { name: 'Waiting for your decision 50' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'Waiting for your decision 60' }).waitFor()
    await reach('Velmora trail bottle 0')
    await row('Velmora trail bottle 0').focus()
    await page.keyboard.press('Space')
    for (let down = 0; down < 9; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await page.keyboard.press('r')
    await dialog.getByLabel('Reason').selectOption({ label: 'Counterfeit Features' })
    await dialog.getByRole('button', { name: 'Apply to 10 listings' }).click()
    await page.getByRole('heading', { name: 'Waiting for your decision 50' }).waitFor()

    // The rest of the same ground, for another reason, in one go.
    await reach('Velmora trail bottle 19')
    const marks = page.getByRole('combobox', { name: 'Reason for VELMORA word mark' })
    await marks.selectOption({ label: 'This model or type does not exist' })
    await page.getByRole('button', { name: /^Accept for all 20: VELMORA/ }).click()
    await page.getByRole('heading', { name: 'Waiting for your decision 30' }).waitFor()
    await reach('Pinefall poster picture 3')
    const photos = page.getByRole('combobox', { name: 'Reason for Catalogue photos 2026' })
    await photos.selectOption({ label: 'Image theft' })
    await page.getByRole('button', { name: /^Accept for all 10: Catalogue photos/ }).click()
    await page.getByRole('heading', { name: 'Waiting for your decision 20' }).waitFor()
    // One reason only is left for a design: it is proposed with it.
    await reach('SnapLid bottle cap 4')
    await row('SnapLid bottle cap 4').focus()
    await page.keyboard.press('Shift+A')
    await page.getByRole('heading', { name: 'Waiting for your decision 10' }).waitFor()
    await page.getByRole('button', { name: 'Choose for all 10…' }).click()
    await dialog.getByLabel('Right').selectOption({ label: 'Trademark: VELMORA word mark' })
    await dialog.getByLabel('Reason').selectOption({ label: 'Keyword misuse' })
    await dialog.getByRole('button', { name: 'Apply to 10 listings' }).click()
    await page.getByText('Every queued listing has a right and a reason.').waitFor()
  })

  test('complaints are cut at the number of the portal and prepared', async () => {
    await page.getByRole('heading', { name: 'To be prepared 5' }).waitFor()
    await page.getByLabel('File at').selectOption({ label: 'Form without account (ten links)' })
    await page.getByRole('heading', { name: 'To be prepared 6' }).waitFor()
    await page.getByText('10 listings · part 2 of 2').waitFor()
    await look('proposed')
    await page.getByRole('button', { name: 'Prepare all 6' }).click()
    await toast(page, /6 drafts prepared/)
    await page.getByRole('heading', { name: 'Drafts 6' }).waitFor()
    expect(await drafts()).toHaveLength(6)
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    expect(new Set(lines.map(({ comId }) => comId)).size).toBe(60)
    const perDraft = Map.groupBy(lines, ({ complaintId }) => complaintId)
    expect([...perDraft.values()].map((own) => own.length)).toEqual(Array(6).fill(10))
    await look('drafts')
  })

  test('a draft says what is open; each point leads to its field, and it becomes ready', async () => {
    await page
      .getByRole('link', { name: /VELMORA word mark · This model or type does not exist/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Open points' }).waitFor()
    await look('draft')
    const points = page.getByRole('complementary', { name: 'Open points' })
    await points.getByRole('button', { name: 'Go to: where the mark appears' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
      .toBe('checkbox')
    await page.keyboard.press('Space')
    await points.getByText('Say where the mark appears.').waitFor({ state: 'detached' })
    await points.getByRole('button', { name: 'Go to: goods and classes' }).click()
    await page.keyboard.press('Space')
    await points.getByRole('button', { name: 'Go to: statement' }).click()
    await page.keyboard.type('Neither we nor a licensed maker ever made this model.')
    await page.getByRole('button', { name: 'Fill in' }).click()
    await expect
      .poll(() => page.getByLabel('Explanation for the portal').inputValue())
      .toContain('Neither we nor a licensed maker')
    await page.getByLabel('I looked: these are not genuine or licensed goods').check()
    await page.getByLabel('Your name').fill('Ines Investigator')
    await page.getByLabel('I declare this').check()
    await page.getByText('Ready', { exact: true }).waitFor()
    await expect.poll(async () => (await drafts()).filter(({ state }) => state === 'ready').length).toBe(1)
    await look('ready')
    // What is changed is checked again.
    await page.getByLabel('I declare this').uncheck()
    await expect.poll(async () => (await drafts()).filter(({ state }) => state === 'ready').length).toBe(0)
    await page.getByLabel('I declare this').check()
    await expect.poll(async () => (await drafts()).filter(({ state }) => state === 'ready').length).toBe(1)
  })

  test('listings are taken back, split off, moved and put back by undo', async () => {
    const first = page.locator('[data-line] input').first()
    await first.focus()
    await page.keyboard.press('Delete')
    await toast(page, /1 listing back in the queue/)
    await page.getByLabel('Select all 9').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByLabel('Select all 10').waitFor()
    await page.locator('[data-line] input').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await page.getByRole('button', { name: 'Split off' }).click()
    await page.getByLabel('Select all 8').waitFor()
    expect(await drafts()).toHaveLength(7)
    await page.keyboard.press('Control+z')
    await page.getByLabel('Select all 10').waitFor()
    await expect.poll(async () => (await drafts()).length).toBe(6)
  })

  test('by key alone listings are put in order, moved into another draft, and drafts joined', async () => {
    const titles = () => page.locator('[data-line] a').allTextContents()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    const [first = '', second = '', third = '', ...rest] = await titles()
    await page.locator('[data-line] input').first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(titles).toEqual([second, first, third, ...rest])
    expect(await focused()).toBe(first)
    await page.keyboard.press('Control+z')
    await expect.poll(titles).toEqual([first, second, third, ...rest])
    await page.locator('[data-line] input').first().focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Move to…' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Draft 1: 10 listings' }).waitFor()
    await page.keyboard.press('Enter')
    await toast(page, /1 listing moved/)
    await page.getByLabel('Select all 9').waitFor()
    // The next listing has the focus, so that the next key goes on with it.
    await expect.poll(focused).toBe(second)
    await page.keyboard.press('Control+z')
    await page.getByLabel('Select all 10').waitFor()
    await page.getByRole('button', { name: 'Join with…' }).press('Enter')
    const choice = page.getByRole('menuitem', { name: /^Draft 1: 10 listings, begun .+20\d\d/ })
    await choice.waitFor()
    // The menu stands under its button, inside the page.
    const [button, shown] = [
      await page.getByRole('button', { name: 'Join with…' }).boundingBox(),
      await page.getByRole('menu').boundingBox(),
    ]
    expect(Math.abs((shown?.x ?? 0) - (button?.x ?? 0))).toBeLessThanOrEqual(1)
    await page.keyboard.press('Enter')
    await page.getByLabel('Select all 20').waitFor()
    // Nobody declared anything of the ten that came.
    expect(await page.getByLabel('I declare this').isChecked()).toBe(false)
    await page.keyboard.press('Control+z')
    await page.getByLabel('Select all 10').waitFor()
    await expect.poll(async () => (await drafts()).length).toBe(6)
  })

  test('a test purchase stands alone, and nothing of it is said of the other listings', async () => {
    const reason = page.getByLabel('Reason', { exact: true })
    await reason.selectOption({ label: 'Test buy' })
    await page.getByLabel('Order number').fill('8123456789012345')
    await page.getByLabel('Ordered on').fill('2026-11-10')
    await page.getByLabel('Received on').fill('2026-11-02')
    const points = page.getByRole('complementary', { name: 'Open points' })
    await points.getByText('The goods were received before they were ordered').waitFor()
    await page.getByLabel('Received on').fill('2026-11-20')
    await points.getByText('The goods were received before').waitFor({ state: 'detached' })
    await points.getByRole('button', { name: 'One complaint each' }).click()
    await page.getByLabel('Select all 1', { exact: true }).waitFor()
    await expect
      .poll(async () => {
        const bought = (await drafts()).filter(({ reasonId }) => reasonId === 'tm-test-buy')
        return bought.map(({ answers }) => answers.testPurchase?.orderNumber ?? '').sort()
      })
      .toEqual([...Array(9).fill(''), '8123456789012345'])
    expect(await page.getByRole('button', { name: 'Join with…' }).count()).toBe(0)
    await look('test-purchase')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByLabel('Select all 10').waitFor()
    await reason.selectOption({ label: 'This model or type does not exist' })
    await expect.poll(async () => (await drafts()).length).toBe(6)
  })

  test('the explanation is written in Chinese from a text, and a text of one’s own is kept', async () => {
    const text = page.getByLabel('Explanation for the portal')
    const declared = page.getByLabel('I declare this')
    await declared.check()
    await page.getByLabel('Language').selectOption('zh')
    // Nobody has declared the Chinese sentence yet.
    await expect.poll(() => declared.isChecked()).toBe(false)
    const before = await text.inputValue()
    await page.getByRole('button', { name: 'Replace the text' }).click()
    await expect.poll(() => text.inputValue()).toMatch(/^Velmora Outdoor GmbH 是注册商标“VELMORA”/)
    // What a person wrote comes back.
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => text.inputValue()).toBe(before)
    await page.getByRole('button', { name: 'Replace the text' }).click()
    await expect.poll(() => text.inputValue()).toMatch(/^Velmora Outdoor GmbH 是注册商标“VELMORA”/)
    await text.fill('{holder}：商标 {mark}，{nothing}')
    await page.getByRole('button', { name: 'Keep as own text' }).click()
    await page.getByLabel('Text to begin with').locator('option', { hasText: 'Own: {holder}' }).waitFor({
      state: 'attached',
    })
    await page.getByRole('button', { name: 'Fill open fields again' }).click()
    await expect.poll(() => text.inputValue()).toBe('Velmora Outdoor GmbH：商标 VELMORA，{nothing}')
    const points = page.getByRole('complementary', { name: 'Open points' })
    await points.getByText('The explanation still holds {nothing}.').waitFor()
    await page.getByText('Fields of own texts').click()
    await look('explanation')
    await page.getByRole('button', { name: 'Remove this own text' }).click()
    await expect.poll(() => page.getByLabel('Text to begin with').locator('option').count()).toBe(1)
  })

  test('one press mends a point for many listings, opens them one after another, and can be undone', async () => {
    await page.getByRole('link', { name: 'All complaints' }).click()
    await page.getByRole('link', { name: /VELMORA word mark · Keyword misuse/ }).click()
    const points = page.getByRole('complementary', { name: 'Open points' })
    await points.getByText('2 listings were already gone').waitFor()
    await look('points')
    await points.getByRole('button', { name: 'Take all 2 out' }).click()
    await page.getByLabel('Select all 8').waitFor()
    await points.getByText('2 listings were already gone').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByLabel('Select all 10').waitFor()
    await points.getByText('2 listings were already gone').waitFor()
    const lacking = points.getByRole('listitem').filter({ hasText: '3 listings have no screenshot' })
    for (const which of ['Open 1 of 3', 'Open 2 of 3', 'Open 3 of 3']) {
      const opened = browser.context.waitForEvent('page')
      await lacking.getByRole('button', { name: which }).click()
      const listing = await opened
      await listing.waitForURL(/aliexpress\.com\/item\/\d+\.html/)
      await listing.close()
    }
  })

  test('a comparison is made by key and pointer, stored and saved as a picture', async () => {
    await page.getByRole('link', { name: 'All complaints' }).click()
    await page.getByRole('link', { name: /VELMORA word mark · Counterfeit Features/ }).click()
    await page.getByRole('link', { name: 'New comparison' }).click()
    await page.getByLabel('Genuine picture').selectOption({ index: 1 })
    await page.getByLabel('Picture of the listing').selectOption({ index: 1 })
    const picture = page.getByRole('img', { name: 'viewport-screenshot.png' })
    await picture.click({ position: { x: 3, y: 3 } })
    await page.keyboard.type('The lid of the genuine one is matt.')
    await page.getByRole('button', { name: 'Add a difference' }).press('Enter')
    await page.keyboard.type('The print is blurred.')
    const marker = page.getByRole('button', { name: /^Difference 2/ })
    await marker.focus()
    const before = await marker.getAttribute('style')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await marker.getAttribute('style')).not.toBe(before)
    await look('comparison')
    // The words of a number stand beside the picture, however long that is.
    const words = await page.getByRole('region', { name: 'Differences' }).boundingBox()
    const besides = await picture.boundingBox()
    expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(besides?.x ?? 0)
    // What was drawn is not lost by a link.
    await page.getByRole('link', { name: 'Back to the complaint' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
    await page.getByRole('button', { name: 'Save as picture' }).click()
    await toast(page, /saved to your downloads/)
    const files = await readdir(browser.downloadsDir, { recursive: true })
    const saved = files.filter((name) => /comparison-\d+\.png$/.test(name))
    expect(saved).toHaveLength(1)
    const png = await readFile(join(browser.downloadsDir, saved[0] ?? ''))
    const { width, height } = decodePng(png)
    expect(width).toBeGreaterThan(1800)
    expect(height).toBeGreaterThan(1000)
    if (shotsDir) await writeFile(`${shotsDir}/export.png`, png)
    await page.getByRole('button', { name: 'Save as PDF' }).click()
    await toast(page, /comparison-\d+\.pdf saved/)
    const pdf = (await readdir(browser.downloadsDir)).find((name) => /comparison-\d+\.pdf$/.test(name)) ?? ''
    const { text } = await readPdf(await readFile(join(browser.downloadsDir, pdf)))
    expect(text).toContain('The lid of the genuine one is matt.')
    expect(text.match(/SHA-256 of the/g)).toHaveLength(2)
    await page.getByRole('button', { name: 'Save the comparison' }).click()
    await page.getByText('2 differences').waitFor()
    await page.getByText('Add a genuine picture beside the listing’s').waitFor({ state: 'detached' })
    await look('draft-compared')
  })

  test('a claim chart goes claim by claim, with the listing’s own pictures', async () => {
    const claims = ['A bottle with a snap ring around its neck.', 'The bottle of claim 1, with a strap.']
    const right = buildPatent({ rightId: 'right-um', label: 'Lid model', kind: 'utility-model', claims })
    const jobs = await browser.readRows<CaptureJob & Record<string, unknown>>('captureJobs')
    const pictured = new Set(
      jobs.filter(({ screenshot }) => screenshot.state === 'saved').map(({ comId }) => comId),
    )
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    const line = lines.find(({ comId }) => pictured.has(comId))
    const [draft] = await drafts()
    const complaintId = newId()
    const own = { complaintId, rightId: 'right-um' }
    const made = { ...draft, ...own, reasonId: 'pt-improper-use', answers: noAnswers('en'), state: 'draft' }
    await writeSeed(page, {
      rights: [right],
      complaints: [made],
      complaintLines: [{ ...line, ...own, lineId: newId(), position: 0 }],
    })
    await page.goto(page.url().replace(/#.*/, `#/complaints/${complaintId}`))
    await page.reload()
    const points = page.getByRole('complementary', { name: 'Open points' })
    await points.getByText('Add an infringement analysis').waitFor()
    await page.getByRole('button', { name: 'Add a row' }).click()
    await page.getByLabel('Claim, row 1').selectOption({ label: `2: ${claims[1]}` })
    await page.getByLabel('Feature, row 1').fill('A strap')
    await page.getByLabel('Where it is seen, row 1').fill('At the neck')
    await page.getByLabel('Picture, row 1').selectOption({ index: 1 })
    await page.getByRole('img', { name: /viewport-screenshot/ }).waitFor()
    await points.getByText('Add an infringement analysis').waitFor({ state: 'detached' })
    await look('claim-chart')
    await expect
      .poll(async () => (await drafts()).find((one) => one.complaintId === complaintId)?.answers.claimChart)
      .toMatchObject([{ claim: 2, feature: 'A strap', seen: 'At the neck' }])
  })

  test('the popup shows what will be one complaint, and leads to the page', async () => {
    const popup = await browser.openExtensionPage('popup.html')
    popup.setDefaultTimeout(10_000)
    await popup.setViewportSize({ width: 560, height: 600 })
    const heads = popup.getByRole('button', { name: /^VELMORA word mark · Counterfeit Features 10/ })
    await heads.waitFor()
    expect(await axeFindingsInBothColours(popup)).toEqual([])
    if (shotsDir) await popup.screenshot({ path: `${shotsDir}/popup.png` })
    // The keys go from the last listing of one complaint to the first of the next.
    const shown = () => popup.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await popup.locator('[data-flag-id] input').first().focus()
    const seen = [await shown()]
    for (let down = 1; down < 12; down++) {
      await popup.keyboard.press('ArrowDown')
      await expect.poll(shown, { timeout: 8000 }).not.toBe(seen.at(-1))
      seen.push(await shown())
    }
    expect(new Set(seen).size).toBe(12)
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Complaints: rights, reasons, drafts' }).click()
    expect((await opened).url()).toMatch(/dashboard\.html#\/complaints$/)
    await (await opened).close()
    await popup.close()
  })

  test('portal rules are edited with clear errors, marked, used and restored', async () => {
    await page.goto(page.url().replace(/#.*/, '#/settings'))
    const rules = page.getByRole('region', { name: 'Portal rules' })
    await rules.getByText('AIDC IP Protection (AliExpress)', { exact: true }).click()
    await look('rules')
    await rules.getByRole('button', { name: 'Edit: Links per complaint' }).first().click()
    const field = rules.getByRole('textbox', { name: 'Links per complaint' })
    await field.fill('none')
    await field.press('Enter')
    await rules.getByText('Enter a number here.').waitFor()
    await field.fill('150')
    await field.press('Enter')
    await rules.getByText('Rules saved.').waitFor()
    await rules.getByText('Rules of 2026-11-23, edited by you').waitFor()
    await rules.getByText('As text (JSON)').click()
    await rules.getByLabel('Rules as JSON').fill('{"version": 1}')
    await rules.getByRole('button', { name: 'Save the text' }).click()
    await rules.getByText(/^At .+/).waitFor()
    await look('rules-edited')
    await page.goto(page.url().replace(/#.*/, '#/complaints'))
    await page.reload()
    await page.getByRole('link', { name: /Keyword misuse/ }).click()
    await page
      .getByLabel('Portal', { exact: true })
      .selectOption({ label: 'AIDC IP Protection (AliExpress)' })
    await page.getByText('150 links per complaint').waitFor()
    await page.goto(page.url().replace(/#.*/, '#/settings'))
    await rules.getByRole('button', { name: 'Restore those that came with Docket' }).click()
    await rules.getByText('The rules that came with Docket stand again.').waitFor()
  })

  test('a flag on a page says at once what speaks for a second look', async () => {
    const rights = await browser.readRows<TrademarkRight>('rights')
    const [listing] = sampleListings()
    const names = [listing?.title.split(' ')[0] ?? '']
    const allowedSellers = [
      {
        sellerId: listing?.seller.sellerId ?? '',
        storeNumber: null,
        name: 'Own shop',
        until: null,
        note: '',
      },
    ]
    await writeSeed(page, {
      rights: rights
        .filter(({ ipType }) => ipType === 'trademark')
        .map((right) => ({ ...right, vocabulary: { names, products: [], goods: [] }, allowedSellers })),
    })
    const item = await browser.openPage(sampleUrls.item(listing?.comId ?? ''))
    await flagItem(item)
    await findByName(item, { name: /check: this seller may sell these goods/ }, 15_000)
    await item.close()
  })

  test('a listing from a list, without any evidence, says in every view what it lacks', async () => {
    const comId = '1005008000000001'
    await page.goto(page.url().replace(/#.*/, '#/quick-entry'))
    await page.getByLabel('Addresses or item numbers, one a line').fill(comId)
    await page.getByRole('button', { name: 'Read the list' }).click()
    await page.getByLabel('Type').selectOption({ label: 'Infringing: trademark' })
    await page.getByLabel('Right').selectOption({ label: 'VELMORA word mark' })
    await page.getByLabel('Reason').selectOption({ label: 'Counterfeit Features' })
    await page.getByRole('button', { name: 'Add 1 listing' }).click()
    await page.getByText('1 listing added to the queue').waitFor()
    await page.getByRole('link', { name: 'All complaints' }).click()
    await page.getByRole('button', { name: /^Prepare VELMORA word mark · Counterfeit/ }).click()
    const line = page.locator('[data-line]').filter({ hasText: `Item ${comId}` })
    await line.getByText('Seller not known · no screenshot · never seen online').waitFor()
    await look('uncaptured')
    // In a narrow window too it can be told from its neighbours.
    await page.setViewportSize({ width: 400, height: 800 })
    const isCut = await line.locator('a').evaluate((link) => link.scrollWidth > link.clientWidth)
    expect(isCut).toBe(false)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.getByRole('link', { name: 'Make pack' }).click()
    await page.getByText(`Item ${comId} has no screenshot.`).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'New comparison' }).click()
    await page.getByText('Nothing was captured of this listing yet.').waitFor()
    await look('uncaptured-comparison')
  })
})
