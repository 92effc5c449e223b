import type { Page } from 'playwright-core'
import type { Chromium } from './browser.ts'
import { type SeedRows, writeSeed } from './queue-seed.ts'

/** The popup in a tab of the popup's size, with these rows in the database. */
export async function openSeededPopup(browser: Chromium, rows: SeedRows | null): Promise<Page> {
  const page = await browser.openExtensionPage('popup.html')
  await page.setViewportSize({ width: 560, height: 600 })
  if (!rows) return page
  await page.getByRole('heading', { name: 'Nothing queued yet' }).waitFor()
  await writeSeed(page, rows)
  await page.reload()
  await page.locator('[data-flag-id]').first().waitFor()
  return page
}

/** The titles of the rows that are drawn, by group. */
export const shownTitles = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('main section:has(h2)')].map((section) => [
        section.getAttribute('aria-label')?.replace(/ listings$/, '') ?? '',
        [...section.querySelectorAll('[data-flag-id] a')].map((link) => link.textContent ?? ''),
      ]),
    ),
  )

/** What the keyboard would reach now: the accessible name of the focused element. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  )
