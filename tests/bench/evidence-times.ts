import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import type { Chromium } from '../support/browser.ts'
import { flagCard, flagItem } from '../support/drive-docket.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { busyDocket, type Docket } from '../trials/busy-docket.ts'
import { fetchSingleFile, saveWithSingleFile } from './single-file.ts'
import { type Figure, median, ms } from './statistics.ts'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const pause = (lengthMs: number) => new Promise((resolve) => setTimeout(resolve, lengthMs))

/** From picture to seal, and from click to sealed item page; SingleFile beside it. */
export async function measureEvidence(): Promise<Figure[]> {
  const docket = await busyDocket('LevelDB')
  const browser = await docket.start()
  try {
    const besides = await besideSingleFile(docket)
    return [
      ...(await measureViewport(docket, browser, besides.results)),
      ...(await measureItems(browser, besides.item)),
    ]
  } finally {
    await browser.close()
    await docket.close()
  }
}

type Saved = { ms: number; bytes: number }

/** What SingleFile's command makes of the same pages, in the same Chromium, each with a browser of its own. */
async function besideSingleFile({ server }: Docket): Promise<{ results: string; item: string }> {
  const empty = 'https://www.aliexpress.com/empty.html'
  server.setPage(empty, '<!DOCTYPE html><title>empty</title>')
  const [listing] = sampleListings({ count: 1 })
  try {
    await fetchSingleFile()
    const nothing = await saved(empty, server.port)
    const told = (page: Saved) =>
      `SingleFile ${ms(page.ms)}, ${megabytes(page.bytes)} (an empty page ${ms(nothing.ms)})`
    return {
      results: told(await saved(sampleUrls.results, server.port)),
      item: told(await saved(sampleUrls.item(listing?.comId ?? ''), server.port)),
    }
  } catch (error) {
    // No registry, or a busy machine on which it ends without a file: our own figures stand without it.
    const missing = `SingleFile did not run: ${String(error).slice(0, 60)}`
    return { results: missing, item: missing }
  }
}

async function saved(url: string, port: number, runs = 3): Promise<Saved> {
  const all: Saved[] = []
  for (let run = 0; run < runs; run++) all.push(await saveWithSingleFile(url, port))
  return { ms: median(all.map((one) => one.ms)), bytes: median(all.map(({ bytes }) => bytes)) }
}

/** Jobs that are sealed, once there are `count` of them and nothing is open any more. */
async function sealedJobs(browser: Chromium, count: number): Promise<CaptureJob[]> {
  const deadline = Date.now() + 180_000
  while (true) {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const isDone = ({ seal, gathering }: CaptureJob) => seal.state === 'sealed' && gathering !== 'open'
    if (jobs.filter(isDone).length >= count && jobs.every(isDone)) return jobs
    if (Date.now() > deadline) throw new Error(`Only ${jobs.filter(isDone).length} of ${count} were sealed.`)
    await pause(500)
  }
}

const sealedAtMs = ({ seal }: CaptureJob) => (seal.state === 'sealed' ? seal.sealedAtMs : Number.NaN)
const bytesOf = (job: CaptureJob) => artefactsOf(job).reduce((sum, { bytes }) => sum + bytes, 0)

async function measureViewport(docket: Docket, browser: Chromium, beside: string): Promise<Figure[]> {
  const { page } = await docket.openBusyPage(browser, 0)
  for (let card = 1; card < 9; card++) {
    await flagCard(page, card)
    await page.waitForTimeout(1500)
  }
  const jobs = await sealedJobs(browser, 9)
  await page.close()
  const times = jobs.flatMap((job) =>
    job.screenshot.state === 'saved' ? [sealedAtMs(job) - job.screenshot.artefact.takenAtMs] : [],
  )
  return [
    {
      what: `viewport capture: picture taken → stored, sealed, read back (median of ${times.length})`,
      measured: `${ms(median(times))}, ${megabytes(median(jobs.map(bytesOf)))}`,
      budget: '',
      beside,
    },
  ]
}

async function measureItems(browser: Chromium, beside: string): Promise<Figure[]> {
  const listings = sampleListings({ count: 3, offset: 20 })
  const known = new Set((await browser.readRows<CaptureJob>('captureJobs')).map(({ captureId }) => captureId))
  for (const [index, listing] of listings.entries()) {
    const page = await browser.openPage(sampleUrls.item(listing.comId))
    await flagItem(page)
    await sealedJobs(browser, known.size + index + 1)
    await page.close()
  }
  const captures = await browser.readRows<{ captureId: string; createdAtMs: number }>('captures')
  const jobs = (await sealedJobs(browser, known.size + 3)).filter(({ captureId }) => !known.has(captureId))
  const tookMs = jobs.map(
    (job) =>
      sealedAtMs(job) - (captures.find(({ captureId }) => captureId === job.captureId)?.createdAtMs ?? 0),
  )
  return [
    {
      what: `item page: click → all parts gathered and sealed (median of ${jobs.length})`,
      measured: `${ms(median(tookMs))}, ${megabytes(median(jobs.map(bytesOf)))}, ${median(jobs.map((job) => artefactsOf(job).length))} files`,
      budget: '≤ 60 s',
      beside,
    },
  ]
}
