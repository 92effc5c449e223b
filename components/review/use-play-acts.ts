import { useCallback, useState } from 'react'
import type { RightProposal } from '../../lib/complaints/propose-right.ts'
import type { ReviewAct } from '../../lib/queue/review/review-act.ts'
import type { SkipReason } from '../../lib/queue/review/review-mark.ts'
import type { Right } from '../../lib/rights/right.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import type { CheckWords } from './check-dialog.tsx'
import { type Decision, judgementOf } from './decisions.ts'
import type { PlayDialog } from './play-dialogs.tsx'
import type { ReviewServices } from './services.ts'
import type { Beside } from './use-beside.ts'
import type { Playing } from './use-play.ts'
import { useReviewActs } from './use-review-acts.ts'
import { words } from './words.ts'

interface PlayActsProps {
  services: ReviewServices
  playing: Playing
  beside: Beside
  show(message: ToastMessage): void
  openDialog(dialog: PlayDialog): void
}

export type PlayActs = ReturnType<typeof usePlayActs>

/** What may be done with the listing that is shown. A judgement and a skip go on to the next one. */
export function usePlayActs({ services, playing, beside, show, openDialog }: PlayActsProps) {
  const { shown, moveBy, moveTo } = playing
  const row = shown?.row ?? null
  const [checker, setChecker] = useState('')
  const onUndone = useCallback((flagId: string | null) => flagId !== null && moveTo(flagId), [moveTo])
  const { run, undo } = useReviewActs(services, show, onUndone)
  const isCurrent = row?.flag.status === 'current'
  const mayMark = isCurrent && services.readOnlyBecause === null
  const mayJudge = mayMark && row.flag.filedIn === null

  /** `back`: the listing of the play that an undo returns to. */
  const act = async (made: ReviewAct, text: string, goesOn: boolean) => {
    const back = shown?.flagId ?? null
    const isDone = await run({ act: made, flagId: back, said: () => text })
    if (isDone && goesOn) moveBy(1)
  }

  const chooseRight = async (right: Right, reasonId: string | null) => {
    if (!mayJudge) return
    const decision = { flagId: row.flag.flagId, rightId: right.rightId, reasonId, ipType: right.ipType }
    await act({ kind: 'right', decisions: [decision] }, words.rightChosen(1, right.label), true)
  }

  return {
    mayMark,
    mayJudge,
    notice: row ? noticeOf(row.flag, shown?.isNewer ?? false) : null,
    checker,
    proposals: beside.proposals,
    undo,
    chooseRight,
    async decide(decision: Decision) {
      if (!mayJudge) return
      const changes = [{ flagId: row.flag.flagId, judgement: judgementOf(decision) }]
      await act({ kind: 'judge', changes }, words.judged(1, decision), true)
    },
    /** By one key where one reason is left; else the person chooses it. */
    async judgeBy(proposal: RightProposal) {
      const right = beside.known?.rightOf.get(proposal.rightId)
      if (!mayJudge || !right) return
      if (proposal.reasonId === null) openDialog({ kind: 'right', rightId: right.rightId })
      else await chooseRight(right, proposal.reasonId)
    },
    async saveNote(note: string) {
      if (!mayMark) return
      const changes = [{ flagId: row.flag.flagId, judgement: { note } }]
      await act({ kind: 'judge', changes }, words.noteSaved(1), false)
    },
    async skip(reason: SkipReason, note: string) {
      if (mayMark && row)
        await act({ kind: 'skip', flagId: row.flag.flagId, reason, note }, words.wasSkipped, true)
    },
    async check(check: CheckWords) {
      if (!mayMark) return
      setChecker(check.name)
      await act({ kind: 'check', flagId: row.flag.flagId, ...check }, words.wasChecked, false)
    },
    async remove() {
      if (mayJudge) await act({ kind: 'remove', flagIds: [row.flag.flagId] }, words.removed(1), true)
    },
    openIfAllowed(kind: 'right' | 'note' | 'skip' | 'check') {
      if (!(kind === 'right' ? mayJudge : mayMark)) return
      openDialog(kind === 'right' ? { kind, rightId: row?.flag.rightId ?? null } : { kind })
    },
    openListing() {
      if (row?.listing) services.openUrl(row.listing.url)
    },
    openEvidence() {
      if (row?.flag.captureId) location.assign(services.addresses.capture(row.flag.captureId))
    },
  }
}

function noticeOf(flag: { status: string; filedIn: string | null }, isNewer: boolean): string | null {
  if (flag.status !== 'current') return words.takenBack
  if (flag.filedIn !== null) return words.isFiled
  return isNewer ? words.judgedElsewhere : null
}
