import type { Page } from 'playwright-core'

/** What a person does without a mouse: Tab to a control by its name, then type. */

/** Accessible name of the focused element, near enough: its label, its aria-label, its text. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element) return ''
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    return (
      element.getAttribute('aria-label') ??
      (labels.map((label) => label.textContent).join(' ') || element.textContent || '')
    ).trim()
  })

/**
 * Presses Tab until the control with this name has the focus.
 * @throws Error with the names that came by where it is not reached within `limit` presses
 */
export async function tabTo(page: Page, name: string | RegExp, limit = 60): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < limit; presses++) {
    const current = await focusedName(page)
    if (presses > 0 && (typeof name === 'string' ? current === name : name.test(current))) return
    passed.push(current)
    await page.keyboard.press('Tab')
  }
  throw new Error(`"${name}" is not reached by ${limit} presses of Tab: ${passed.join(' → ')}`)
}

/** Tabs to a field and types into it, in place of what stands there. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Tabs to a control and presses Enter. */
export async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Tabs to a list and chooses by typing the beginning of an entry. */
export async function chooseIn(page: Page, name: string | RegExp, beginning: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(beginning)
}

/** A file as the browser's dialog hands it over. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Tabs to a button that opens the browser's file dialog, and chooses these files. */
export async function giveFiles(page: Page, name: string | RegExp, files: GivenFile[]): Promise<void> {
  await tabTo(page, name)
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(files)
}
