import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import { clickByName, findByName } from './accessible.ts'
import { openChromium } from './browser.ts'
import { pointAtCard } from './drive-docket.ts'
import { randomFrom } from './random-from.ts'
import { startSampleServer } from './sample-server.ts'
import { sampleListings } from './sample-site/catalogue.ts'
import { sampleUrls } from './sample-site/sample-site.ts'

export interface KillReport {
  captures: number
  kills: number
  /** Listings whose control never said "saved", within `saidWithinMs`. */
  unsaid: string[]
  /** Listings that were clicked and have no current flag. */
  lost: string[]
  /** Listings with more than one current flag or more than one capture. */
  duplicated: string[]
  /** Listings whose control said "saved" although nothing is stored. */
  falselySaved: string[]
  screenshotStates: Record<string, number>
}

const perPage = 60

/**
 * Flags `captures` cards and kills the background within 300 ms of most clicks; then counts what is stored.
 * The killer's clock is seeded; the machine's is not, so a run can be repeated in kind, not to the millisecond.
 */
export async function flagWhileKilling(options: {
  extensionDir?: string
  captures: number
  seed: number
  /** How long a click may take until its control says "saved"; by default 60 s. */
  saidWithinMs?: number
  /** More switches for the browser. */
  args?: string[]
  onProgress?: (done: number, kills: number) => void
}): Promise<KillReport> {
  const random = randomFrom(options.seed)
  const server = await startSampleServer({ results: { rendered: perPage } })
  const browser = await openChromium({
    port: server.port,
    grantAllUrls: true,
    args: options.args ?? [],
    ...(options.extensionDir === undefined ? {} : { extensionDir: options.extensionDir }),
  })
  const listings = sampleListings({ count: options.captures })
  const saidSaved: string[] = []
  const unsaid: string[] = []
  let kills = 0
  try {
    let page = await browser.openPage(sampleUrls.results)
    for (const [index, listing] of listings.entries()) {
      if (index > 0 && index % perPage === 0) {
        await page.close()
        page = await browser.openPage(`${sampleUrls.results}?page=${index / perPage + 1}`)
      }
      const within = await pointAtCard(page, index % perPage)
      const flag = { role: 'button', name: /^Flag as trademark infringement/, within }
      await findByName(page, flag)
      await page.waitForTimeout(250)
      await clickByName(page, flag)
      if (random(10) < 7) {
        // Half of them while the message is on its way, the others while picture and seal are being made.
        await page.waitForTimeout(random(random(2) === 0 ? 30 : 300))
        await browser.killServiceWorker()
        kills++
      }
      const flagged = { role: 'button', name: /^Trademark: flagged/, within }
      await findByName(page, flagged, options.saidWithinMs ?? 60_000).then(
        () => saidSaved.push(listing.comId),
        () => unsaid.push(listing.comId),
      )
      options.onProgress?.(index + 1, kills)
    }
    await page.waitForTimeout(3000)
    const flags = await browser.readRows<Flag>('flags')
    const captures = await browser.readRows<{ comId: string }>('captures')
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    const currentOf = (comId: string) =>
      flags.filter((row) => row.comId === comId && row.status === 'current').length
    const capturesOf = (comId: string) => captures.filter((row) => row.comId === comId).length
    const ids = listings.map(({ comId }) => comId)
    const screenshotStates: Record<string, number> = {}
    for (const { screenshot } of jobs)
      screenshotStates[screenshot.state] = (screenshotStates[screenshot.state] ?? 0) + 1
    return {
      captures: ids.length,
      kills,
      unsaid,
      lost: ids.filter((comId) => currentOf(comId) === 0),
      duplicated: ids.filter((comId) => currentOf(comId) > 1 || capturesOf(comId) > 1),
      falselySaved: saidSaved.filter((comId) => capturesOf(comId) === 0),
      screenshotStates,
    }
  } finally {
    await browser.close()
    await server.close()
  }
}
