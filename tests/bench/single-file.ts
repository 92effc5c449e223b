import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryRoot } from '../support/built-extension.ts'
import { findChromium } from '../support/find-browser.ts'

/** Fetched once into out/, for this bench alone: it is no package of this repository (AGPL-3.0). */
const version = '2.0.83'
const folder = join(repositoryRoot, 'out', `single-file-cli-${version}`)
const program = join(folder, 'node_modules', 'single-file-cli', 'single-file-node.js')
const run = promisify(execFile)

/** @throws Error where the npm registry does not give it. */
export async function fetchSingleFile(): Promise<void> {
  if (existsSync(program)) return
  await mkdir(folder, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const wanted = ['install', '--prefix', folder, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund']
  await run(npm, [...wanted, `single-file-cli@${version}`], { timeout: 120_000 })
}

/** Saves a page of the sample site with a Chromium of its own; milliseconds from its start to its end, and bytes. */
export async function saveWithSingleFile(url: string, port: number): Promise<{ ms: number; bytes: number }> {
  const target = await mkdtemp(join(tmpdir(), 'docket-single-file-'))
  const output = join(target, 'page.html')
  const browserArgs = [
    `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    '--ignore-certificate-errors',
    '--no-sandbox',
    '--window-size=1366,855',
  ]
  try {
    const startedMs = performance.now()
    await run(
      process.execPath,
      [
        ...[program, url, output],
        `--browser-executable-path=${findChromium()}`,
        ...browserArgs.map((arg) => `--browser-arg=${arg}`),
      ],
      { timeout: 120_000 },
    )
    return { ms: performance.now() - startedMs, bytes: (await readFile(output)).length }
  } finally {
    await rm(target, { recursive: true, force: true })
  }
}
