import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { busyDocket, flagListings, nothingAcknowledged, photograph } from './busy-docket.ts'
import { pidsOf } from './kill-browser.ts'
import { commitRelaxed } from './relaxed-commits.ts'
import type { TrialOptions } from './soak-trial.ts'
import { CannotRun, type TrialFindings } from './trial.ts'

/** Files of the store that were synced, one entry a call. */
interface Syncs {
  /** LevelDB's log, or SQLite's database and write-ahead log. */
  store: number
  /** LevelDB's files of large values. */
  blobs: number
}

/**
 * Commits one flag after another and looks with strace whether the browser has the disk confirm each. Beside it, as
 * many relaxed commits of large values, which need not be confirmed: so the counting is seen to be able to find none.
 */
export async function countSyncs({ amount, backEnd, onProgress }: TrialOptions): Promise<TrialFindings> {
  if (spawnSync('strace', ['-V']).error) throw new CannotRun('strace is not installed.')
  const docket = await busyDocket(backEnd)
  const browser = await docket.start()
  const said = nothingAcknowledged()
  try {
    const busy = await docket.openBusyPage(browser, 0)
    const pid = pidsOf(docket.profileDir)[0] ?? 0
    onProgress(`${amount} strict commits`)
    const strict = await synced(pid, async () => {
      for (let commit = 0; commit < amount; commit++) {
        const comId = busy.comIds[commit % busy.comIds.length] ?? ''
        const captureIds = await flagListings(busy, browser.extensionId, [comId], said)
        if (commit % 5 === 0) await photograph(busy, browser.extensionId, captureIds, said)
      }
    })
    onProgress(`${amount} relaxed commits beside them`)
    const relaxed = await synced(pid, () => commitRelaxed(browser, amount))
    const pictures = new Set(said.screenshots.values()).size
    const flaws: string[] = []
    if (said.flags.size < amount) flaws.push(`Only ${said.flags.size} of ${amount} flags were stored.`)
    if (strict.store < said.flags.size)
      flaws.push(`${said.flags.size} commits, but only ${strict.store} syncs of the store.`)
    if (backEnd === 'LevelDB' && strict.blobs < pictures)
      flaws.push(`${pictures} pictures, but only ${strict.blobs} syncs of their files.`)
    if (backEnd === 'LevelDB' ? relaxed.blobs >= amount : relaxed.store >= amount)
      flaws.push('Relaxed commits were synced as well: the trial could not tell the difference.')
    return {
      counts: {
        'strict commits acknowledged': said.flags.size,
        'syncs of the store': strict.store,
        'pictures stored': pictures,
        'syncs of files of large values': strict.blobs,
        'relaxed commits beside them': amount,
        'syncs of the store by those': relaxed.store,
        'syncs of files by those': relaxed.blobs,
      },
      flaws,
    }
  } finally {
    await browser.close()
    await docket.close()
  }
}

async function synced(pid: number, work: () => Promise<void>): Promise<Syncs> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-strace-'))
  const log = join(folder, 'log')
  const strace = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', log, '-p', String(pid)])
  let told = ''
  const attached = new Promise<boolean>((resolve) => {
    strace.stderr.on('data', (text: Buffer) => {
      told += text
      if (/attached/.test(told)) resolve(true)
    })
    strace.on('close', () => resolve(false))
  })
  try {
    if (!(await attached))
      throw new CannotRun(`strace may not look at the browser: ${told.trim().slice(0, 200)}`)
    await work()
    // What was answered was synced before, but for the last lines of strace itself.
    await new Promise((resolve) => setTimeout(resolve, 500))
  } finally {
    const closed = new Promise((resolve) => strace.on('close', resolve))
    if (strace.exitCode === null && strace.kill('SIGINT')) await closed
  }
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line.includes('/IndexedDB/'))
  await rm(folder, { recursive: true })
  // A call that another thread interrupts is written in two lines, of which only the first names the file.
  const isBlob = (line: string) => line.includes('.indexeddb.blob/')
  return { store: lines.filter((line) => !isBlob(line)).length, blobs: lines.filter(isBlob).length }
}
