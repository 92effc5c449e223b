import type { Failure } from '../../lib/core/result.ts'
import type { FlagRequest, ListingState } from '../../lib/messaging/protocol.ts'
import type { IpType, Judgement } from '../../lib/queue/flag.ts'

/** What a control shows of one listing. */
export type ListingView =
  | { phase: 'unjudged' }
  | { phase: 'saving'; judgement: Judgement }
  | { phase: 'judged'; state: ListingState }
  /** `request`: what was sent and never answered; sent again unchanged it cannot be stored twice. */
  | { phase: 'failed'; judgement: Judgement; failure: Failure; request: FlagRequest | null }

export const unjudged: ListingView = { phase: 'unjudged' }

/** The judgement that a view is about, or null. */
export function judgementOf(view: ListingView): Judgement | null {
  if (view.phase === 'judged') return view.state
  return view.phase === 'unjudged' ? null : view.judgement
}

/** A new judgement that keeps the note of the one before. */
export const judgeAs = (
  verdict: Judgement['verdict'],
  ipType: IpType | null,
  before: ListingView,
): Judgement => ({ verdict, ipType, note: judgementOf(before)?.note ?? '' })
