import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { groupByIpType } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { type ListLayout, listLayout } from './list-layout.ts'
import { searchEntries } from './search-entries.ts'
import { allToggled, noSelection, rangeToggled, toggled, withoutGone } from './selection.ts'
import type { QueueServices } from './services.ts'
import { useComplaintSections } from './use-complaint-sections.ts'

/** What is shown of the queue: search, folded groups, ticked rows and the row that the keys act on. */
export function useQueueView(
  services: Pick<QueueServices, 'loadComplaints'>,
  entries: QueueEntry[],
  onFailure: (message: string) => void,
) {
  const [search, setSearch] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<QueueGroup>>(new Set())
  const [ticked, setTicked] = useState(noSelection)

  const wanted = useDeferredValue(search)
  const found = useMemo(() => searchEntries(entries, wanted), [entries, wanted])
  const groups = useMemo(() => groupByIpType(found), [found])
  const complaints = useComplaintSections(services, entries, groups, onFailure)
  const layout = useMemo(() => listLayout(groups, folded, complaints), [groups, folded, complaints])
  const entryOf = useMemo(() => new Map(entries.map((entry) => [entry.flag.flagId, entry])), [entries])
  const selection = useMemo(
    () => withoutGone(ticked, new Set(entries.map(({ flag }) => flag.flagId))),
    [ticked, entries],
  )
  const [activeId, setActiveId] = useActiveRow(layout)

  // Rows keep one `tick` for ever, or every row would be drawn again for each change.
  const shownIdsNow = layout.shownIds
  const shownIds = useRef(shownIdsNow)
  useEffect(() => {
    shownIds.current = layout.shownIds
  }, [layout])
  const tick = useCallback((flagId: string, range: boolean) => {
    setTicked((before) => (range ? rangeToggled(before, flagId, shownIds.current) : toggled(before, flagId)))
  }, [])
  const tickAll = useCallback((flagIds: string[]) => setTicked((before) => allToggled(before, flagIds)), [])
  const clearTicks = useCallback(() => setTicked(noSelection), [])
  const fold = useCallback((group: QueueGroup) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(group)) next.add(group)
      return next
    })
  }, [])

  /** Those that types and Delete act on: the selected, else the active one. */
  const targets = (): QueueEntry[] => {
    const ids = selection.ids.size > 0 ? [...selection.ids] : activeId === null ? [] : [activeId]
    return ids.flatMap((id) => entryOf.get(id) ?? [])
  }

  /**
   * The row to go on with when these leave their place: the next below the active one that stays, else the
   * next above. Null where none stays.
   */
  const nextAfter = (leaving: QueueEntry[]): string | null => {
    const gone = new Set(leaving.map(({ flag }) => flag.flagId))
    const at = activeId === null ? 0 : shownIdsNow.indexOf(activeId)
    const stays = (id: string) => !gone.has(id)
    return shownIdsNow.slice(at).find(stays) ?? shownIdsNow.slice(0, at).findLast(stays) ?? null
  }

  return {
    ...{ search, setSearch, folded, fold, selection, tick, tickAll, clearTicks },
    ...{ found, groups, layout, entryOf, activeId, setActiveId, targets, nextAfter },
  }
}

/**
 * The row that Tab reaches. Where it leaves the list (removed, moved, folded), the row that stands in its
 * place takes over, so that working down a list by key does not jump back to the top.
 */
function useActiveRow({ shownIds, lineOf }: ListLayout) {
  const [active, setActive] = useState<{ id: string; index: number } | null>(null)
  const index = active === null ? 0 : lineOf.has(active.id) ? shownIds.indexOf(active.id) : active.index
  const id = shownIds[Math.min(index, shownIds.length - 1)] ?? null
  const shown = useRef(shownIds)
  useEffect(() => {
    shown.current = shownIds
    // Remembers the place while the row is there. Where a key moved on meanwhile, its row stays the active one.
    if (id === null) return
    setActive((before) => {
      if (before !== null && before.id !== id && lineOf.has(before.id)) return before
      return before?.id === id && before.index === index ? before : { id, index }
    })
  }, [shownIds, lineOf, id, index])
  const setActiveId = useCallback(
    (flagId: string) => setActive({ id: flagId, index: Math.max(0, shown.current.indexOf(flagId)) }),
    [],
  )
  return [id, setActiveId] as const
}
