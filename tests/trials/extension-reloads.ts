import { realpath } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Flag } from '../../lib/queue/flag.ts'
import { clickByName, findAllByName, findByName } from '../support/accessible.ts'
import type { Chromium } from '../support/browser.ts'
import { builtExtension } from '../support/built-extension.ts'
import { pointAtCard } from '../support/drive-docket.ts'
import { randomFrom } from '../support/random-from.ts'
import { sampleListings } from '../support/sample-site/catalogue.ts'
import { resultsPage } from '../support/sample-site/results-page.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { busyDocket } from './busy-docket.ts'
import type { TrialOptions } from './soak-trial.ts'
import { flawsOfEvidence, readEvidence } from './stored-evidence.ts'
import type { TrialFindings } from './trial.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const gone = { name: /^Docket was updated or reloaded\. Reload this page/ }
const flagName = /^Flag as trademark infringement/
/** How soon after the next click an old page must say that it is cut off. */
const saidWithinMs = 2000

/**
 * A card is flagged and the extension loaded anew within 300 ms, as an update does it; the page stays open. What was
 * called saved must be stored, once and whole, and the old page must say at the next click that it is cut off.
 */
export async function reloadUnderCaptures({
  amount,
  seed,
  backEnd,
  onProgress,
}: TrialOptions): Promise<TrialFindings> {
  const random = randomFrom(seed)
  const docket = await busyDocket(backEnd)
  const browser = await docket.start()
  const counts = { reloads: 0, 'called saved': 0, lost: 0, duplicated: 0, 'said to be cut off in time': 0 }
  const flaws: string[] = []
  const listings = sampleListings({ count: amount * 2 })
  const saved: string[] = []
  try {
    for (let round = 0; round < amount; round++) {
      const url = `${sampleUrls.results}?page=${round + 1}`
      docket.server.setPage(url, resultsPage({ count: 2, offset: round * 2, rendered: 2 }))
      const page = await browser.openPage(url)
      await clickFlag(page, 0)
      await pause(random(300))
      await reload(browser)
      counts.reloads++
      if (await isSaved(page)) saved.push(listings[round * 2]?.comId ?? '')
      if (await saysCutOff(page)) counts['said to be cut off in time']++
      else flaws.push(`Page ${round + 1} did not say within ${saidWithinMs} ms that it is cut off.`)
      await page.close()
      if ((round + 1) % 10 === 0) onProgress(`${round + 1} of ${amount} reloads`)
    }
    const stored = await readEvidence(browser)
    const times = (comId: string) =>
      stored.flags.filter((flag: Flag) => flag.comId === comId && flag.status === 'current').length
    const lost = saved.filter((comId) => times(comId) === 0)
    const twice = listings.filter(({ comId }) => times(comId) > 1)
    Object.assign(counts, { 'called saved': saved.length, lost: lost.length, duplicated: twice.length })
    flaws.push(
      ...lost.map((comId) => `${comId} was called saved and is not stored.`),
      ...twice.map(({ comId }) => `${comId} is stored twice.`),
      ...(await flawsOfEvidence(stored)),
    )
  } finally {
    await browser.close()
    await docket.close()
  }
  return { counts, flaws }
}

async function clickFlag(page: Page, index: number): Promise<void> {
  const within = await pointAtCard(page, index)
  await findByName(page, { role: 'button', name: flagName, within }, 60_000)
  await page.waitForTimeout(350)
  await clickByName(page, { role: 'button', name: flagName, within })
}

/** Loads the extension anew from its folder, as an update does; old pages keep the scripts that they have. */
async function reload(browser: Chromium): Promise<void> {
  const path = await realpath(await builtExtension('chrome'))
  const session = await browser.browserSession()
  // Newer than the protocol's types.
  const send = session.send as (method: string, parameters: { path: string }) => Promise<unknown>
  await send.call(session, 'Extensions.loadUnpacked', { path })
}

const isSaved = async (page: Page): Promise<boolean> =>
  (await findAllByName(page, { role: 'button', name: /^Trademark: flagged/ })).length > 0

/** An old page need not know before it is used: it is looked at again, or clicked. */
async function saysCutOff(page: Page): Promise<boolean> {
  await page.bringToFront()
  if ((await findAllByName(page, gone)).length === 0) await clickFlag(page, 1).catch(() => undefined)
  return findByName(page, gone, saidWithinMs).then(
    () => true,
    () => false,
  )
}
