/** Ticked rows, by flag id, and where a range with Shift begins. */
export interface Selection {
  ids: ReadonlySet<string>
  anchor: string | null
}

export const noSelection: Selection = { ids: new Set(), anchor: null }

/** Ticks or unticks one row. */
export function toggled({ ids }: Selection, flagId: string): Selection {
  const next = new Set(ids)
  if (!next.delete(flagId)) next.add(flagId)
  return { ids: next, anchor: flagId }
}

/**
 * Shift: everything from the row last ticked to this one takes the state that this row gets. Without a row
 * to begin at, or where it is no longer shown, it is a plain toggle.
 */
export function rangeToggled(selection: Selection, flagId: string, shownIds: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : shownIds.indexOf(selection.anchor)
  const to = shownIds.indexOf(flagId)
  if (from < 0 || to < 0) return toggled(selection, flagId)
  const next = new Set(selection.ids)
  const ticks = !selection.ids.has(flagId)
  for (const id of shownIds.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (ticks) next.add(id)
    else next.delete(id)
  }
  return { ids: next, anchor: flagId }
}

/** Ticks all of these, or unticks them where all were ticked. */
export function allToggled(selection: Selection, flagIds: readonly string[]): Selection {
  const next = new Set(selection.ids)
  const allTicked = flagIds.every((id) => next.has(id))
  for (const id of flagIds) {
    if (allTicked) next.delete(id)
    else next.add(id)
  }
  return { ids: next, anchor: null }
}

/** Without rows that are no longer queued; the same object where nothing changes. */
export function withoutGone(selection: Selection, queuedIds: ReadonlySet<string>): Selection {
  const kept = [...selection.ids].filter((id) => queuedIds.has(id))
  if (kept.length === selection.ids.size) return selection
  const { anchor } = selection
  return { ids: new Set(kept), anchor: anchor !== null && queuedIds.has(anchor) ? anchor : null }
}
