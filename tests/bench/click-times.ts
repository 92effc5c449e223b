import type { Page, Worker } from 'playwright-core'
import { clickByName, findByName } from '../support/accessible.ts'
import { openChromium } from '../support/browser.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type Figure, median, ms, quantile, times } from './statistics.ts'

/** Wall-clock milliseconds at which the flag and its screenshot were found committed. */
interface Stored {
  flagMs: number
  screenshotMs: number
}

/** In the page: when the last click happened, and how long until the frame that shows its effect was painted. */
const watchClicks = () => {
  const clicks = { atMs: 0, paintedAfterMs: [] as number[] }
  Object.defineProperty(window, 'clicks', { value: clicks })
  addEventListener('click', (event) => (clicks.atMs = performance.timeOrigin + event.timeStamp), true)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'click') clicks.paintedAfterMs.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** In the background: looks every two milliseconds until there are `count` flags and as many saved screenshots. */
function whenStored(worker: Worker, count: number): Promise<Stored> {
  return worker.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const rest = () => new Promise((resolve) => setTimeout(resolve, 2))
    const until = Date.now() + 20_000
    const reached = async (done: () => Promise<boolean>) => {
      while (!(await done())) {
        if (Date.now() > until)
          throw new Error(`After 20 s there are not yet ${wanted} flags with screenshots.`)
        await rest()
      }
      return performance.timeOrigin + performance.now()
    }
    const flagMs = await reached(
      async () => (await settled(database.transaction('flags').objectStore('flags').count())) >= wanted,
    )
    const screenshotMs = await reached(async () => {
      const jobs = database.transaction('captureJobs').objectStore('captureJobs')
      return (await settled(jobs.index('screenshot.state').count('saved'))) >= wanted
    })
    database.close()
    return { flagMs, screenshotMs }
  }, count)
}

/** Beside it: one bare strict commit, and one bare screenshot, by the browser alone. */
function baselines(worker: Worker): Promise<{ commitMs: number; shotMs: number }> {
  return worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bench-baseline', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('rows')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const commitStart = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put({ at: Date.now() }, 'row')
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    const commitMs = performance.now() - commitStart
    database.close()
    await new Promise((resolve) => setTimeout(resolve, 700))
    const shotStart = performance.now()
    await chrome.tabs.captureVisibleTab({ format: 'png' })
    return { commitMs, shotMs: performance.now() - shotStart }
  })
}

type Clicks = { atMs: number; paintedAfterMs: number[] }
const clicksOf = (page: Page) => page.evaluate(() => Reflect.get(window, 'clicks') as Clicks)

/** Beside it: a click on a word of the page itself that changes that word. */
async function bareClicks(page: Page, count = 12): Promise<number[]> {
  await page.evaluate(() => {
    const word = document.querySelector('.hx_sort b')
    word?.addEventListener('click', () => word.replaceChildren(word.textContent === 'A' ? 'B' : 'A'))
  })
  for (let click = 0; click < count; click++) {
    await page.locator('.hx_sort b').click()
    await page.waitForTimeout(250)
  }
  return (await clicksOf(page)).paintedAfterMs
}

async function clickCard(page: Page, index: number): Promise<void> {
  const within = await pointAtCard(page, index)
  const search = { role: 'button', name: /^Flag as trademark infringement/, within }
  await findByName(page, search)
  await page.waitForTimeout(350)
  await clickByName(page, search)
}

/** From the click on a card's control to what the person sees, to the commit, to the stored screenshot. */
export async function measureClicks(extensionDir: string, clicks = 24): Promise<Figure[]> {
  const server = await startSampleServer({ results: { rendered: 60 } })
  const browser = await openChromium({ port: server.port, extensionDir, grantAllUrls: true })
  const [visible, durable, photographed]: [number[], number[], number[]] = [[], [], []]
  const bare: number[] = []
  const plain: Array<{ commitMs: number; shotMs: number }> = []
  try {
    const page = await browser.context.newPage()
    await page.addInitScript(watchClicks)
    await page.goto(sampleUrls.results, { waitUntil: 'load' })
    const besides = await browser.context.newPage()
    await besides.addInitScript(watchClicks)
    await besides.goto(sampleUrls.results, { waitUntil: 'load' })
    bare.push(...(await bareClicks(besides)))
    await besides.close()
    await page.bringToFront()
    const worker = await browser.serviceWorker()
    // The first click fills caches and is not counted.
    for (let click = 0; click <= clicks; click++) {
      const [{ flagMs, screenshotMs }] = await Promise.all([
        whenStored(worker, click + 1),
        clickCard(page, click),
      ])
      await page.waitForTimeout(700)
      const seen = await clicksOf(page)
      if (click === 0) continue
      visible.push(seen.paintedAfterMs.at(-1) ?? Number.NaN)
      durable.push(flagMs - seen.atMs)
      photographed.push(screenshotMs - seen.atMs)
      if (click % 3 === 0) plain.push(await baselines(worker))
      await page.waitForTimeout(700)
    }
  } finally {
    await browser.close()
    await server.close()
  }
  const both = (values: number[]) => `${ms(median(values))} / ${ms(quantile(values, 0.95))}`
  const baseline = (name: 'commitMs' | 'shotMs') => median(plain.map((sample) => sample[name]))
  return [
    {
      what: `click → visible state change (p50 / p95 of ${clicks})`,
      measured: both(visible),
      budget: '≤ 50 ms',
      beside: times(median(visible), median(bare), 'a click on a word of the page'),
    },
    {
      what: 'click → flag durable (p50 / p95)',
      measured: both(durable),
      budget: '≤ 300 ms p95',
      beside: times(median(durable), baseline('commitMs'), 'a bare strict commit'),
    },
    {
      what: 'click → viewport screenshot stored (p50 / p95)',
      measured: both(photographed),
      budget: '≤ 1,500 ms p95',
      beside: times(median(photographed), baseline('shotMs'), 'a bare screenshot'),
    },
  ]
}
