import type { BusinessCalendar } from '../../lib/tracking/business-days.ts'
import type { Deadline } from '../../lib/tracking/deadlines.ts'
import { reminderDays, reminderMark } from '../../lib/tracking/reminders.ts'
import { words as common } from '../complaints/words.ts'
import { classNames } from '../ui/class-names.ts'
import { reminderWords } from './reminder-words.ts'
import { followUpWords as words } from './words.ts'

/** On what a date rests, for eye and calendar. */
export const basisOf = ({ certainty, daysOff }: Deadline): string =>
  [words.basis(common.certainty[certainty]), daysOff === null ? '' : words.daysOff[daysOff]]
    .filter((part) => part !== '')
    .join('; ')

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** What has to be done, by when, and on what that rests. */
export function DeadlineText({
  deadline,
  today,
  calendar,
}: {
  deadline: Deadline
  today: string
  calendar: BusinessCalendar
}) {
  const mark = reminderMark(deadline, today, calendar)
  const inDays = daysBetween(today, deadline.on)
  const isPressing = mark === 'overdue' || mark === 'today' || mark === 'soon'
  return (
    <span className="block min-w-0">
      <span className="font-medium">{words.deadline[deadline.kind]}</span>{' '}
      <span className={classNames('tabular-nums', isPressing && 'font-medium text-danger')}>
        {deadline.on} ({words.inDays(inDays)})
      </span>
      {mark && (
        <span className="ms-2 rounded-sm bg-sunken px-1.5 text-xs">
          {reminderWords.mark[mark](reminderDays)}
        </span>
      )}
      <span className="block text-xs text-ink-soft">
        {words.listings(deadline.listings)} · {basisOf(deadline)}
      </span>
    </span>
  )
}
