/** `npm test`: every check in order, with live output, a table at the end and one plain closing line. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reportsDir = join(root, 'out', 'test')

interface Step {
  name: string
  /** Commands, one after another; the first that fails ends the step. */
  commands: string[][]
  /** Set for vitest projects: where their report lies. */
  report?: string
}

interface Outcome {
  name: string
  seconds: number
  passed: number
  failed: number
  skipped: string[]
}

/** The part of vitest's JSON report that is read here. */
interface TestReport {
  testResults: Array<{
    name: string
    status: string
    assertionResults: Array<{ fullName: string; status: string }>
  }>
}

const tests = (project: string): Step => {
  const report = join(reportsDir, `${project}.json`)
  return {
    name: project,
    commands: [
      [
        'vitest',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    ],
    report,
  }
}

const steps: Step[] = [
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'lint', commands: [['biome', 'check', '.']] },
  { name: 'unused', commands: [['knip', '--no-progress']] },
  {
    name: 'build',
    commands: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
    ],
  },
  ...['unit', 'structure', 'integration', 'pages', 'e2e'].map(tests),
]

/** Runs a local tool with its output on the screen; its exit code. */
function run(command: string[]): Promise<number> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        CI: '1',
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** What a vitest report says; a file that failed before its tests could run counts as one failure. */
function counted(report: string): Pick<Outcome, 'passed' | 'failed' | 'skipped'> {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as TestReport
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: results.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: results
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName.trim()),
  }
}

async function runStep({ name, commands, report }: Step): Promise<Outcome> {
  console.log(`\n──── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`)
  const startedMs = Date.now()
  let code = 0
  for (const command of commands) {
    code = await run(command)
    if (code !== 0) break
  }
  const seconds = (Date.now() - startedMs) / 1000
  if (report === undefined) {
    return { name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] }
  }
  if (!existsSync(report)) return { name, seconds, passed: 0, failed: 1, skipped: [] }
  const counts = counted(report)
  // An error outside any test (an unhandled rejection) fails the run although every test passed.
  return { name, seconds, ...counts, failed: counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0) }
}

rmSync(reportsDir, { recursive: true, force: true })
mkdirSync(reportsDir, { recursive: true })
const outcomes: Outcome[] = []
for (const step of steps) outcomes.push(await runStep(step))

const sum = (count: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0)
const skipped = outcomes.flatMap((outcome) => outcome.skipped)
console.log(`\n──── summary ${'─'.repeat(63)}`)
if (skipped.length > 0) console.log(`skipped:\n${skipped.map((name) => `  ${name}`).join('\n')}\n`)
console.log(
  `${'step'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(10)}`,
)
for (const outcome of outcomes) {
  const counts = [outcome.passed, outcome.failed].map((count) => String(count).padStart(8)).join('')
  console.log(
    `${outcome.name.padEnd(14)}${counts}${String(outcome.skipped.length).padStart(9)}${outcome.seconds.toFixed(1).padStart(10)}`,
  )
}
const failed = sum((outcome) => outcome.failed)
console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed, ${skipped.length} skipped`)
process.exitCode = failed === 0 ? 0 : 1
