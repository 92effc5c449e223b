import type { ListingState } from '../../lib/messaging/protocol.ts'
import type { SellerRecord } from '../../lib/sellers/seller-record.ts'
import type { FiledListing } from '../../lib/tracking/filed-listing.ts'
import type { LineState } from '../../lib/tracking/line-outcome.ts'
import type { SeenState } from '../../lib/tracking/seen.ts'
import type { ListingView } from './listing-view.ts'

/** What a page says of a listing that was filed, and of its seller, in few words each. */

const stateNames: Record<LineState, string> = {
  filed: 'no outcome yet',
  removed: 'removed',
  'geo-blocked': 'blocked in some countries',
  rejected: 'rejected',
  'counter-noticed': 'contested',
  reinstated: 'reinstated',
  withdrawn: 'withdrawn',
  'gone-before-filing': 'gone before filing',
  relisted: 'relisted',
}

const seenNames: Record<SeenState, string> = {
  live: 'seen live',
  changed: 'seen changed',
  'not-sold': 'seen not for sale',
  removed: 'seen gone',
}

/** E.g. "Filed 2026-11-20: removed 2026-11-24 · seen live 2026-11-26". */
export function filedWords({ filedOn, state, since, isBySight, seen }: FiledListing): string {
  const entered = [stateNames[state], since, isBySight ? '(by sight)' : null]
  return [
    `Filed ${filedOn ?? ''}: ${entered.filter((part) => part !== null).join(' ')}`,
    ...(seen ? [`${seenNames[seen.state]} ${seen.on}`] : []),
  ].join(' · ')
}

const listNames = { watch: 'watch list', allow: 'allow list', deny: 'deny list' } as const

/** E.g. "Seller: deny list, 3 removed, 1 countered, 2 open". */
export function sellerWords({ list, removed, relisted, countered, open }: SellerRecord): string {
  const parts = [
    list && listNames[list],
    removed > 0 && `${removed} removed`,
    relisted > 0 && `${relisted} back`,
    countered > 0 && `${countered} countered`,
    open > 0 && `${open} open`,
  ]
  return `Seller: ${parts.filter((part) => typeof part === 'string').join(', ')}`
}

const wordsOf = ({ filed, seller }: Pick<ListingState, 'filed' | 'seller'>): string[] => [
  ...(filed ? [filedWords(filed)] : []),
  ...(seller ? [sellerWords(seller)] : []),
]

/** What is known of a judged listing; nothing of others. */
export const knownWords = (view: ListingView): string[] =>
  view.phase === 'judged' ? wordsOf(view.state) : []
