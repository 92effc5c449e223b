import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { FollowUp } from '../../lib/complaints/follow-up.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { focusedName } from '../support/popup-page.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { buildAnswers } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { attachSidePanel, isPanelShown } from '../support/side-panel.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS
const portalUrl = 'https://ipp.aidcgroup.net/'
const portalForm = `<!doctype html><html lang="en"><title>Portal</title>
  <label>Field <textarea rows="8" cols="60"></textarea></label></html>`
const explanation =
  'The goods bear our mark without permission. Ночь 夜 العلامة “quoted” — and are not genuine.'

const toast = (page: Page, text: RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor()

const seed = () =>
  deskSeed([
    { listings: 12, answers: buildAnswers({ explanation }) },
    { listings: 3, reasonId: 'tm-model-does-not-exist', state: 'draft', answers: buildAnswers() },
    { listings: 12, portalId: 'web-form', reasonId: 'tm-unfair-use', state: 'draft' },
    { listings: 1, rightId: 'right-cr', reasonId: 'cr-art-work' },
  ])

describe('the filing desk', () => {
  let server: SampleServer
  let browser: Chromium
  let desk: Page
  let portal: Page

  /** Looks at a view of 360 pixels: no finding of axe, nothing cut off. */
  const look = async (name: string) => {
    expect(await axeFindingsInBothColours(desk)).toEqual([])
    const overhang = () => desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overhang()).toBeLessThanOrEqual(0)
    if (!shotsDir) return
    await desk.screenshot({ path: `${shotsDir}/desk-${name}.png`, fullPage: true })
  }
  /** What the clipboard holds, as the portal's form gets it. */
  const pasted = async (): Promise<string> => {
    await portal.bringToFront()
    const field = portal.getByLabel('Field')
    await field.fill('')
    await field.focus()
    await portal.keyboard.press('Control+v')
    return field.inputValue()
  }
  const copied = async (name: string): Promise<string> => {
    await desk.bringToFront()
    await desk.getByRole('button', { name: `Copy: ${name}`, exact: true }).click()
    await desk
      .getByRole('status')
      .filter({ hasText: `Copied: ${name}` })
      .waitFor()
    return pasted()
  }
  const complaints = () => browser.readRows<Complaint>('complaints')
  const choose = (label: RegExp) =>
    desk.getByLabel('On the desk').evaluate(
      (list, [source]) => {
        const select = list as HTMLSelectElement
        const option = [...select.options].find(({ text }) => new RegExp(source ?? '').test(text))
        if (!option) throw new Error(`No choice is like ${source}: ${select.textContent}`)
        select.value = option.value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      },
      [label.source],
    )

  beforeAll(async () => {
    server = await startSampleServer()
    server.setPage(portalUrl, portalForm)
    browser = await openChromium({ port: server.port })
    desk = await browser.openExtensionPage('sidepanel.html')
    desk.setDefaultTimeout(10_000)
    await desk.setViewportSize({ width: 360, height: 760 })
    await desk.getByRole('heading', { name: 'No complaint yet' }).waitFor()
    await look('empty')
    await writeSeed(desk, await seed())
    await desk.reload()
    await desk.getByRole('heading', { name: 'The form, from top to bottom' }).waitFor()
    portal = await browser.openPage(portalUrl)
  })
  afterEach(async () => {
    if (shotsDir) await desk.screenshot({ path: `${shotsDir}/desk-end.png` })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('what is ready lies on it first, its fields in the order of the form', async () => {
    const choice = await desk.getByLabel('On the desk').evaluate((list) => {
      const select = list as HTMLSelectElement
      return { chosen: select.selectedOptions[0]?.text, first: select.querySelector('optgroup')?.label }
    })
    expect(choice).toEqual({
      chosen: 'VELMORA word mark · Counterfeit Features (12 listings)',
      first: 'Ready to be filed',
    })
    await desk.getByText('Nothing blocks it.').waitFor()
    const names = await desk.locator('ol > li h3').allTextContents()
    expect(names).toEqual([
      ...['Platform', 'Type of right', 'Number of the right', 'Complaint type', 'Reason'],
      ...['Links · 12 links', 'Explanation', 'Files'],
    ])
    await look('ready')
  })

  test('one click copies a field, and the portal gets exactly that', async () => {
    expect(await copied('Number of the right')).toBe('018000001')
    expect(await copied('Reason')).toBe('Counterfeit Features')
    expect(await copied('Explanation')).toBe(explanation)
    const links = (await copied('Links')).split('\n')
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    const [first] = (await complaints()).sort((one, other) => one.createdAtMs - other.createdAtMs)
    const own = lines
      .filter(({ complaintId }) => complaintId === first?.complaintId)
      .sort((one, other) => one.position - other.position)
    expect(links).toEqual(own.map(({ comId }) => `https://www.aliexpress.com/item/${comId}.html`))
  })

  test('by keys alone: Space ticks, Enter copies; ticks outlive the desk, until the field changes', async () => {
    await desk.bringToFront()
    const tick = (name: string) => desk.getByRole('checkbox', { name: `Done: ${name}` })
    await tick('Platform').focus()
    await desk.keyboard.press('Space')
    await desk.getByText('1 of 8 done').waitFor()
    await desk.keyboard.press('Tab')
    expect(await focusedName(desk)).toBe('Copy: Platform')
    await desk.keyboard.press('Enter')
    await desk.getByRole('status').filter({ hasText: 'Copied: Platform' }).waitFor()
    expect(await focusedName(desk)).toBe('Copied: Platform')
    expect(await pasted()).toBe('AliExpress')
    await desk.bringToFront()
    await tick('Explanation').check()
    await desk.getByText('2 of 8 done').waitFor()
    await desk.reload()
    await desk.getByText('2 of 8 done').waitFor()
    expect(await tick('Explanation').isChecked()).toBe(true)
    await look('ticked')

    const [first] = (await complaints()).sort((one, other) => one.createdAtMs - other.createdAtMs)
    const page = await browser.openExtensionPage(`dashboard.html#/complaints/${first?.complaintId}`)
    await page.getByLabel('Explanation for the portal').fill(`${explanation} More.`)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.close()
    await desk.getByText('Changed since you ticked it. Put it in again.').waitFor()
    expect(await tick('Explanation').isChecked()).toBe(false)
    await desk.getByText('1 of 8 done').waitFor()
  })

  test('files are saved under their names, one or all, and a picture can be dragged out', async () => {
    await desk.bringToFront()
    await desk.getByText('Drag a picture').scrollIntoViewIfNeeded()
    const picture = desk.getByRole('img', { name: /^comparison-\d+-1\.png$/ })
    await picture.waitFor()
    const saved = async () => readdir(browser.downloadsDir, { recursive: true })
    await desk.getByRole('button', { name: /^Save comparison-/ }).click()
    await toast(desk, /saved to your downloads/)
    const name = (await saved()).find((one) => /^comparison-\d+-1\.png$/.test(one)) ?? ''
    expect((await stat(join(browser.downloadsDir, name))).size).toBeGreaterThan(10_000)
    await desk.evaluate(() => {
      addEventListener('dragstart', ({ dataTransfer }) => {
        const dragged = { types: dataTransfer?.types, address: dataTransfer?.getData('DownloadURL') }
        document.body.dataset.dragged = JSON.stringify(dragged)
      })
    })
    await picture.dragTo(desk.getByRole('checkbox', { name: 'Done: Files' }))
    const dragged = JSON.parse((await desk.evaluate(() => document.body.dataset.dragged)) ?? 'null')
    expect(dragged.types).toContain('Files')
    expect(dragged.address).toMatch(/^image\/png:comparison-\d+-1\.png:blob:/)
    await desk.getByText('Screenshots of the 12 listings').click()
    await desk
      .getByRole('button', { name: /^Save \d+_1\.png$/ })
      .first()
      .click()
    await toast(desk, /_1\.png saved/)
    await look('files')
  })

  test('what blocks a draft stands first and leads to its page', async () => {
    await choose(/This model or type/)
    await desk.getByText('One thing blocks it.').waitFor()
    await desk.getByText('State that this model was never made.').waitFor()
    await desk.getByText('Not known yet. Enter it on the complaint’s page.').waitFor()
    await look('blocked')
    const opened = browser.context.waitForEvent('page')
    await desk.getByRole('button', { name: 'Mend it on the complaint’s page' }).click()
    const page = await opened
    await page.getByRole('heading', { name: /This model or type does not exist/ }).waitFor()
    await page.close()
  })

  test('links are cut as the form takes them, and a form without account asks for more', async () => {
    await choose(/Unfair Use/)
    await desk.getByRole('heading', { name: 'Links, part 2 of 2 (2)' }).waitFor()
    expect((await copied('Links, part 1 of 2 (10)')).split('\n')).toHaveLength(10)
    expect((await copied('Links, part 2 of 2 (2)')).split('\n')).toHaveLength(2)
    expect(await copied('Complainant')).toBe('Velmora Outdoor GmbH')
    expect(await copied('Declaration')).toMatch(
      /I act for Velmora Outdoor GmbH.*\nInes Investigator, 2026-11-25$/,
    )
    await look('web-form')
    await desk.bringToFront()
    await desk.getByRole('button', { name: 'Save all 2 to your downloads' }).click()
    await toast(desk, /certificate\.pdf was not saved: .* 1 file saved to “Docket complaint/)
    const saved = await readdir(browser.downloadsDir, { recursive: true })
    expect(saved.filter((one) => /^Docket complaint \w+\/genuine\.png$/.test(one))).toHaveLength(1)
    await desk.getByRole('button', { name: 'Dismiss' }).click()
  })

  test('the real panel opens by a click beside the page, with that complaint on it', async () => {
    await desk.goto('about:blank')
    const [, second] = (await complaints()).sort((one, other) => one.createdAtMs - other.createdAtMs)
    const page = await browser.openExtensionPage(`dashboard.html#/complaints/${second?.complaintId}`)
    expect(await isPanelShown(browser)).toBe(false)
    await page.getByRole('button', { name: 'File it beside the portal' }).click()
    await expect.poll(() => isPanelShown(browser), { timeout: 10_000 }).toBe(true)
    const panel = await attachSidePanel(browser)
    const shown = () =>
      panel.evaluate<string | null>(`document.querySelector('select')?.selectedOptions[0]?.text ?? null`)
    await expect.poll(shown, { timeout: 10_000 }).toMatch(/This model or type does not exist/)
    await panel.clickButton('Copy: Reason')
    await expect
      .poll(() => panel.evaluate('document.querySelector("main > [role=status]").textContent'))
      .toBe('Copied: Reason')
    expect(await pasted()).toBe('This model or type does not exist')
    await panel.evaluate('setTimeout(() => window.close())')
    await panel.detach().catch(() => undefined)
    await expect.poll(() => isPanelShown(browser), { timeout: 10_000 }).toBe(false)
    await page.close()

    const popup = await browser.openExtensionPage('popup.html')
    await popup.getByRole('button', { name: 'Filing desk beside the page' }).click()
    await expect.poll(() => isPanelShown(browser), { timeout: 10_000 }).toBe(true)
    const again = await attachSidePanel(browser)
    await again.evaluate('setTimeout(() => window.close())')
    await again.detach().catch(() => undefined)
    await expect.poll(() => isPanelShown(browser), { timeout: 10_000 }).toBe(false)
    await popup.close()
    await desk.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  })

  test('filed: with case number and date its lines are filed, and the queue is free of them', async () => {
    await choose(/Counterfeit Features/)
    const opened = browser.context.waitForEvent('page')
    await desk.getByRole('link', { name: 'Open AIDC IP Protection (AliExpress)' }).click()
    const form = await opened
    expect(form.url()).toBe('https://ipp.aidcgroup.net/#/ippHome')
    await form.close()
    await desk.bringToFront()
    await desk.getByRole('button', { name: 'Mark as filed' }).click()
    await desk.getByText('Enter the case number that the portal gave.').waitFor()
    await desk.getByLabel('Case number').fill(' IPP-2026-0001 ')
    await desk.getByLabel('Filed on').fill('')
    await desk.getByRole('button', { name: 'Mark as filed' }).click()
    await desk.getByText('Enter the day on which you filed it.').waitFor()
    await look('refused')
    await desk.getByLabel('Filed on').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
    await desk.getByLabel('Note').fill('Second form of the morning')
    // The panel closes with a click: what was typed is there when it opens again.
    await desk.reload()
    await expect.poll(() => desk.getByLabel('Case number').inputValue()).toBe(' IPP-2026-0001 ')
    expect(await desk.getByLabel('Note').inputValue()).toBe('Second form of the morning')
    await desk.getByRole('button', { name: 'Mark as filed' }).press('Enter')
    await toast(desk, /Filed. 12 listings left the queue./)
    await look('filed')
    const filed = (await complaints()).find(({ state }) => state === 'filed')
    expect(filed).toMatchObject({ caseNumber: 'IPP-2026-0001', note: 'Second form of the morning' })
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    expect(lines.filter(({ state }) => state === 'filed')).toHaveLength(12)
    const flags = await browser.readRows<FlagRow>('flags')
    const gone = flags.filter(({ filedIn }) => filedIn === filed?.complaintId)
    expect(gone.map(({ queueGroup }) => queueGroup)).toEqual(Array(12).fill(undefined))
    const worker = await browser.serviceWorker()
    const queued = flags.filter(({ queueGroup }) => queueGroup !== undefined).length
    await expect
      .poll(() => worker.evaluate(() => chrome.action.getBadgeText({})), { timeout: 10_000 })
      .toBe(String(queued))
    await desk.getByRole('button', { name: /^Next: Catalogue photos 2026/ }).waitFor()
  })

  test('what was entered is corrected, or taken back, and filed again', async () => {
    const queued = async () =>
      (await browser.readRows<FlagRow>('flags')).filter(({ queueGroup }) => queueGroup !== undefined).length
    const before = await queued()
    await desk.getByRole('button', { name: 'Correct number or day' }).click()
    const form = desk.getByRole('form', { name: 'Correct number or day' })
    await form.getByLabel('Case number').fill('')
    await form.getByRole('button', { name: 'Save the correction' }).click()
    await form.getByText('Enter the case number that the portal gave.').waitFor()
    await form.getByLabel('Case number').fill('IPP-2026-0002')
    await look('correct')
    await form.getByRole('button', { name: 'Save the correction' }).click()
    await desk.getByText(/^Filed on .* as case IPP-2026-0002\.$/).waitFor()
    expect(await queued()).toBe(before)
    await desk.getByRole('button', { name: 'Not filed after all' }).click()
    await desk.getByText('12 listings wait in the queue.').waitFor()
    await look('not-filed')
    await desk.getByRole('button', { name: 'Take it back' }).click()
    await toast(desk, /A draft again. 12 listings wait in the queue./)
    await expect.poll(queued).toBe(before + 12)
    await desk.getByLabel('Case number').fill('IPP-2026-0001')
    await desk.getByRole('button', { name: 'Mark as filed' }).click()
    await desk.getByText(/^Filed on .* as case IPP-2026-0001\.$/).waitFor()
    expect(await queued()).toBe(before)
  })

  test('a counter-notice is entered with its clocks, answered on the same desk, and closed', async () => {
    await desk.getByRole('button', { name: 'Enter a counter-notice' }).click()
    const form = desk.getByRole('form', { name: 'Enter a counter-notice' })
    await form.getByRole('button', { name: 'Enter it' }).click()
    await form.getByText('Choose at least one listing that it is about.').waitFor()
    await form.getByLabel('Find by number or title').fill('Velmora')
    await form.getByLabel('Find by number or title').press('Enter')
    await form.getByLabel('Contract or invoice').check()
    await form.getByLabel('What the seller says').fill('Bought from your distributor in May.')
    await look('counter-notice')
    await form.getByRole('button', { name: 'Enter it' }).click()
    await desk.getByRole('heading', { name: /^Counter-notice of .*, 1 listing$/ }).waitFor()
    await desk.getByText('Answer by', { exact: true }).waitFor()
    await desk.getByText('Court or agency complaint by (China)').waitFor()
    await desk.getByText(/normally for more than 20 pieces/).waitFor()
    await desk.getByRole('textbox', { name: 'Your answer' }).fill('The invoice names another model.')
    const stored = async () => (await browser.readRows<FollowUp>('followUps'))[0]
    await expect.poll(async () => (await stored())?.answer).toBe('The invoice names another model.')
    expect(await copied('Case number')).toBe('IPP-2026-0001')
    expect(await copied('Your answer')).toBe('The invoice names another model.')
    expect((await copied('Links')).split('\n')).toHaveLength(1)
    await desk.bringToFront()
    await look('answer')
    await desk.reload()
    expect(await desk.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe(
      'The invoice names another model.',
    )
    await desk.getByRole('button', { name: 'Mark as answered' }).click()
    await desk.getByText(/^Answered on .*: rejected\.$/).waitFor()
    expect(await stored()).toMatchObject({ kind: 'counter-notice', state: 'rejected' })
    await look('answered')
    await desk.getByRole('button', { name: 'The complaint', exact: true }).click()
    await desk.getByRole('button', { name: /^Counter-notice of .*rejected$/ }).waitFor()

    await desk.getByRole('button', { name: 'Enter a decision to appeal' }).click()
    await desk.getByLabel('All listings of the complaint').check()
    await desk.getByLabel('What the portal decided').fill('Evidence not sufficient.')
    await desk.getByRole('button', { name: 'Enter it' }).click()
    await desk.getByText('Appeal by (EU)').waitFor()
    await desk.getByLabel('Left as decided').check()
    await desk.getByRole('button', { name: 'Mark as answered' }).click()
    await desk.getByText(/^Answered on .*: left as decided\.$/).waitFor()
  })
})
