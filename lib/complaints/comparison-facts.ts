import { isoWithOffset } from '../core/iso-time.ts'
import type { Comparison } from './complaint.ts'
import type { ListingPicture } from './complaint-reader.ts'
import type { ListingFacts } from './listing-facts.ts'

interface Compared {
  facts: Pick<ListingFacts, 'comId' | 'title' | 'url'>
  picture: Pick<ListingPicture, 'sha256' | 'takenAtMs'>
  isDesign: boolean
  /** Of the person who exports. */
  offsetMinutes: number
}

/** What stands above and below the pictures of an exported comparison. */
export function comparisonFacts(
  { genuine, view }: Pick<Comparison, 'genuine' | 'view'>,
  { facts: { comId, title, url }, picture, isDesign, offsetMinutes }: Compared,
): { captions: { genuine: string; listing: string }; facts: string[] } {
  return {
    captions: { genuine: isDesign ? 'Design view' : 'Genuine', listing: 'Listing' },
    facts: [
      `Item ${comId}: ${title ?? 'no title stated'}`,
      url,
      `Listing’s picture taken ${isoWithOffset(picture.takenAtMs, offsetMinutes)}`,
      ...(view.trim() ? [`View: ${view.trim()}`] : []),
      `SHA-256 of the genuine picture: ${genuine.sha256}`,
      `SHA-256 of the listing’s picture: ${picture.sha256}`,
    ],
  }
}
