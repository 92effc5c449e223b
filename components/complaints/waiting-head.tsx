import { Check, CircleHelp, Lightbulb } from 'lucide-react'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import { SmallSelect } from '../ui/field.tsx'
import { groundText, reasonChoices, rightName } from './complaint-names.ts'
import type { Known } from './read-known.ts'
import type { WaitingGroup } from './waiting-layout.ts'
import { words } from './words.ts'

interface WaitingHeadProps {
  group: WaitingGroup
  known: Known
  reasonId: string
  onReason(rightId: string, reasonId: string): void
  onAccept(): void
  onChoose(): void
}

/** What is proposed for a group, on which ground, and what accepts it for all. */
export function WaitingHead({ group, known, reasonId, onReason, onAccept, onChoose }: WaitingHeadProps) {
  const { proposal, listings } = group
  const right = proposal ? rightName(known, proposal.rightId) : words.noProposal
  const ground = proposal ? groundText(proposal.grounds) : words.noProposalGround
  return (
    <div className="flex h-full flex-col justify-center gap-1 border-b border-line bg-sunken px-3">
      <div className="flex min-w-0 items-center gap-2">
        <span aria-hidden className={proposal ? 'text-accent' : 'text-ink-soft'}>
          {proposal ? <Lightbulb size={16} /> : <CircleHelp size={16} />}
        </span>
        <h3 className="min-w-0 truncate font-semibold" dir="auto">
          {right}
          <span className="font-normal text-ink-soft tabular-nums">
            {' '}
            {listings.length.toLocaleString(locale)}
          </span>
        </h3>
        {proposal && (
          <span className="shrink-0 rounded-full border border-line-strong px-1.5 text-xs text-ink-soft">
            {words.proposal}
          </span>
        )}
      </div>
      <p className="truncate text-xs text-ink-soft" title={ground} dir="auto">
        {ground}
      </p>
      <div className="flex min-w-0 items-center gap-2">
        {proposal ? (
          <>
            <SmallSelect
              label={words.reasonFor(right)}
              value={reasonId}
              choices={reasonChoices(known.rightOf.get(proposal.rightId), known.rules)}
              onChange={(event) => onReason(proposal.rightId, event.target.value)}
              className="max-w-64 flex-1"
            />
            <Button
              size="small"
              look="primary"
              aria-label={words.acceptAllLong(listings.length, right, ground)}
              disabled={reasonId === ''}
              onClick={onAccept}
            >
              <Check size={14} aria-hidden />
              {words.acceptAll(listings.length)}
            </Button>
            <Button size="small" onClick={onChoose} aria-label={words.chooseAll(listings.length)}>
              {words.choose}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={onChoose}>
            {words.chooseAll(listings.length)}
          </Button>
        )}
      </div>
    </div>
  )
}
