import { type IpType, ipTypes, type Verdict, verdicts } from '../flag.ts'

export const reviewSorts = ['newest', 'oldest', 'title', 'seller'] as const
export type ReviewSort = (typeof reviewSorts)[number]

export const reviewTypes = ['all', ...ipTypes, 'undecided'] as const
export const reviewVerdicts = ['all', ...verdicts] as const
export const evidenceChoices = ['all', 'with', 'without'] as const
export const markChoices = ['all', 'skipped', 'unchecked', 'agreed', 'disagreed'] as const

/** Which judgements are shown, and in which order. */
export interface ReviewFilter {
  /** Every word must stand in title, numbers, seller or note. */
  text: string
  verdict: Verdict | 'all'
  /** `undecided`: queued without a type. */
  type: IpType | 'undecided' | 'all'
  /** Id of a right; `none`: infringing, and no right chosen; `all`. */
  right: string
  /** Account of the seller; empty for all. */
  sellerId: string
  /** First and last day of flagging, "2026-11-25", where the person is; empty without bound. */
  from: string
  to: string
  /** The search on which it was flagged, as it was typed; empty for all. */
  keyword: string
  /** Whether there is a screenshot. */
  evidence: (typeof evidenceChoices)[number]
  mark: (typeof markChoices)[number]
  sort: ReviewSort
}

export const everything: ReviewFilter = {
  text: '',
  verdict: 'all',
  type: 'all',
  right: 'all',
  sellerId: '',
  from: '',
  to: '',
  keyword: '',
  evidence: 'all',
  mark: 'all',
  sort: 'newest',
}

/** Start of a calendar day where the person is, in milliseconds; null where it is no day. */
function dayStartMs(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const startMs = new Date(`${day}T00:00:00`).getTime()
  return Number.isNaN(startMs) ? null : startMs
}

/** The bounds of the days in milliseconds; the second is the start of the day after. Null without bound. */
export function timeBounds({ from, to }: Pick<ReviewFilter, 'from' | 'to'>): {
  fromMs: number | null
  beforeMs: number | null
} {
  const lastMs = dayStartMs(to)
  // By calendar, not by 24 hours: a day of the clock change has 23 or 25.
  const next = lastMs === null ? null : new Date(lastMs)
  next?.setDate(next.getDate() + 1)
  return { fromMs: dayStartMs(from), beforeMs: next?.getTime() ?? null }
}
