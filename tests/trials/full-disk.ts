import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lost } from './browser-kills.ts'
import {
  type Acknowledged,
  type BusyPage,
  busyDocket,
  drawNoise,
  flagListings,
  nothingAcknowledged,
  photograph,
} from './busy-docket.ts'
import type { TrialOptions } from './soak-trial.ts'
import { flawsOfEvidence, readEvidence } from './stored-evidence.ts'
import { CannotRun, type TrialFindings } from './trial.ts'

const megabyte = 1_000_000

/**
 * The profile lies on a file system of 160 MB. Once another file takes all of it, once the evidence itself the last
 * few megabytes. Every message must be answered; what was acknowledged must be there when space is free again.
 */
export async function fillDisk({ amount, backEnd, onProgress }: TrialOptions): Promise<TrialFindings> {
  const counts = {
    acknowledged: 0,
    'told as not saved': 0,
    unanswered: 0,
    'lost or torn': 0,
    'starts on a full disk': 0,
  }
  const flaws: string[] = []
  for (const leftBytes of [0, 6 * megabyte].slice(0, amount)) {
    onProgress(leftBytes === 0 ? 'filled by another file' : 'filled by evidence')
    const result = await withSmallDisk((mount) => fillOnce(mount, leftBytes, backEnd))
    for (const name of Object.keys(counts) as Array<keyof typeof counts>) counts[name] += result.counts[name]
    flaws.push(...result.flaws)
  }
  return { counts, flaws }
}

async function withSmallDisk<Value>(work: (mount: string) => Promise<Value>): Promise<Value> {
  const mount = await mkdtemp(join(tmpdir(), 'docket-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', mount], { encoding: 'utf8' })
  if (mounted.status !== 0)
    throw new CannotRun(`A small file system cannot be mounted here: ${(mounted.stderr ?? '').trim()}`)
  try {
    return await work(mount)
  } finally {
    execFileSync('umount', ['-l', mount])
    await rm(mount, { recursive: true })
  }
}

async function fillOnce(mount: string, leftBytes: number, backEnd: TrialOptions['backEnd']) {
  const profileDir = join(mount, 'profile')
  await mkdir(profileDir)
  const docket = await busyDocket(backEnd, profileDir)
  const said = nothingAcknowledged()
  const filler = join(mount, 'filler')
  const flaws: string[] = []
  const damaged: string[] = []
  let starts = 0
  try {
    let browser = await docket.start()
    try {
      const { extensionId } = browser
      const busy = await docket.openBusyPage(browser, 0)
      await judge(busy, extensionId, said)
      await fill(mount, filler, leftBytes)
      const before = said.refused.length
      for (let round = 0; round < 40 && said.refused.length < before + 12; round++) {
        await drawNoise(busy.page)
        await judge(busy, extensionId, said)
      }
      if (said.refused.length === before) flaws.push('The disk did not become full: nothing was refused.')
    } finally {
      await browser.close()
    }
    try {
      browser = await docket.start()
      starts++
      await browser.close()
    } catch {
      // A browser that cannot start on a full disk writes nothing: that is its way.
    }
    await rm(filler)
    browser = await docket.start()
    try {
      const stored = await readEvidence(browser)
      damaged.push(...lost(stored, said), ...(await flawsOfEvidence(stored)))
      flaws.push(...damaged)
      const before = said.flags.size
      const again = await docket.openBusyPage(browser, 1)
      await judge(again, browser.extensionId, said)
      if (said.flags.size === before)
        flaws.push(`Nothing can be saved on the free disk: ${said.refused.at(-1)}`)
    } finally {
      await browser.close()
    }
  } finally {
    await docket.close()
  }
  const unanswered = said.refused.filter((reason) => reason.startsWith('unanswered'))
  flaws.push(...unanswered)
  const silent = said.refused.filter((reason) => !/: \S+ \S+ \S/.test(reason))
  flaws.push(...silent.map((reason) => `Refused without a sentence: ${reason}`))
  const counts = {
    acknowledged: said.flags.size + said.screenshots.size,
    'told as not saved': said.refused.length,
    unanswered: unanswered.length,
    'lost or torn': damaged.length,
    'starts on a full disk': starts,
  }
  return { counts, flaws }
}

async function judge(busy: BusyPage, extensionId: string, said: Acknowledged): Promise<void> {
  const captureIds = await flagListings(busy, extensionId, busy.comIds.slice(1, 6), said)
  if (captureIds.length > 0) await photograph(busy, extensionId, captureIds, said)
}

/** Writes until so many bytes are left; 0: until nothing more can be written. */
async function fill(mount: string, path: string, leftBytes: number): Promise<void> {
  const file = await open(path, 'w')
  const piece = new Uint8Array(64 * 1024)
  try {
    while (true) {
      const { bavail, bsize } = await statfs(mount)
      if (leftBytes > 0 && bavail * bsize <= leftBytes) return
      await file.write(piece)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}
