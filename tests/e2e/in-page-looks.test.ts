import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findByName } from '../support/accessible.ts'
import { openChromium } from '../support/browser.ts'
import { decodePng } from '../support/decode-png.ts'
import { flagCard, pointAtCard } from '../support/drive-docket.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'

const mainName = /^Flag as trademark infringement: /

type Rgb = [number, number, number]

/** WCAG 2.2, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** What is seen in a box of the page: its commonest colour, and the greatest contrast that anything has to it. */
async function looksOf(page: Page, box: { x: number; y: number; width: number; height: number }) {
  // Without its round ends, where the picture below shows.
  const inner = { x: box.x + 8, y: box.y + 3, width: box.width - 16, height: box.height - 6 }
  const { rgb } = decodePng(await page.screenshot({ clip: inner }))
  const counts = new Map<string, number>()
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = [rgb[at], rgb[at + 1], rgb[at + 2]].join()
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const colours = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => text.split(',').map(Number) as Rgb)
  const ground = luminance(colours[0] ?? [0, 0, 0])
  const contrasts = colours.map((colour) => {
    const other = luminance(colour)
    return (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05)
  })
  return { ground, contrast: Math.max(...contrasts) }
}

async function inShop(
  options: { colorScheme: 'light' | 'dark'; narrow: boolean },
  act: (page: Page) => Promise<void>,
) {
  const server = await startSampleServer({ results: { narrow: options.narrow } })
  const browser = await openChromium({ port: server.port, colorScheme: options.colorScheme })
  try {
    await act(await browser.openPage(sampleUrls.results))
  } finally {
    await browser.close()
    await server.close()
  }
}

describe('the looks of the controls in the page', () => {
  test.each([
    { colorScheme: 'light', isLight: true },
    { colorScheme: 'dark', isLight: false },
  ] as const)('are $colorScheme where the person set it so, and their words stand out', async (scheme) => {
    await inShop({ colorScheme: scheme.colorScheme, narrow: false }, async (page) => {
      const card = await pointAtCard(page, 0)
      const plain = await findByName(page, { role: 'button', name: mainName, within: card })
      // Away from the control: under the pointer it looks otherwise.
      await page.mouse.move(2, 2)
      const unjudged = await looksOf(page, plain.box ?? card)
      expect(unjudged.ground > 0.5).toBe(scheme.isLight)
      expect(unjudged.contrast).toBeGreaterThanOrEqual(4.5)
      const flagged = await flagCard(page, 0)
      await page.mouse.move(2, 2)
      expect((await looksOf(page, flagged)).contrast).toBeGreaterThanOrEqual(4.5)
    })
  })

  test('in a narrow card stay inside the picture, and can be read', async () => {
    await inShop({ colorScheme: 'light', narrow: true }, async (page) => {
      const flagged = await flagCard(page, 1)
      const picture = await page
        .locator('.search-item-card-wrapper-gallery')
        .nth(1)
        .locator('img')
        .first()
        .boundingBox()
      if (!picture) throw new Error('The narrow card shows no picture.')
      const more = await findByName(page, { role: 'button', name: /^More for: /, within: { ...picture } })
      expect(flagged.x).toBeGreaterThanOrEqual(picture.x)
      expect((more.box?.x ?? Number.NaN) + (more.box?.width ?? Number.NaN)).toBeLessThanOrEqual(
        picture.x + picture.width,
      )
      await page.mouse.move(2, 2)
      expect((await looksOf(page, flagged)).contrast).toBeGreaterThanOrEqual(4.5)
    })
  })
})
