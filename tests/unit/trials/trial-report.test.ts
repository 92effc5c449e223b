import { expect, test } from 'vitest'
import type { TrialResult } from '../../trials/trial.ts'
import { lastResults, trialReport } from '../../trials/trial-report.ts'

const result = (overrides: Partial<TrialResult> = {}): TrialResult => ({
  plan: 'T1',
  name: 'worker-kills',
  what: 'Flags while the background is killed.',
  backEnd: 'LevelDB',
  counts: { captures: 1000, kills: 700, lost: 0 },
  flaws: [],
  seed: 4,
  seconds: 12.5,
  browser: 'Chromium 156.0.8078.79',
  run: 'soak',
  atMs: Date.UTC(2026, 10, 25),
  commit: 'abcdef0123',
  notRun: null,
  ...overrides,
})
const machine = { processor: 'Some | processor', cores: 2, node: 'v24.21.0' }

test('the newest soak result of each trial and store is reported, in the order of the plan', () => {
  const kept = [
    result({ plan: 'T10', name: 'z' }),
    result({ seed: 1 }),
    result({ backEnd: 'SQLite', seed: 2 }),
    result({ seed: 3, run: 'quick' }),
    result({ seed: 9, run: 'test' }),
  ]
  expect(lastResults(kept).map(({ name, backEnd, seed }) => [name, backEnd, seed])).toEqual([
    ['worker-kills', 'LevelDB', 3],
    ['worker-kills', 'SQLite', 2],
    ['z', 'LevelDB', 4],
  ])
})

test('every figure stands in the report as it was counted', () => {
  expect(trialReport([result()], machine)).toContain(
    '| T1 worker-kills | LevelDB | soak | 1,000 captures, 700 kills, 0 lost | 4 | passed | 12.5 | 2026-11-25 | abcdef0123 |',
  )
})

test('a flaw, and a trial that could not run, are told and not hidden', () => {
  const report = trialReport(
    [
      result({ flaws: ['listing 7 was\nlost'] }),
      result({ name: 'sync-calls', counts: {}, notRun: 'There is no strace.' }),
    ],
    machine,
  )
  expect(report).toContain('2 results: 0 passed, 1 with flaws, 1 not run.')
  expect(report).toContain('**1 flaws**')
  expect(report).toContain('- worker-kills (LevelDB): listing 7 was lost')
  expect(report).toContain('- sync-calls (LevelDB): There is no strace.')
})
