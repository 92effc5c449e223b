import { expect, test } from 'vitest'
import { badgeLook } from '../../../lib/browser/badge-look.ts'

test.each([
  [null, false, '', 'Docket'],
  [0, false, '', 'Docket'],
  [1, false, '1', 'Docket: 1 listing in the queue'],
  [87, false, '87', 'Docket: 87 listings in the queue'],
  [999, false, '999', 'Docket: 999 listings in the queue'],
  [1200, false, '999+', 'Docket: 1200 listings in the queue'],
  [null, true, '…', 'Docket – gathering evidence'],
  [0, true, '…', 'Docket – gathering evidence'],
  [87, true, '87…', 'Docket: 87 listings in the queue – gathering evidence'],
  [1200, true, '999…', 'Docket: 1200 listings in the queue – gathering evidence'],
])('%s queued, gathering %s: "%s"', (queued, isGathering, text, title) => {
  const look = badgeLook(queued, isGathering)
  expect(look).toMatchObject({ text, title })
  expect(look.text.length).toBeLessThanOrEqual(4)
  expect(look.color).not.toBe(badgeLook(queued, !isGathering).color)
})

test.each([
  [0, { overdue: 1, today: 0 }, '!', 'Docket – 1 overdue'],
  [87, { overdue: 1, today: 3 }, '87!', 'Docket: 87 listings in the queue – 3 due today, 1 overdue'],
  [1200, { overdue: 0, today: 2 }, '999!', 'Docket: 1200 listings in the queue – 2 due today'],
  [87, { overdue: 0, today: 0 }, '87', 'Docket: 87 listings in the queue'],
])('%s queued and %j: "%s"', (queued, reminders, text, title) => {
  const look = badgeLook(queued, false, reminders)
  expect(look).toMatchObject({ text, title })
  expect(look.text.length).toBeLessThanOrEqual(4)
  // While evidence is gathered the dots stand there, and the words stay.
  expect(badgeLook(queued, true, reminders).text).toMatch(/…$/)
})
