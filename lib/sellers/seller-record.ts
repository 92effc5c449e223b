import type { Harm } from './seller-harm.ts'
import type { SellerMark } from './seller-mark.ts'

/** What a page says of the seller of a listing: on which list it stands, and what became of its listings. */
export interface SellerRecord extends Pick<Harm, 'removed' | 'relisted' | 'countered' | 'open'> {
  list: SellerMark['list'] | null
}

/** Null where there is nothing to say. */
export function sellerRecord(
  mark: Pick<SellerMark, 'list'> | null,
  { removed, relisted, countered, open }: Omit<SellerRecord, 'list'>,
): SellerRecord | null {
  const isKnown = mark !== null || removed + relisted + countered + open > 0
  return isKnown ? { list: mark?.list ?? null, removed, relisted, countered, open } : null
}
