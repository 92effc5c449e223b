import { randomFrom } from '../support/random-from.ts'
import {
  type Acknowledged,
  busyDocket,
  flagListings,
  nothingAcknowledged,
  photograph,
} from './busy-docket.ts'
import { killBrowser } from './kill-browser.ts'
import type { TrialOptions } from './soak-trial.ts'
import { flawsOfEvidence, readEvidence, type StoredEvidence } from './stored-evidence.ts'
import type { TrialFindings } from './trial.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * One profile: judge listings in threes without a pause, with screenshots and seals, kill the browser with all its
 * processes after 150 to 3,550 ms, start it again and hold what is stored against every answer ever given.
 */
export async function killBrowsers({
  amount,
  seed,
  backEnd,
  onProgress,
}: TrialOptions): Promise<TrialFindings> {
  const random = randomFrom(seed)
  const docket = await busyDocket(backEnd)
  const said = nothingAcknowledged()
  const flaws = new Set<string>()
  let stored: StoredEvidence | null = null
  let kills = 0
  try {
    for (let cycle = 0; cycle <= amount; cycle++) {
      const browser = await docket.start()
      try {
        // Each start looks through what the kill before left.
        stored = await readEvidence(browser)
        for (const flaw of [...lost(stored, said), ...(await flawsOfEvidence(stored))]) flaws.add(flaw)
        if (cycle === amount) break
        const busy = await docket.openBusyPage(browser, cycle)
        const work = keepBusy(browser.extensionId, busy, said)
        // Flags come within the first second, screenshots and seals after it.
        await pause(cycle % 2 === 0 ? 150 + random(900) : 1050 + random(2500))
        killBrowser(docket.profileDir)
        kills++
        await work
      } finally {
        // After a kill nobody answers any more; a browser that lives is closed.
        await Promise.race([browser.close().catch(() => undefined), pause(5000)])
      }
      if (kills % 5 === 0) onProgress(`${kills} of ${amount} kills, ${said.flags.size} flags acknowledged`)
    }
  } finally {
    await docket.close()
  }
  return {
    counts: {
      kills,
      'flags acknowledged': said.flags.size,
      'screenshots acknowledged': said.screenshots.size,
      'records sealed': stored?.records.length ?? 0,
      'lost, torn or unreadable': flaws.size,
    },
    flaws: [
      ...flaws,
      ...(said.flags.size < amount
        ? [`Only ${said.flags.size} flags were acknowledged: too little work.`]
        : []),
    ],
  }
}

/** Works until the browser is gone; never throws. */
export async function keepBusy(
  extensionId: string,
  busy: Awaited<ReturnType<Awaited<ReturnType<typeof busyDocket>>['openBusyPage']>>,
  said: Acknowledged,
): Promise<void> {
  const [, ...comIds] = busy.comIds
  const pictures: Array<Promise<unknown>> = []
  try {
    // A browser that lives longer than the cards last has them judged again.
    for (let from = 0; ; from = (from + 3) % comIds.length) {
      const captureIds = await flagListings(busy, extensionId, comIds.slice(from, from + 3), said)
      pictures.push(photograph(busy, extensionId, captureIds, said).catch(() => undefined))
    }
  } catch {
    // The kill ends the work in the middle of a message.
  }
  await Promise.race([Promise.all(pictures), pause(3000)])
}

/** What was acknowledged and is not there. */
export function lost(stored: StoredEvidence, said: Acknowledged): string[] {
  const flags = new Set(stored.flags.map(({ flagId }) => flagId))
  const captures = new Set(stored.captures.map(({ captureId }) => captureId))
  const missing: string[] = []
  for (const [flagId, captureId] of said.flags) {
    if (!flags.has(flagId)) missing.push(`Flag ${flagId} was acknowledged and is not stored.`)
    if (!captures.has(captureId)) missing.push(`Capture ${captureId} was acknowledged and is not stored.`)
  }
  for (const [captureId, sha256] of said.screenshots) {
    const job = stored.jobs.find((row) => row.captureId === captureId)
    if (job?.screenshot.state !== 'saved' || job.screenshot.artefact.sha256 !== sha256)
      missing.push(`The screenshot of ${captureId} was acknowledged and is not stored.`)
    if (!stored.blobs.has(sha256)) missing.push(`The bytes of screenshot ${sha256} are not stored.`)
  }
  return missing
}
