import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { ComplaintGroup } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEvidence } from '../../lib/queue/queue-entry.ts'
import { ComplaintHead } from './complaint-head.tsx'
import type { ListLayout } from './list-layout.ts'
import { QueueRow, type RowHandlers } from './queue-row.tsx'
import type { QueueServices } from './services.ts'
import { useItemEvidence } from './use-item-evidence.ts'
import { useVisibleEvidence } from './use-visible-evidence.ts'
import { words } from './words.ts'

/** Line heights in rem, so that they grow with the person's text size. */
const headRem = 2.5
const rowRem = 5.5
const complaintRem = 2
const remOf = { head: headRem, complaint: complaintRem, row: rowRem }

export interface QueueListHandle {
  /** Scrolls the active row into view and focuses it. */
  focusActive(): void
  /** Makes this row the active one, scrolls to it and focuses it. */
  focusRow(flagId: string): void
  /** Makes the row so many lines below (negative: above) the active one, scrolls to it and focuses it. */
  moveActive(by: number): void
}

const notCaptured: QueueEvidence = { capture: null, job: null }

interface QueueListProps {
  groups: ComplaintGroup[]
  layout: ListLayout
  selectedIds: ReadonlySet<string>
  activeId: string | null
  menuId: string | null
  nowMs: number
  services: Pick<QueueServices, 'reader' | 'itemEvidence' | 'capturesBeingGathered'>
  handlers: RowHandlers
  renderHead(group: ComplaintGroup, listId: string): ReactNode
  openComplaints(): void
  onActive(flagId: string): void
  ref: Ref<QueueListHandle>
}

/**
 * All groups in one scrolled list of which only the rows in view exist. Every line has a known height, so
 * nothing is measured; each group is a section whose head sticks while its rows pass.
 */
export function QueueList(props: QueueListProps) {
  const { groups, layout, selectedIds, activeId, menuId, nowMs, services, handlers, renderHead } = props
  const { lines, lineOf, shownIds } = layout
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRootFontSize()
  const [, redraw] = useReducer((draws: number) => draws + 1, 0)
  const activeLine = activeId === null ? undefined : lineOf.get(activeId)

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => remOf[lines[index]?.kind ?? 'row'] * rem,
    // A new function for new lines: the sizes are kept by count and key, not by what is on them.
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 5,
    scrollPaddingStart: headRem * rem,
    // The row that has the focus stays, or scrolling with the wheel would drop the focus.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range)
        if (activeLine === undefined || indexes.includes(activeLine)) return indexes
        return [...indexes, activeLine].sort((a, b) => a - b)
      },
      [activeLine],
    ),
    useFlushSync: false,
    initialRect: { width: 560, height: 600 },
  })

  // The row that is to get the focus may not be drawn yet. By its id: an effect of an earlier drawing may run only now.
  const focusWanted = useRef<string | null>(null)
  useEffect(() => {
    if (focusWanted.current === null) return
    const row = checkboxOf(scroller.current, focusWanted.current)
    if (!row) return
    focusWanted.current = null
    row.focus({ preventScroll: true })
  })
  const { onActive } = props
  useImperativeHandle(props.ref, () => {
    const focusRow = (flagId: string) => {
      const line = lineOf.get(flagId)
      if (line !== undefined) virtualizer.scrollToIndex(line, { align: 'auto' })
      focusWanted.current = flagId
      onActive(flagId)
      redraw()
    }
    return {
      focusRow,
      focusActive() {
        if (activeId !== null) focusRow(activeId)
      },
      moveActive(by) {
        const index = activeId === null ? 0 : shownIds.indexOf(activeId) + by
        const flagId = shownIds[Math.max(0, Math.min(index, shownIds.length - 1))]
        if (flagId !== undefined) focusRow(flagId)
      },
    }
  }, [activeId, lineOf, shownIds, virtualizer, onActive])

  const visible = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const line = lines[index]
    return line && line.kind !== 'head' ? [line] : []
  })
  const shown = visible.flatMap((line) => (line.kind === 'row' ? [line.entry.flag] : []))
  const evidence = useVisibleEvidence(
    services.reader,
    shown.flatMap(({ captureId }) => captureId ?? []),
  )
  const items = useItemEvidence(
    services,
    shown.map((flag) => flag.comId),
  )

  const sections = useMemo(() => sectionsOf(layout, rem), [layout, rem])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {sections.map(({ group, top, rows, heads }) => {
          const grouped = groups.find((candidate) => candidate.group === group)
          if (!grouped) return null
          const listId = `rows-${group}`
          return (
            <section
              key={group}
              aria-label={words.groupListings(words.group[group])}
              className="absolute inset-x-0"
              style={{ top, height: (headRem + rows * rowRem + heads * complaintRem) * rem }}
            >
              {renderHead(grouped, listId)}
              {rows > 0 && (
                <ul id={listId} className="relative">
                  {visible
                    .filter((line) => line.group === group)
                    .map((line) => {
                      if (line.kind === 'complaint') {
                        const { section, rowsAbove, headsAbove } = line
                        return (
                          <ComplaintHead
                            key={line.key}
                            section={section}
                            top={(rowsAbove * rowRem + headsAbove * complaintRem) * rem}
                            height={complaintRem * rem}
                            openComplaints={props.openComplaints}
                          />
                        )
                      }
                      const { entry, position, size, headsAbove } = line
                      return (
                        <QueueRow
                          key={entry.flag.flagId}
                          entry={entry}
                          group={group}
                          evidence={
                            entry.flag.captureId === null ? notCaptured : evidence.get(entry.flag.captureId)
                          }
                          position={position}
                          size={size}
                          top={((position - 1) * rowRem + headsAbove * complaintRem) * rem}
                          height={rowRem * rem}
                          selected={selectedIds.has(entry.flag.flagId)}
                          active={entry.flag.flagId === activeId}
                          menuOpen={entry.flag.flagId === menuId}
                          item={items.get(entry.flag.comId)}
                          nowMs={nowMs}
                          handlers={handlers}
                        />
                      )
                    })}
                </ul>
              )}
            </section>
          )
        })}
      </div>
    </div>
  )
}

/** Where each group's section begins, in pixels, how many rows it shows, and how many heads of complaints. */
function sectionsOf({ lines }: ListLayout, rem: number) {
  const sections: Array<{ group: QueueGroup; top: number; rows: number; heads: number }> = []
  let top = 0
  for (const line of lines) {
    if (line.kind === 'head') sections.push({ group: line.group, top, rows: 0, heads: 0 })
    const section = sections.at(-1)
    if (line.kind === 'row' && section) section.rows += 1
    if (line.kind === 'complaint' && section) section.heads += 1
    top += remOf[line.kind] * rem
  }
  return sections
}

function checkboxOf(scroller: HTMLElement | null, flagId: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-flag-id="${CSS.escape(flagId)}"] input`) ?? null
}

/** The size of 1rem in pixels: text size set in the browser changes it, page zoom does not. */
function useRootFontSize(): number {
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  return rem
}
