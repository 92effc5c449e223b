import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '../support/built-extension.ts'
import { findChromium } from '../support/find-browser.ts'

/** What a trial found: counts by their name in words, and one sentence for each thing that must not be. */
export interface TrialFindings {
  counts: Record<string, number>
  flaws: string[]
}

/** A trial as it is reported. */
export interface Trial {
  /** Of the test plan, e.g. "T1". */
  plan: string
  /** Short and unique, e.g. "worker-kills". */
  name: string
  /** What is done and what must come of it, in one sentence. */
  what: string
}

/** Which store lies under IndexedDB; "any" where it makes no difference, "memory" for a stand-in without a browser. */
export type TrialBackEnd = 'LevelDB' | 'SQLite' | 'any' | 'memory'

/** One line of the results file. */
export interface TrialResult extends Trial, TrialFindings {
  backEnd: TrialBackEnd
  /** Null where nothing is random. */
  seed: number | null
  seconds: number
  /** With version; null for trials without a browser. */
  browser: string | null
  run: 'test' | 'quick' | 'soak'
  atMs: number
  commit: string
  /** Why it could not run here, in one sentence; counts and flaws are empty then. */
  notRun: string | null
}

/** Results of all runs on this computer, one a line, the newest last. */
export const resultsFile = join(repositoryRoot, 'out', 'trials', 'results.jsonl')

const run = (): TrialResult['run'] => {
  const named = process.env.DOCKET_TRIALS
  return named === 'soak' || named === 'quick' ? named : 'test'
}

/** The seed that the environment names, else one that each run draws anew. */
export const trialSeed = (): number => Number(process.env.DOCKET_SEED ?? Date.now() % 1_000_000)

/** A trial that this computer cannot run: says why. */
export class CannotRun extends Error {}

/**
 * Runs a trial, prints its counts and seed, and keeps them in the results file.
 * What the trial throws is a flaw; the caller judges by `flaws`.
 */
export async function runTrial(
  trial: Trial & { backEnd: TrialBackEnd; seed: number | null; startedMs?: number },
  work: () => Promise<TrialFindings>,
): Promise<TrialResult> {
  const startedMs = trial.startedMs ?? Date.now()
  let findings: TrialFindings = { counts: {}, flaws: [] }
  let notRun: string | null = null
  try {
    findings = await work()
  } catch (error) {
    if (error instanceof CannotRun) notRun = error.message
    else findings = { counts: {}, flaws: [`The trial broke off: ${shortly(error)}`] }
  }
  const { plan, name, what, backEnd, seed } = trial
  const result: TrialResult = {
    ...{ plan, name, what, backEnd, seed },
    ...findings,
    seconds: Math.round((Date.now() - startedMs) / 100) / 10,
    browser: backEnd === 'memory' ? null : browserVersion(),
    run: run(),
    atMs: startedMs,
    commit: commit(),
    notRun,
  }
  mkdirSync(dirname(resultsFile), { recursive: true })
  appendFileSync(resultsFile, `${JSON.stringify(result)}\n`)
  console.log(resultLine(result))
  return result
}

const shortly = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 400)

/** A result as one line for a person. */
function resultLine({ plan, name, backEnd, seed, seconds, counts, flaws, notRun }: TrialResult): string {
  const head = `${plan} ${name}`
  const where = [backEnd, ...(seed === null ? [] : [`seed ${seed}`]), `${seconds} s`].join(', ')
  if (notRun !== null) return `${head}: not run. ${notRun} (${where})`
  const told = [countsText(counts), `${flaws.length} flaws`].filter((text) => text !== '').join(', ')
  return [`${head}: ${told} (${where})`, ...flaws.slice(0, 10).map((flaw) => `  ${flaw}`)].join('\n')
}

export const countsText = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`)
    .join(', ')

/** All results that were kept, oldest first. */
export const keptResults = (): TrialResult[] =>
  existsSync(resultsFile)
    ? readFileSync(resultsFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as TrialResult)
    : []

let knownVersion: string | null = null
function browserVersion(): string {
  const path = findChromium()
  if (path === null) throw new Error('A browser trial needs a Chromium.')
  knownVersion ??= execFileSync(path, ['--version'], { encoding: 'utf8' })
    .trim()
    .replace(/ built on.*$/, '')
  return knownVersion
}

/** Short hash, with "+" where files were changed since; "unknown" where this is no checkout. */
function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' }).trim()
    const changed = git('status', '--porcelain', '--', '.', ':!RELIABILITY.md')
    return `${git('rev-parse', '--short=10', 'HEAD')}${changed === '' ? '' : '+'}`
  } catch {
    return 'unknown'
  }
}
