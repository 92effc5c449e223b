/**
 * `npm run soak`: the long trials, on both stores that Chromium may have under IndexedDB; then RELIABILITY.md from
 * what they counted. Hours. `-- --quick`: each trial short, about a quarter of an hour.
 * `-- --only NAME,NAME --seed 5 --amount 50` for some of them, other moments, other numbers. `--only journeys`: the
 * tests of whole days of work, which are run at the end otherwise.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtExtension, repositoryRoot } from '../tests/support/built-extension.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { runSoakTrial } from '../tests/trials/soak-trial.ts'
import { soakTrials } from '../tests/trials/soak-trials.ts'
import { runTests, testedTrials } from '../tests/trials/tested-trials.ts'
import { keptResults, resultsFile } from '../tests/trials/trial.ts'
import { lastResults, trialReport } from '../tests/trials/trial-report.ts'

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    amount: { type: 'string' },
  },
})
const run = asked.quick ? 'quick' : 'soak'
const seed = Number(asked.seed)
const amount = asked.amount === undefined ? null : Number(asked.amount)
const journeys = 'journeys'
const trialNames = [...soakTrials.map(({ name }) => name), ...Object.keys(testedTrials)]
const names = [...trialNames, journeys]
const wanted = asked.only?.split(',') ?? names
const unknown = wanted.find((name) => !names.includes(name))
const isCount = (count: number) => Number.isInteger(count) && count > 0 && count <= 10_000
if (unknown !== undefined || !Number.isInteger(seed) || (amount !== null && !isCount(amount))) {
  console.error(
    `Usage: npm run soak -- [--quick] [--only NAME,NAME] [--seed WHOLE-NUMBER] [--amount 1 to 10000]. The trials: ${names.join(', ')}.`,
  )
  process.exit(2)
}
if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}

const startedMs = Date.now()
process.env.DOCKET_TRIALS = run
await builtExtension('chrome')
let brokenTests = 0
const files = wanted.flatMap((name) => testedTrials[name] ?? [])
if (files.length > 0) {
  const cleanPacks = asked.quick ? '200' : '1000'
  const code = await runTests(files, { DOCKET_SEED: String(seed), DOCKET_CLEAN_PACKS: cleanPacks })
  if (code !== 0) brokenTests++
}
for (const trial of soakTrials) {
  if (!wanted.includes(trial.name)) continue
  for (const backEnd of trial.backEnds) {
    const onProgress = (line: string) => console.log(`  ${line}`)
    await runSoakTrial(trial, { backEnd, amount: amount ?? trial.amount[run], seed, onProgress })
  }
}

if (wanted.includes(journeys) && (await runTests(['tests/journeys'], {})) !== 0) brokenTests++

const results = keptResults()
const known = new Set(lastResults(results).map(({ name }) => name))
const missing = trialNames.filter((name) => !known.has(name))
if (missing.length > 0) {
  console.log(`RELIABILITY.md is left as it is: ${resultsFile} has no result yet of ${missing.join(', ')}.`)
} else {
  const machine = { processor: cpus()[0]?.model.trim() ?? 'unknown processor', cores: cpus().length }
  writeFileSync(
    join(repositoryRoot, 'RELIABILITY.md'),
    trialReport(results, { ...machine, node: process.version }),
  )
  console.log('RELIABILITY.md written.')
}
const flawed = results.filter(({ atMs, flaws }) => atMs >= startedMs && flaws.length > 0)
if (!existsSync(resultsFile) || flawed.length > 0 || brokenTests > 0) process.exitCode = 1
