import type { Sighting } from '../../lib/evidence/sighting.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { joined, locale } from '../language/language.ts'
import { words } from './words.ts'

const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })

/** Date and time to the second, in local time. */
export const exactTime = (atMs: number): string => exact.format(atMs)

/** "just now", "5 min. ago", "3 hr. ago", "2 days ago"; a date beyond a week. */
export function relativeTime(atMs: number, nowMs: number): string {
  const minutes = Math.round((nowMs - atMs) / 60_000)
  if (minutes < 1) return words.justNow
  if (minutes < 60) return relative.format(-minutes, 'minute')
  const hours = Math.round(minutes / 60)
  if (hours < 24) return relative.format(-hours, 'hour')
  const days = Math.round(hours / 24)
  if (days < 8) return relative.format(-days, 'day')
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  return (sameYear ? shortDate : longDate).format(atMs)
}

/** Where it was seen: "search “bottle”, page 2, place 7". */
export function placeOf({ pageKind, keyword, resultsPage, rank, sponsored }: Sighting): string {
  const pieces = [
    pageKind === 'search' ? words.searchFor(keyword) : words.pageKind[pageKind],
    resultsPage !== null && words.resultsPage(resultsPage),
    rank !== null && words.place(rank),
    sponsored === true && words.sponsored,
  ]
  return joined(pieces.filter((piece) => typeof piece === 'string'))
}

/** The site's name as in the address, without "www.". */
export const siteName = (pageUrl: string): string => new URL(pageUrl).hostname.replace(/^www\./, '')

export const titleOf = ({ flag, listing }: QueueEntry): string =>
  listing ? (listing.title ?? titleless(flag)) : words.listingDamaged(flag.comId)

export const sellerOf = ({ listing }: QueueEntry): string | null => {
  if (!listing) return null
  return listing.storeName ?? (listing.sellerId === null ? null : words.sellerNumber(listing.sellerId))
}

/** From a list, nothing but the number is known. */
const titleless = ({ captureId, comId }: QueueEntry['flag']): string =>
  captureId === null ? words.itemNumber(comId) : words.titleUnknown
