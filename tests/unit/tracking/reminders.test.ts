import { describe, expect, test } from 'vitest'
import { reminderWords } from '../../../components/tracking/reminder-words.ts'
import { dexieReminderCount } from '../../../lib/storage/dexie-reminder-count.ts'
import { dexieReminders } from '../../../lib/storage/dexie-reminders.ts'
import { buildCalendar } from '../../../lib/tracking/business-days.ts'
import { reminderDays, reminderMark } from '../../../lib/tracking/reminders.ts'
import { houseWithFiled } from './tracking-house.ts'

const calendar = buildCalendar([])

describe('a reminder', () => {
  // 27 November 2026 is a Friday.
  test.each([
    ['2026-11-26', 'overdue'],
    ['2026-11-27', 'today'],
    ['2026-11-29', 'soon'],
    ['2026-12-01', 'soon'],
    ['2026-12-02', 'ahead'],
    ['2026-12-04', 'ahead'],
    ['2026-12-05', null],
  ])('of a date on %s is %s', (on, mark) => {
    expect(reminderMark({ kind: 'answer', on }, '2026-11-27', calendar)).toBe(mark)
  })

  test('is not given of what only the seller may do, nor of an appeal that nobody can make any more', () => {
    expect(reminderMark({ kind: 'counter-window', on: '2026-11-27' }, '2026-11-27', calendar)).toBeNull()
    expect(reminderMark({ kind: 'appeal', on: '2026-11-26' }, '2026-11-27', calendar)).toBeNull()
  })

  test('counts what is stored, and is kept with the person’s wish for silence', async () => {
    const { house } = await houseWithFiled([1, 1])
    const store = dexieReminders(house.database)
    expect(await store.read()).toMatchObject({ known: null, isSilent: false })
    // Filed on Friday 20 November: the decision is to be expected on Tuesday.
    const counted = await dexieReminderCount(house.database)('2026-11-25')
    expect(counted.counts).toEqual({ overdue: 2, today: 0, soon: 0, ahead: 0 })
    await store.silence(true)
    await store.keep(counted)
    expect(await store.read()).toMatchObject({ known: counted, isSilent: true })
  })

  test('says how many press, and nothing where none does', () => {
    expect(reminderWords.summary({ overdue: 1, today: 3, soon: 2, ahead: 4 }, reminderDays)).toBe(
      '1 overdue, 3 due today, 2 due within 2 working days',
    )
    expect(reminderWords.summary({ overdue: 0, today: 0, soon: 0, ahead: 4 }, reminderDays)).toBe('')
  })
})
