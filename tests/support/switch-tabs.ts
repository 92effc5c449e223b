import type { Page } from 'playwright-core'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import { clickByName, findByName } from './accessible.ts'
import { type Chromium, openChromium } from './browser.ts'
import { decodePng, type Picture } from './decode-png.ts'
import { flagItem, pointAtCard } from './drive-docket.ts'
import { bandFlaws, filesOf, runsOf } from './full-page.ts'
import { randomFrom } from './random-from.ts'
import { type SampleServer, startSampleServer } from './sample-server.ts'
import { sampleListings } from './sample-site/catalogue.ts'
import { longItemPage } from './sample-site/long-item-page.ts'
import { resultsPage } from './sample-site/results-page.ts'
import { sampleUrls } from './sample-site/sample-site.ts'

export interface SwitchReport {
  switches: number
  /** Pictures that were accepted as evidence, of windows and of whole pages. */
  accepted: number
  /** Clicks after which the page came back to the front within 300 ms, and those of them that got their picture. */
  returned: number
  returnedWithPicture: number
  /** Listings whose accepted picture shows anything of the other tab, or a page that does not fit together. */
  wrong: string[]
  /** Failures that were stored instead, by their code. */
  refused: Record<string, number>
  /** Pictures of the other tab that a browser without Docket's guards gave in the same race, of how many. */
  unguarded: { wrong: number; of: number }
}

/** The other tab is of this colour all over, and nothing else is. */
const foreign: [number, number, number] = [200, 0, 200]
const foreignUrl = 'https://www.aliexpress.com/w/wholesale-foreign.html'
const foreignPage = `<!DOCTYPE html><title>other</title><body style="margin:0;background:rgb(${foreign})"><div style="height:20000px"></div>`

const showsForeign = (picture: Picture): boolean =>
  [3, Math.floor(picture.width / 2), picture.width - 30].some((x) => runsOf(picture, x, foreign).length > 0)

const bands = 60
/** Cards of one results page. */
const perPage = 16
/** In every so many switches one whole page is photographed, with several switches in it. */
const inWholePage = 5

/**
 * Flags listings and brings another tab to the front at a random moment within 300 ms of the click, or in the
 * middle of a page's being photographed as a whole. The moments are seeded; the machine's own are not.
 */
export async function switchWhilePhotographing(options: {
  extensionDir?: string
  switches: number
  seed: number
  /** More switches for the browser. */
  args?: string[]
  onProgress?: (done: number) => void
}): Promise<SwitchReport> {
  const random = randomFrom(options.seed)
  const server = await startSampleServer()
  const browser = await openChromium({
    port: server.port,
    grantAllUrls: true,
    args: options.args ?? [],
    ...(options.extensionDir === undefined ? {} : { extensionDir: options.extensionDir }),
  })
  try {
    await browser.readRows('flags')
    server.setPage(foreignUrl, foreignPage)
    const race: Race = { browser, server, random, other: await browser.openPage(foreignUrl), returned: [] }
    let done = 0
    let results: Page | null = null
    for (let trial = 0; done < options.switches; trial++) {
      if (trial % 8 === 7) {
        done += await switchInWholePage(race, trial)
      } else {
        if (trial % perPage === 0) {
          await results?.close()
          results = await openResults(race, trial / perPage)
        }
        if (!results) throw new Error('There is no results page.')
        const comId = await switchAfterClick(race, results, trial % perPage, trial % 2 === 0)
        if (comId !== null) race.returned.push(comId)
        done++
      }
      options.onProgress?.(done)
    }
    return { switches: done, ...(await lookAtEvidence(race)), unguarded: await unguardedRace(race) }
  } finally {
    await browser.close()
    await server.close()
  }
}

interface Race {
  browser: Chromium
  server: SampleServer
  /** Whole numbers below a limit. */
  random: (limit: number) => number
  other: Page
  /** Listings whose page came back to the front soon after the switch. */
  returned: string[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function openResults({ browser, server }: Race, number: number): Promise<Page> {
  const url = `${sampleUrls.results}?page=${number + 1}`
  server.setPage(url, resultsPage({ count: perPage, offset: 1000 + number * perPage, rendered: perPage }))
  return browser.openPage(url)
}

/** Returns the listing where the page came back to the front. */
async function switchAfterClick(
  { browser, random, other }: Race,
  page: Page,
  index: number,
  comesBack: boolean,
): Promise<string | null> {
  await page.bringToFront()
  const within = await pointAtCard(page, index)
  const flag = { role: 'button', name: /^Flag as trademark infringement/, within }
  await findByName(page, flag)
  await page.waitForTimeout(250)
  await clickByName(page, flag)
  await pause(random(300))
  await other.bringToFront()
  if (comesBack) {
    await pause(random(300))
    await page.bringToFront()
  }
  const newest = (await settled(browser, 60_000)).at(-1)
  return comesBack && newest ? newest.comId : null
}

/** Waits until no screenshot is pending. */
async function settled(browser: Chromium, timeoutMs: number): Promise<CaptureJob[]> {
  const deadline = Date.now() + timeoutMs
  while (true) {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const isOpen = ({ screenshot, gathering }: CaptureJob) =>
      screenshot.state === 'pending' || gathering === 'open'
    if (jobs.length > 0 && !jobs.some(isOpen)) return jobs
    if (Date.now() > deadline) throw new Error('A capture did not come to its end.')
    await pause(150)
  }
}

/** Brings the other tab to the front and back again and again while the page is photographed. Returns how often. */
async function switchInWholePage({ browser, server, random, other }: Race, trial: number): Promise<number> {
  const [listing] = sampleListings({ count: 1, offset: 500 + trial })
  if (!listing) throw new Error('There is no listing.')
  const url = sampleUrls.item(listing.comId)
  server.setPage(url, longItemPage(listing, { bands }))
  const page = await browser.openPage(url)
  await page.locator('h1[data-pl]').waitFor()
  await flagItem(page)
  await page.waitForFunction(() => scrollY > 500, undefined, { polling: 20, timeout: 30_000 })
  for (let turn = 0; turn < inWholePage; turn++) {
    await pause(random(1200))
    await other.bringToFront()
    await pause(random(120))
    await page.bringToFront()
  }
  await settled(browser, 90_000)
  await page.close()
  return inWholePage
}

async function lookAtEvidence({
  browser,
  returned,
}: Race): Promise<Omit<SwitchReport, 'switches' | 'unguarded'>> {
  const jobs = await browser.readRows<CaptureJob>('captureJobs')
  const blobs = await browser.readRows<{ sha256: string; bytes: { base64: string } }>('blobs')
  const wrong: string[] = []
  const refused: Record<string, number> = {}
  const refuse = (code: string) => {
    refused[code] = (refused[code] ?? 0) + 1
  }
  let accepted = 0
  for (const job of jobs) {
    const { screenshot, parts } = job
    if (screenshot.state === 'saved') {
      accepted++
      const blob = blobs.find(({ sha256 }) => sha256 === screenshot.artefact.sha256)
      const bytes = new Uint8Array(Buffer.from(blob?.bytes.base64 ?? '', 'base64'))
      if (showsForeign(decodePng(bytes))) wrong.push(`${job.comId}: the window`)
    } else if (screenshot.state === 'failed') refuse(screenshot.failure.code)
    const whole = parts['full-page-screenshot']
    if (whole?.failure) refuse(whole.failure.code)
    for (const { bytes } of await filesOf(browser, job, 'full-page-screenshot')) {
      accepted++
      const picture = decodePng(new Uint8Array(bytes))
      if (showsForeign(picture)) wrong.push(`${job.comId}: the whole page`)
      wrong.push(...bandFlaws(picture, bands).map((flaw) => `${job.comId}: ${flaw}`))
    }
  }
  const returnedWithPicture = jobs.filter(
    ({ comId, screenshot }) => returned.includes(comId) && screenshot.state === 'saved',
  ).length
  return { accepted, returned: returned.length, returnedWithPicture, wrong, refused }
}

/** The same race without guards, so that it is seen that there is one. */
async function unguardedRace({ browser, random, other }: Race, of = 12): Promise<SwitchReport['unguarded']> {
  const page = await browser.openPage(sampleUrls.results)
  const worker = await browser.serviceWorker()
  let wrong = 0
  for (let trial = 0; trial < of; trial++) {
    await page.bringToFront()
    await pause(600)
    const taken = worker.evaluate(async (delayMs) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      return chrome.tabs.captureVisibleTab({ format: 'png' })
    }, random(300))
    await pause(random(300))
    await other.bringToFront()
    const png = Buffer.from((await taken).replace(/^[^,]*,/, ''), 'base64')
    if (showsForeign(decodePng(new Uint8Array(png)))) wrong++
  }
  return { wrong, of }
}
