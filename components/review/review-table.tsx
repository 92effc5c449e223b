import { useVirtualizer } from '@tanstack/react-virtual'
import { useLiveQuery } from 'dexie-react-hooks'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { ReviewReader, ReviewRow } from '../../lib/queue/review/review-reader.ts'
import type { ReviewColumn } from '../../lib/queue/review/review-settings.ts'
import type { Known } from '../complaints/read-known.ts'
import type { Selection } from '../queue/selection.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { columnWidths, ReviewTableRow } from './review-row.tsx'
import { words } from './words.ts'

/** Height of a row in rem, so that it grows with the person's text size. */
const rowRem = 3.5

export interface ReviewTableHandle {
  /** Moves the focus by so many rows from the active one; 0 to it, or to the first. */
  move(by: number): void
}

interface ReviewTableProps {
  reader: ReviewReader
  flagIds: readonly string[]
  columns: readonly ReviewColumn[]
  known: Known | undefined
  nowMs: number
  selection: Selection
  activeId: string | null
  ref: Ref<ReviewTableHandle>
  onTick(flagId: string, range: boolean): void
  onTickAll(): void
  onPlay(flagId: string): void
  onActive(flagId: string): void
}

/** Judgements in a table of which only the rows in view exist, and only those are read. */
export function ReviewTable(props: ReviewTableProps) {
  const { reader, flagIds, columns, selection, activeId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  const height = rowRem * rem
  const virtualizer = useVirtualizer({
    count: flagIds.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    useFlushSync: false,
    initialRect: { width: 1200, height: 700 },
  })
  const items = virtualizer.getVirtualItems()
  const shownIds = items.flatMap(({ index }) => flagIds[index] ?? [])
  const rows = useRows(reader, shownIds)

  const wantedId = useRef<string | null>(null)
  useEffect(() => {
    const button = wantedId.current === null ? null : buttonOf(scroller.current, wantedId.current)
    if (!button) return
    wantedId.current = null
    button.focus({ preventScroll: true })
  })
  useImperativeHandle(props.ref, () => ({
    move(by) {
      const from = activeId === null ? -1 : flagIds.indexOf(activeId)
      const to = from < 0 ? 0 : Math.max(0, Math.min(from + by, flagIds.length - 1))
      const wanted = flagIds[to]
      if (wanted === undefined) return
      virtualizer.scrollToIndex(to, { align: 'auto' })
      wantedId.current = wanted
      buttonOf(scroller.current, wanted)?.focus({ preventScroll: true })
      props.onActive(wanted)
    },
  }))

  const template = ['1.25rem', 'minmax(13rem,2fr)', ...columns.map((column) => columnWidths[column])].join(
    ' ',
  )
  const ticked = selection.ids.size
  const first = flagIds.includes(activeId ?? '') ? activeId : flagIds[0]
  const minWidth = `${16 + columns.length * 9}rem`
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <table
        aria-label={words.table}
        aria-rowcount={flagIds.length + 1}
        className="block"
        style={{ minWidth }}
      >
        <thead className="sticky top-0 z-10 block border-b border-line bg-sunken text-xs text-ink-soft">
          <tr
            aria-rowindex={1}
            style={{ gridTemplateColumns: template }}
            className="grid items-center gap-x-3 px-4 py-1 sm:px-6"
          >
            <td className="flex">
              <Checkbox
                aria-label={words.selectAll(flagIds.length)}
                checked={ticked > 0 && ticked >= flagIds.length}
                mixed={ticked > 0 && ticked < flagIds.length}
                onChange={props.onTickAll}
              />
            </td>
            {[words.listing, ...columns.map((column) => words.column[column])].map((name) => (
              <th key={name} scope="col" className="text-start font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const flagId = flagIds[index]
            if (flagId === undefined) return null
            return (
              <ReviewTableRow
                key={flagId}
                flagId={flagId}
                row={rows.get(flagId)}
                columns={columns}
                known={props.known}
                nowMs={props.nowMs}
                index={index}
                top={start}
                height={height}
                template={template}
                isTicked={selection.ids.has(flagId)}
                isActive={flagId === first}
                onTick={props.onTick}
                onPlay={props.onPlay}
                onFocus={props.onActive}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const buttonOf = (scroller: HTMLElement | null, flagId: string) =>
  scroller?.querySelector<HTMLElement>(`[data-open="${CSS.escape(flagId)}"]`) ?? null

/** The rows in view; those that were read before stay while scrolling. */
function useRows(reader: ReviewReader, shownIds: readonly string[]): ReadonlyMap<string, ReviewRow> {
  const kept = useRef<ReadonlyMap<string, ReviewRow>>(new Map())
  const key = shownIds.join(' ')
  const read = useLiveQuery(() => reader.rows(shownIds), [reader, key])
  if (read) {
    const before = shownIds.flatMap((flagId) => {
      const row = kept.current.get(flagId)
      return row ? [[flagId, row] as const] : []
    })
    kept.current = new Map([...before, ...read])
  }
  return kept.current
}
