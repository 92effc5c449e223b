import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import type { Known } from './read-known.ts'
import { WaitingHead } from './waiting-head.tsx'
import type { WaitingGroup, WaitingLayout } from './waiting-layout.ts'
import { WaitingRow } from './waiting-row.tsx'

/** Line heights in pixels. Long grounds and titles are cut with an ellipsis, so that nothing is measured. */
const headPx = 92
const rowPx = 60

interface WaitingListProps {
  layout: WaitingLayout
  known: Known
  selectedIds: ReadonlySet<string>
  activeId: string | null
  /** The row that is to get the focus now. */
  focusId: string | null
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
    useFlushSync: false,
    initialRect: { width: 600, height: 600 },
  })
  const { focusId } = props
  useEffect(() => {
    if (focusId === null) return
    const line = rowOf.get(focusId)?.line
    if (line === undefined) return
    virtualizer.scrollToIndex(line, { align: 'auto' })
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-waiting="${CSS.escape(focusId)}"] input`)
        ?.focus({ preventScroll: true })
    })
  }, [focusId, rowOf, virtualizer])
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
            <div key={key} className="absolute inset-x-0" style={{ top: start, height: size }}>
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
