import type { CDPSession, Page } from 'playwright-core'
import { openChromium } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type Figure, median, ms } from './statistics.ts'

/** Main-thread time of one page, milliseconds since it was asked for. */
interface Cost {
  idleTaskMs: number
  actedTaskMs: number
  actedScriptMs: number
  longestTaskMs: number
}

const watchLongTasks = () => {
  const longest = { value: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest.value = Math.max(longest.value, entry.duration)
  }).observe({ type: 'longtask', buffered: true })
  Object.defineProperty(window, 'longestTask', { value: longest })
}

async function metricsOf(session: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { task: value('TaskDuration'), script: value('ScriptDuration') }
}

/** Opens the page, lets it come to rest, and then acts, as a person's first pointer move does. */
async function costOf(page: Page): Promise<Cost> {
  await page.addInitScript(watchLongTasks)
  // Counts from here on: enabled before the page, or there is nothing to see.
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(sampleUrls.results, { waitUntil: 'load' })
  await page.waitForTimeout(1200)
  const idle = await metricsOf(session)
  await page.mouse.move(500, 300)
  await page.mouse.move(520, 320)
  await page.waitForTimeout(1200)
  const acted = await metricsOf(session)
  const longestTaskMs = await page.evaluate(
    () => (Reflect.get(window, 'longestTask') as { value: number }).value,
  )
  return {
    idleTaskMs: idle.task,
    actedTaskMs: acted.task,
    actedScriptMs: acted.script,
    longestTaskMs,
  }
}

/** What a results page of 60 cards costs more with Docket: pairs of runs, one in each of two browsers. */
export async function measurePageCost(extensionDir: string, runs = 12): Promise<Figure[]> {
  const server = await startSampleServer({ results: { rendered: 60 } })
  const withDocket = await openChromium({ port: server.port, extensionDir })
  const without = await openChromium({ port: server.port, extensionDir: null })
  const costs: Array<{ ours: Cost; plain: Cost }> = []
  try {
    // The first run of each fills caches and is not counted.
    for (let run = 0; run <= runs; run++) {
      const pages = [await withDocket.context.newPage(), await without.context.newPage()] as const
      const [ours, plain] = [await costOf(pages[0]), await costOf(pages[1])]
      for (const page of pages) await page.close()
      if (run > 0) costs.push({ ours, plain })
    }
  } finally {
    await withDocket.close()
    await without.close()
    await server.close()
  }
  const difference = (field: keyof Cost) => median(costs.map(({ ours, plain }) => ours[field] - plain[field]))
  const plain = (field: keyof Cost) => median(costs.map((cost) => cost.plain[field]))
  const beside = (field: keyof Cost) => `page alone ${ms(plain(field))}`
  return [
    {
      what: '60 cards: extra main-thread time until the first act',
      measured: ms(difference('idleTaskMs')),
      budget: '≤ 25 ms',
      beside: beside('idleTaskMs'),
    },
    {
      what: '60 cards: extra main-thread time, controls shown',
      measured: `${ms(difference('actedTaskMs'))} (script ${ms(difference('actedScriptMs'))})`,
      budget: '≤ 25 ms',
      beside: beside('actedTaskMs'),
    },
    {
      what: '60 cards: longest task with Docket (0: none over 50 ms)',
      measured: ms(median(costs.map(({ ours }) => ours.longestTaskMs))),
      budget: '≤ 50 ms',
      beside: beside('longestTaskMs'),
    },
  ]
}
