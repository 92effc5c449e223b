import type { ComplaintOutcome } from '../../lib/tracking/complaint-outcome.ts'
import type { LineOutcome } from '../../lib/tracking/line-outcome.ts'
import type { TrackEvent } from '../../lib/tracking/track.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { exactTime } from '../queue/row-facts.ts'
import { Section } from './section.tsx'
import { followUpWords as words } from './words.ts'

interface CaseHistoryProps {
  filed: FiledComplaint
  titleOf(comId: string): string
}

/** Everything that was entered, the newest first, what was taken back included. */
export function CaseHistory({ filed: { track, lines }, titleOf }: CaseHistoryProps) {
  const events = [
    ...track.events.map((event) => ({
      event,
      subjectId: track.subjectId,
      subject: words.wholeSubject,
      what: changeText(event, track.events, words.state),
    })),
    ...lines.flatMap(({ line, track: own }) =>
      own.events.map((event) => ({
        event,
        subjectId: own.subjectId,
        subject: titleOf(line.comId),
        what: changeText(event, own.events, words.line),
      })),
    ),
  ].sort((one, other) => other.event.at.wallMs - one.event.at.wallMs)
  return (
    <Section title={words.history} many={events.length}>
      {events.length === 0 && <p className="text-ink-soft">{words.noHistory}</p>}
      <ol className="flex flex-col gap-1">
        {events.map(({ event, subjectId, subject, what }) => (
          <li key={`${subjectId}-${event.place}`} className="rounded-md border border-line px-3 py-1.5">
            <span className="break-words" dir="auto">
              {subject}
            </span>
            : <span className="font-medium">{what}</span>
            <span className="block text-xs text-ink-soft">
              {event.on}
              {event.change.kind === 'seen' ? '' : ` · ${words.source[event.source]}`} ·{' '}
              {words.enteredAt(exactTime(event.at.wallMs))}
              {event.change.kind === 'seen' && (
                <>
                  {' · '}
                  <a href={`#/evidence/${event.change.captureId}`} className="text-accent underline">
                    {words.seenEvidence}
                  </a>
                </>
              )}
            </span>
            {event.note !== '' && (
              <span className="block text-xs break-words text-ink-soft" dir="auto">
                {event.note}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function changeText<Outcome extends ComplaintOutcome | LineOutcome>(
  { change }: TrackEvent<Outcome>,
  events: ReadonlyArray<TrackEvent<Outcome>>,
  names: Record<Outcome['state'], string>,
): string {
  if (change.kind === 'seen') {
    const { seen, changed, shipTo } = change
    const details = [
      ...(changed.length > 0 ? [words.changedFacts(changed)] : []),
      ...(shipTo === null ? [] : [words.shipTo(shipTo)]),
    ]
    return [words.seen[seen], ...details].join(' · ')
  }
  if (change.kind === 'outcome') return names[change.state as Outcome['state']]
  const gone = events.find(({ place }) => place === change.of)?.change
  return words.takenBack(gone?.kind === 'outcome' ? names[gone.state as Outcome['state']] : '')
}
