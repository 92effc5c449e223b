import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { repositoryRoot } from '../support/built-extension.ts'
import { busyDocket, flagListings, nothingAcknowledged, photograph } from './busy-docket.ts'
import type { TrialOptions } from './soak-trial.ts'
import { readEvidence } from './stored-evidence.ts'
import { CannotRun, type TrialFindings } from './trial.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * The last commit is checked out in two folders of other names and depths, and built in each for Chromium and Firefox:
 * every file must have the same bytes. A record that is sealed by the one build must name the other's background script.
 */
export async function buildTwice({ backEnd, onProgress }: TrialOptions): Promise<TrialFindings> {
  const home = join(repositoryRoot, 'out')
  await mkdir(home, { recursive: true })
  const folder = await mkdtemp(join(home, 'clones-'))
  const clones = [join(folder, 'a'), join(folder, 'deeper', 'another clone')] as const
  const flaws: string[] = []
  let files = 0
  try {
    for (const clone of clones) await checkOut(clone)
    const hashes: Array<Map<string, string>> = []
    for (const browser of ['chrome', 'firefox']) {
      const built: Array<Map<string, string>> = []
      for (const clone of clones) {
        onProgress(`${browser} in ${relative(folder, clone)}`)
        built.push(await build(clone, browser))
      }
      const [one = new Map(), other = new Map()] = built
      files += one.size
      hashes.push(other)
      flaws.push(...differing(one, other).map((name) => `${browser}: ${name} differs.`))
    }
    onProgress('a record sealed by one of them')
    const named = await sealedBuildHash(backEnd, join(clones[0], 'out', 'chrome', 'build'))
    if (named !== hashes[0]?.get('background.js'))
      flaws.push(`A record names the build ${named}, the other clone has ${hashes[0]?.get('background.js')}.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return {
    counts: {
      builds: 4,
      'files compared': files,
      'build hashes in a record compared': 1,
      differing: flaws.length,
    },
    flaws,
  }
}

async function checkOut(clone: string): Promise<void> {
  await mkdir(clone, { recursive: true })
  try {
    const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: repositoryRoot, maxBuffer: 500_000_000 })
    execFileSync('tar', ['-x', '-C', clone], { input: archive })
    // Hard links: the same packages, under another path.
    execFileSync('cp', ['-al', join(repositoryRoot, 'node_modules'), join(clone, 'node_modules')])
  } catch (error) {
    throw new CannotRun(`The commit cannot be checked out here: ${String(error).slice(0, 200)}`)
  }
}

/** SHA-256 of every file of the build. */
async function build(clone: string, browser: string): Promise<Map<string, string>> {
  const out = join(clone, 'out', browser)
  execFileSync(process.execPath, [join(clone, 'tests', 'support', 'build-extension.ts'), browser, out], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: 'production', CI: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const entries = await readdir(join(out, 'build'), { recursive: true, withFileTypes: true })
  const hashes = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    hashes.set(
      relative(join(out, 'build'), path),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    )
  }
  if (!hashes.has('manifest.json')) throw new Error(`Nothing was built in ${dirname(out)}.`)
  return hashes
}

function differing(one: Map<string, string>, other: Map<string, string>): string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}

/** What a record that this build sealed says of the build. */
async function sealedBuildHash(backEnd: TrialOptions['backEnd'], extensionDir: string): Promise<string> {
  const docket = await busyDocket(backEnd, undefined, extensionDir)
  const browser = await docket.start()
  try {
    const busy = await docket.openBusyPage(browser, 0)
    const said = nothingAcknowledged()
    const captureIds = await flagListings(busy, browser.extensionId, busy.comIds.slice(1, 2), said)
    await photograph(busy, browser.extensionId, captureIds, said)
    for (let tries = 0; tries < 60; tries++) {
      const [record] = (await readEvidence(browser)).records
      if (record) {
        const { installation } = JSON.parse(new TextDecoder().decode(record.bytes)) as {
          installation: { extension: { buildSha256: string } }
        }
        return installation.extension.buildSha256
      }
      await pause(500)
    }
    throw new Error(`Nothing was sealed: ${said.refused.join('; ')}`)
  } finally {
    await browser.close()
    await docket.close()
  }
}
