import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../../lib/core/ids.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { MetaRow } from '../../lib/storage/stored-rows.ts'
import type { Chromium } from '../support/browser.ts'
import { randomFrom } from '../support/random-from.ts'
import { sampleUrls } from '../support/sample-site/sample-site.ts'
import { type BackEnd, storeFolder } from './back-end.ts'
import { busyDocket, type Docket, flagListings, nothingAcknowledged, photograph } from './busy-docket.ts'
import type { TrialOptions } from './soak-trial.ts'
import { storeMutations } from './store-mutations.ts'
import { flawsOfEvidence, readEvidence, type StoredEvidence } from './stored-evidence.ts'
import type { TrialFindings } from './trial.ts'

/**
 * What came of a damage, at the first thing that is to be written after the start:
 * - refused: nothing was written, and the person was told why;
 * - harmless: written, and all that was there before is still there, whole;
 * - told: written, and the background told of damage by itself, within seconds of the start;
 * - found-later: written, and the product's own checks name every damage;
 * - unnoticed: written although something is gone or changed that no check names.
 */
type Outcome = 'refused' | 'harmless' | 'told' | 'found-later' | 'unnoticed'

/** Damages copies of one profile, each in another way, and tries to write into it. */
export async function corruptStores({
  amount,
  seed,
  backEnd,
  onProgress,
}: TrialOptions): Promise<TrialFindings> {
  const random = randomFrom(seed)
  const golden = await mkdtemp(join(tmpdir(), 'docket-golden-'))
  const outcomes: Record<Outcome, number> = {
    refused: 0,
    harmless: 0,
    told: 0,
    'found-later': 0,
    unnoticed: 0,
  }
  const flaws: string[] = []
  const mutations = storeMutations[backEnd].flatMap((mutation) =>
    Array<typeof mutation>(amount).fill(mutation),
  )
  let damaged = 0
  const docket = await busyDocket(backEnd, golden)
  try {
    const whole = await fillGolden(docket)
    for (const { what, damage } of mutations) {
      const profileDir = await mkdtemp(join(tmpdir(), 'docket-damaged-'))
      try {
        await cp(golden, profileDir, { recursive: true, filter: (path) => !/Singleton/.test(path) })
        if (!damageStores(profileDir, whole.extensionId, damage, random)) continue
        damaged++
        const outcome = await writeInto(backEnd, profileDir, whole.evidence)
        outcomes[outcome.outcome]++
        onProgress(`${what}: ${outcome.outcome}${outcome.why === '' ? '' : ` (${outcome.why})`}`)
        if (outcome.outcome === 'unnoticed') flaws.push(`${what}: ${outcome.why}`)
      } finally {
        await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
      }
    }
  } finally {
    await docket.close()
    await rm(golden, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    counts: {
      damages: damaged,
      'refused before the first write': outcomes.refused,
      harmless: outcomes.harmless,
      'written, then told by the background itself': outcomes.told,
      'written, then named by a check': outcomes['found-later'],
      unnoticed: outcomes.unnoticed,
    },
    flaws,
  }
}

/** Some captures with pictures and seals, and the browser closed as a person closes it. */
async function fillGolden(docket: Docket): Promise<{ evidence: StoredEvidence; extensionId: string }> {
  const browser = await docket.start()
  try {
    const busy = await docket.openBusyPage(browser, 0)
    const said = nothingAcknowledged()
    const captureIds = await flagListings(busy, browser.extensionId, busy.comIds.slice(1, 6), said)
    await photograph(busy, browser.extensionId, captureIds.slice(0, 3), said)
    await photograph(busy, browser.extensionId, captureIds.slice(3), said)
    await untilSealed(browser)
    const evidence = await readEvidence(browser)
    const flaws = await flawsOfEvidence(evidence)
    await forgetRounds(browser)
    if (flaws.length > 0) throw new Error(`The undamaged profile has flaws: ${flaws.join('; ')}`)
    return { evidence, extensionId: browser.extensionId }
  } finally {
    await browser.close()
  }
}

/** As if the last reading of all evidence were a day ago. */
async function forgetRounds(browser: Chromium): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('docket')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const change = opening.result.transaction('meta', 'readwrite')
          change.objectStore('meta').delete('rounds')
          change.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  await page.close()
}

async function untilSealed(browser: Chromium): Promise<void> {
  const deadline = Date.now() + 60_000
  while (true) {
    const jobs = await browser.readRows<CaptureJob>('captureJobs')
    if (jobs.length > 0 && jobs.every(({ seal }) => seal.state === 'sealed')) return
    if (Date.now() > deadline) throw new Error(`Not sealed: ${JSON.stringify(jobs.map(({ seal }) => seal))}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function damageStores(
  profileDir: string,
  extensionId: string,
  damage: (folder: string, random: (limit: number) => number) => boolean,
  random: (limit: number) => number,
): boolean {
  const folder = storeFolder(profileDir, extensionId)
  // Large values lie in a folder of their own, beside LevelDB's.
  const besides = folder.endsWith('.leveldb') ? [folder.replace(/\.leveldb$/, '.blob')] : []
  return [folder, ...besides].map((path) => damage(path, random)).some(Boolean)
}

async function writeInto(
  backEnd: BackEnd,
  profileDir: string,
  whole: StoredEvidence,
): Promise<{ outcome: Outcome; why: string }> {
  const docket = await busyDocket(backEnd, profileDir)
  try {
    const browser = await docket.start()
    try {
      const page = await browser.openPage(sampleUrls.results)
      const said = nothingAcknowledged()
      // A listing that was never judged: the page's document need not be known for that.
      const busy = { page, documentKey: newId(), comIds: [] }
      await flagListings(busy, browser.extensionId, ['1005009000000001'], said)
      if (said.flags.size === 0) return { outcome: 'refused', why: said.refused[0]?.slice(0, 90) ?? '' }
      const stored = await readEvidence(browser).catch((error: unknown) => String(error).slice(0, 150))
      const found = typeof stored === 'string' ? [`cannot be read: ${stored}`] : await flawsOfEvidence(stored)
      if (found[0] !== undefined) {
        return { outcome: (await isTold(browser)) ? 'told' : 'found-later', why: found[0].slice(0, 150) }
      }
      if (typeof stored === 'string') throw new Error(stored)
      const changed = differences(whole, stored)
      return changed[0] === undefined
        ? { outcome: 'harmless', why: '' }
        : { outcome: 'unnoticed', why: changed.join('; ').slice(0, 200) }
    } finally {
      await browser.close()
    }
  } finally {
    await docket.close()
  }
}

/** Whether the background finds damage by itself: its reading of all evidence begins at the start, and with the alarm. */
async function isTold(browser: Chromium): Promise<boolean> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(() => chrome.alarms.create('settle-interrupted', { when: Date.now() }))
  await page.close()
  for (let tries = 0; tries < 20; tries++) {
    const rows = await browser.readRows<MetaRow>('meta').catch(() => [])
    if (rows.some((row) => row.key === 'rounds' && row.rounds.flaws.length > 0)) return true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

/** What was stored before and is not there as it was. */
function differences(before: StoredEvidence, after: StoredEvidence): string[] {
  const gone: string[] = []
  const compare = <Row>(what: string, old: Row[], now: Row[]) => {
    const texts = new Set(now.map((row) => JSON.stringify(row)))
    const lost = old.filter((row) => !texts.has(JSON.stringify(row))).length
    if (lost > 0) gone.push(`${lost} of ${old.length} ${what} gone or changed`)
  }
  compare('flags', before.flags, after.flags)
  compare('captures', before.captures, after.captures)
  compare('capture jobs', before.jobs, after.jobs)
  compare('records', before.records, after.records)
  compare('ledger rows', before.ledger, after.ledger)
  compare('files', [...before.blobs.keys()], [...after.blobs.keys()])
  return gone
}
