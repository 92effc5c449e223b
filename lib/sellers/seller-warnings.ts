import type { Harm } from './seller-harm.ts'
import type { SellerMark } from './seller-mark.ts'

const onList = {
  watch: 'its seller is on your watch list',
  allow: 'its seller is on your allow list',
  deny: 'its seller is on your deny list',
} as const

/** What a page says of the seller of a flagged listing, in few words each; nothing where nothing is known. */
export function sellerWarnings(
  mark: SellerMark | null,
  { removed, relisted, countered, open }: Pick<Harm, 'removed' | 'relisted' | 'countered' | 'open'>,
): string[] {
  const record = [
    removed > 0 && `${removed} removed`,
    relisted > 0 && `${relisted} back`,
    countered > 0 && `${countered} countered`,
    open > 0 && `${open} open`,
  ].filter((part) => part !== false)
  return [
    ...(mark ? [onList[mark.list]] : []),
    ...(record.length > 0 ? [`its seller: ${record.join(', ')}`] : []),
  ]
}
