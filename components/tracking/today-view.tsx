import { CalendarPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import { portalOf, reasonOf } from '../../lib/complaints/portal-rules.ts'
import { ok } from '../../lib/core/result.ts'
import { calendarFile } from '../../lib/tracking/calendar-file.ts'
import type { Deadline } from '../../lib/tracking/deadlines.ts'
import { decidedOf, forecastOf, goodFaithMeters } from '../../lib/tracking/good-faith.ts'
import { countReminders, reminderDays } from '../../lib/tracking/reminders.ts'
import { complaintName } from '../complaints/complaint-names.ts'
import { Button } from '../ui/button.tsx'
import { basisOf, DeadlineText } from './deadline-row.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { caseHash } from './follow-up-view.ts'
import { ReminderSwitch } from './reminder-switch.tsx'
import { reminderWords } from './reminder-words.ts'
import { Section } from './section.tsx'
import { followUpWords as words } from './words.ts'

/** What asks for the person today, the most pressing first. */
export function TodayView({ services, state, attempt }: PartProps) {
  const { known, today, filed, deadlines } = state
  const complaintOf = new Map(filed.map(({ complaint }) => [complaint.complaintId, complaint]))
  const named = (deadline: Deadline) => {
    const complaint = complaintOf.get(deadline.complaintId)
    return complaint ? { complaint, name: complaintName(known, complaint) } : null
  }
  const save = () =>
    attempt('saving the calendar', async () => {
      const entries = deadlines.flatMap((deadline) => {
        const about = named(deadline)
        if (!about || deadline.on < known.today) return []
        const { kind, complaintId, followUpId, on, listings } = deadline
        return [
          {
            uid: `${kind}-${followUpId ?? complaintId}@docket`,
            on,
            title: `${words.deadline[kind]}: ${words.caseOf(about.complaint.caseNumber ?? '')}`,
            text: words.calendarText(
              about.name,
              about.complaint.caseNumber ?? '',
              listings,
              basisOf(deadline),
            ),
          },
        ]
      })
      const file = calendarFile(entries, services.clock().wallMs)
      await services.saveFile(new Blob([file], { type: 'text/calendar' }), words.calendarName)
      return ok({ text: words.calendarSaved(entries.length), takeBack: null })
    })
  const clockRows = (some: readonly Deadline[]) =>
    some.map((deadline) => {
      const about = named(deadline)
      return (
        <Row
          key={`${deadline.kind}-${deadline.followUpId ?? deadline.complaintId}`}
          href={caseHash(deadline.complaintId)}
          name={about ? `${about.name}, ${words.caseOf(about.complaint.caseNumber ?? '')}` : ''}
        >
          <DeadlineText deadline={deadline} today={known.today} calendar={state.calendar} />
        </Row>
      )
    })
  const summary = reminderWords.summary(countReminders(deadlines, known.today, state.calendar), reminderDays)
  const isQuiet =
    state.isEvidenceKnown &&
    [today.overdue, today.due, today.answered, today.toFile, today.evidenceMissing].every(
      ({ length }) => length === 0,
    )
  return (
    <div className="flex flex-col gap-6">
      {deadlines.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {summary !== '' && <p className="font-medium">{summary}</p>}
          <Button onClick={() => void save()}>
            <CalendarPlus size={15} aria-hidden />
            {words.calendar}
          </Button>
          <ReminderSwitch services={services} attempt={attempt} />
        </div>
      )}
      {isQuiet && <p>{words.nothingToday}</p>}
      <Rows title={words.overdue} many={today.overdue.length}>
        {clockRows(today.overdue)}
      </Rows>
      <Rows title={words.due} many={today.due.length}>
        {clockRows(today.due)}
      </Rows>
      <Rows title={words.answered} many={today.answered.length} hint={words.answeredHint}>
        {today.answered.map(({ complaint, lines }) => (
          <Row
            key={complaint.complaintId}
            href={caseHash(complaint.complaintId)}
            name={complaintName(known, complaint)}
          >
            {words.caseLine(complaint.caseNumber ?? '', complaint.filedOn ?? '', lines.length)}
          </Row>
        ))}
      </Rows>
      <Rows title={words.toFile} many={today.toFile.length} hint={words.toFileHint}>
        {today.toFile.map(({ complaint, lines }) => (
          <Row
            key={complaint.complaintId}
            href={`#/complaints/${complaint.complaintId}`}
            name={complaintName(known, complaint)}
          >
            {words.listings(lines)}
            <ForecastText state={state} complaint={complaint} lines={lines} />
          </Row>
        ))}
      </Rows>
      <Rows
        title={words.evidenceMissing}
        many={today.evidenceMissing.length}
        hint={words.evidenceMissingHint}
      >
        {today.evidenceMissing.map(({ complaint, comIds }) => (
          <Row
            key={complaint.complaintId}
            href={
              complaint.state === 'filed'
                ? caseHash(complaint.complaintId)
                : `#/complaints/${complaint.complaintId}`
            }
            name={complaintName(known, complaint)}
          >
            {words.listings(comIds.length)}
          </Row>
        ))}
      </Rows>
    </div>
  )
}

/** What filing it may do to the rate of its reason, where its portal judges by rates. */
function ForecastText({
  state: { filed, known },
  complaint,
  lines,
}: {
  state: PartProps['state']
  complaint: Complaint
  lines: number
}) {
  const { rules, today } = known
  if (lines === 0 || portalOf(rules, complaint.portalId)?.needsAccount !== true) return null
  const meter = goodFaithMeters(filed, rules, today).find(({ portalId }) => portalId === complaint.portalId)
  const tally = meter?.reasons.find(({ reasonId }) => reasonId === complaint.reasonId)?.tally
  if (!tally || decidedOf(tally) === 0) return null
  const asked = rules.goodFaith.minSuccessShare.value
  const { best, worst, mayFail } = forecastOf(tally, lines, asked)
  const reason = reasonOf(rules, complaint.reasonId)?.name.value ?? complaint.reasonId
  return (
    <span className="block text-xs text-ink-soft">
      {words.forecast(lines, reason, best, worst)}{' '}
      {mayFail === null ? words.belowAnyway(asked) : words.mayFail(mayFail, asked)}
    </span>
  )
}

/** Nothing where there is no row. */
const Rows = ({
  title,
  many,
  hint,
  children,
}: {
  title: string
  many: number
  hint?: string
  children: ReactNode
}) =>
  many > 0 && (
    <Section title={title} many={many} {...(hint === undefined ? {} : { hint })}>
      <ul className="flex flex-col gap-1.5">{children}</ul>
    </Section>
  )

/** A row that leads to what it is about. */
export const Row = ({ href, name, children }: { href: string; name: string; children: ReactNode }) => (
  <li>
    <a href={href} className="block min-w-0 rounded-lg border border-line bg-raised px-3 py-2 hover:bg-hover">
      <span className="block font-medium break-words" dir="auto">
        {name}
      </span>
      <span className="block">{children}</span>
    </a>
  </li>
)
