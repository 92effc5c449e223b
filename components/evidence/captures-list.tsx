import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useCallback, useEffect, useImperativeHandle, useReducer, useRef, useState } from 'react'
import { useBeingGathered } from '../queue/use-being-gathered.ts'
import { CaptureRow, type CaptureRowHandlers, wideColumns } from './capture-row.tsx'
import type { CapturesServices } from './services.ts'
import { createThumbnailStore } from './thumbnail-store.ts'
import { useEntries } from './use-entries.ts'
import { words } from './words.ts'

/** Heights of a row in rem, so that they grow with the person's text size. */
const wideRem = 4.5
const narrowRem = 7.5
/** From here on the facts stand in columns. */
const wideQuery = '(min-width: 60rem)'

export interface CapturesListHandle {
  /** Scrolls the active row into view and focuses it. */
  focusActive(): void
  /** Goes so many rows on (negative: back); Infinity to the end. */
  move(by: number): void
}

interface CapturesListProps {
  services: CapturesServices
  captureIds: string[]
  selectedIds: ReadonlySet<string>
  activeId: string | null
  nowMs: number
  handlers: CaptureRowHandlers
  onActive(captureId: string): void
  ref: Ref<CapturesListHandle>
}

/** Captures in one scrolled list of which only the rows in view exist. Every row has a known height. */
export function CapturesList(props: CapturesListProps) {
  const { services, captureIds, selectedIds, activeId, nowMs, handlers, onActive } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isWide = useIsWide()
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  const [thumbnails] = useState(() => createThumbnailStore(services.readBytes))
  const [, redraw] = useReducer((draws: number) => draws + 1, 0)
  const activeIndex = activeId === null ? -1 : captureIds.indexOf(activeId)
  const height = (isWide ? wideRem : narrowRem) * rem

  const virtualizer = useVirtualizer({
    count: captureIds.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => captureIds[index] ?? index, [captureIds]),
    overscan: 6,
    // The row that has the focus stays, or scrolling with the wheel would drop the focus.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (activeIndex < 0 || indexes.includes(activeIndex)) return indexes
        return [...indexes, activeIndex].sort((a, b) => a - b)
      },
      [activeIndex],
    ),
    useFlushSync: false,
    initialRect: { width: 1200, height: 700 },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are kept until they are measured anew
  useEffect(() => virtualizer.measure(), [height, virtualizer])

  const focusWanted = useRef(false)
  useEffect(() => {
    if (!focusWanted.current || activeId === null) return
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-capture-id="${CSS.escape(activeId)}"] input`,
    )
    if (!row) return
    focusWanted.current = false
    row.focus({ preventScroll: true })
  })
  useImperativeHandle(props.ref, () => {
    const focusRow = (index: number) => {
      const captureId = captureIds[index]
      if (captureId === undefined) return
      virtualizer.scrollToIndex(index, { align: 'auto' })
      focusWanted.current = true
      onActive(captureId)
      redraw()
    }
    return {
      focusActive: () => focusRow(Math.max(0, activeIndex)),
      move: (by) => focusRow(Math.max(0, Math.min(Math.max(0, activeIndex) + by, captureIds.length - 1))),
    }
  }, [activeIndex, captureIds, virtualizer, onActive])

  const items = virtualizer.getVirtualItems()
  const shownIds = items.flatMap(({ index }) => captureIds[index] ?? [])
  const entries = useEntries(services.reader, shownIds)
  const isAnyOpen = [...entries.values()].some(({ job }) => job?.gathering === 'open')
  const beingGathered = useBeingGathered(services, isAnyOpen)

  return (
    <>
      {isWide && (
        <div
          aria-hidden
          className={`${wideColumns} shrink-0 overflow-hidden border-b [scrollbar-gutter:stable] border-line bg-sunken px-6 py-1 text-xs text-ink-soft`}
        >
          <span />
          <span />
          <span>{words.head.what}</span>
          <span>{words.head.where}</span>
          <span>{words.head.gathered}</span>
          <span>{words.head.seal}</span>
          <span>{words.head.copy}</span>
        </div>
      )}
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable]"
      >
        <ul aria-label={words.list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const captureId = captureIds[index]
            if (captureId === undefined) return null
            return (
              <CaptureRow
                key={captureId}
                captureId={captureId}
                entry={entries.get(captureId)}
                thumbnails={thumbnails}
                position={index + 1}
                size={captureIds.length}
                top={start}
                height={height}
                isWide={isWide}
                isSelected={selectedIds.has(captureId)}
                isActive={captureId === activeId}
                isBeingGathered={beingGathered.has(captureId)}
                nowMs={nowMs}
                handlers={handlers}
              />
            )
          })}
        </ul>
      </div>
    </>
  )
}

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
