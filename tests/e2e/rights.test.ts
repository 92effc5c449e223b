import { readdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { noAnswers } from '../../lib/complaints/complaint.ts'
import { defaultPortalRules } from '../../lib/complaints/portal-rules-data.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { axeFindings, axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { readWords } from '../support/evidence-report.ts'
import { chooseIn, type GivenFile, giveFiles, pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { seedPng, writeSeed } from '../support/queue-seed.ts'
import { waitForFile } from '../support/read-pack.ts'
import { buildCopyright, buildHolder, buildPatent, buildTrademark } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** The machine may be busy with other things. */
const patiently = { timeout: 15_000 }

const pdf = (name: string): GivenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7 ${name}`),
})
const png = (name: string, number: number): GivenFile => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(seedPng(number)),
})
const word: GivenFile = {
  name: 'statement.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from('PK\x03\x04 word/document.xml'),
}

/** A page of rights, ready when its heading is there. */
async function openRights(browser: Chromium, hash = '#/rights'): Promise<Page> {
  const page = await browser.openExtensionPage(`dashboard.html${hash}`)
  // A page with unsaved changes asks before it is reloaded or closed.
  page.on('dialog', (dialog) => void dialog.accept())
  // From now on, or the first file dialog may open before it is watched for.
  page.on('filechooser', () => undefined)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const openPoint = (page: Page, message: string | RegExp) =>
  page.getByRole('region', { name: 'Open points' }).getByText(message)

const savedNow = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved / })
    .waitFor()

/** Drops a file onto the field with this button, as dragging it from a folder does. */
const dropOn = (page: Page, button: string, file: GivenFile) =>
  page.getByRole('button', { name: button }).evaluate(
    (element, { name, mimeType, base64 }) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
      for (const type of ['dragover', 'drop']) {
        element.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        )
      }
    },
    { name: file.name, mimeType: file.mimeType, base64: file.buffer.toString('base64') },
  )

/** What is stored, in a fixed order, without the time of the last change and of adding. */
async function storedRights(browser: Chromium) {
  const [holders, rights, blobs] = await Promise.all([
    browser.readRows<Holder>('holders'),
    browser.readRows<Right>('rights'),
    browser.readRows<{ sha256: string }>('blobs'),
  ])
  const plain = (rows: Array<{ changedAtMs: number }>) => rows.map(({ changedAtMs: _at, ...row }) => row)
  return { holders: plain(holders), rights: plain(rights), blobs }
}

const clearRights = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('docket')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const names = ['holders', 'rights', 'blobs']
    const transaction = database.transaction(names, 'readwrite')
    for (const name of names) transaction.objectStore(name).clear()
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    database.close()
  })

/** Exports by the menu; returns where the file lies. */
async function exported(browser: Chromium, page: Page, kind: string, ending: string): Promise<string> {
  const known = await readdir(browser.downloadsDir, { recursive: true })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
  return waitForFile(browser.downloadsDir, known, ending)
}

async function importFile(page: Page, file: string | GivenFile): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
}

describe('rights, entered by keyboard', () => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    page = await openRights(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('begin with a page that says how, and a holder beside the first right', async () => {
    await page.getByRole('heading', { name: 'Rights come first' }).waitFor()
    await pressOn(page, /^T?\s*Trademark\s*New trademark$/)
    await page.getByRole('heading', { name: 'New trademark' }).waitFor()
    await openPoint(page, 'Say who holds the right.').waitFor()
    await pressOn(page, 'New holder')
    const dialog = page.getByRole('dialog', { name: 'New holder' })
    await dialog.waitFor()
    await page.keyboard.type('Velmora Outdoor GmbH')
    await pressOn(page, 'Same as the name')
    await chooseIn(page, 'Country', 'Germany')
    await giveFiles(page, 'Add files: Identity documents', [pdf('register.pdf')])
    await dialog.getByRole('listitem').filter({ hasText: 'register.pdf' }).waitFor()
    await typeInto(page, 'Contact', 'Brand protection')
    await typeInto(page, 'Contact e-mail', 'brand@velmora.example')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => page.getByLabel('Holder').evaluate((list) => list.textContent), patiently)
      .toContain('Velmora')
    expect(await openPoint(page, 'Say who holds the right.').count()).toBe(0)
  })

  test('a trademark takes what its certificate says; a reload in the middle loses nothing', async () => {
    await page.getByLabel('Holder').focus()
    await typeInto(page, 'Name in lists', 'VELMORA, EU')
    await typeInto(page, 'Mark', 'VELMORA')
    await typeInto(page, 'Registration number', 'No. 018000001')
    await openPoint(page, 'Enter the number only, without words or spaces.').waitFor()
    await typeInto(page, 'Registrant', 'Velmora Outdoor GmbH')
    await typeInto(page, 'Office or country of registration', 'EUIPO')
    await tabTo(page, 'Find a class by number or word')
    for (const sought of ['21', 'clothing']) {
      await page.keyboard.type(sought)
      await page.keyboard.press('Enter')
    }
    await typeInto(page, 'In force until', '03312030')
    await tabTo(page, 'Find a country by name or code')
    for (const sought of ['european', 'US']) {
      await page.keyboard.type(sought)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Covers 28 countries').waitFor()
    await page.getByText('No registration in China').waitFor()
    await giveFiles(page, /^Add files: Certificate/, [pdf('certificate.pdf'), word, pdf('classes.pdf')])
    await page
      .getByRole('alert')
      .filter({ hasText: 'statement.docx is a Word file, which the portal refuses' })
      .waitFor()
    await page.getByLabel('What classes.pdf is').selectOption('pages')
    await dropOn(page, 'Add pictures: Reference pictures', png('bottle.png', 1))
    await page.getByRole('listitem').filter({ hasText: 'bottle.png' }).waitFor()
    await tabTo(page, 'Brand names')
    await page.keyboard.type('Velmora')
    await page.keyboard.press('Enter')
    await page.keyboard.type('维尔莫拉')
    await pressOn(page, 'Add a seller')
    await tabTo(page, 'Name, for you')
    await page.keyboard.type('Own store')

    await page.reload()
    await page.getByText('These changes were not saved. They are as you left them.').waitFor()
    expect(await page.getByLabel('Brand names').inputValue()).toBe('Velmora\n维尔莫拉')
    expect(await page.getByLabel('In force until').inputValue()).toBe('2030-03-31')
    await page.getByRole('button', { name: 'Remove 25 Clothing' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'bottle.png' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('what is wrong is not saved and says why; each open point leads to its field', async () => {
    await page.keyboard.press('ControlOrMeta+s')
    await page
      .getByRole('alert')
      .filter({ hasText: 'Enter the seller number or the store number.' })
      .waitFor()
    expect(await browser.readRows('rights')).toEqual([])
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), patiently)
      .toBe('field-allowedSellers-0-sellerId')
    await page.keyboard.type('2679000001')
    await openPoint(page, 'Enter the number only, without words or spaces.').click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patiently).toBe('field-number')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('018000001')
    await page.keyboard.press('ControlOrMeta+s')
    await savedNow(page)
    await page.getByRole('heading', { name: 'VELMORA, EU' }).waitFor()
    expect(await browser.readRows('rights')).toMatchObject([
      {
        ipType: 'trademark',
        mark: 'VELMORA',
        number: '018000001',
        niceClasses: [21, 25],
        territory: ['EU', 'US'],
        validUntil: '2030-03-31',
        documents: [
          { name: 'certificate.pdf', kind: 'certificate' },
          { name: 'classes.pdf', kind: 'pages' },
        ],
        references: [{ name: 'bottle.png', mediaType: 'image/png' }],
        vocabulary: { names: ['Velmora', '维尔莫拉'] },
        allowedSellers: [{ sellerId: '2679000001', storeNumber: null, name: 'Own store' }],
      },
    ])
    await page.reload()
    await page.getByRole('heading', { name: 'VELMORA, EU' }).waitFor()
    expect(await page.getByText('These changes were not saved').count()).toBe(0)
    await openPoint(page, 'This right is not marked as verified on the portal.').waitFor()
  })

  test('a file is shown in a tab of its own', async () => {
    const shown = browser.context.waitForEvent('page')
    await page.getByRole('button', { name: 'View bottle.png' }).click()
    const tab = await shown
    await tab.waitForURL(/^blob:chrome-extension:/)
    expect(await tab.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
    await tab.close()
  })

  test('an unregistered work rests on a statement that Docket drafts and the person signs', async () => {
    await page.goto(page.url().replace(/#.*/, '#/rights/new?type=copyright'))
    await page.getByRole('heading', { name: 'New copyright' }).waitFor()
    await page.getByLabel('Name in lists').focus()
    await typeInto(page, 'Title of the work', 'Catalogue photos')
    await chooseIn(page, 'Kind of work', 'Photo')
    await typeInto(page, 'Author', 'A. Photographer')
    await typeInto(page, 'Owner of the work', 'Velmora Outdoor GmbH')
    await typeInto(page, 'First published at (web address)', 'velmora.example/bottles')
    await typeInto(page, 'Country of the work or its registration', 'Germany')
    await giveFiles(page, 'Add the file: Signed Copyright Claim Statement', [word])
    await page.getByRole('alert').filter({ hasText: 'Save it as PDF and add that' }).waitFor()
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByRole('alert').filter({ hasText: 'web address that begins with https' }).waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('https://velmora.example/bottles')
    await page.keyboard.press('ControlOrMeta+s')
    await savedNow(page)
    await page.getByRole('link', { name: 'Draft the statement' }).click()
    await page.getByRole('heading', { name: '著作权声明书' }).waitFor()
    await page.getByRole('definition').filter({ hasText: 'A. Photographer' }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    const known = await readdir(browser.downloadsDir, { recursive: true })
    await page.getByRole('button', { name: 'Save as text' }).click()
    const text = await readFile(await waitForFile(browser.downloadsDir, known, '.txt'), 'utf8')
    expect(text).toContain('Title of the work: Catalogue photos')
    expect(text).toContain('作品名称：Catalogue photos')
    const before = await readdir(browser.downloadsDir, { recursive: true })
    await page.getByRole('button', { name: 'Save as PDF' }).click()
    const pdfFile = await waitForFile(browser.downloadsDir, before, '.pdf')
    const words = await readWords(await readFile(pdfFile))
    // Each language is signed for itself, on a page of its own.
    const onPage = (wanted: string) => [
      ...new Set(words.filter((word) => word.text.includes(wanted)).map(({ pageNumber }) => pageNumber)),
    ]
    expect([onPage('Signature'), onPage('签字或盖章'), onPage('地点及日期')]).toEqual([[1], [2], [2]])
    await page.getByRole('link', { name: 'Back to the right' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), patiently)
      .toBe('field-claimStatement')
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles([pdf('signed.pdf')])
    await page.getByRole('listitem').filter({ hasText: 'signed.pdf' }).waitFor()
    expect(await openPoint(page, /Copyright Claim Statement as PDF/).count()).toBe(0)
    await page.keyboard.press('ControlOrMeta+s')
    await savedNow(page)
  })

  test('a patent has claims or views, and an agent a power of attorney', async () => {
    await page.goto(page.url().replace(/#.*/, '#/rights/new?type=patent'))
    await page.getByRole('heading', { name: 'New patent' }).waitFor()
    await page.getByLabel('Name in lists').focus()
    await chooseIn(page, 'Kind', 'Utility')
    await typeInto(page, 'Title', 'Bottle lid')
    await typeInto(page, 'Registration number', 'ZL202420000001.X')
    await typeInto(page, 'Patent holder', 'Velmora Outdoor GmbH')
    await typeInto(page, 'Office or country of registration', 'CNIPA')
    await typeInto(page, 'Filing or priority date', '05012024')
    for (const [at, claim] of ['A bottle with a lid.', 'The bottle of claim 1, with a strap.'].entries()) {
      await pressOn(page, 'Add a claim')
      await page.getByLabel(`Claim ${at + 1}`, { exact: true }).waitFor()
      await page.keyboard.type(claim)
    }
    await giveFiles(page, 'Add the file: Evaluation report (China)', [pdf('evaluation.pdf')])
    await tabTo(page, 'Find a country by name or code')
    await page.keyboard.type('CN')
    await page.keyboard.press('Enter')
    await chooseIn(page, 'You are', 'An agent')
    await openPoint(page, 'Add the power of attorney').waitFor()
    await giveFiles(page, 'Add the file: Power of attorney', [pdf('power.pdf')])
    await page.getByRole('listitem').filter({ hasText: 'power.pdf' }).waitFor()
    await typeInto(page, 'Power of attorney ends on', '12312029')
    await chooseIn(page, 'State', 'Verified')
    await page.keyboard.press('ControlOrMeta+s')
    await savedNow(page)
    const rights = await browser.readRows<Right>('rights')
    expect(rights.find(({ ipType }) => ipType === 'patent')).toMatchObject({
      kind: 'utility-model',
      claims: ['A bottle with a lid.', 'The bottle of claim 1, with a strap.'],
      evaluationReport: { name: 'evaluation.pdf' },
      powerOfAttorney: { name: 'power.pdf' },
      powerOfAttorneyUntil: '2029-12-31',
      territory: ['CN'],
      portal: { state: 'verified' },
    })
  })

  test('leaving with unsaved changes asks, by link and by the browser’s button', async () => {
    await page.getByLabel('Name in lists').fill('Another name')
    await page.getByRole('link', { name: 'All rights' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save the changes?' })
    await dialog.getByRole('button', { name: 'Stay' }).click()
    expect(await page.getByLabel('Name in lists').inputValue()).toBe('Another name')
    await page.evaluate(() => history.back())
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('heading', { name: 'Bottle lid' }).waitFor({ state: 'detached' })
    await page.goto(page.url().replace(/#.*/, '#/rights'))
    await page.getByRole('link', { name: 'Bottle lid' }).click()
    await page.getByLabel('Name in lists').fill('Lid, China')
    await page.getByRole('link', { name: 'All rights' }).click()
    await dialog.getByRole('button', { name: 'Save and leave' }).click()
    await page.getByRole('heading', { name: 'Rights', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Lid, China' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('the list is narrowed by text, type and state', async () => {
    const names = () =>
      page.getByRole('list', { name: 'Rights' }).getByRole('listitem').getByRole('link').allTextContents()
    expect(await names()).toEqual(['Catalogue photos', 'Lid, China', 'VELMORA, EU'])
    await page.getByLabel('Search rights').fill('维尔莫拉')
    await expect.poll(names, patiently).toEqual(['VELMORA, EU'])
    await page.getByLabel('Search rights').fill('')
    await page.getByLabel('State on the portal').selectOption('verified')
    await expect.poll(names, patiently).toEqual(['Lid, China'])
    await page.getByLabel('Type', { exact: true }).selectOption('copyright')
    await page.getByText('No right fits this search.').waitFor()
    await page.getByRole('button', { name: 'Show all rights' }).click()
    await expect.poll(names, patiently).toHaveLength(3)
  })

  test('an export holds everything: wiped and imported again, all is as it was', async () => {
    const before = await storedRights(browser)
    expect([before.holders.length, before.rights.length, before.blobs.length]).toEqual([1, 3, 7])
    const file = await exported(browser, page, 'ZIP with all files', '.zip')
    await page.getByRole('status').filter({ hasText: 'It holds identity documents' }).waitFor()
    await clearRights(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Rights come first' }).waitFor()
    await importFile(page, file)
    await page.getByText('New: 3 rights, 1 holder').waitFor()
    const named = await page.getByRole('dialog').getByText('Lid, China').textContent()
    expect(named?.split(' · ').sort()).toEqual([
      'Catalogue photos',
      'Lid, China',
      'VELMORA, EU',
      'Velmora Outdoor GmbH',
    ])
    expect(await axeFindings(page, '[role=dialog]')).toEqual([])
    expect(await browser.readRows('rights')).toEqual([])
    await page.getByRole('button', { name: 'Import 4 entries' }).click()
    await page.getByText('4 entries imported.').waitFor()
    expect(await storedRights(browser)).toEqual(before)
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'VELMORA, EU' }).click()
    await page.getByLabel('Registrant').fill('Someone else')
    await page.keyboard.press('ControlOrMeta+s')
    await savedNow(page)
    await page.getByRole('link', { name: 'All rights' }).click()
    await importFile(page, file)
    await page.getByText('3 entries the same as stored').waitFor()
    await page.getByText('differs in registrant').waitFor()
    expect(await page.getByRole('button', { name: 'Import 0 entries' }).isDisabled()).toBe(true)
    await page.getByLabel('Replace VELMORA, EU').check()
    await page.getByRole('button', { name: 'Import 1 entry' }).click()
    await page.getByText('1 entry imported.').waitFor()
    expect(await storedRights(browser)).toEqual(before)
    await page.keyboard.press('Escape')
  })

  test('spreadsheets of the fields come back the same; a bad row stops the whole file', async () => {
    const before = await storedRights(browser)
    for (const [kind, ending] of [
      ['Spreadsheet of the fields (XLSX)', '.xlsx'],
      ['Spreadsheet of the fields (CSV)', '.csv'],
    ] as const) {
      const file = await exported(browser, page, kind, ending)
      await importFile(page, file)
      await page.getByText('3 entries the same as stored').waitFor()
      await page.getByText('The file has nothing that is not stored already.').waitFor()
      await page.keyboard.press('Escape')
    }
    const rows =
      'holder,type,kind,role,international,mark,nice_classes\nVelmora Outdoor GmbH,trademark,word,owner,no,TRAILFLOW,21\nVelmora Outdoor GmbH,trademark,word,owner,no,VELMO,99\n'
    await importFile(page, { name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.getByText('Row 3: "nice_classes" must be numbers from 1 to 45').waitFor()
    expect(await axeFindings(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
    await importFile(page, {
      name: 'evil.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\x03\x04 no zip'),
    })
    await page.getByText('This is no export of rights as Docket writes it').waitFor()
    await page.keyboard.press('Escape')
    expect(await storedRights(browser)).toEqual(before)
  })

  test('what is in use stays, with the reason; what is removed takes its files along', async () => {
    const rights = await browser.readRows<Right>('rights')
    const mark = rights.find(({ ipType }) => ipType === 'trademark')
    const complaint: Complaint = {
      complaintId: 'complaint-1',
      portalId: 'aidc-ipp',
      platformId: 'aliexpress',
      rightId: mark?.rightId ?? '',
      complaintType: 'product-listing',
      reasonId: 'tm-counterfeit-features',
      state: 'draft',
      answers: noAnswers('en'),
      caseNumber: null,
      filedOn: null,
      note: '',
      createdAtMs: 0,
      changedAtMs: 0,
    }
    await writeSeed(page, { complaints: [complaint] })
    const remove = async (name: string) => {
      await page.getByRole('button', { name: `Remove ${name}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    }
    await remove('VELMORA, EU')
    await page
      .getByRole('status')
      .filter({ hasText: 'A complaint rests on this right, so it stays.' })
      .waitFor()
    await remove('Velmora Outdoor GmbH')
    await page.getByRole('status').filter({ hasText: 'Rights belong to this holder.' }).waitFor()
    await remove('Lid, China')
    await page.getByRole('status').filter({ hasText: 'Lid, China removed.' }).waitFor()
    await expect.poll(async () => (await browser.readRows('blobs')).length, patiently).toBe(5)
    expect(await browser.readRows('rights')).toHaveLength(2)
  })

  test('steps on the portal are ticked off and remembered', async () => {
    await page.getByRole('link', { name: 'Portal steps' }).click()
    await page.getByRole('heading', { name: 'Portal steps' }).waitFor()
    await page.getByRole('checkbox', { name: 'Done: Register' }).check()
    await page.getByRole('status').filter({ hasText: '1 of 9 done' }).waitFor()
    await expect
      .poll(async () => JSON.stringify(await browser.readRows('meta')), patiently)
      .toContain('portalSteps')
    await page.reload()
    expect(await page.getByRole('checkbox', { name: 'Done: Register' }).isChecked()).toBe(true)
    await page.getByRole('link', { name: /^Open the portal: https:\/\// }).waitFor()
    // Rules that the person corrected count here too.
    const [portal, ...others] = defaultPortalRules.portals
    const address = { ...portal?.address, value: 'https://moved.example/ipp' }
    const rules = { ...defaultPortalRules, portals: [{ ...portal, address }, ...others] }
    await writeSeed(page, { meta: [{ key: 'portalRules', rules }] })
    await page.reload()
    await page.getByRole('link', { name: 'Open the portal: https://moved.example/ipp' }).waitFor()
  })

  test('an ended Chinese right is none, and an ended permission says that it has ended', async () => {
    const china = buildTrademark({ rightId: 'right-cn', label: 'VELMORA, China', territory: ['CN'] })
    const advice = page.getByText(/^None of your trademarks/)
    for (const [validUntil, count] of [
      ['2020-12-31', 1],
      ['2099-12-31', 0],
    ] as const) {
      const until = {
        sellerId: '2679000001',
        storeNumber: null,
        name: 'Own shop',
        note: '',
        until: validUntil,
      }
      await writeSeed(page, { rights: [{ ...china, validUntil, allowedSellers: [until] }] })
      await page.goto(page.url().replace(/#.*/, '#/rights'))
      await page.reload()
      await page.getByRole('link', { name: 'VELMORA, China' }).waitFor()
      expect(await advice.count()).toBe(count)
      await page.getByRole('link', { name: 'VELMORA, China' }).click()
      await page.getByLabel('Store number').waitFor()
      expect(await page.getByText('This permission has ended').count()).toBe(count)
    }
  })
})

describe('axe-core finds nothing', () => {
  let server: SampleServer
  let browser: Chromium
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port })
    const page = await openRights(browser)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await writeSeed(page, {
      holders: [buildHolder(), buildHolder({ holderId: 'holder-2', kind: 'person', name: 'Jane Doe' })],
      rights: [
        buildTrademark({ territory: ['EU'], isInternational: true, validUntil: inDays(5) }),
        buildCopyright({ isRegistered: false, portal: { state: 'pending', since: null, note: '' } }),
        buildPatent({ label: '', number: '', kind: 'invention', claims: ['A lid.'], role: 'agent' }),
      ],
    })
    await page.close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test.each([
    ['the list', '#/rights'],
    ['a trademark', '#/rights/right-tm?field=right.classes'],
    ['a work', '#/rights/right-cr'],
    ['a patent', '#/rights/right-pt'],
    ['a new right', '#/rights/new?type=trademark'],
    ['a holder', '#/rights/holders/holder-2'],
    ['a new holder', '#/rights/holders/new'],
    ['a statement', '#/rights/right-cr/statement'],
    ['the steps', '#/rights/steps'],
    ['a right that is gone', '#/rights/right-9'],
  ])('on %s, also at 400 pixels, and nothing is cut off there', async (_, hash) => {
    const page = await openRights(browser, hash)
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.close()
  })

  test('in menus and dialogs', async () => {
    const page = await openRights(browser)
    await page.getByRole('button', { name: 'New right' }).click()
    await page.getByRole('menu').waitFor()
    expect(await axeFindingsInBothColours(page, '[role=menu]')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove VELMORA word mark' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await axeFindingsInBothColours(page, '[role=dialog]')).toEqual([])
    await page.close()
    const form = await openRights(browser, '#/rights/right-tm')
    await form.getByRole('button', { name: 'New holder' }).click()
    await form.getByRole('dialog').waitFor()
    expect(await axeFindingsInBothColours(form, '[role=dialog]')).toEqual([])
    await form.close()
  })

  test('in the popup, which says what ends soonest and leads to its date', async () => {
    const popup = await browser.openExtensionPage('popup.html')
    await popup.getByText('VELMORA word mark ends in 5 days.').waitFor()
    expect(await axeFindingsInBothColours(popup)).toEqual([])
    const opened = browser.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Open', exact: true }).click()
    const page = await opened
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), patiently)
      .toBe('field-validUntil')
  })
})
