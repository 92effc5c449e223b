import { canonicalJson } from '../../core/canonical-json.ts'
import type { LedgerAct } from '../../evidence/ledger/ledger-act.ts'
import type { Flag } from '../flag.ts'

export const skipReasons = [
  'evidence-missing',
  'right-unclear',
  'goods-unclear',
  'seller-unclear',
  'ask-colleague',
  'other',
] as const
/** Why a listing was passed over without a judgement. */
export type SkipReason = (typeof skipReasons)[number]

/** What a judgement said when it was skipped or checked: a word about another one says nothing of it. */
export type JudgedAs = Pick<Flag, 'verdict' | 'ipType' | 'rightId' | 'reasonId'>

export interface Skip {
  reason: SkipReason
  note: string
  of: JudgedAs
  atMs: number
}

/** What a second person said of a judgement. */
export interface SecondCheck {
  /** As the person gave it. */
  name: string
  agrees: boolean
  note: string
  of: JudgedAs
  atMs: number
}

/** What was said of a judgement in review, beside the judgement itself. */
export interface ReviewMark {
  flagId: string
  skip: Skip | null
  check: SecondCheck | null
}

/** What one transaction over marks can read and write, committed together or not at all. */
export interface ReviewMarkTransaction {
  flag(flagId: string): Promise<Flag | null>
  mark(flagId: string): Promise<ReviewMark | null>
  putMark(mark: ReviewMark): Promise<void>
  removeMark(flagId: string): Promise<void>
  /** Name of the person who judges, as set; null where none is. */
  operatorName(): Promise<string | null>
  /** Leaves for the ledger what was done. */
  enterActs(acts: ReadonlyArray<Omit<LedgerAct, 'actor'>>): Promise<void>
}

/** Port of review to where marks are kept. */
export interface ReviewMarkRepo {
  transact<T>(work: (transaction: ReviewMarkTransaction) => Promise<T>): Promise<T>
}

export const judgedAs = ({ verdict, ipType, rightId, reasonId }: JudgedAs): JudgedAs => ({
  verdict,
  ipType,
  rightId,
  reasonId,
})

const isOf = (said: { of: JudgedAs }, flag: JudgedAs) =>
  canonicalJson(said.of) === canonicalJson(judgedAs(flag))

/** Why the listing was skipped; null where it was judged since. */
export const skipOf = (mark: ReviewMark | null, flag: JudgedAs): Skip | null =>
  mark?.skip && isOf(mark.skip, flag) ? mark.skip : null

/** What a second person said of the judgement as it stands; null where nobody did. */
export const checkOf = (mark: ReviewMark | null, flag: JudgedAs): SecondCheck | null =>
  mark?.check && isOf(mark.check, flag) ? mark.check : null
