import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chromium } from '../support/browser.ts'
import { randomFrom } from '../support/random-from.ts'
import { keepBusy, lost } from './browser-kills.ts'
import { busyDocket, nothingAcknowledged } from './busy-docket.ts'
import { killBrowser } from './kill-browser.ts'
import { losableDisk } from './losable-disk.ts'
import { commitRelaxed } from './relaxed-commits.ts'
import type { TrialOptions } from './soak-trial.ts'
import { flawsOfEvidence, readEvidence } from './stored-evidence.ts'
import type { TrialFindings } from './trial.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const relaxedEach = 10

/**
 * The database lies on a disk of its own that loses its power, and with it all that nobody had it confirm, while
 * listings are judged, photographed and sealed. Right before, relaxed commits: those must get lost, or the cut was none.
 */
export async function losePower({ amount, seed, backEnd, onProgress }: TrialOptions): Promise<TrialFindings> {
  const random = randomFrom(seed)
  const profileDir = await mkdtemp(join(await realpath(tmpdir()), 'docket-trial-'))
  const disk = await losableDisk(join(profileDir, 'Default', 'IndexedDB'))
  const docket = await busyDocket(backEnd, profileDir)
  const said = nothingAcknowledged()
  const flaws = new Set<string>()
  let sealed = 0
  let relaxedKept = 0
  try {
    for (let cycle = 0; cycle <= amount; cycle++) {
      const browser = await docket.start()
      try {
        const stored = await readEvidence(browser)
        sealed = stored.records.length
        for (const flaw of [...lost(stored, said), ...(await flawsOfEvidence(stored))]) flaws.add(flaw)
        if (cycle > 0) relaxedKept += await countRelaxed(browser, cycle - 1)
        if (cycle === amount) break
        const busy = await docket.openBusyPage(browser, cycle)
        const work = keepBusy(browser.extensionId, busy, said)
        await pause(1000 + random(4000))
        await commitRelaxed(browser, relaxedEach, `trial-relaxed-${cycle}`)
        killBrowser(profileDir)
        await disk.losePower()
        await work
        onProgress(`${cycle + 1} of ${amount} power cuts, ${said.flags.size} flags acknowledged`)
      } finally {
        await Promise.race([browser.close().catch(() => undefined), pause(5000)])
      }
    }
  } finally {
    await docket.close()
    await disk.remove()
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
  }
  const relaxed = amount * relaxedEach
  return {
    counts: {
      'power cuts': amount,
      'flags acknowledged': said.flags.size,
      'screenshots acknowledged': said.screenshots.size,
      'records sealed': sealed,
      'lost, torn or unreadable': flaws.size,
      'relaxed commits beside them': relaxed,
      'of those lost': relaxed - relaxedKept,
    },
    flaws: [
      ...flaws,
      ...(said.flags.size < amount ? ['Too few flags were acknowledged: too little work.'] : []),
      ...(relaxedKept === relaxed ? ['No relaxed commit was lost: the power was not cut.'] : []),
    ],
  }
}

/** Rows of that cycle's relaxed commits that can be read: one may be there without its value. */
async function countRelaxed(browser: Chromium, cycle: number): Promise<number> {
  const page = await browser.openExtensionPage('manifest.json')
  const count = await page.evaluate(
    async ([name, each]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name, 1)
        request.onupgradeneeded = () => request.result.createObjectStore('rows')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const isReadable = (key: number) =>
        new Promise<boolean>((resolve) => {
          const request = database.transaction('rows').objectStore('rows').get(key)
          request.onsuccess = () => resolve(typeof request.result === 'string')
          request.onerror = () => resolve(false)
        })
      let rows = 0
      for (let key = 0; key < each; key++) if (await isReadable(key)) rows++
      database.close()
      return rows
    },
    [`trial-relaxed-${cycle}`, relaxedEach] as const,
  )
  await page.close()
  return count
}
