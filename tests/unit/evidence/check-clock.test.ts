import { expect, test } from 'vitest'
import { checkClock } from '../../../lib/evidence/check-clock.ts'

const date = (serverMs: number, receivedAtMs: number) => ({
  url: 'https://ae01.alicdn.com/a.jpg',
  serverMs,
  receivedAtMs,
})
const day = 86_400_000

test.each([
  ['no server told', [], null, false],
  ['in step', [date(1_000_000, 1_000_900)], 900, false],
  ['a day fast', [date(0, day)], day, true],
  ['a year slow', [date(365 * day, 0)], -365 * day, true],
  ['just within two minutes', [date(0, 120_000)], 120_000, false],
  ['just beyond', [date(120_001, 0)], -120_001, true],
  ['one answer from a cache', [date(0, 3 * day), date(3 * day, 3 * day + 5)], 5, false],
])('%s', (_, dates, skewMs, isDoubtful) => {
  expect(checkClock(dates)).toEqual({ skewMs, isDoubtful })
})
