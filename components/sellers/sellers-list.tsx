import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { ListedSeller } from '../../lib/sellers/seller-reader.ts'
import { SellerRow, wideColumns } from './seller-row.tsx'
import { words } from './words.ts'

/** Heights of a row in rem, so that they grow with the person's text size. */
const wideRem = 3.5
const narrowRem = 7
/** From here on the facts stand in columns. */
const wideQuery = '(min-width: 60rem)'

export interface SellersListHandle {
  focusFirst(): void
}

interface SellersListProps {
  sellers: readonly ListedSeller[]
  address(sellerId: string): string
  nowMs: number
  ref: Ref<SellersListHandle>
}

/** Sellers in one scrolled list of which only the rows in view exist; arrow keys go from one to the next. */
export function SellersList({ sellers, address, nowMs, ref }: SellersListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const isWide = useIsWide()
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  const height = (isWide ? wideRem : narrowRem) * rem
  const virtualizer = useVirtualizer({
    count: sellers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => sellers[index]?.seller.sellerId ?? index, [sellers]),
    overscan: 8,
    useFlushSync: false,
    initialRect: { width: 1200, height: 700 },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are kept until they are measured anew
  useEffect(() => virtualizer.measure(), [height, virtualizer])

  const wantedId = useRef<string | null>(null)
  useEffect(() => {
    if (wantedId.current === null) return
    const link = linkOf(scroller.current, wantedId.current)
    if (!link) return
    wantedId.current = null
    link.focus({ preventScroll: true })
  })
  const focusAt = (index: number) => {
    const wanted = sellers[Math.max(0, Math.min(index, sellers.length - 1))]
    if (!wanted) return
    const { sellerId } = wanted.seller
    virtualizer.scrollToIndex(sellers.indexOf(wanted), { align: 'auto' })
    const link = linkOf(scroller.current, sellerId)
    if (link) link.focus({ preventScroll: true })
    else wantedId.current = sellerId
  }
  useImperativeHandle(ref, () => ({ focusFirst: () => focusAt(0) }))

  const onKeyDown = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.sellerId : undefined
    const at = sellers.findIndex(({ seller }) => seller.sellerId === id)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: sellers.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    focusAt(to)
  }

  return (
    <>
      {isWide && (
        <div
          aria-hidden
          className={`${wideColumns} shrink-0 overflow-hidden border-b [scrollbar-gutter:stable] border-line bg-sunken px-6 py-1 text-xs text-ink-soft`}
        >
          <span>{words.head.seller}</span>
          <span>{words.head.harm}</span>
          <span>{words.head.where}</span>
          <span>{words.head.seen}</span>
        </div>
      )}
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable]"
      >
        <ul
          aria-label={words.rows}
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const listed = sellers[index]
            if (!listed) return null
            return (
              <SellerRow
                key={listed.seller.sellerId}
                listed={listed}
                address={address(listed.seller.sellerId)}
                position={index + 1}
                size={sellers.length}
                top={start}
                height={height}
                isWide={isWide}
                nowMs={nowMs}
              />
            )
          })}
        </ul>
      </div>
    </>
  )
}

const linkOf = (scroller: HTMLElement | null, sellerId: string) =>
  scroller?.querySelector<HTMLElement>(`[data-seller-id="${CSS.escape(sellerId)}"]`) ?? null

function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(wideQuery).matches)
  useEffect(() => {
    const query = matchMedia(wideQuery)
    const update = () => setWide(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  return isWide
}
