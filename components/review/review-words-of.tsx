import { checkOf, skipOf } from '../../lib/queue/review/review-mark.ts'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import { relativeTime } from '../queue/row-facts.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { words } from './words.ts'

export const titleOf = ({ flag, listing }: Pick<ReviewRow, 'flag' | 'listing'>): string =>
  listing?.title ?? words.unknownTitle(flag.comId)

export const sellerOf = ({ listing }: Pick<ReviewRow, 'listing'>): string =>
  listing?.storeName ?? (listing?.sellerId == null ? words.sellerUnknown : words.account(listing.sellerId))

/** What was said in review of the judgement as it stands; nothing where nothing was. */
export function ReviewMarks({ row: { flag, mark }, nowMs }: { row: ReviewRow; nowMs: number }) {
  const [skip, check] = [skipOf(mark, flag), checkOf(mark, flag)]
  return (
    <>
      {skip && (
        <StateMark tone="plain" title={skip.note}>
          {words.skipped(words.skipReason[skip.reason], relativeTime(skip.atMs, nowMs))}
        </StateMark>
      )}
      {check && (
        <StateMark tone={check.agrees ? 'good' : 'danger'} title={check.note}>
          {words[check.agrees ? 'agrees' : 'disagrees'](check.name, relativeTime(check.atMs, nowMs))}
        </StateMark>
      )}
    </>
  )
}
