import type { Page } from 'playwright-core'
import { type Chromium, openChromium } from '../support/browser.ts'
import { flagCard, waitForScreenshots } from '../support/drive-docket.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { seedQueue } from './seed-queue.ts'
import { type Figure, median, ms, quantile, times } from './statistics.ts'

/** Notes when the first seeded row has been painted, in milliseconds since the navigation began. */
const watchFirstRow = () => {
  const shown = { atMs: 0 }
  Object.defineProperty(window, 'firstRow', { value: shown })
  const look = () => {
    if (/Seeded listing/.test(document.body?.textContent ?? '')) {
      requestAnimationFrame(() => setTimeout(() => (shown.atMs = performance.now())))
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function popupMs(browser: Chromium): Promise<number> {
  const page = await browser.context.newPage()
  await page.addInitScript(watchFirstRow)
  await page.goto(`chrome-extension://${browser.extensionId}/popup.html`)
  await page.waitForFunction(() => (Reflect.get(window, 'firstRow') as { atMs: number }).atMs > 0)
  const atMs = await page.evaluate(() => (Reflect.get(window, 'firstRow') as { atMs: number }).atMs)
  await page.close()
  return atMs
}

/** An extension page that shows nothing, from the navigation to its first frame: what no popup can go below. */
async function emptyPageMs(browser: Chromium): Promise<number> {
  const page: Page = await browser.openExtensionPage('manifest.json')
  const atMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
      ),
  )
  await page.close()
  return atMs
}

/** From opening the popup to its first listing on the screen, with 1,000 listings in the queue. */
export async function measurePopup(extensionDir: string, runs = 12): Promise<Figure[]> {
  const server = await startSampleServer()
  const browser = await openChromium({ port: server.port, extensionDir, grantAllUrls: true })
  try {
    const results = await browser.openPage(sampleUrls.results)
    await flagCard(results, 0)
    await waitForScreenshots(browser, 1)
    await results.close()
    const seeding = await browser.openExtensionPage('manifest.json')
    await seedQueue(seeding, 1000)
    await seeding.close()
    const [ours, empty]: [number[], number[]] = [[], []]
    for (let run = 0; run <= runs; run++) {
      const [popup, plain] = [await popupMs(browser), await emptyPageMs(browser)]
      if (run > 0) {
        ours.push(popup)
        empty.push(plain)
      }
    }
    return [
      {
        what: 'popup usable with 1,000 queued (p50 / p95)',
        measured: `${ms(median(ours))} / ${ms(quantile(ours, 0.95))}`,
        budget: '≤ 200 ms',
        beside: times(median(ours), median(empty), 'an empty page'),
      },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
