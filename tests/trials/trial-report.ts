import { countsText, type TrialResult } from './trial.ts'

/** The machine that the trials ran on. */
export interface TrialMachine {
  processor: string
  cores: number
  node: string
}

/** The last soak result of each trial on each back-end; those of `npm test` are smaller and stay out. */
export function lastResults(results: TrialResult[]): TrialResult[] {
  const last = new Map<string, TrialResult>()
  for (const result of results) {
    if (result.run === 'test') continue
    last.set(`${result.name} ${result.backEnd}`, result)
  }
  const planOf = ({ plan }: TrialResult) => Number(/\d+/.exec(plan)?.[0] ?? 99)
  return [...last.values()].sort(
    (a, b) => planOf(a) - planOf(b) || a.name.localeCompare(b.name) || a.backEnd.localeCompare(b.backEnd),
  )
}

const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)

const verdictOf = ({ notRun, flaws }: TrialResult): string =>
  notRun === null ? (flaws.length === 0 ? 'passed' : `**${flaws.length} flaws**`) : 'not run'

/** A cell of a table: one line, and no bar that would end it. */
const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')

const row = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`

/** RELIABILITY.md, from nothing but what the trials wrote. */
export function trialReport(results: TrialResult[], machine: TrialMachine): string {
  const last = lastResults(results)
  const browsers = [...new Set(last.flatMap(({ browser }) => browser ?? []))]
  const failed = last.filter(({ flaws }) => flaws.length > 0)
  const notRun = last.filter((result) => result.notRun !== null)
  const names = [...new Set(last.map(({ name }) => name))]
  return [
    '# Reliability',
    '',
    'Written by `npm run soak` from what its trials counted; no figure here was typed. Do not edit it.',
    '`npm test` runs smaller ones of the same trials. Numbers with a T are those of the test plan.',
    '',
    `${last.length} results: ${last.length - failed.length - notRun.length} passed, ${failed.length} with flaws, ${notRun.length} not run.`,
    `${browsers.join(', ') || 'No browser'}; ${machine.cores} × ${machine.processor}; Node ${machine.node}.`,
    '',
    '| trial | store | run | counted | seed | result | seconds | day | commit |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...last.map((result) =>
      row([
        `${result.plan} ${result.name}`,
        result.backEnd,
        result.run,
        countsText(result.counts),
        result.seed === null ? '' : String(result.seed),
        verdictOf(result),
        String(result.seconds),
        day(result.atMs),
        result.commit,
      ]),
    ),
    '',
    '"quick" is a short run (`npm run soak -- --quick`). A `+` after a commit: with changes that were not committed.',
    '',
    '## What each trial does',
    '',
    ...names.map((name) => {
      const known = last.find((result) => result.name === name)
      return `- **${known?.plan} ${name}** ${known?.what}`
    }),
    '',
    ...section('Flaws', failed.flatMap(flawLines)),
    ...section(
      'Not run',
      notRun.map((result) => `- ${result.name} (${result.backEnd}): ${result.notRun}`),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

const flawLines = ({ name, backEnd, flaws }: TrialResult) =>
  flaws.slice(0, 20).map((flaw) => `- ${name} (${backEnd}): ${flaw.replace(/\s+/g, ' ')}`)

const section = (title: string, lines: string[]) =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']
