import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintLine } from '../../lib/complaints/complaint.ts'
import type { FlagRow } from '../../lib/storage/database.ts'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { deskSeed } from '../support/desk-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { buildAnswers } from '../support/rights.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** A folder for pictures of every view, to be looked at. */
const shotsDir = process.env.DOCKET_SHOTS
const toast = (page: Page, text: RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor()

describe.each(['light', 'dark'] as const)('the filing desk, in %s colours', (colorScheme) => {
  let server: SampleServer
  let browser: Chromium
  let desk: Page

  const look = async (name: string) => {
    expect(await axeFindings(desk)).toEqual([])
    expect(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    if (shotsDir)
      await desk.screenshot({ path: `${shotsDir}/desk-${name}-${colorScheme}.png`, fullPage: true })
  }

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, colorScheme })
    desk = await browser.openExtensionPage('sidepanel.html')
    desk.setDefaultTimeout(10_000)
    await desk.setViewportSize({ width: 360, height: 760 })
    await desk.getByRole('heading', { name: 'No complaint yet' }).waitFor()
    await look('empty')
    await writeSeed(
      desk,
      await deskSeed([
        { listings: 12 },
        {
          listings: 3,
          reasonId: 'tm-model-does-not-exist',
          state: 'draft',
          answers: buildAnswers({ explanation: '' }),
        },
        { listings: 4, rightId: 'right-cr', reasonId: 'cr-art-work' },
      ]),
    )
    await desk.reload()
    await desk.getByRole('heading', { name: 'The form, from top to bottom' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('what is ready lies on it first, and what was filed leaves the queue', async () => {
    await look('ready')
    await desk.getByLabel('Case number').fill('IPP-2026-0001')
    await desk.getByRole('button', { name: 'Mark as filed' }).click()
    await toast(desk, /12 listings left the queue/)
    await look('filed')
    const [filed] = (await browser.readRows<Complaint>('complaints')).filter(({ state }) => state === 'filed')
    expect(filed).toMatchObject({ caseNumber: 'IPP-2026-0001' })
    const lines = await browser.readRows<ComplaintLine>('complaintLines')
    expect(lines.filter(({ state }) => state === 'filed')).toHaveLength(12)
    const flags = await browser.readRows<FlagRow>('flags')
    expect(flags.filter(({ filedIn }) => filedIn === filed?.complaintId)).toHaveLength(12)
  })
})
