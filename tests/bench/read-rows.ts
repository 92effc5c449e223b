import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { openChromium } from '../support/browser.ts'
import { repositoryRoot } from '../support/built-extension.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type Figure, median, ms, quantile, times } from './statistics.ts'

/** Real results pages, where somebody keeps them beside the repository. */
const realPagesDir = join(repositoryRoot, '..', 'shared', 'pages')
const realPages = [
  'search-initdata-2026us-1.html',
  'search-initdata-2026us-2.html',
  'search-initdata-2025-1.html',
]

/** The extractor as one script for a page. */
async function extractorScript(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('./read-rows-in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'readRows',
      },
    },
  })) as Rolldown.RolldownOutput[]
  const [first] = result
  const chunk = first?.output.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error('The extractor did not build into a script.')
  return `${chunk.code}\nwindow.readRowsOnce = readRows.readRowsOnce`
}

async function timesOn(
  page: Page,
  url: string,
  script: string,
): Promise<{ reads: number[]; json: number[]; rows: number }> {
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  await page.addScriptTag({ content: script })
  return page.evaluate(() => {
    const read = Reflect.get(window, 'readRowsOnce') as () => { tookMs: number; rows: number }
    const states = Array.from(document.scripts, ({ textContent }) => textContent ?? '')
    const state = /_init_data_\s*=\s*\{\s*data:\s*(\{[\s\S]*\})\s*\}/.exec(
      states.find((text) => /_init_data_\s*=/.test(text)) ?? '',
    )?.[1]
    const [reads, json]: [number[], number[]] = [[], []]
    let rows = 0
    for (let run = 0; run < 24; run++) {
      const measured = read()
      rows = measured.rows
      const startMs = performance.now()
      if (state) JSON.parse(state)
      // The first four warm the engine up.
      if (run >= 4) {
        reads.push(measured.tookMs)
        json.push(performance.now() - startMs)
      }
    }
    return { reads, json, rows }
  })
}

/** Reading all rows of a results page, on real pages where they are at hand, else on the sample page. */
export async function measureReading(): Promise<Figure[]> {
  const server = await startSampleServer({ results: { rendered: 60 } })
  const browser = await openChromium({ port: server.port, extensionDir: null })
  const figures: Figure[] = []
  try {
    const script = await extractorScript()
    const found = realPages.filter((name) => existsSync(join(realPagesDir, name)))
    const cases = found.map((name, index) => {
      const url = `https://www.aliexpress.us/w/wholesale-real-${index}.html`
      server.setPage(url, readFileSync(join(realPagesDir, name), 'utf8'))
      return { name, url }
    })
    for (const { name, url } of [{ name: 'sample results page', url: sampleUrls.results }, ...cases]) {
      const page = await browser.context.newPage()
      const { reads, json, rows } = await timesOn(page, url, script)
      await page.close()
      figures.push({
        what: `reading ${rows} rows of ${name} (p50 / p95)`,
        measured: `${ms(median(reads))} / ${ms(quantile(reads, 0.95))}`,
        budget: '≤ 10 ms',
        beside: times(median(reads), median(json), 'JSON.parse of its state'),
      })
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return figures
}
