import { expect, test } from 'vitest'
import { flagWhileKilling } from '../support/kill-background.ts'

test('a background killed again and again loses nothing and stores nothing twice', async () => {
  const report = await flagWhileKilling({ captures: 10, seed: 7 })
  expect(report.kills, 'the killer is alive').toBeGreaterThan(4)
  expect(report).toMatchObject({ captures: 10, lost: [], duplicated: [], falselySaved: [] })
}, 240_000)
