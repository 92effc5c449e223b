import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import type { OpenPoint } from '../../lib/complaints/open-point.ts'
import { relativeTime } from '../queue/row-facts.ts'
import { allToggled, noSelection, rangeToggled, toggled, withoutGone } from '../queue/selection.ts'
import { Thumbnail } from '../queue/thumbnail.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import type { Choice } from '../ui/field.tsx'
import { listingTitle } from './complaint-names.ts'
import { DraftMenu } from './draft-menu.tsx'
import { draftWords as words } from './draft-words.ts'
import { words as common } from './words.ts'

const rowPx = 60

export interface LineCommands {
  release(lineIds: readonly string[]): void
  split(lineIds: readonly string[]): void
  moveTo(complaintId: string, lineIds: readonly string[]): void
  order(lineIds: readonly string[]): void
  open(url: string): void
}

interface LinesPanelProps {
  lines: ReadComplaint['lines']
  points: readonly OpenPoint[]
  nowMs: number
  /** Other drafts that may take its listings. */
  others: readonly Choice[]
  isFixed: boolean
  commands: LineCommands
}

/** The listings of a complaint, in their order; only those in view exist. */
export function LinesPanel({ lines, points, nowMs, others, isFixed, commands }: LinesPanelProps) {
  const ids = useMemo(() => lines.map(({ line }) => line.lineId), [lines])
  const [ticked, setTicked] = useState(noSelection)
  const selection = useMemo(() => withoutGone(ticked, new Set(ids)), [ticked, ids])
  const [activeId, setActiveId] = useState<string | null>(null)
  const active = activeId !== null && ids.includes(activeId) ? activeId : (ids[0] ?? null)
  const pointsOf = useMemo(() => Map.groupBy(points, ({ comId }) => comId), [points])
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    useFlushSync: false,
    initialRect: { width: 600, height: 420 },
  })
  const focusWanted = useRef<string | null>(null)
  // At once where the row is drawn: the next key must find it. Else when the list has scrolled to it.
  useEffect(() => {
    if (focusWanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-line="${CSS.escape(focusWanted.current)}"] input`,
    )
    if (!row) return
    focusWanted.current = null
    row.focus({ preventScroll: true })
  })
  const [, redraw] = useReducer((draws: number) => draws + 1, 0)
  const wantFocus = (lineId: string | null) => {
    focusWanted.current = lineId
    if (lineId !== null) virtualizer.scrollToIndex(Math.max(0, ids.indexOf(lineId)), { align: 'auto' })
    redraw()
  }

  const targets = (): string[] => {
    const chosen = ids.filter((id) => selection.ids.has(id))
    return chosen.length > 0 ? chosen : active === null ? [] : [active]
  }
  const focusAt = (index: number) => {
    const lineId = ids[Math.max(0, Math.min(index, ids.length - 1))] ?? null
    setActiveId(lineId)
    wantFocus(lineId)
  }
  /**
   * The focus goes to the next that stays. What Undo puts back is not selected again: nobody would expect the next key
   * to act on it.
   */
  const leaving = (act: (lineIds: readonly string[]) => void) => {
    const leave = targets()
    const at = active === null ? 0 : ids.indexOf(active)
    const stays = (id: string) => !leave.includes(id)
    const next = ids.slice(at).find(stays) ?? ids.slice(0, at).findLast(stays)
    if (next !== undefined) focusAt(ids.indexOf(next))
    act(leave)
    setTicked(noSelection)
  }
  /** Moves what is chosen one place up or down, keeping its order. */
  const shift = (by: 1 | -1) => {
    const moving = new Set(targets())
    const order = by < 0 ? [...ids] : [...ids].reverse()
    for (const [index, id] of order.entries()) {
      const before = order[index - 1]
      if (!moving.has(id) || before === undefined || moving.has(before)) continue
      order[index - 1] = id
      order[index] = before
    }
    commands.order(by < 0 ? order : order.reverse())
    wantFocus(active)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || active === null) return
    const at = ids.indexOf(active)
    const withControl = event.ctrlKey || event.metaKey
    if (event.altKey && event.key === 'ArrowUp' && !isFixed) shift(-1)
    else if (event.altKey && event.key === 'ArrowDown' && !isFixed) shift(1)
    else if (event.key === 'ArrowDown') focusAt(at + 1)
    else if (event.key === 'ArrowUp') focusAt(at - 1)
    else if (event.key === 'Home') focusAt(0)
    else if (event.key === 'End') focusAt(ids.length - 1)
    else if (event.key === 'Delete' && !isFixed) leaving(commands.release)
    else if (event.key === 'o') commands.open(lines[at]?.facts.url ?? '')
    else if (withControl && event.key.toLowerCase() === 'a') setTicked((before) => allToggled(before, ids))
    else return
    event.preventDefault()
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <CheckField
          label={selection.ids.size > 0 ? words.selected(selection.ids.size) : words.selectAll(ids.length)}
          checked={selection.ids.size === ids.length && ids.length > 0}
          mixed={selection.ids.size > 0 && selection.ids.size < ids.length}
          onChange={() => setTicked((before) => allToggled(before, ids))}
        />
        {!isFixed && selection.ids.size > 0 && (
          <>
            <Button size="small" onClick={() => leaving(commands.release)}>
              {words.release}
            </Button>
            {selection.ids.size < ids.length && (
              <Button size="small" onClick={() => leaving(commands.split)}>
                {words.split}
              </Button>
            )}
            {others.length > 0 && (
              <DraftMenu
                size="small"
                label={words.moveTo}
                choices={others}
                onChoose={(to) => leaving((lineIds) => commands.moveTo(to, lineIds))}
              />
            )}
            <Button size="small" onClick={() => shift(-1)}>
              {words.up}
            </Button>
            <Button size="small" onClick={() => shift(1)}>
              {words.down}
            </Button>
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside, which have the focus */}
      <div
        ref={scroller}
        onKeyDown={onKeyDown}
        className="max-h-[26.5rem] overflow-y-auto overscroll-contain rounded-lg border border-line"
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const entry = lines[index]
            if (!entry) return null
            const { line, facts } = entry
            const own = pointsOf.get(facts.comId) ?? []
            const isBlocked = own.some(({ severity }) => severity === 'blocking')
            const title = listingTitle(facts)
            const isActive = line.lineId === active
            return (
              <li
                key={key}
                data-line={line.lineId}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                style={{ top: start, height: rowPx }}
                className={classNames(
                  'absolute inset-x-0 flex items-center gap-2.5 border-b border-line px-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-accent',
                  selection.ids.has(line.lineId) && 'bg-accent-soft',
                )}
              >
                <Checkbox
                  checked={selection.ids.has(line.lineId)}
                  tabIndex={isActive ? 0 : -1}
                  aria-label={title}
                  onFocus={() => setActiveId(line.lineId)}
                  onChange={() => {}}
                  onClick={(event: MouseEvent) =>
                    setTicked((before) =>
                      event.shiftKey ? rangeToggled(before, line.lineId, ids) : toggled(before, line.lineId),
                    )
                  }
                  className="focus-visible:outline-none"
                />
                <span className="w-6 shrink-0 text-end text-xs text-ink-soft tabular-nums">{index + 1}</span>
                <span className="[&>span]:size-11">
                  <Thumbnail imageUrl={facts.imageUrl} />
                </span>
                <div className="flex min-w-0 flex-1 flex-col sm:flex-row sm:items-center sm:gap-2.5">
                  <div className="min-w-0 flex-1">
                    <a
                      href={facts.url}
                      target="_blank"
                      rel="noreferrer"
                      tabIndex={isActive ? 0 : -1}
                      title={title}
                      dir="auto"
                      className="block truncate font-medium text-ink hover:underline"
                    >
                      {title}
                    </a>
                    <p className="truncate text-xs text-ink-soft" dir="auto">
                      {facts.storeName ?? common.sellerUnknown}
                      {' · '}
                      {facts.screenshots === 0
                        ? words.evidence.none
                        : facts.isItemCaptured
                          ? words.evidence.item
                          : words.evidence.shot}
                      {' · '}
                      {facts.isRemoved
                        ? words.isGone
                        : facts.lastOnlineMs === null
                          ? words.neverSeen
                          : words.seen(relativeTime(facts.lastOnlineMs, nowMs))}
                    </p>
                  </div>
                  {own.length > 0 && (
                    <span
                      title={own.map(({ message }) => message).join('\n')}
                      className={`shrink-0 text-xs font-medium ${isBlocked ? 'text-danger' : 'text-warn'}`}
                    >
                      {words.linePoints(own.length)}
                    </span>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      </div>
      <p className="text-xs text-ink-soft">{words.lineKeys}</p>
    </div>
  )
}
