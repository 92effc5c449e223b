import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core finds against WCAG 2.2 A and AA and its best practices, one sentence for each place.
 * `within` (a selector) looks at that part alone: axe takes what an open menu lies over for too small to click.
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(await source)
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(selector ?? document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`),
    )
  }, within)
}

/**
 * The same in light and in dark colours, with the colour before each finding. A story is told once so, not once a
 * colour. Leaves the page light.
 */
export async function axeFindingsInBothColours(page: Page, within?: string): Promise<string[]> {
  const findings: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    // A colour on its way from one to the other has neither's contrast.
    await page.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((animation) => animation instanceof CSSTransition)
          .map((animation) => animation.finished.catch(() => undefined)),
      ),
    )
    findings.push(...(await axeFindings(page, within)).map((finding) => `${colorScheme}: ${finding}`))
  }
  return findings
}
