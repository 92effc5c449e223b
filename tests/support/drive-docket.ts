import { readdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'
import { cardBox, clickByName, findByName } from './accessible.ts'
import type { Chromium } from './browser.ts'
import { waitForPack } from './read-pack.ts'

/** What a person does with Docket, as steps for tests and for the tour: by real mouse, by the names of the controls. */

const flagName = /^Flag as (trademark|copyright|patent) infringement/
const flaggedName = /^(Trademark|Copyright|Patent): flagged as/

/** A click that comes sooner after a control appeared is refused as not a person's; see clickjack-guard.ts. */
const humanPauseMs = 350

/** Points at a card as a person does, so that its control is there. Returns the card's place. */
export async function pointAtCard(page: Page, index: number, selector?: string): Promise<Box> {
  const card = await cardBox(page, index, selector)
  const [x, y] = [card.x + card.width / 2, card.y + Math.min(card.height / 3, 120)]
  await page.mouse.move(x - 4, y - 4)
  await page.mouse.move(x, y)
  return card
}

/** Flags the card with this index by one click and waits until it says so. Returns the control's place. */
export async function flagCard(page: Page, index: number, selector?: string): Promise<Box> {
  const card = await pointAtCard(page, index, selector)
  await findByName(page, { role: 'button', name: flagName, within: card })
  await page.waitForTimeout(humanPauseMs)
  await clickByName(page, { role: 'button', name: flagName, within: card })
  const flagged = await findByName(page, { role: 'button', name: flaggedName, within: card })
  return flagged.box ?? card
}

/** Flags the listing of an item page (or open product modal) in the bar by its title. */
export async function flagItem(page: Page): Promise<void> {
  const trademark = { role: 'button', name: /^Flag as trademark infringement/ }
  await page.mouse.move(300, 300)
  await page.mouse.move(310, 306)
  await findByName(page, trademark, 10_000)
  await page.waitForTimeout(humanPauseMs)
  await clickByName(page, trademark)
  await findByName(page, { role: 'button', name: /^Trademark: flagged as trademark/ })
}

/** Waits until `count` screenshots are stored; returns the capture jobs. */
export async function waitForScreenshots(
  browser: Chromium,
  count: number,
  timeoutMs = 15_000,
): Promise<CaptureJob[]> {
  const deadline = Date.now() + timeoutMs
  while (true) {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const saved = jobs.filter(({ screenshot }) => screenshot.state === 'saved').length
    if (saved >= count) return jobs
    if (Date.now() > deadline) {
      const states = jobs.map(
        ({ comId, screenshot }) => `${comId}: ${JSON.stringify(screenshot).slice(0, 200)}`,
      )
      throw new Error(`Only ${saved} of ${count} screenshots were stored. ${states.join('; ')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The popup in a tab of the popup's size, ready when its first group is there. */
export async function openPopup(browser: Chromium): Promise<Page> {
  const popup = await browser.openExtensionPage('popup.html')
  await popup.setViewportSize({ width: 560, height: 600 })
  await popup
    .getByRole('button', { name: /^Export .+ as ZIP$/ })
    .first()
    .waitFor()
  return popup
}

/** Exports a group from the popup; returns where the ZIP lies and the page that reports on it. */
export async function exportGroup(
  browser: Chromium,
  popup: Page,
  group: string,
): Promise<{ file: string; page: Page }> {
  const known = await readdir(browser.downloadsDir, { recursive: true })
  const opened = browser.context.waitForEvent('page')
  await popup.getByRole('button', { name: `Export ${group} as ZIP` }).click()
  const page = await opened
  await page.getByText(/listings? exported$/).waitFor()
  return { file: await waitForPack(browser.downloadsDir, known), page }
}
