import { describe, expect, test } from 'vitest'
import { runSoakTrial } from '../trials/soak-trial.ts'
import { type SoakTrialName, soakTrial } from '../trials/soak-trials.ts'
import type { TrialBackEnd } from '../trials/trial.ts'

/** Small amounts: 20 kills a back-end would take five minutes of the quarter of an hour that all tests have. */
const short: Array<[name: SoakTrialName, backEnd: TrialBackEnd]> = [
  ['browser-kills', 'LevelDB'],
  ['browser-kills', 'SQLite'],
  ['sync-calls', 'LevelDB'],
  ['full-disk', 'LevelDB'],
  ['old-connection', 'SQLite'],
]

describe('a short trial of the storage passes, as the long ones of npm run soak do', () => {
  test.each(short)('%s on %s', { timeout: 300_000 }, async (name, backEnd) => {
    const trial = soakTrial(name)
    const { flaws } = await runSoakTrial(trial, { backEnd, amount: trial.amount.test, seed: 1 })
    expect(flaws).toEqual([])
  })
})
