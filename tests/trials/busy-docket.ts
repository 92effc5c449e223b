import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { ScreenshotStatus } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import { clickByName, findByName } from '../support/accessible.ts'
import { type Chromium, openChromium } from '../support/browser.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { inOwnWorld } from '../support/own-world.ts'
import { buildFlagRequest, buildRow, buildSighting } from '../support/records.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type BackEnd, backEndArgs, backEndOf } from './back-end.ts'
import { CannotRun } from './trial.ts'

/** Answers that reached this process: whatever was said to be stored must be there later. */
export interface Acknowledged {
  /** By flagId, the capture. */
  flags: Map<string, string>
  /** captureId → SHA-256 of the screenshot that was called saved. */
  screenshots: Map<string, string>
  /** Messages that were answered "not saved". */
  refused: string[]
}

export const nothingAcknowledged = (): Acknowledged => ({
  flags: new Map(),
  screenshots: new Map(),
  refused: [],
})

/** A results page whose first card was flagged by hand, which makes its document known to the background. */
export interface BusyPage {
  page: Page
  documentKey: string
  comIds: string[]
}

/** A profile that outlives its browsers, and the sample site. */
export interface Docket {
  profileDir: string
  server: SampleServer
  start: () => Promise<Chromium>
  /** A new results page, its first card flagged. */
  openBusyPage: (browser: Chromium, number: number) => Promise<BusyPage>
  close: () => Promise<void>
}

/** Few: each card's pictures are drawn by this very process. */
const cardsPerPage = 12

/** `keptIn`: a profile that is not removed. `extensionDir`: another build than that of the sources as they are. */
export async function busyDocket(backEnd: BackEnd, keptIn?: string, extensionDir?: string): Promise<Docket> {
  const profileDir = keptIn ?? (await mkdtemp(join(await realpath(tmpdir()), 'docket-trial-')))
  const server = await startSampleServer()
  return {
    profileDir,
    server,
    start: () =>
      openChromium({
        ...{ port: server.port, grantAllUrls: true, profileDir, args: backEndArgs(backEnd) },
        ...(extensionDir === undefined ? {} : { extensionDir }),
      }),
    openBusyPage: async (browser, number) => {
      const url = `${sampleUrls.results}?page=${number + 1}`
      const cards = { count: cardsPerPage, offset: number * cardsPerPage }
      server.setPage(url, resultsPage({ ...cards, rendered: cardsPerPage }))
      const page = await browser.openPage(url)
      try {
        await flagFirstCard(page)
      } catch (error) {
        const shown = await browser.readRows<{ doing: string; failure: { message: string } }>('incidents')
        const told = shown.map(({ doing, failure }) => `${doing}: ${failure.message}`).join('; ')
        throw new Error(`No first flag. Docket told: ${told || 'nothing'}`, { cause: error })
      }
      refuseOtherBackEnd(profileDir, browser.extensionId, backEnd)
      const comIds = sampleListings(cards).map(({ comId }) => comId)
      const flag = (await browser.readRows<Flag>('flags')).find(({ comId }) => comId === comIds[0])
      if (!flag) throw new Error('The first card was not flagged.')
      return { page, documentKey: flag.documentKey, comIds }
    },
    close: async () => {
      await server.close()
      if (keptIn === undefined) await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** As a person does, on a machine that may be slow. */
async function flagFirstCard(page: Page): Promise<void> {
  const within = await pointAtCard(page, 0)
  const flag = { role: 'button', name: /^Flag as trademark infringement/, within }
  await findByName(page, flag, 60_000)
  await page.waitForTimeout(350)
  await clickByName(page, flag)
  await findByName(page, { role: 'button', name: /^Trademark: flagged/, within }, 60_000)
}

function refuseOtherBackEnd(profileDir: string, extensionId: string, wanted: BackEnd): void {
  const used = backEndOf(profileDir, extensionId)
  if (used !== wanted) throw new CannotRun(`This Chromium uses ${used} although ${wanted} was asked for.`)
}

/** Longer than a page waits for an answer before it asks again. */
const answerMs = 60_000

/** Says messages at once as Docket's own script in the page. What has no answer in time fails with `unanswered`. */
const say = <Value>(
  { page }: Pick<BusyPage, 'page'>,
  extensionId: string,
  messages: unknown[],
): Promise<Array<{ ok: true; value: Value } | { ok: false; error: { code: string; message: string } }>> =>
  inOwnWorld(
    page,
    extensionId,
    `Promise.all(${JSON.stringify(messages)}.map((message) => Promise.race([
      chrome.runtime.sendMessage(message),
      new Promise((resolve) => setTimeout(resolve, ${answerMs}, {
        ok: false,
        error: { code: 'unanswered', message: message.type + ' got no answer' },
      })),
    ])))`,
  ) as ReturnType<typeof say<Value>>

/** Judges these listings of the page at once, and notes what was answered. Returns their captures. */
export async function flagListings(
  busy: BusyPage,
  extensionId: string,
  comIds: string[],
  said: Acknowledged,
): Promise<string[]> {
  const sighting = buildSighting({ pageUrl: busy.page.url() })
  const requests = comIds.map((comId) =>
    buildFlagRequest({ comId, row: buildRow(comId), documentKey: busy.documentKey, sighting }),
  )
  const answers = await say(
    busy,
    extensionId,
    requests.map((request) => ({ type: 'flag.create', request })),
  )
  const saved: string[] = []
  for (const [index, { flagId, captureId }] of requests.entries()) {
    const answer = answers[index]
    if (answer?.ok) {
      said.flags.set(flagId, captureId)
      saved.push(captureId)
    } else said.refused.push(answer ? `${answer.error.code}: ${answer.error.message}` : 'no answer')
  }
  return saved
}

/** Asks for one screenshot that serves all these captures, and for their seals; notes what was answered. */
export async function photograph(
  busy: BusyPage,
  extensionId: string,
  captureIds: string[],
  said: Acknowledged,
): Promise<void> {
  const request = { documentKey: busy.documentKey, captureIds }
  const [answer] = await say<{ statuses: Record<string, ScreenshotStatus> }>(busy, extensionId, [
    { type: 'capture.screenshot', request },
  ])
  if (!answer?.ok) {
    said.refused.push(answer ? `${answer.error.code}: ${answer.error.message}` : 'no answer')
    return
  }
  for (const [captureId, status] of Object.entries(answer.value.statuses)) {
    if (status.state === 'saved') said.screenshots.set(captureId, status.artefact.sha256)
    else if (status.state === 'failed') said.refused.push(`${status.failure.code}: ${status.failure.message}`)
  }
}

/** So that no picture is like the one before, and each takes about a megabyte. */
export const drawNoise = (page: Page) =>
  page.evaluate(() => {
    const known = document.querySelector<HTMLCanvasElement>('canvas.noise')
    const canvas = known ?? document.body.appendChild(document.createElement('canvas'))
    canvas.className = 'noise'
    canvas.width = canvas.height = 500
    canvas.style.cssText = 'position:fixed;right:0;bottom:0;z-index:9;pointer-events:none'
    const drawing = canvas.getContext('2d')
    const picture = drawing?.createImageData(500, 500)
    if (!drawing || !picture) return
    for (let at = 0; at < picture.data.length; at++)
      picture.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
    drawing.putImageData(picture, 0, 0)
  })
