import { memo } from 'react'
import { currentName } from '../../lib/sellers/fold-seller.ts'
import type { ListedSeller } from '../../lib/sellers/seller-reader.ts'
import { relativeTime } from '../queue/row-facts.ts'
import { classNames } from '../ui/class-names.ts'
import { MarkBadge } from './mark-badge.tsx'
import { words } from './words.ts'

/** Widths of the columns; the same for heads and rows. */
export const wideColumns =
  'grid grid-cols-[minmax(14rem,2fr)_minmax(14rem,2fr)_minmax(9rem,1fr)_8rem] gap-x-4'

interface SellerRowProps {
  listed: ListedSeller
  address: string
  position: number
  size: number
  top: number
  height: number
  isWide: boolean
  nowMs: number
}

export const SellerRow = memo(function SellerRow(props: SellerRowProps) {
  const { listed, address, isWide, nowMs } = props
  const { seller, mark, harm } = listed
  const parts = words.harmParts(harm)
  return (
    <li
      aria-setsize={props.size}
      aria-posinset={props.position}
      style={{ top: props.top, height: props.height }}
      className={classNames(
        'absolute inset-x-0 border-b border-line px-4 hover:bg-sunken sm:px-6',
        isWide ? `${wideColumns} items-center` : 'flex flex-col justify-center gap-0.5',
      )}
    >
      <div className="min-w-0">
        <div className="flex min-w-0 items-center gap-2">
          <a
            href={address}
            data-seller-id={seller.sellerId}
            dir="auto"
            className="min-w-0 truncate font-medium text-accent hover:underline"
          >
            {currentName(seller) ?? words.unnamed}
          </a>
          {mark && <MarkBadge list={mark.list} />}
        </div>
        <p className="truncate text-xs text-ink-soft tabular-nums">
          {words.account(seller.sellerId)} · {words.listings(seller.listings.length)}
        </p>
      </div>
      <p
        className={classNames('min-w-0 text-xs tabular-nums', isWide ? 'truncate' : 'line-clamp-2')}
        title={parts}
      >
        {harm.score > 0 && <span className="font-semibold">{words.score(harm.score)}</span>}
        {harm.score > 0 && parts !== '' && ' · '}
        {parts === '' ? <span className="text-ink-soft">{words.noHarm}</span> : parts}
      </p>
      <p className="min-w-0 truncate text-xs text-ink-soft" dir="auto">
        {[words.stores(seller.storeNumbers.length), seller.countries[0]?.value].filter(Boolean).join(' · ')}
      </p>
      <p className="text-xs text-ink-soft">{words.lastSeen(relativeTime(seller.lastSeenAtMs, nowMs))}</p>
    </li>
  )
})
