import { openAsBlob, readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { openPackZip } from '../../lib/pack/verify/open-pack-zip.ts'
import { verifyEvidencePack } from '../../lib/pack/verify/verify-evidence-pack.ts'
import type { Chromium } from '../support/browser.ts'
import { flagCard, flagItem, openPopup } from '../support/drive-docket.ts'
import { waitForPack } from '../support/read-pack.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import {
  busyDocket,
  type Docket,
  drawNoise,
  flagListings,
  nothingAcknowledged,
  photograph,
} from '../trials/busy-docket.ts'
import { pidsOf } from '../trials/kill-browser.ts'
import { fetchSingleFile, saveWithSingleFile } from './single-file.ts'
import { type Figure, median, ms } from './statistics.ts'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const perSecond = (bytes: number, tookMs: number) => `${(bytes / 1e3 / tookMs).toFixed(1)} MB/s`
const pause = (lengthMs: number) => new Promise((resolve) => setTimeout(resolve, lengthMs))

/** From picture to seal, from click to sealed item page, export and verification of many; SingleFile beside it. */
export async function measureEvidence(captures = 300): Promise<Figure[]> {
  const docket = await busyDocket('LevelDB')
  const browser = await docket.start()
  try {
    const besides = await besideSingleFile(docket)
    return [
      ...(await measureViewport(docket, browser, besides.results)),
      ...(await measureItems(browser, besides.item)),
      ...(await measurePack(docket, browser, captures)),
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

async function measurePack(docket: Docket, browser: Chromium, captures: number): Promise<Figure[]> {
  const said = nothingAcknowledged()
  for (let number = 1; said.screenshots.size < captures; number++) {
    const busy = await docket.openBusyPage(browser, number)
    await drawNoise(busy.page)
    // The first row: what is not in view gets no picture.
    const captureIds = await flagListings(busy, browser.extensionId, busy.comIds.slice(1, 6), said)
    await photograph(busy, browser.extensionId, captureIds, said)
    if (said.screenshots.size === 0) throw new Error(`No picture was taken: ${said.refused.join('; ')}`)
    await busy.page.close()
  }
  await sealedJobs(browser, captures)

  const popup = await openPopup(browser)
  await popup.getByRole('button', { name: 'Kinds of export of Trademark' }).click()
  const known = await readdir(browser.downloadsDir, { recursive: true })
  const memory = watchMemory(docket.profileDir)
  const opened = browser.context.waitForEvent('page')
  const startedMs = performance.now()
  await popup.getByRole('menuitem', { name: 'Evidence pack' }).click()
  const page = await opened
  await page.getByRole('heading', { name: /^Evidence of .+ exported$/ }).waitFor({ timeout: 900_000 })
  const tookMs = performance.now() - startedMs
  const peakBytes = memory.stop()
  const file = await waitForPack(browser.downloadsDir, known, '.zip', 60_000)
  const { size } = await stat(file)

  const verifyStartMs = performance.now()
  const { flaw } = await verifyEvidencePack(await openPackZip(await openAsBlob(file)))
  const verifyMs = performance.now() - verifyStartMs
  if (flaw) throw new Error(`The pack does not verify: ${flaw.message}`)
  const exported = /[\d,]+/.exec((await page.getByRole('heading', { name: /exported$/ }).textContent()) ?? '')
  return [
    {
      what: `export of ${exported?.[0]} captures as evidence pack, with annotated copies and PDF report`,
      measured: `${(tookMs / 1000).toFixed(1)} s, ${megabytes(size)}, ${perSecond(size, tookMs)}`,
      budget: '',
      beside: `memory of all the browser’s processes at most ${megabytes(peakBytes)} more than before`,
    },
    {
      what: 'verification of that pack by Node',
      measured: `${(verifyMs / 1000).toFixed(1)} s, ${perSecond(size, verifyMs)}`,
      budget: '',
      beside: '',
    },
  ]
}

/** Resident memory of the browser and all its processes; `stop` gives the most that it grew meanwhile. */
function watchMemory(profileDir: string): { stop: () => number } {
  const resident = () =>
    pidsOf(profileDir).reduce((sum, pid) => {
      try {
        // Private memory alone: shared pages would be counted once a process.
        const anonymous = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
        return sum + Number(anonymous?.[1] ?? 0) * 1024
      } catch {
        // It ended while it was looked at.
        return sum
      }
    }, 0)
  const atStart = resident()
  let most = atStart
  const timer = setInterval(() => {
    most = Math.max(most, resident())
  }, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return most - atStart
    },
  }
}
