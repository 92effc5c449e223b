import { afterAll, beforeEach } from 'vitest'
import { runTrial, type Trial, type TrialBackEnd, type TrialFindings } from './trial.ts'

/**
 * Makes the tests of a file (or `describe`) one trial, by default without a browser: what they count is summed, each failed test
 * is a flaw, and the result is written when the last has ended.
 */
export function tally(
  trial: Trial & { seed: number | null; backEnd?: TrialBackEnd },
): (what: string, count?: number) => void {
  const findings: TrialFindings = { counts: {}, flaws: [] }
  const startedMs = Date.now()
  beforeEach(({ task, onTestFailed }) => onTestFailed(() => void findings.flaws.push(`Failed: ${task.name}`)))
  afterAll(() => runTrial({ backEnd: 'memory', ...trial, startedMs }, async () => findings))
  return (what, count = 1) => {
    findings.counts[what] = (findings.counts[what] ?? 0) + count
  }
}
