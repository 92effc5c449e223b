import { useLiveQuery } from 'dexie-react-hooks'
import { ok } from '../../lib/core/result.ts'
import { enterOutcomes, type OutcomeEntry } from '../../lib/tracking/enter-outcomes.ts'
import type { LineOutcome } from '../../lib/tracking/line-outcome.ts'
import { suggestOutcomes } from '../../lib/tracking/suggest-outcomes.ts'
import { suggestSeen } from '../../lib/tracking/suggest-seen.ts'
import { takeBack } from '../../lib/tracking/take-back.ts'
import { standingEvent, type TrackSource } from '../../lib/tracking/track.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { complaintName } from '../complaints/complaint-names.ts'
import { Button } from '../ui/button.tsx'
import { linkLook } from '../ui/link-look.ts'
import { Notice } from '../ui/notice.tsx'
import { CaseContests } from './case-contests.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseLines } from './case-lines.tsx'
import { DeadlineText } from './deadline-row.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { followUpHash } from './follow-up-view.ts'
import { Section } from './section.tsx'
import { ComplaintMark } from './state-marks.tsx'
import { followUpWords as words } from './words.ts'

/** One filed complaint: how it stands, what is due, its listings, and all that was entered. */
export function CaseView({ complaintId, ...props }: PartProps & { complaintId: string }) {
  const filed = props.state.filed.find(({ complaint }) => complaint.complaintId === complaintId)
  if (filed) return <Case {...props} filed={filed} />
  return (
    <Notice tone="warn">
      <p className="font-semibold">{words.noCase}</p>
      <p>{words.noCaseText}</p>
      <a href={followUpHash('cases')} className="text-accent underline">
        {words.backToCases}
      </a>
    </Notice>
  )
}

function Case({ filed, ...props }: PartProps & { filed: FiledComplaint }) {
  const { services, state, attempt } = props
  const { known } = state
  const { complaint, track, lines } = filed
  const { complaintId } = complaint
  // A window that is over asks for nothing, and says nothing any more.
  const deadlines = state.deadlines.filter(
    (one) => one.complaintId === complaintId && !(one.kind === 'counter-window' && one.on < known.today),
  )
  const newest = standingEvent(track.events)
  const deps = { repo: services.repo, clock: services.clock }
  // Of a listing that is not stored any more only the number is known.
  const titles = useLiveQuery(async () => {
    const facts = await services.reader.facts(lines.map(({ line }) => line.comId))
    return new Map(facts.map(({ comId, title }) => [comId, title]))
  }, [services, lines])
  const titleOf = (comId: string) => titles?.get(comId) ?? words.item(comId)
  const takeDecisionBack = (place: number) =>
    attempt('taking it back', async () => {
      const done = await takeBack(deps, [{ subjectId: complaintId, place }])
      return done.ok ? ok({ text: words.tookBack, takeBack: null }) : done
    })
  const gone = suggestSeen(filed)
  const enter = (entries: readonly OutcomeEntry[], to: LineOutcome['state'], source: TrackSource) =>
    attempt('entering the outcome', async () => {
      const entered = await enterOutcomes(deps, entries, source, known.today)
      if (!entered.ok) return entered
      return ok({
        text: words.outcomeEntered(entries.length, to),
        takeBack: () => takeBack(deps, entered.value),
      })
    })
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <a href={followUpHash('cases')} className="text-accent hover:underline">
          {words.backToCases}
        </a>
        <h2 className="text-base font-semibold break-words">{complaintName(known, complaint)}</h2>
        <div className="flex flex-wrap items-start justify-between gap-x-4">
          <p>{words.caseLine(complaint.caseNumber ?? '', complaint.filedOn ?? '', lines.length)}</p>
          <ComplaintMark state={track.state} />
        </div>
        {track.reason !== '' && (
          <p className="break-words text-ink-soft" dir="auto">
            {track.reason}
          </p>
        )}
        <div className="mt-1 flex flex-wrap gap-2">
          <a href={`#/complaints/${complaintId}`} className={linkLook}>
            {words.openComplaint}
          </a>
          <Button onClick={() => void services.openDesk(complaintId)}>{words.openDesk}</Button>
        </div>
      </div>
      {suggestOutcomes(filed, state.followUps).map((suggestion) => (
        <Notice key={suggestion.followUp.followUpId} tone="warn">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-60">
              {words.suggestion(
                suggestion.entries.length,
                suggestion.followUp.receivedOn,
                suggestion.outcome.state,
              )}
            </p>
            <Button onClick={() => void enter(suggestion.entries, suggestion.outcome.state, 'hand')}>
              {words.enterSuggestion}
            </Button>
          </div>
        </Notice>
      ))}
      {gone.length > 0 && (
        <Notice tone="warn">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-60">{words.suggestSeen(gone.length)}</p>
            <Button onClick={() => void enter(gone, 'removed', 'seen')}>{words.enterSeen}</Button>
          </div>
        </Notice>
      )}
      <Section title={words.clocks}>
        {deadlines.length === 0 && <p className="text-ink-soft">{words.noClocks}</p>}
        <ul className="flex flex-col gap-1.5">
          {deadlines.map((deadline) => (
            <li
              key={`${deadline.kind}-${deadline.followUpId ?? ''}`}
              className="rounded-lg border border-line bg-raised px-3 py-2"
            >
              <DeadlineText deadline={deadline} today={known.today} calendar={state.calendar} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.whole}>
        {newest && (
          <div>
            <Button onClick={() => void takeDecisionBack(newest.place)}>
              {words.takeBack(words.state[newest.change.state])}
            </Button>
          </div>
        )}
        <DecisionForm {...props} filed={filed} />
      </Section>
      <CaseLines {...props} filed={filed} titleOf={titleOf} />
      <CaseContests {...props} complaintId={complaintId} />
      <CaseHistory filed={filed} titleOf={titleOf} />
    </div>
  )
}
