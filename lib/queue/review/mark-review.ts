import { canonicalJson } from '../../core/canonical-json.ts'
import type { Clock, Moment } from '../../core/clock.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { LedgerAct } from '../../evidence/ledger/ledger-act.ts'
import { parseOperatorName } from '../../evidence/operator-name.ts'
import { maxNoteLength } from '../change-judgement.ts'
import type { Flag } from '../flag.ts'
import {
  judgedAs,
  type ReviewMark,
  type ReviewMarkRepo,
  type ReviewMarkTransaction,
  type SkipReason,
} from './review-mark.ts'

interface Marking {
  marks: ReviewMarkRepo
  clock: Clock
}

/** A mark as it was: hand it to `putMarkBack` to undo. Null where there was none. */
export interface FormerMark {
  flagId: string
  mark: ReviewMark | null
}

/**
 * Stores that a listing was passed over, and why; the judgement stays. Returns what undoes it.
 * Fails with `note-too-long`, `not-current` (it was judged again or taken back meanwhile).
 */
export async function skipListing(
  { marks, clock }: Marking,
  flagId: string,
  { reason, note }: { reason: SkipReason; note: string },
): Promise<Result<FormerMark>> {
  if (note.length > maxNoteLength) return noteTooLong
  return marks.transact(async (transaction) => {
    const flag = await transaction.flag(flagId)
    if (flag?.status !== 'current') return notCurrent
    const at = clock()
    const before = await transaction.mark(flagId)
    const skip = { reason, note, of: judgedAs(flag), atMs: at.wallMs }
    await store(transaction, flag, { before, after: { flagId, skip, check: before?.check ?? null }, at })
    return ok({ flagId, mark: before })
  })
}

/**
 * Stores what a second person says of a judgement. Returns what undoes it.
 * Fails with `note-too-long`, `name-missing`, `name-too-long`, `name-unreadable`, `same-person` (who judges cannot
 * check), `not-current`.
 */
export async function checkJudgement(
  { marks, clock }: Marking,
  flagId: string,
  { name: typed, agrees, note }: { name: string; agrees: boolean; note: string },
): Promise<Result<FormerMark>> {
  if (note.length > maxNoteLength) return noteTooLong
  const name = parseOperatorName(typed)
  if (!name.ok) return name
  const { value } = name
  if (value === null) return nameMissing
  return marks.transact(async (transaction) => {
    const flag = await transaction.flag(flagId)
    if (flag?.status !== 'current') return notCurrent
    const judge = await transaction.operatorName()
    if (judge !== null && foldedName(judge) === foldedName(value)) return samePerson
    const at = clock()
    const before = await transaction.mark(flagId)
    const check = { name: value, agrees, note, of: judgedAs(flag), atMs: at.wallMs }
    await store(transaction, flag, { before, after: { flagId, skip: before?.skip ?? null, check }, at })
    return ok({ flagId, mark: before })
  })
}

/** Undoes `skipListing` and `checkJudgement`: the mark is as it was, and the ledger says so. Returns what undoes that. */
export const putMarkBack = (
  { marks, clock }: Marking,
  { flagId, mark }: FormerMark,
): Promise<Result<FormerMark>> =>
  marks.transact(async (transaction) => {
    const flag = await transaction.flag(flagId)
    if (!flag) return notCurrent
    const before = await transaction.mark(flagId)
    await store(transaction, flag, { before, after: mark, at: clock() })
    return ok({ flagId, mark: before })
  })

interface Change {
  before: ReviewMark | null
  after: ReviewMark | null
  at: Moment
}

async function store(transaction: ReviewMarkTransaction, flag: Flag, change: Change): Promise<void> {
  const { before, after } = change
  if (after && (after.skip || after.check)) await transaction.putMark(after)
  else await transaction.removeMark(flag.flagId)
  const acts: Array<Omit<LedgerAct, 'actor'>> = []
  if (differs(before?.skip, after?.skip)) acts.push(actOf('review-skipped', flag, change, 'skip'))
  if (differs(before?.check, after?.check)) acts.push(actOf('judgement-checked', flag, change, 'check'))
  await transaction.enterActs(acts)
}

const differs = (one: unknown, other: unknown) => canonicalJson(one ?? null) !== canonicalJson(other ?? null)

const actOf = (
  action: 'review-skipped' | 'judgement-checked',
  { flagId, comId, captureId }: Flag,
  { before, after, at }: Change,
  part: 'skip' | 'check',
): Omit<LedgerAct, 'actor'> => ({
  action,
  subject: flagId,
  payload: canonicalJson({
    ...{ flagId, comId, captureId },
    before: before?.[part] ?? null,
    after: after?.[part] ?? null,
    atMs: at.wallMs,
  }),
  at: { wallMs: at.wallMs, offsetMinutes: at.offsetMinutes },
})

const foldedName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

const noteTooLong = fail(
  'note-too-long',
  `A note may have ${maxNoteLength} characters. Shorten it and save again.`,
)
const nameMissing = fail('name-missing', 'Enter the name of the person who checks.')
const samePerson = fail(
  'same-person',
  'This is the name of the person who judges. A second check needs another person: enter their name.',
)
const notCurrent = fail(
  'not-current',
  'The listing was judged again elsewhere meanwhile. Nothing was changed; look at it and try again.',
)
