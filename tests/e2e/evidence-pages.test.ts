import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '../../lib/core/observation.ts'
import { axeFindingsInBothColours } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { chequered, evidenceSeed, goTo, openSeededDashboard, textBytes } from '../support/evidence-seed.ts'
import { gatheredCapture } from '../support/gathered-capture.ts'
import { focusedName } from '../support/popup-page.ts'
import { queueSeed, repeatedSeed } from '../support/queue-seed.ts'
import { buildListing } from '../support/records.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

let server: SampleServer
beforeAll(async () => {
  server = await startSampleServer()
})
afterAll(async () => {
  await server?.close()
})

/** As snapshots are stored: everything lies within, as `data:`. */
async function storedPage(): Promise<string> {
  const font = await readFile(
    'node_modules/@fontsource/sarabun/files/sarabun-latin-400-normal.woff2',
    'base64',
  )
  const face = `@font-face { font-family: own; src: url("data:font/woff2;base64,${font}") } h1 { font-family: own }`
  return `<!doctype html><html lang="en"><title>x</title><style>${face}</style><main><h1>Stored</h1></main>`
}

describe('every page of evidence', () => {
  let browser: Chromium
  let page: Page
  let captureId: string

  beforeAll(async () => {
    browser = await openChromium({ port: server.port })
    const rows = await evidenceSeed(async (house) => {
      captureId = await gatheredCapture(
        house,
        {
          'page-snapshot': [
            {
              name: 'page-snapshot.html',
              mediaType: 'text/html',
              bytes: textBytes(await storedPage()),
            },
          ],
          'page-state': [
            {
              name: 'page-state.json',
              mediaType: 'application/json',
              bytes: textBytes('{"a":{"b":[1,"c"]}}'),
            },
          ],
          mhtml: [{ name: 'page.mhtml', mediaType: 'multipart/related', bytes: textBytes('From: <Saved>') }],
          'product-images': [1, 2].map((number) => ({
            name: `product-image-0${number}.png`,
            mediaType: 'image/png',
            bytes: chequered(200, 200, number),
          })),
          'full-page-screenshot': [
            { name: 'full-page-screenshot.png', mediaType: 'image/png', bytes: chequered(900, 2400, 3) },
          ],
        },
        { isSealed: false },
        chequered(1366, 768, 4),
      )
      await house.evidence.savePageData(
        captureId,
        {
          pageData: buildListing('1005007000000001', { title: found('Another', 'data call') }),
          disagreements: [
            {
              field: 'title',
              shown: 'Velmora style trail bottle 750 ml',
              stated: 'Another',
              statedBy: 'data-call',
            },
          ],
        },
        5,
      )
      const failed = await gatheredCapture(house, {}, { comId: '1005007000000003', isSealed: false })
      const failure = { code: 'page-gone', message: 'The page was left. Open the listing to complete it.' }
      await house.database.captureJobs.update(failed, (job) => {
        job.parts.mhtml = { state: 'failed', tries: 3, failure, problems: [], artefacts: [] }
      })
      await house.database.incidents.add({
        ...{ incidentId: 'one', atMs: Date.now(), doing: 'flag.create', failure, pageUrl: null },
      })
    })
    page = await browser.openExtensionPage('dashboard.html#/evidence')
    await openSeededDashboard(page, rows, '#/evidence')
    await page.locator('[data-capture-id]').first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test('has no flaw that axe finds: the list, chosen rows, keys, and nothing found', async () => {
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('1 selected').waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect(await axeFindingsInBothColours(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Show' }).selectOption('incomplete')
    await page.getByRole('status').filter({ hasText: '1 of 2 captures found' }).waitFor()
    await page.getByRole('combobox', { name: 'Show' }).selectOption('imported')
    await page.getByRole('status').filter({ hasText: 'No capture is like that.' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
  })

  test('every part of a capture, and what verifying and deleting show', async () => {
    // Seals what is due.
    await goTo(page, `#/export?type=undecided&pack=evidence&capture=${captureId}`)
    await page.getByRole('heading', { name: 'Evidence of 1 listing exported' }).waitFor({ timeout: 20_000 })
    await goTo(page, `#/evidence/${captureId}`)
    for (const part of ['Pictures', 'Page', 'Statements', 'Record']) {
      await page.getByRole('tab', { name: part }).click()
      await page.getByRole('tabpanel', { name: part }).locator('h2').first().waitFor()
      expect(await axeFindingsInBothColours(page), part).toEqual([])
    }
    await page.getByRole('button', { name: 'Verify now' }).click()
    await page.getByRole('heading', { name: 'Everything is as it was sealed' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Delete the files…' }).click()
    await page.getByText(/^Goes for good: 7 files/).waitFor()
    expect(await axeFindingsInBothColours(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await page.getByRole('button', { name: /^Product picture 1/ }).click()
    await page.getByRole('dialog', { name: 'Product picture 1' }).getByRole('img').waitFor()
    expect(await axeFindingsInBothColours(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('the stored page is drawn with the fonts that lie in it', async () => {
    await goTo(page, `#/evidence/${captureId}?part=page`)
    const frame = page.frameLocator('iframe[title="Stored page"]')
    await frame.getByRole('heading', { name: 'Stored' }).waitFor()
    const states = () =>
      frame.locator('h1').evaluate((heading) => [...heading.ownerDocument.fonts].map(({ status }) => status))
    await expect.poll(states).toEqual(['loaded'])
  })

  test('says what is missing and why, and what to do', async () => {
    await goTo(page, '#/evidence')
    await page.locator('[data-capture-id]').filter({ hasText: '1005007000000003' }).getByRole('link').click()
    await page.getByText('MHTML: The page was left. Open the listing to complete it.').waitFor()
    await page.getByText(/^Interrupted; missing: MHTML$/).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
  })

  test('how the storage stands, settings and help; the places of the navigation, Back, and an address that is none', async () => {
    await goTo(page, '#/evidence/storage')
    await page.getByRole('row', { name: 'All 8' }).waitFor()
    await page.getByRole('button', { name: 'Verify everything' }).click()
    await page.getByText('2 captures and the ledger are as they were sealed').waitFor()
    await page.getByText(/^Last looked through on .+: 2 captures, no flaw\.$/).waitFor()
    await page.getByText('while: flag.create').waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
    const navigation = page.getByRole('navigation', { name: 'Places of Docket' })
    for (const [place, heading] of [
      ['Settings', 'Settings'],
      ['Help', 'Welcome to Docket'],
    ] as const) {
      await navigation.getByRole('link', { name: place }).click()
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      expect(await navigation.locator('[aria-current=page]').textContent()).toBe(place)
      expect(await page.title()).toBe(`${place} – Docket`)
      expect(await axeFindingsInBothColours(page)).toEqual([])
    }
    await page.goBack()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await goTo(page, '#/evidence/01ARZ3NDEKTSV4RRFFQ69G5FAV')
    await page.getByRole('heading', { name: 'No such capture' }).waitFor()
    expect(await axeFindingsInBothColours(page)).toEqual([])
  })

  test('fits a narrow window: nothing is cut off', async () => {
    await page.setViewportSize({ width: 400, height: 800 })
    for (const hash of [
      '#/evidence',
      `#/evidence/${captureId}?part=record`,
      '#/evidence/storage',
      '#/settings',
    ]) {
      await goTo(page, hash)
      await page.locator('h1').waitFor()
      await page.waitForTimeout(300)
      const room = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        // The places of the dashboard are all in view: a bar to scroll them by is none that anybody finds.
        const places = document.querySelector('header nav')
        return Math.max(scrollWidth - clientWidth, places ? places.scrollWidth - places.clientWidth : 1)
      })
      expect(room, hash).toBe(0)
      expect(await axeFindingsInBothColours(page), hash).toEqual([])
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})

/** Times are benched, not asserted: few rows drawn, both ends reachable, everything found and chosen. */
test('2,000 captures stay a list of a few drawn rows', async () => {
  const browser = await openChromium({ port: server.port })
  const seed = await queueSeed([
    { title: 'Bottle', storeName: 'Pinefall Outdoor Store' },
    { title: 'Photo', screenshot: 'no-permission' },
  ])
  const rows = repeatedSeed(seed, 2000)
  const page = await browser.openExtensionPage('dashboard.html#/evidence')
  await openSeededDashboard(page, rows, '#/evidence')
  await page.getByText('2,000 captures').waitFor()
  const drawn = page.locator('[data-capture-id]')
  expect(await drawn.count()).toBeLessThan(40)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedName(page)).toBe('Select Bottle')
  await page.keyboard.press('End')
  await expect.poll(() => focusedName(page)).toBe('Select Photo')
  const place = await page.evaluate(() => {
    const row = document.activeElement?.closest('li')
    return [row?.getAttribute('aria-posinset'), row?.getAttribute('aria-setsize')]
  })
  expect(place).toEqual(['2000', '2000'])
  expect(await drawn.count()).toBeLessThan(40)
  await page.keyboard.press('Home')
  await expect.poll(() => focusedName(page)).toBe('Select Bottle')
  await page.keyboard.press('Control+a')
  await page.getByText('2,000 selected').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('1005007000001984')
  await page.getByRole('status').filter({ hasText: '1 of 2,000 captures found' }).waitFor()
  await page.getByRole('textbox', { name: 'Search the evidence' }).fill('pinefall')
  await page.getByRole('status').filter({ hasText: '1,000 of 2,000 captures found' }).waitFor()
  await page.getByRole('textbox', { name: 'Search the evidence' }).fill('')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('unsealed')
  await page.getByRole('status').filter({ hasText: '2,000 of 2,000 captures found' }).waitFor()
  await browser.close()
})
