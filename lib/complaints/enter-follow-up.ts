import type { Clock } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isCalendarDate } from '../rights/expiry.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintRepo } from './complaint-repo.ts'
import {
  answersTo,
  type CounterGround,
  type FollowUp,
  type FollowUpAnswer,
  type FollowUpRepo,
} from './follow-up.ts'

interface Deps {
  repo: Pick<ComplaintRepo, 'complaint' | 'lines'>
  followUps: FollowUpRepo
  clock: Clock
}

/** What the person read on the portal. */
export interface FollowUpFacts {
  kind: FollowUp['kind']
  receivedOn: CalendarDate
  comIds: readonly string[]
  /** Of a counter-notice. */
  grounds: readonly CounterGround[]
  stated: string
}

/**
 * Enters a counter-notice, or a decision that may be appealed, on a filed complaint. Fails with `not-filed`,
 * `day-missing`, `before-filing`, `day-in-future`, `no-listing`.
 */
export async function enterFollowUp(
  { repo, followUps, clock }: Deps,
  complaintId: string,
  { kind, receivedOn, comIds, grounds, stated }: FollowUpFacts,
  today: CalendarDate,
): Promise<Result<FollowUp>> {
  const complaint = await repo.complaint(complaintId)
  if (complaint?.state !== 'filed') {
    return fail('not-filed', 'Only a filed complaint is answered. Mark it as filed first.')
  }
  const refusedDay = refusalOf(receivedOn, complaint, today)
  if (refusedDay) return refusedDay
  const own = new Set((await repo.lines(complaintId)).map(({ comId }) => comId))
  const named = [...new Set(comIds)].filter((comId) => own.has(comId))
  if (named.length === 0) return fail('no-listing', 'Choose at least one listing that it is about.')
  const nowMs = clock().wallMs
  const common = {
    followUpId: newId(nowMs),
    complaintId,
    comIds: named,
    receivedOn,
    stated: stated.normalize('NFC').trim(),
    answer: '',
    attachments: [],
    answeredOn: null,
    note: '',
    createdAtMs: nowMs,
    changedAtMs: nowMs,
  }
  const followUp: FollowUp =
    kind === 'appeal'
      ? { ...common, kind, state: 'received' }
      : { ...common, kind, state: 'received', grounds: [...grounds] }
  await followUps.add(followUp)
  return ok(followUp)
}

function refusalOf(
  on: CalendarDate,
  { filedOn }: Pick<Complaint, 'filedOn'>,
  today: CalendarDate,
): ReturnType<typeof fail> | null {
  if (!isCalendarDate(on)) return fail('day-missing', 'Enter the day on which the portal showed it.')
  if (on > today) return fail('day-in-future', 'This day is in the future. Enter the day itself.')
  if (filedOn !== null && on < filedOn) {
    return fail('before-filing', `The complaint was filed on ${filedOn}. Enter a day from then on.`)
  }
  return null
}

/** Text and files of an answer while it is open. Fails with `already-answered`. */
export async function changeAnswer(
  { followUps, clock }: Pick<Deps, 'followUps' | 'clock'>,
  followUpId: string,
  change: Partial<Pick<FollowUp, 'answer' | 'attachments'>>,
): Promise<Result<FollowUp>> {
  const changedAtMs = clock().wallMs
  const changed = await followUps.change(followUpId, (stored) =>
    stored.state === 'received' ? { ...stored, ...change, changedAtMs } : null,
  )
  return changed?.changedAtMs === changedAtMs ? ok(changed) : alreadyAnswered
}

/**
 * Enters that the person answered on the portal, and how; Docket itself answers nothing. Fails with `day-missing`,
 * `day-in-future`, `before-received`, `other-answer`, `already-answered`.
 */
export async function answerFollowUp(
  { followUps, clock }: Pick<Deps, 'followUps' | 'clock'>,
  followUp: Pick<FollowUp, 'followUpId' | 'kind' | 'receivedOn'>,
  { how, on, note }: { how: FollowUpAnswer; on: CalendarDate; note: string },
  today: CalendarDate,
): Promise<Result<FollowUp>> {
  if (!isCalendarDate(on)) return fail('day-missing', 'Enter the day on which you answered.')
  if (on > today) return fail('day-in-future', 'This day is in the future. Enter the day you answered.')
  if (on < followUp.receivedOn) {
    return fail('before-received', `It came on ${followUp.receivedOn}. Enter a day from then on.`)
  }
  const possible: readonly FollowUpAnswer[] = answersTo[followUp.kind]
  if (!possible.includes(how)) return fail('other-answer', 'Choose one of the answers that are offered.')
  const changedAtMs = clock().wallMs
  const changed = await followUps.change(followUp.followUpId, (stored) =>
    stored.state === 'received'
      ? ({ ...stored, state: how, answeredOn: on, note, changedAtMs } as FollowUp)
      : null,
  )
  return changed?.changedAtMs === changedAtMs && changed.state === how ? ok(changed) : alreadyAnswered
}

const alreadyAnswered = fail(
  'already-answered',
  'This was answered or removed meanwhile, so nothing was changed. Look at it again.',
)
