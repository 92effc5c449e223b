import { currentName } from '../../lib/sellers/fold-seller.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { MarkBadge } from '../sellers/mark-badge.tsx'
import { words as sellerWords } from '../sellers/words.ts'
import { linkLook } from '../ui/link-look.ts'
import { PlaySection } from './play-section.tsx'
import { words } from './words.ts'

interface PlaySellerProps {
  /** Null where no capture names the account; undefined while that is read. */
  record: SellerRecord | null | undefined
  /** Captures are still being read for what they say of sellers. */
  isCatchingUp: boolean
  address(sellerId: string): string
}

/** What is known of the seller of the listing that is shown. */
export function PlaySeller({ record, isCatchingUp, address }: PlaySellerProps) {
  return (
    <PlaySection title={words.seller}>
      {record ? (
        <>
          <Record record={record} address={address} />
          {isCatchingUp && <p className="mt-1 text-xs text-ink-soft">{words.sellerCatchingUp}</p>}
        </>
      ) : (
        <p className="text-ink-soft">
          {isCatchingUp || record === undefined ? words.sellerCatchingUp : words.sellerHidden}
        </p>
      )}
    </PlaySection>
  )
}

function Record({ record, address }: { record: SellerRecord; address(sellerId: string): string }) {
  const { seller, mark, harm, listings } = record
  const judged = (verdict: string) => listings.filter(({ flag }) => flag?.verdict === verdict).length
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium break-words" dir="auto">
          {currentName(seller) ?? sellerWords.unnamed}
        </span>
        {mark && <MarkBadge list={mark.list} />}
      </p>
      {mark && mark.note !== '' && (
        <p className="text-ink-soft" dir="auto">
          {mark.note}
        </p>
      )}
      <p className="text-xs text-ink-soft tabular-nums">
        {words.account(seller.sellerId)} · {words.sellerListings(listings.length)}
      </p>
      <p className="tabular-nums">{sellerWords.harmParts(harm) || words.noHarm}</p>
      <p className="tabular-nums">{words.alsoJudged(judged('infringing'), judged('genuine'))}</p>
      <a href={address(seller.sellerId)} className={linkLook}>
        {words.sellerPage}
      </a>
    </div>
  )
}
