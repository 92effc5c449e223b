import { expect, test } from 'vitest'
import { runSoakTrial } from '../trials/soak-trial.ts'
import { soakTrial } from '../trials/soak-trials.ts'

test('a background killed again and again loses nothing and stores nothing twice', async () => {
  const trial = soakTrial('worker-kills')
  const { flaws } = await runSoakTrial(trial, { backEnd: 'LevelDB', amount: trial.amount.test, seed: 7 })
  expect(flaws).toEqual([])
}, 300_000)
