import { useLiveQuery } from 'dexie-react-hooks'
import { CalendarClock } from 'lucide-react'
import { type ReminderStore, reminderDays } from '../../lib/tracking/reminders.ts'
import { reminderWords as words } from './reminder-words.ts'

interface ReminderLineProps {
  reminders: Pick<ReminderStore, 'read'>
  /** Opens what is due. */
  onOpen(): void
}

/** Says what is due today; nothing where nothing is, or where the person wants it silent. */
export function ReminderLine({ reminders, onOpen }: ReminderLineProps) {
  const stored = useLiveQuery(() => reminders.read(), [reminders])
  const text = stored?.known && !stored.isSilent ? words.summary(stored.known.counts, reminderDays) : ''
  if (text === '') return null
  return (
    <section
      aria-label={words.region}
      className="flex shrink-0 items-center gap-2.5 border-b border-line px-3 py-1.5 text-ink"
    >
      <CalendarClock size={15} aria-hidden className="shrink-0 text-ink-soft" />
      <p className="min-w-0 flex-1">{text}</p>
      <button
        type="button"
        onClick={onOpen}
        className="h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:underline"
      >
        {words.look}
      </button>
    </section>
  )
}
