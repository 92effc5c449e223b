import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { complaintSeed, seedOf } from '../support/complaint-seed.ts'
import { writeSeed } from '../support/queue-seed.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

const shots = process.env.DOCKET_SHOTS
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let server: SampleServer
  let browser: Chromium
  let page: Page

  beforeAll(async () => {
    server = await startSampleServer()
    browser = await openChromium({ port: server.port, colorScheme })
    page = await browser.openExtensionPage('dashboard.html#/complaints')
    await page.getByText('Nothing waits for a complaint').waitFor()
    await writeSeed(page, await complaintSeed(seedOf(60)))
    await page.reload()
    await page.getByRole('heading', { name: /^Waiting for your decision/ }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('proposals stand with their ground', async () => {
    await shoot(page, `waiting-${colorScheme}`)
    await page.getByText('title: velmora · ships to DE').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})
