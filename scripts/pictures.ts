/** `npm run pictures`: the README's pictures, taken from the running extension on the sample pages. */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { findByName } from '../tests/support/accessible.ts'
import { type Chromium, openChromium } from '../tests/support/browser.ts'
import { builtExtension, repositoryRoot } from '../tests/support/built-extension.ts'
import {
  exportGroup,
  flagCard,
  flagItem,
  openPopup,
  pointAtCard,
  waitForScreenshots,
} from '../tests/support/drive-docket.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { waitForParts } from '../tests/support/full-page.ts'
import { startSampleServer } from '../tests/support/sample-server.ts'
import { sampleListings } from '../tests/support/sample-site/catalogue.ts'
import { sampleUrls } from '../tests/support/sample-site/sample-site.ts'

const folder = join(repositoryRoot, '.github', 'pictures')
const most = 200_000

async function keep(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  const { size } = await stat(path)
  console.log(`${relative(repositoryRoot, path)}  ${(size / 1000).toFixed(0)} kB`)
  if (size > most) throw new Error(`${name}.png has ${size} bytes; a README picture may have ${most}.`)
}

/** Judges a card by the key of a person who points at it. */
async function judgeByKey(page: Page, card: number, key: string): Promise<void> {
  await pointAtCard(page, card)
  await page.waitForTimeout(400)
  await page.keyboard.press(key)
  await page.waitForTimeout(1600)
}

async function takePictures(browser: Chromium): Promise<void> {
  const results = await browser.openPage(sampleUrls.results)
  await flagCard(results, 0)
  await waitForScreenshots(browser, 1)
  await judgeByKey(results, 1, 'c')
  await judgeByKey(results, 2, 'l')
  await judgeByKey(results, 3, 'g')
  await waitForScreenshots(browser, 3)
  await pointAtCard(results, 0)
  await results.waitForTimeout(500)
  await keep(results, 'results')

  const comId = sampleListings()[7]?.comId ?? ''
  const item = await browser.openPage(sampleUrls.item(comId))
  await flagItem(item)
  await waitForScreenshots(browser, 4)
  await waitForParts(browser, comId)
  await findByName(item, { name: /Evidence complete/ })
  await item.waitForTimeout(500)
  await keep(item, 'item')

  const popup = await openPopup(browser)
  await popup.waitForTimeout(800)
  await keep(popup, 'popup')
  const { page } = await exportGroup(browser, popup, 'Trademark')
  await page.setViewportSize({ width: 1000, height: 760 })
  await keep(page, 'export')
}

if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}
await mkdir(folder, { recursive: true })
const server = await startSampleServer()
const downloads = await mkdtemp(join(tmpdir(), 'Downloads-'))
const browser = await openChromium({
  port: server.port,
  extensionDir: await builtExtension('chrome'),
  grantAllUrls: true,
  downloadsDir: join(downloads, 'Downloads'),
  colorScheme: 'light',
  viewport: { width: 1280, height: 720 },
})
try {
  await takePictures(browser)
} finally {
  await browser.close()
  await server.close()
  await rm(downloads, { recursive: true, force: true })
}
