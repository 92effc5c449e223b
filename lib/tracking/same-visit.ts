import type { PageState } from '../site/page-context.ts'
import type { FiledListing } from './filed-listing.ts'

const visitMs = 30 * 60_000

/**
 * Whether a filed listing that is opened now was noted in this very state a moment ago: reloading a page, or opening
 * it from two places, is one visit. A page that stands otherwise than then is always news.
 */
export const isSameVisit = (seen: FiledListing['seen'], pageState: PageState, nowMs: number): boolean =>
  seen !== null &&
  (seen.state === 'removed') === (pageState === 'removed') &&
  Math.abs(nowMs - seen.atMs) < visitMs
