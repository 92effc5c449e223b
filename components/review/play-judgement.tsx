import { MessageSquarePlus, SkipForward, UserCheck } from 'lucide-react'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import { complaintName, rightName } from '../complaints/complaint-names.ts'
import type { Known } from '../complaints/read-known.ts'
import { GroupMark } from '../queue/group-mark.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { type Decision, decisionKeys, decisionOf, decisions } from './decisions.ts'
import { PlaySection } from './play-section.tsx'
import { ReviewMarks } from './review-words-of.tsx'
import { words } from './words.ts'

interface PlayJudgementProps {
  row: ReviewRow
  known: Known | undefined
  nowMs: number
  /** Verdict and right cannot be changed. */
  isLocked: boolean
  isReadOnly: boolean
  onDecide(decision: Decision): void
  onRight(): void
  onNote(): void
  onSkip(): void
  onCheck(): void
}

/** The one with the long name has a line of its own. */
const inButtons = [...decisions.filter((decision) => decision !== 'undecided'), 'undecided'] as const

/** The judgement as it stands, and the buttons that change it, each with its key. */
export function PlayJudgement({ row, known, nowMs, isLocked, isReadOnly, ...on }: PlayJudgementProps) {
  const { flag } = row
  const now = decisionOf(flag)
  return (
    <PlaySection title={words.judgement}>
      <div className="grid grid-cols-2 gap-1.5">
        {inButtons.map((decision) => (
          <Button
            key={decision}
            aria-pressed={decision === now}
            disabled={isLocked}
            onClick={() => on.onDecide(decision)}
            className={classNames(
              'min-w-0 justify-start px-2',
              decision === now && 'border-accent! bg-accent-soft! outline-1 outline-accent',
              decision === 'undecided' && 'col-span-2',
            )}
          >
            <kbd aria-hidden>{decisionKeys[decision]}</kbd>
            {decision === 'trademark' || decision === 'copyright' || decision === 'patent' ? (
              <GroupMark group={decision} />
            ) : null}
            <span className="min-w-0 truncate">{words.decision[decision]}</span>
          </Button>
        ))}
        <Button disabled={isLocked} onClick={on.onRight} className="col-span-2 min-w-0 justify-start px-2">
          <kbd aria-hidden>r</kbd>
          <span className="min-w-0 truncate">{words.chooseRight}</span>
        </Button>
      </div>
      {flag.rightId !== null && known && (
        <p className="mt-2 break-words" dir="auto">
          {flag.reasonId === null
            ? rightName(known, flag.rightId)
            : complaintName(known, { rightId: flag.rightId, reasonId: flag.reasonId })}
        </p>
      )}
      {flag.note !== '' && (
        <p className="mt-2 rounded-md bg-sunken px-2 py-1.5 break-words whitespace-pre-wrap" dir="auto">
          {flag.note}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-1 text-xs">
        <ReviewMarks row={row} nowMs={nowMs} />
      </div>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="small" disabled={isReadOnly} onClick={on.onNote}>
          <MessageSquarePlus size={13} aria-hidden />
          {flag.note === '' ? words.addNote : words.editNote} <kbd aria-hidden>n</kbd>
        </Button>
        <Button size="small" disabled={isReadOnly} onClick={on.onSkip}>
          <SkipForward size={13} aria-hidden />
          {words.skip} <kbd aria-hidden>k</kbd>
        </Button>
        <Button size="small" disabled={isReadOnly} onClick={on.onCheck}>
          <UserCheck size={13} aria-hidden />
          {words.secondCheck} <kbd aria-hidden>s</kbd>
        </Button>
      </div>
    </PlaySection>
  )
}
