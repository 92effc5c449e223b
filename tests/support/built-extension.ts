import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
const buildsDir = join(repositoryRoot, 'out', 'builds')
const sources = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/build-verifier-page.ts',
  'scripts/report-fonts.ts',
  'scripts/pdf-library-in-pages.ts',
  'wxt.config.ts',
  'package-lock.json',
  'tsconfig.json',
]

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Hash over every file that the build reads. */
async function sourceHash(): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesUnder(join(repositoryRoot, source)))))
    .flat()
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}

async function removeOldBuilds(keep: string): Promise<void> {
  const entries = (await readdir(buildsDir)).filter((name) => name !== keep)
  const dated = await Promise.all(
    entries.map(async (name) => ({ name, atMs: (await stat(join(buildsDir, name))).mtimeMs })),
  )
  const old = dated.sort((a, b) => b.atMs - a.atMs).slice(8)
  await Promise.all(old.map(({ name }) => rm(join(buildsDir, name), { recursive: true, force: true })))
}

/** In a process of its own, so that its progress does not mix with what the tests print; a failure is told whole. */
async function runBuild(browser: string, outDir: string): Promise<void> {
  const script = fileURLToPath(new URL('./build-extension.ts', import.meta.url))
  try {
    await promisify(execFile)(process.execPath, [script, browser, outDir], {
      // As a person builds it: a test's own NODE_ENV leaves React's development calls in it.
      env: { ...process.env, NODE_ENV: 'production', CI: '1', NO_COLOR: '1' },
      maxBuffer: 20_000_000,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    const told = /Build failed[\s\S]*/.exec(stderr + stdout)?.[0] ?? stderr + stdout
    throw new Error(`The extension does not build. ${told.slice(0, 2000)}`, { cause: error })
  }
}

/**
 * Folder of the extension built from the sources as they are now, made if it is not there yet.
 * @throws Error with the build's own message.
 */
export async function builtExtension(browser: 'chrome' | 'firefox' = 'chrome'): Promise<string> {
  const name = `${browser}-${await sourceHash()}`
  const target = resolve(buildsDir, name)
  if (existsSync(join(target, 'manifest.json'))) return target
  const scratch = join(buildsDir, `making-${process.pid}-${browser}`)
  await mkdir(buildsDir, { recursive: true })
  await runBuild(browser, scratch)
  try {
    await rename(join(scratch, 'build'), target)
  } catch (error) {
    // Another process finished the same build first.
    if (!existsSync(join(target, 'manifest.json'))) throw error
  }
  await rm(scratch, { recursive: true, force: true })
  await removeOldBuilds(name)
  return target
}
