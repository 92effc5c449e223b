import { schemaVersion } from '../../lib/storage/database.ts'
import { busyDocket, flagListings, nothingAcknowledged } from './busy-docket.ts'
import type { TrialOptions } from './soak-trial.ts'
import { readEvidence } from './stored-evidence.ts'
import type { TrialFindings } from './trial.ts'

/** How long an upgrade may wait for the connections of others. */
const blockedAtMostMs = 5000

/**
 * While background, popup and dashboard hold the database open, a newer version of it is asked for, as an update
 * does. All must let go, and what still runs of the older version must write nothing into the newer data.
 */
export async function upgradeUnderConnections({
  amount,
  backEnd,
  onProgress,
}: TrialOptions): Promise<TrialFindings> {
  const flaws: string[] = []
  const counts = {
    upgrades: 0,
    'longest wait in ms': 0,
    'writes of the older version refused': 0,
    'rows changed by it': 0,
  }
  for (let round = 0; round < amount; round++) {
    const docket = await busyDocket(backEnd)
    const browser = await docket.start()
    const said = nothingAcknowledged()
    try {
      const busy = await docket.openBusyPage(browser, 0)
      const { extensionId } = browser
      await flagListings(busy, extensionId, busy.comIds.slice(1, 6), said)
      const pages = [
        await browser.openExtensionPage('popup.html'),
        await browser.openExtensionPage('dashboard.html'),
      ]
      const upgrader = await browser.openExtensionPage('manifest.json')
      const waitedMs = await upgrader.evaluate(async (version) => {
        const startMs = performance.now()
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          // Dexie multiplies its version numbers by ten.
          const request = indexedDB.open('docket', version * 10)
          request.onupgradeneeded = () => {
            request.result.createObjectStore('newer')
            request.transaction?.objectStore('meta').put({ key: 'schema', version })
          }
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        database.close()
        return performance.now() - startMs
      }, schemaVersion + 1)
      counts.upgrades++
      counts['longest wait in ms'] = Math.max(counts['longest wait in ms'], Math.round(waitedMs))
      if (waitedMs > blockedAtMostMs) flaws.push(`The upgrade waited ${Math.round(waitedMs)} ms.`)
      const before = await readEvidence(browser)
      const flags = said.flags.size
      await busy.page.bringToFront()
      await flagListings(busy, extensionId, busy.comIds.slice(6, 12), said)
      const after = await readEvidence(browser)
      counts['writes of the older version refused'] += said.refused.length
      const changed = JSON.stringify(before) !== JSON.stringify(after)
      if (changed) counts['rows changed by it']++
      if (changed) flaws.push('The older version changed newer data.')
      if (said.flags.size > flags) flaws.push('The older version called a flag saved.')
      if (said.refused.some((reason) => !/^newer-data|^storage-refused/.test(reason)))
        flaws.push(`Refused for another reason: ${said.refused.join('; ').slice(0, 300)}`)
      for (const page of pages) await page.close()
      onProgress(`${round + 1} of ${amount} upgrades`)
    } finally {
      await browser.close()
      await docket.close()
    }
  }
  return { counts, flaws }
}
