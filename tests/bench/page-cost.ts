import type { CDPSession, Page } from 'playwright-core'
import { type Chromium, openChromium } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type Figure, median, ms } from './statistics.ts'

/** What one page cost its main thread, in milliseconds since it was asked for. */
interface Cost {
  idleCpuMs: number
  idleTaskMs: number
  actedCpuMs: number
  actedTaskMs: number
  longestTaskMs: number
}

const watchLongTasks = () => {
  const longest = { value: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest.value = Math.max(longest.value, entry.duration)
  }).observe({ type: 'longtask', buffered: true })
  Object.defineProperty(window, 'longestTask', { value: longest })
}

/**
 * Time that the main thread computed (`cpu`), and how long its tasks lasted by the clock (`task`). The budget
 * is of the first: the clock goes on while other processes have the processor, which on a machine with few
 * cores (two browsers are open here) doubles the figure without the page having done anything more.
 */
async function metricsOf(session: CDPSession): Promise<{ cpu: number; task: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => {
    const metric = metrics.find((candidate) => candidate.name === name)
    if (!metric) throw new Error(`This Chromium does not tell ${name}.`)
    return metric.value * 1000
  }
  return { cpu: value('ThreadTime'), task: value('TaskDuration') }
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
  // Tasks of loading are the page's own: it has them without Docket too, which loads nothing and does nothing there.
  await page.evaluate(() => {
    Reflect.get(window, 'longestTask').value = 0
  })
  await page.mouse.move(500, 300)
  await page.mouse.move(520, 320)
  await page.waitForTimeout(1200)
  const acted = await metricsOf(session)
  const longestTaskMs = await page.evaluate(
    () => (Reflect.get(window, 'longestTask') as { value: number }).value,
  )
  return {
    idleCpuMs: idle.cpu,
    idleTaskMs: idle.task,
    actedCpuMs: acted.cpu,
    actedTaskMs: acted.task,
    longestTaskMs,
  }
}

/** Costs of a page that is new and alone: a page that another browser opens meanwhile would be paid for here. */
async function costIn(browser: Chromium): Promise<Cost> {
  const page = await browser.context.newPage()
  try {
    return await costOf(page)
  } finally {
    await page.close()
  }
}

/** What a results page of 60 cards costs more with Docket: pairs of runs, one in each of two browsers. */
export async function measurePageCost(extensionDir: string, runs = 12): Promise<Figure[]> {
  const server = await startSampleServer({ results: { rendered: 60 } })
  const withDocket = await openChromium({ port: server.port, extensionDir })
  const without = await openChromium({ port: server.port, extensionDir: null })
  const costs: Array<{ ours: Cost; plain: Cost }> = []
  try {
    // The first run of each fills caches and is not counted. Who comes first changes from run to run.
    for (let run = 0; run <= runs; run++) {
      const docketFirst = run % 2 === 0
      const first = await costIn(docketFirst ? withDocket : without)
      const second = await costIn(docketFirst ? without : withDocket)
      if (run > 0) costs.push(docketFirst ? { ours: first, plain: second } : { ours: second, plain: first })
    }
  } finally {
    await withDocket.close()
    await without.close()
    await server.close()
  }
  const difference = (field: keyof Cost) => median(costs.map(({ ours, plain }) => ours[field] - plain[field]))
  const plain = (field: keyof Cost) => median(costs.map((cost) => cost.plain[field]))
  const line = (what: string, cpu: keyof Cost, task: keyof Cost): Figure => ({
    what,
    measured: ms(difference(cpu)),
    budget: '≤ 25 ms',
    beside: `page alone ${ms(plain(cpu))}; by the clock ${ms(difference(task))} more than ${ms(plain(task))}`,
  })
  return [
    line('60 cards: extra main-thread time until the first act', 'idleCpuMs', 'idleTaskMs'),
    line('60 cards: extra main-thread time, controls shown', 'actedCpuMs', 'actedTaskMs'),
    {
      what: '60 cards: longest task from the first act on (0: none over 50 ms)',
      measured: ms(median(costs.map(({ ours }) => ours.longestTaskMs))),
      budget: '≤ 50 ms',
      beside: `page alone ${ms(plain('longestTaskMs'))}`,
    },
  ]
}
