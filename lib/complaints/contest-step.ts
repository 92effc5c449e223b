import type { Clock } from '../core/clock.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { DocumentRef } from '../rights/right-document.ts'
import type { FollowUp, FollowUpRepo } from './follow-up.ts'

export const contestStepKinds = ['seller-sent', 'evidence-added', 'decision', 'escalation'] as const
/**
 * What happened to a counter-notice or decision, beside our answer: the seller sent something, we added evidence, the
 * portal decided, it was taken further (a court, an agency, the platform's own complaint desk).
 */
export type ContestStepKind = (typeof contestStepKinds)[number]

/** One of them, with the documents that belong to it. Steps are only added. */
export interface ContestStep {
  kind: ContestStepKind
  on: CalendarDate
  text: string
  files: DocumentRef[]
  addedAtMs: number
}

const maxTextLength = 4000

/**
 * Adds what happened, also after it was answered. Fails with `day-missing`, `day-in-future`, `before-received`,
 * `nothing-said`, `text-long`, `follow-up-gone`.
 */
export async function addContestStep(
  { followUps, clock }: { followUps: Pick<FollowUpRepo, 'change'>; clock: Clock },
  { followUpId, receivedOn }: Pick<FollowUp, 'followUpId' | 'receivedOn'>,
  { kind, on, text, files }: Omit<ContestStep, 'addedAtMs'>,
  today: CalendarDate,
): Promise<Result<FollowUp>> {
  const said = text.normalize('NFC').trim()
  if (!isCalendarDate(on)) return fail('day-missing', 'Enter the day on which it happened.')
  if (on > today) return fail('day-in-future', 'This day is in the future. Enter the day itself.')
  if (on < receivedOn) return fail('before-received', `It came on ${receivedOn}. Enter a day from then on.`)
  if (said === '' && files.length === 0) {
    return fail('nothing-said', 'Say what happened, or add a document that shows it.')
  }
  if (said.length > maxTextLength) {
    return fail('text-long', `It may have ${maxTextLength} characters. Shorten it, or add it as a document.`)
  }
  const addedAtMs = clock().wallMs
  const step: ContestStep = { kind, on, text: said, files: [...files], addedAtMs }
  const changed = await followUps.change(followUpId, (stored) => ({
    ...stored,
    steps: [...(stored.steps ?? []), step],
    changedAtMs: addedAtMs,
  }))
  return changed
    ? ok(changed)
    : fail('follow-up-gone', 'This counter-notice is not stored any more, so nothing was added.')
}

/** In the order in which it happened. */
export const contestSteps = ({ steps = [] }: Pick<FollowUp, 'steps'>): ContestStep[] =>
  steps.toSorted((one, other) =>
    one.on === other.on ? one.addedAtMs - other.addedAtMs : one.on < other.on ? -1 : 1,
  )
