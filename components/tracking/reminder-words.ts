import type { ReminderMark, Reminders, reminderDays } from '../../lib/tracking/reminders.ts'
import { inLanguage } from '../language/language.ts'

type Days = typeof reminderDays

const within = (many: number, days: number) => `${many.toLocaleString('en')} due within ${days} working days`

export const english = {
  region: 'Due dates',
  look: 'Look',
  /** E.g. "1 overdue, 3 due today, 2 due within 2 working days"; empty where nothing presses. */
  summary: ({ overdue, today, soon }: Reminders, days: Days): string =>
    [
      overdue > 0 && `${overdue.toLocaleString('en')} overdue`,
      today > 0 && `${today.toLocaleString('en')} due today`,
      soon > 0 && within(soon, days.soon),
    ]
      .filter((part) => part !== false)
      .join(', '),
  mark: {
    overdue: () => 'Overdue',
    today: () => 'Due today',
    soon: (days) => `Within ${days.soon} working days`,
    ahead: (days) => `Within ${days.ahead} working days`,
  } satisfies Record<ReminderMark, (days: Days) => string>,
  show: 'Say what is due on the toolbar button and in the popup',
  isSilent: 'Toolbar and popup say nothing of dates any more.',
  isShown: 'Toolbar and popup say what is due.',
}

/** What is said of dates that press. */
export const reminderWords = inLanguage('tracking/reminder-words', english)
