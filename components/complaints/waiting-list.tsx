import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import type { Known } from './read-known.ts'
import { WaitingHead } from './waiting-head.tsx'
import type { WaitingGroup, WaitingLayout, WaitingLine } from './waiting-layout.ts'
import { WaitingRow } from './waiting-row.tsx'

/** Line heights in pixels. Long grounds and titles are cut with an ellipsis, so that nothing is measured. */
const headPx = 100
const rowPx = 60

interface WaitingListProps {
  layout: WaitingLayout
  known: Known
  selectedIds: ReadonlySet<string>
  activeId: string | null
  /** The row that is to get the focus; a new object for each wish. */
  focus: { flagId: string } | null
  reasonFor(group: WaitingGroup): string
  onReason(rightId: string, reasonId: string): void
  onActive(flagId: string): void
  onTick(flagId: string, range: boolean): void
  onAccept(group: WaitingGroup, listings: readonly QueuedListing[]): void
  onChoose(listings: readonly QueuedListing[]): void
}

/** All waiting listings under their proposals in one scrolled list of which only the lines in view exist. */
export function WaitingList({ layout, known, ...props }: WaitingListProps) {
  const { lines, rowOf } = layout
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? headPx : rowPx),
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 6,
    scrollPaddingStart: headPx,
    // The head of what is in view stays: what is proposed, and on which ground, is never out of sight.
    rangeExtractor: useCallback(
      (range: Range) => {
        const head = headAbove(lines, range.startIndex)
        const indexes = defaultRangeExtractor(range)
        return indexes.includes(head) ? indexes : [head, ...indexes]
      },
      [lines],
    ),
    useFlushSync: false,
    initialRect: { width: 600, height: 600 },
  })
  const stuck = headAbove(lines, virtualizer.range?.startIndex ?? 0)
  const { focus } = props
  const handled = useRef<typeof focus>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (focus === handled.current) return
    handled.current = focus
    wanted.current = focus?.flagId ?? null
    const line = focus ? rowOf.get(focus.flagId)?.line : undefined
    if (line !== undefined) virtualizer.scrollToIndex(line, { align: 'auto' })
  }, [focus, rowOf, virtualizer])
  // The row that is to get the focus may not be drawn yet.
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-waiting="${CSS.escape(wanted.current)}"] input`,
    )
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  return (
    <div
      ref={scroller}
      className="max-h-[68dvh] overflow-y-auto overscroll-contain rounded-xl border border-line bg-raised"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size, key }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <div
              key={key}
              className={index === stuck ? 'sticky top-0 z-10' : 'absolute inset-x-0'}
              style={index === stuck ? { height: size } : { top: start, height: size }}
            >
              {line.kind === 'head' ? (
                <WaitingHead
                  group={line.group}
                  known={known}
                  reasonId={props.reasonFor(line.group)}
                  onReason={props.onReason}
                  onAccept={() => props.onAccept(line.group, line.group.listings)}
                  onChoose={() => props.onChoose(line.group.listings)}
                />
              ) : (
                <WaitingRow
                  listing={line.listing}
                  group={line.group}
                  known={known}
                  selected={props.selectedIds.has(line.listing.flagId)}
                  active={line.listing.flagId === props.activeId}
                  onActive={props.onActive}
                  onTick={props.onTick}
                  onAccept={() => props.onAccept(line.group, [line.listing])}
                  onChoose={() => props.onChoose([line.listing])}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Index of the head under which this line stands. */
const headAbove = (lines: readonly WaitingLine[], index: number): number => {
  const at = lines.slice(0, index + 1).findLastIndex(({ kind }) => kind === 'head')
  return Math.max(0, at)
}
