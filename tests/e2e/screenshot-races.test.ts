import { expect, test } from 'vitest'
import { runSoakTrial } from '../trials/soak-trial.ts'
import { soakTrial } from '../trials/soak-trials.ts'

/** RELIABILITY.md, T8. `npm run soak` does two hundred. */
test('of a dozen tab switches at random moments no picture of the wrong tab is accepted', async () => {
  const trial = soakTrial('tab-switches')
  const { flaws } = await runSoakTrial(trial, { backEnd: 'any', amount: trial.amount.test, seed: 1 })
  expect(flaws).toEqual([])
}, 300_000)
